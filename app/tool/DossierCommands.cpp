// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Answers.h"
#include "app/tool/Commands.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/Workplace.h"
#include "hardware/escpos/EscPos.h"
#include "ui/paper/PaperPdf.h"

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

std::optional<DossierState> stateFrom(const QString &name)
{
    static const QMap<QString, DossierState> states{{u"quote"_s, DossierState::Quote},
                                                    {u"to_confirm"_s, DossierState::ToConfirm},
                                                    {u"confirmed"_s, DossierState::Confirmed},
                                                    {u"settled"_s, DossierState::Settled},
                                                    {u"cancelled"_s, DossierState::Cancelled}};
    return states.contains(name) ? std::optional{states[name]} : std::nullopt;
}

bool isPaperKind(const QString &as)
{
    return as == u"screen" || as == u"text" || as == u"escpos" || as == u"pdf";
}

/// `lines`: [{"line":1,"quantity":1}], by position or id.
Result<std::vector<RefundRequest::Line>> readLines(const DossierDetail &detail, const QJsonArray &array)
{
    std::vector<RefundRequest::Line> lines;
    for (const QJsonValue &value : array) {
        JsonReader reader{value.toObject(), u"lines"_s};
        const QJsonValue name = reader.value(u"line"_s);
        const int units = static_cast<int>(reader.requiredInteger(u"quantity"_s, 1, 100'000));
        TRY(reader.finish());
        const auto position = static_cast<size_t>(std::max<qint64>(name.toInteger(0), 0));
        if (position >= 1 && position <= detail.lines.size())
            lines.push_back({detail.lines[position - 1].priced.id, units});
        else if (const auto id = Id<CartLine>::fromString(name.toString()))
            lines.push_back({*id, units});
        else
            return failure(ErrorCode::LineUnknown, u"no such line"_s);
    }
    return lines;
}

} // namespace

Result<QJsonObject> dossier(ScriptSession &session, JsonReader &fields)
{
    const QString number = fields.requiredString(u"number"_s, 60);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(detail, DossierDesk{*workplace}.detail(number));
    return dossierDetailJson(detail);
}

Result<QJsonObject> search(ScriptSession &session, JsonReader &fields)
{
    DossierSearch search;
    search.createdFrom = fields.date(u"createdFrom"_s);
    search.createdTo = fields.date(u"createdTo"_s);
    search.visitFrom = fields.date(u"visitFrom"_s);
    search.visitTo = fields.date(u"visitTo"_s);
    search.text = fields.string(u"text"_s, {}, 200);
    search.number = fields.string(u"number"_s, {}, 60);
    search.client = fields.string(u"client"_s, {}, 200);
    search.item = fields.string(u"item"_s, {}, 100);
    search.till = fields.string(u"till"_s, {}, 100);
    search.method = fields.string(u"method"_s, {}, 100);
    search.amount = optionalMoney(fields, u"amount"_s);
    search.state = stateFrom(fields.string(u"state"_s));
    if (fields.has(u"state"_s) && !search.state)
        fields.refuse(u"state"_s, u"not a known name"_s);
    search.limit = fields.smallInteger(u"limit"_s, 200, 1, 10'000);
    search.offset = fields.smallInteger(u"offset"_s, 0, 0, 100'000'000);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(rows, DossierDesk{*workplace}.search(search));
    QJsonArray array;
    for (const DossierRow &row : rows)
        array.append(dossierRowJson(row));
    return QJsonObject{{u"dossiers"_s, array}};
}

Result<QJsonObject> refund(ScriptSession &session, JsonReader &fields)
{
    const QString number = fields.requiredString(u"dossier"_s, 60);
    const RefundPayment payment{.method = fields.string(u"method"_s, {}, 100), .reference = fields.string(u"reference"_s, {}, 100)};
    const QJsonArray lines = fields.array(u"lines"_s);
    RefundRequest request;
    request.reason = fields.string(u"reason"_s, {}, 100);
    request.restock = fields.boolean(u"restock"_s, true);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    DossierDesk desk{*workplace};
    TRY_LET(detail, desk.detail(number));
    TRY_LET(wanted, readLines(detail, lines));
    request.lines = std::move(wanted);
    TRY_LET(outcome, desk.refund(session.commandId(), number, request, payment));
    if (outcome.state == IntentState::Sent) {
        const Result<Charge> answer = session.terminal().charge(outcome.intent, outcome.asked, [](const QString &) {});
        TRY_LET(finished, desk.finishRefund(outcome.intent, answer));
        return refundOutcomeJson(finished);
    }
    return refundOutcomeJson(outcome);
}

Result<QJsonObject> cancel(ScriptSession &session, JsonReader &fields)
{
    const QString number = fields.requiredString(u"dossier"_s, 60);
    const QString reason = fields.string(u"reason"_s, {}, 100);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(DossierDesk{*workplace}.cancel(session.commandId(), number, reason));
    return QJsonObject{};
}

Result<QJsonObject> correct(ScriptSession &session, JsonReader &fields)
{
    const auto payment = Id<Payment>::fromString(fields.requiredString(u"payment"_s, 60));
    const QString method = fields.requiredString(u"method"_s, 100);
    TRY(fields.finish());
    if (!payment)
        return failure(ErrorCode::InvalidInput, u"payment is no id"_s);
    TRY_LET(workplace, session.workplace());
    TRY(DossierDesk{*workplace}.correctMethod(session.commandId(), *payment, method));
    return QJsonObject{};
}

Result<QJsonObject> checkIn(ScriptSession &session, JsonReader &fields)
{
    const QString code = fields.requiredString(u"code"_s, 200);
    const int quantity = fields.smallInteger(u"quantity"_s, 1, 1, 100'000);
    const VisitDay day = fields.boolean(u"force"_s, false) ? VisitDay::Any : VisitDay::Today;
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(arrived, DossierDesk{*workplace}.checkIn(session.commandId(), code, quantity, day));
    return QJsonObject{{u"arrived"_s, arrived}};
}

Result<QJsonObject> reprint(ScriptSession &session, JsonReader &fields)
{
    const QString number = fields.requiredString(u"number"_s, 60);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(job, DossierDesk{*workplace}.reprint(session.commandId(), number));
    return QJsonObject{{u"job"_s, job}};
}

Result<QJsonObject> receipt(ScriptSession &session, JsonReader &fields)
{
    const QString number = fields.requiredString(u"number"_s, 60);
    const QString as = fields.string(u"as"_s, u"text"_s, 10);
    const int columns = fields.smallInteger(u"columns"_s, 48, 32, 80);
    const QString file = fields.string(u"file"_s, {}, 4096);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    DossierDesk desk{*workplace};
    if (!isPaperKind(as) || (as == u"pdf") != !file.isEmpty())
        return failure(ErrorCode::InvalidInput, u"as: screen, text, escpos, or pdf with file"_s, {u"as"_s});
    TRY_LET(paper, as == u"screen" ? desk.receiptPaper(number) : desk.copy(session.commandId(), number));
    if (as == u"text" || as == u"screen")
        return QJsonObject{{u"text"_s, plainText(paper, columns)}};
    if (as == u"escpos") {
        TRY_LET(profile, printerProfile(columns < 48 ? u"generic58"_s : workplace->settings.printerProfile));
        return QJsonObject{{u"escpos"_s, QString::fromLatin1(encodeEscPos(paper, profile).toBase64())}};
    }
    TRY(savePdf(paper, PdfFormat::Receipt, file));
    return QJsonObject{{u"file"_s, file}};
}

} // namespace guichet::commands
