// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/plugin/PluginOutcome.h"

#include "core/base/Clock.h"
#include "core/base/Text.h"
#include "hardware/plugin/guichet_terminal.h"
#include "hardware/records/maskCardData.h"

#include <QJsonArray>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSlipLines = 80;
constexpr qsizetype longestWord = 256;
constexpr qsizetype longestReference = 100;

Charge doubtful(const QString &why)
{
    return {.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = why};
}

/// What no fact may hold is left out: a payment must not fail on its words.
QString wordAt(const QJsonObject &object, const QString &field, qsizetype longest = longestWord)
{
    const QString word = printable(object[field].toString()).left(longest);
    return hasForbiddenCharacters(word) ? QString{} : word;
}

/// A whole number of cents that a till can have to do with.
std::optional<Money> centsAt(const QJsonObject &object, const QString &field)
{
    constexpr qint64 none = largestAmount.cents() + 1;
    const qint64 cents = object[field].toInteger(none);
    if (cents > largestAmount.cents() || cents < -largestAmount.cents())
        return std::nullopt;
    return Money::fromCents(cents);
}

ChargeState stateOf(const QString &name)
{
    if (name == u"approved")
        return ChargeState::Approved;
    if (name == u"declined")
        return ChargeState::Declined;
    return name == u"not_started" ? ChargeState::NotStarted : ChargeState::Unknown;
}

QString entryOf(const QJsonObject &result)
{
    static const QStringList known{u"chip"_s, u"contactless"_s, u"mobile"_s, u"magstripe"_s, u"manual"_s};
    const QString said = result[u"entry"_s].toString();
    return known.contains(said) ? said : QString{};
}

CardDetails cardFrom(const QJsonObject &result)
{
    return {.brand = wordAt(result, u"brand"_s),
            .maskedPan = maskedPan(wordAt(result, u"pan"_s)),
            .entry = entryOf(result),
            .terminalId = wordAt(result, u"terminal"_s),
            .merchantId = wordAt(result, u"merchant"_s),
            .receiptNumber = wordAt(result, u"receipt"_s),
            .at = fromRfc3339(result[u"at"_s].toString())};
}

QStringList slipAt(const QJsonObject &result, const QString &field)
{
    const QString text = result[field].toString();
    return text.isEmpty() ? QStringList{} : text.split(u'\n').mid(0, mostSlipLines);
}

} // namespace

PluginAnswer pluginAnswerFrom(const QJsonObject &result, const PluginAsked &asked)
{
    const QString state = result[u"state"_s].toString();
    if (result[u"intent"_s].toString() != asked.intent.toString())
        return {.charge = doubtful(u"answer for another payment"_s)};
    Charge charge = doubtful(wordAt(result, u"text"_s));
    charge.state = stateOf(state);
    charge.card = cardFrom(result);
    charge.merchantSlip = slipAt(result, u"merchantSlip"_s);
    charge.customerSlip = slipAt(result, u"customerSlip"_s);
    charge.signatureRequired = result[u"signature"_s].toBool();
    if (charge.state != ChargeState::Approved)
        return {.charge = charge, .isInProgress = state == u"in_progress"};
    const auto moved = centsAt(result, u"cents"_s);
    if (!moved || !asked.tips.allows(asked.amount, *moved))
        return {.charge = doubtful(u"approved without an amount that can be"_s)};
    charge.authorised = *moved;
    charge.reference = wordAt(result, u"reference"_s, longestReference);
    charge.transaction = wordAt(result, u"transaction"_s);
    return {.charge = charge};
}

Result<TerminalTotals> pluginTotalsFrom(const QJsonObject &reply)
{
    TerminalTotals totals;
    for (const QJsonValue &value : reply[u"totals"_s].toArray()) {
        const QJsonObject row = value.toObject();
        const auto amount = centsAt(row, u"cents"_s);
        const qint64 count = row[u"count"_s].toInteger(-1);
        if (!amount || count < 0 || count > 1'000'000 || totals.rows.size() >= GUICHET_MOST_TOTALS)
            return failure(ErrorCode::DeviceAnswerInvalid, u"plugin: totals"_s);
        totals.rows.push_back({.brand = wordAt(row, u"brand"_s), .count = static_cast<int>(count), .amount = *amount});
    }
    return totals;
}

} // namespace guichet
