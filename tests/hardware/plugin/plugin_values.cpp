// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "hardware/plugin/guichet_terminal.h"
#include "tests/hardware/plugin/PluginFixture.h"

#include <QJsonArray>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;

const Id<PaymentIntent> someIntent = Id<PaymentIntent>::generate();

Charge saidOf(Money amount, QJsonObject result)
{
    if (!result.contains(u"intent"_s))
        result.insert(u"intent"_s, someIntent.toString());
    return pluginAnswerFrom(result, {.intent = someIntent, .amount = amount}).charge;
}

QJsonObject approvalOf(qint64 cents)
{
    return {{u"state"_s, u"approved"_s}, {u"cents"_s, cents}};
}

TEST_CASE("money moves the way it was asked, and never more back than asked")
{
    CHECK(saidOf(price, approvalOf(1250)).authorised == price);
    CHECK(saidOf(price, approvalOf(1450)).authorised == Money::fromCents(1450)); // a tip
    CHECK(saidOf(price, approvalOf(600)).authorised == Money::fromCents(600));   // a part
    CHECK(saidOf(-price, approvalOf(-1250)).authorised == -price);
    CHECK(saidOf(-price, approvalOf(-1251)).state == ChargeState::Unknown);
    CHECK(saidOf(-price, approvalOf(1250)).state == ChargeState::Unknown);
    CHECK(saidOf(price, approvalOf(-1)).state == ChargeState::Unknown);
    CHECK(saidOf(price, approvalOf(largestAmount.cents() + 1)).state == ChargeState::Unknown);
}

TEST_CASE("an answer for another payment says nothing, whatever it says")
{
    for (const QString &state : {u"approved"_s, u"declined"_s, u"not_started"_s, u"in_progress"_s})
        CHECK(saidOf(price, {{u"state"_s, state}, {u"cents"_s, 1250}, {u"intent"_s, Id<PaymentIntent>::generate().toString()}}).state ==
              ChargeState::Unknown);
}

TEST_CASE("words of a library cannot command a printer, name a card or keep a fact from being written")
{
    QJsonObject result = approvalOf(1250);
    result.insert(u"pan"_s, u"5413330089604111"_s);
    result.insert(u"brand"_s, u"Visa\x1B@\n"_s);
    result.insert(u"reference"_s, QString{QChar{0xD800}});
    result.insert(u"entry"_s, u"by thought"_s);
    result.insert(u"customerSlip"_s, u"a\n"_s.repeated(500));
    const Charge charge = saidOf(price, result);
    CHECK(charge.card.maskedPan == u"************4111");
    CHECK_FALSE(charge.card.brand.contains(QChar{0x1B}));
    CHECK_FALSE(hasForbiddenCharacters(charge.reference));
    CHECK(charge.card.entry.isEmpty());
    CHECK(charge.customerSlip.size() == 80);
}

TEST_CASE("totals are believed when they can be")
{
    const auto totalsOf = [](qint64 count, qint64 cents, int rows = 1) {
        QJsonArray array;
        for (int row = 0; row < rows; ++row)
            array.append(QJsonObject{{u"brand"_s, u"Visa"_s}, {u"count"_s, count}, {u"cents"_s, cents}});
        return pluginTotalsFrom({{u"totals"_s, array}});
    };
    CHECK(totalsOf(2, 500).value() == TerminalTotals{{{u"Visa"_s, 2, Money::fromCents(500)}}});
    CHECK(totalsOf(1, -500));
    CHECK_FALSE(totalsOf(-1, 500));
    CHECK_FALSE(totalsOf(1, largestAmount.cents() + 1));
    CHECK_FALSE(totalsOf(1, 1, GUICHET_MOST_TOTALS + 1));
}

TEST_CASE("lines are cut wherever they arrive, and have a longest length")
{
    PluginLines lines;
    lines.feed("{\"a\":1}\n{\"b\"");
    CHECK(lines.next().value()->contains(u"a"_s));
    CHECK_FALSE(lines.next().value());
    lines.feed(":2}\n");
    CHECK(lines.next().value()->contains(u"b"_s));
    lines.feed(QByteArray(longestPluginLine, 'x'));
    CHECK(lines.next().error().code == ErrorCode::DeviceAnswerInvalid);
}

} // namespace
} // namespace guichet
