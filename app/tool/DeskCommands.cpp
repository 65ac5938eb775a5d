// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Commands.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TillDesk.h"
#include "core/usecases/Workplace.h"
#include "ui/format/NoticeText.h"

#include <tuple>

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

QJsonObject tileJson(const StaffTile &tile)
{
    return {{u"user"_s, tile.user}, {u"name"_s, tile.displayName}, {u"role"_s, roleName(tile.role)}};
}

struct Counted
{
    std::optional<CashCount> count;
    std::optional<Money> cash;
    QMap<QString, Money> methods;
};

/// `counted`: {"cash": amount or denominations, "bancontact": amount …}.
Result<Counted> readCounted(const QJsonObject &object)
{
    Counted counted;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"cash" && it.value().isObject()) {
            TRY_LET(count, CashCount::fromJson(it.value().toObject()));
            counted.count = count;
            continue;
        }
        JsonReader reader{QJsonObject{{it.key(), it.value()}}, u"counted"_s};
        const Money amount = requiredMoney(reader, it.key());
        TRY(reader.finish());
        if (it.key() == u"cash")
            counted.cash = amount;
        else
            counted.methods[it.key()] = amount;
    }
    return counted;
}

QJsonObject reportAnswer(const Report &report, const Workplace &workplace, bool asText)
{
    QJsonObject answer = reportToJson(report);
    answer[u"difference"_s] = report.cash.difference().cents();
    answer[u"expected"_s] = report.cash.expected().cents();
    if (asText)
        answer[u"text"_s] = plainText(reportPaper(reportContext(workplace, report), report), 48);
    return answer;
}

QString phaseName(TillState::Phase phase)
{
    switch (phase) {
    case TillState::Phase::Closed: return u"closed"_s;
    case TillState::Phase::Open: return u"open"_s;
    case TillState::Phase::MustCloseEarlierDay: return u"must_close_earlier_day"_s;
    }
    Q_UNREACHABLE();
}

/// 7, or "2-7" after a restore.
std::optional<ZNumber> zNumber(const QJsonValue &value)
{
    return ZNumber::fromString(value.isString() ? value.toString() : QString::number(value.toInteger()));
}

/// What the terminal does not say is missing in the Z; a closing always closes.
void askTerminalTotals(ScriptSession &session, Workplace &workplace)
{
    TerminalDesk desk{workplace};
    const auto wanted = desk.dayEnd();
    if (!wanted || !wanted->asks)
        return;
    if (const auto totals = session.terminal().totals(wanted->ends))
        std::ignore = desk.keepTotals(*totals, wanted->ends);
}

} // namespace

Result<QJsonObject> login(ScriptSession &session, JsonReader &fields)
{
    const QString user = fields.requiredString(u"user"_s, 200);
    const QString pin = fields.requiredString(u"pin"_s, 100);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(tile, Staff{*workplace}.logIn(user, pin));
    return tileJson(tile);
}

Result<QJsonObject> logout(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Staff{*workplace}.logOut();
    return QJsonObject{};
}

Result<QJsonObject> approve(ScriptSession &session, JsonReader &fields)
{
    const QString user = fields.requiredString(u"user"_s, 200);
    const QString pin = fields.requiredString(u"pin"_s, 100);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(tile, Staff{*workplace}.approve(user, pin));
    return tileJson(tile);
}

Result<QJsonObject> open(ScriptSession &session, JsonReader &fields)
{
    OpenRequest request;
    request.amount = optionalMoney(fields, u"float"_s);
    request.clockConfirmed = fields.boolean(u"clockConfirmed"_s, true); // a script that opens has said which day it is
    request.replacedConfirmed = fields.boolean(u"replacedConfirmed"_s, false);
    TRY_LET(count, CashCount::fromJson(fields.object(u"counted"_s)));
    request.count = count;
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(opened, TillDesk{*workplace}.open(session.commandId(), request));
    return QJsonObject{{u"session"_s, opened.session.toString()},
                       {u"float"_s, opened.countedFloat.cents()},
                       {u"difference"_s, opened.difference().cents()}};
}

Result<QJsonObject> state(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(till, TillDesk{*workplace}.state());
    return QJsonObject{{u"phase"_s, phaseName(till.phase)},
                       {u"till"_s, till.tillName},
                       {u"session"_s, till.session.toString()},
                       {u"businessDate"_s, till.businessDate.toString(Qt::ISODate)},
                       {u"expectedFloat"_s, till.expectedFloat.cents()},
                       {u"sales"_s, till.sales},
                       {u"training"_s, till.training},
                       {u"interrupted"_s, till.interrupted},
                       {u"alerts"_s, QJsonArray::fromStringList(alertSentences(till.alerts))}};
}

Result<QJsonObject> drawer(ScriptSession &session, JsonReader &fields)
{
    const QString reason = fields.string(u"reason"_s, {}, 100);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(TillDesk{*workplace}.openDrawer(session.commandId(), reason));
    return QJsonObject{};
}

Result<QJsonObject> cash(ScriptSession &session, JsonReader &fields)
{
    static const QMap<QString, CashMovementKind> kinds{
        {u"in"_s, CashMovementKind::In}, {u"out"_s, CashMovementKind::Out}, {u"drop"_s, CashMovementKind::Drop}};
    const QString kind = fields.requiredString(u"kind"_s, 10);
    const Money amount = requiredMoney(fields, u"amount"_s);
    const QString reason = fields.string(u"reason"_s, {}, 100);
    const QString text = fields.string(u"comment"_s, {}, 500);
    TRY(fields.finish());
    if (!kinds.contains(kind))
        return failure(ErrorCode::InvalidInput, u"kind: in, out or drop"_s);
    TRY_LET(workplace, session.workplace());
    TRY(TillDesk{*workplace}.moveCash(session.commandId(), kinds[kind], amount, reason, text));
    return QJsonObject{};
}

Result<QJsonObject> x(ScriptSession &session, JsonReader &fields)
{
    const bool asText = fields.string(u"print"_s) == u"text";
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(report, TillDesk{*workplace}.xReport(session.commandId()));
    return reportAnswer(report, *workplace, asText);
}

Result<QJsonObject> z(ScriptSession &session, JsonReader &fields)
{
    const bool asText = fields.string(u"print"_s) == u"text";
    const bool isEarlier = fields.has(u"number"_s);
    const std::optional<ZNumber> number = zNumber(fields.value(u"number"_s));
    CloseRequest request;
    request.nextFloat = optionalMoney(fields, u"nextFloat"_s).value_or(Money{});
    request.comment = fields.string(u"comment"_s, {}, 1000);
    TRY_LET(counted, readCounted(fields.object(u"counted"_s)));
    TRY(fields.finish());
    if (isEarlier && !number)
        return failure(ErrorCode::InvalidInput, u"number: not the number of a Z"_s, {u"number"_s, u"out_of_range"_s});
    request.count = counted.count;
    request.countedCash = counted.cash;
    request.countedMethods = counted.methods;
    TRY_LET(workplace, session.workplace());
    TillDesk desk{*workplace};
    if (!number)
        askTerminalTotals(session, *workplace);
    TRY_LET(report, number ? desk.zReport(*number) : desk.close(session.commandId(), request));
    QJsonObject answer = reportAnswer(report, *workplace, asText && !number);
    if (number && asText) { // the paper of an earlier Z is a copy
        TRY_LET(paper, DossierDesk{*workplace}.copy(session.commandId(), u"Z%1"_s.arg(number->toString())));
        answer[u"text"_s] = plainText(paper, 48);
    }
    return answer;
}

Result<QJsonObject> training(ScriptSession &session, JsonReader &fields)
{
    const bool on = fields.boolean(u"on"_s, true);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(TillDesk{*workplace}.setTraining(session.commandId(), on));
    return QJsonObject{{u"training"_s, on}};
}

} // namespace guichet::commands
