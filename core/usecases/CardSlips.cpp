// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/CardSlips.h"

#include "core/ledger/DocumentStore.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 80;
constexpr qsizetype longestLine = 64;
constexpr qsizetype readableDigits = 4;
constexpr qsizetype longestTransaction = 256;

/// Terminals mask their slips; one that does not must not fill the ledger with card numbers (belgium.md §8.1).
QString masked(QString line)
{
    static const QRegularExpression number{u"[0-9](?:[ -]?[0-9]){12,}"_s};
    for (auto match = number.match(line); match.hasMatch(); match = number.match(line))
        line.replace(match.capturedStart(), match.capturedLength() - readableDigits,
                     QString{match.capturedLength() - readableDigits, u'*'});
    return line;
}

QString keptWord(const QString &word)
{
    return masked(printable(word).trimmed()).left(longestLine);
}

} // namespace

/// Blanks at the start place the text; they stay.
QStringList printableSlip(const QStringList &lines)
{
    QStringList kept;
    for (const QString &line : lines.mid(0, mostLines)) {
        qsizetype blanks = 0;
        while (blanks < line.size() && line[blanks] == u' ')
            ++blanks;
        kept.append(masked((QString{blanks, u' '} + printable(line.mid(blanks))).left(longestLine)));
    }
    return kept;
}

void appendSlip(const QStringList &lines, Paper &paper)
{
    if (lines.isEmpty())
        return;
    if (paper.items.empty() || !std::holds_alternative<PaperCut>(paper.items.back()))
        paper.items.push_back(PaperCut{});
    for (const QString &line : lines)
        paper.items.push_back(PaperText{.text = line});
    paper.items.push_back(PaperCut{});
}

namespace {

QStringList linesIn(const QJsonValue &kept)
{
    QStringList lines;
    for (const QJsonValue &line : kept.toArray())
        lines.push_back(line.toString());
    return lines;
}

} // namespace

Result<> keepCardSlips(Workplace &workplace, const Id<PaymentIntent> &intent, const Charge &charge, const QString &user)
{
    if (charge.customerSlip.isEmpty() && charge.merchantSlip.isEmpty())
        return {};
    const QJsonObject slips{{u"customer"_s, QJsonArray::fromStringList(printableSlip(charge.customerSlip))},
                            {u"merchant"_s, QJsonArray::fromStringList(printableSlip(charge.merchantSlip))},
                            {u"signature"_s, charge.signatureRequired}};
    const QJsonObject note{{u"key"_s, cardSlipNoteKey(intent)},
                           {u"text"_s, QString::fromUtf8(QJsonDocument{slips}.toJson(QJsonDocument::Compact))}};
    TRY(DocumentStore{workplace.db()}.put(DocumentKind::Note, note, {user, workplace.now()}));
    return {};
}

void keepCardWords(PaymentIntent &intent, const Charge &charge)
{
    const bool isName = charge.transaction.size() <= longestTransaction && printable(charge.transaction) == charge.transaction;
    intent.transaction = isName ? charge.transaction : QString{}; // one that was cut would name another
    intent.card = {.brand = keptWord(charge.card.brand),
                   .maskedPan = keptWord(charge.card.maskedPan),
                   .entry = keptWord(charge.card.entry),
                   .terminalId = keptWord(charge.card.terminalId),
                   .merchantId = keptWord(charge.card.merchantId),
                   .receiptNumber = keptWord(charge.card.receiptNumber),
                   .at = {}};
    const int year = charge.card.at.date().year();
    if (charge.card.at.isValid() && year >= 2000 && year < 2200)
        intent.card.at = charge.card.at;
}

Result<> appendCardSlips(const Workplace &workplace, const std::vector<Payment> &payments, Paper &paper)
{
    for (const Payment &payment : payments) {
        if (payment.intent.isNull())
            continue;
        TRY_LET(note, DocumentStore{workplace.db()}.get(DocumentKind::Note, cardSlipNoteKey(payment.intent)));
        if (!note)
            continue;
        const QJsonObject slips = QJsonDocument::fromJson(note->body[u"text"_s].toString().toUtf8()).object();
        appendSlip(linesIn(slips[u"customer"_s]), paper);
        if (slips[u"signature"_s].toBool())
            appendSlip(linesIn(slips[u"merchant"_s]), paper);
    }
    return {};
}

} // namespace guichet
