// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiJournal.h"

#include "hardware/opi/OpiAmount.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// All text below, in order.
void collectText(const OpiElement &element, QString &text)
{
    text += element.text;
    for (const OpiElement &inner : element.children)
        collectText(inner, text);
}

std::optional<Money> amountOf(const OpiElement &transaction)
{
    const OpiElement *total = transaction.child(u"TotalAmount");
    if (total && total->has(u"Currency") && total->value(u"Currency") != u"EUR")
        return std::nullopt;
    return opiAmountFrom(transaction.value(u"TotalAmount"));
}

std::optional<OpiJournal> journalFrom(const OpiElement &ticket)
{
    static const OpiElement nothing;
    const OpiElement *transaction = ticket.find(u"TransactionInfo");
    if (!transaction)
        return std::nullopt;
    const OpiElement *shop = ticket.find(u"ShopInfo");
    const OpiElement *card = ticket.find(u"CardInfo");
    OpiJournal journal;
    journal.amount = amountOf(*transaction);
    journal.approvalCode = transaction->firstValue({u"AuthorisationCode", u"AuthorizationCode"});
    journal.result = transaction->value(u"TransactionResultText");
    journal.reference = transaction->firstValue({u"TransactionRefNumber", u"TransactionIdentifier"});
    journal.at = transaction->value(u"DateAndTime");
    journal.terminalId = (shop ? *shop : nothing).value(u"TerminalIdentifier");
    journal.brand = (card ? *card : nothing).value(u"CardLabelName");
    return journal;
}

} // namespace

QJsonObject OpiJournal::toJson() const
{
    return {{u"requestId"_s, requestId},       {u"cents"_s, amount ? QString::number(amount->cents()) : QString{}},
            {u"approvalCode"_s, approvalCode}, {u"result"_s, result},
            {u"reference"_s, reference},       {u"at"_s, at},
            {u"terminalId"_s, terminalId},     {u"brand"_s, brand}};
}

OpiJournal OpiJournal::fromJson(const QJsonObject &object)
{
    bool hasAmount = false;
    const qint64 cents = object.value(u"cents"_s).toString().toLongLong(&hasAmount);
    return {.requestId = object.value(u"requestId"_s).toInteger(-1),
            .amount = hasAmount ? std::optional{Money::fromCents(cents)} : std::nullopt,
            .approvalCode = object.value(u"approvalCode"_s).toString(),
            .result = object.value(u"result"_s).toString(),
            .reference = object.value(u"reference"_s).toString(),
            .at = object.value(u"at"_s).toString(),
            .terminalId = object.value(u"terminalId"_s).toString(),
            .brand = object.value(u"brand"_s).toString()};
}

std::optional<OpiJournal> opiJournalFrom(const OpiElement &output)
{
    if (auto journal = journalFrom(output))
        return journal;
    QString text;
    collectText(output, text);
    const auto inner = readOpiXml(text.trimmed().toUtf8());
    if (!inner)
        return std::nullopt;
    OpiElement ticket;
    ticket.children.push_back(*inner);
    return journalFrom(ticket);
}

} // namespace guichet
