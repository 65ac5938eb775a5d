// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Migrator.h"
#include "core/ledger/Rebuild.h"
#include "core/money/CashRounding.h"
#include "tests/core/ledger/stores/StoresFixture.h"
#include "tests/support/Property.h"

#include <map>

using namespace guichet;

namespace {

/// What the sales, refunds and advances of a session add up to, counted beside the stores.
struct Expected
{
    Money turnover;
    Money giftSold;
    Money drawer = cents(15'000);
    std::map<QString, Money> methods;
    std::map<std::pair<VatCode, qint64>, Money> salesVat;
    Money advancesReceived;
    Money advancesUsed;
    Money rounding;
    Money excess;
    Money tips;
    int sales = 0;
};

/// A till on which things happen at random, decided by bytes, so that RapidCheck can shrink a day that does not add up.
class RandomDays
{
public:
    explicit RandomDays(const std::vector<uint8_t> &choices) : m_choices{choices} { m_till.open(); }

    /// Plays all choices, checking each session when it closes and the last one at the end.
    void play()
    {
        while (m_next < m_choices.size())
            step();
        check();
    }
    StoresFixture &till() { return m_till; }

private:
    int take(int below) { return m_next < m_choices.size() ? m_choices[m_next++] % below : 0; }

    void step()
    {
        switch (take(15)) {
        case 0:
        case 1:
        case 2: return sellForCash();
        case 3:
        case 4: return sellByCard();
        case 5: return sellForCheque();
        case 6: return sellGift();
        case 7: return useGift();
        case 8: return order();
        case 9: return settle();
        case 10:
        case 11: return refund();
        case 12: return correct();
        case 13: return m_till.reincarnate();
        default: return take(4) == 0 ? nextDay() : moveCash();
        }
    }

    Cart randomCart()
    {
        std::vector<CartLine> lines;
        for (int i = 1 + take(3); i > 0; --i) {
            const int kind = take(4);
            if (kind == 0)
                lines.push_back(ticket(u"adult"_s, 1 + take(4)));
            else if (kind == 1)
                lines.push_back(ticket(u"child"_s, 1 + take(4)));
            else
                lines.push_back(good(u"p%1"_s.arg(take(5)), 1 + take(3), 1 + take(255) * 7, kind == 2 ? VatCode::A : VatCode::B));
        }
        return m_till.cart(lines, take(3) == 0 ? u"DIX"_s : QString{});
    }

    void addVat(const std::vector<VatAmount> &rows)
    {
        for (const VatAmount &row : rows)
            if (row.rate.code != VatCode::X)
                m_expected.salesVat[{row.rate.code, row.rate.rate.value()}] += row.vat;
    }

    void countPayment(const Payment &payment)
    {
        m_expected.methods[payment.method] += payment.received();
        m_expected.rounding += payment.rounding;
        m_expected.excess += payment.excess;
        m_expected.tips += payment.tip;
        if (payment.type == PaymentType::Cash)
            m_expected.drawer += payment.received();
    }

    void countSale(const SaleContent &sale)
    {
        ++m_expected.sales;
        m_expected.turnover += sale.total - sale.giftValue;
        m_expected.giftSold += sale.giftValue;
        addVat(sale.vat);
        for (const Tender &tender : sale.tenders)
            if (tender.kind == Tender::Kind::Payment)
                countPayment(tender.payment);
        m_sold.push_back(sale);
    }

    void sellForCash() { countSale(m_till.sellForCash(randomCart())); }

    void sellByCard()
    {
        const Cart cart = randomCart();
        const Money total = m_till.content(cart).total;
        Payment card = paymentBy(u"bancontact"_s, total.cents());
        card.tip = cents(take(2) * 100);
        countSale(m_till.sell(cart, {card}));
    }

    void sellForCheque()
    {
        const Cart cart = randomCart();
        Payment cheque = paymentBy(u"cheque"_s, m_till.content(cart).total.cents());
        cheque.excess = cents(take(200));
        countSale(m_till.sell(cart, {cheque}));
    }

    void sellGift()
    {
        const QString code = u"G%1"_s.arg(++m_gifts);
        const Money value = cents(1000 + take(10) * 500);
        countSale(m_till.sell(m_till.cart({giftLine(code, value.cents())}), {paymentBy(u"bancontact"_s, value.cents())}));
        m_till.gift(FactType::GiftIssued, code, value);
        m_liability += value;
        m_balances[code] = value;
    }

    void useGift()
    {
        for (auto &[code, balance] : m_balances) {
            const Cart cart = randomCart();
            const Money total = m_till.content(cart).total;
            if (total > balance)
                continue;
            Payment gift = paymentBy(u"gift_card"_s, total.cents());
            gift.giftCode = code;
            countSale(m_till.sell(cart, {gift}));
            m_till.gift(FactType::GiftUsed, code, -total);
            balance -= total;
            m_liability -= total;
            return;
        }
    }

    void order()
    {
        const Cart cart = randomCart();
        const Money total = m_till.content(cart).total;
        const Money deposit = cents(total.cents() * (1 + take(8)) / 10);
        m_orders.push_back(m_till.order(cart, deposit));
        if (!deposit.isPositive())
            return;
        m_expected.advancesReceived += deposit;
        m_expected.methods[u"bancontact"_s] += deposit;
    }

    void settle()
    {
        if (m_orders.empty())
            return;
        const SaleContent order = m_orders.front();
        m_orders.erase(m_orders.begin());
        const Money rest = order.total - order.deposit;
        Payment cash = paymentBy(u"cash"_s, rest.cents());
        cash.rounding = cashRounding(order.total, rest);
        countSale(m_till.settle(order, {cash}));
        m_expected.advancesUsed -= order.deposit;
    }

    void refund()
    {
        if (m_sold.empty())
            return;
        const SaleContent &sale = m_sold[static_cast<size_t>(take(200)) % m_sold.size()];
        const auto sold = DossierStore{*m_till.db}.sold(sale.dossier);
        REQUIRE(sold);
        RefundRequest request{.lines = {}, .reason = u"rain"_s, .restock = take(2) == 0};
        for (const SaleLine &line : sold->sale.lines) {
            if (line.priced.kind == LineKind::GiftValue)
                return; // A used card is not taken back.
            if (const int left = line.priced.quantity - line.refundedUnits; left > 0 && take(2) == 0)
                request.lines.push_back({.line = line.priced.id, .units = 1 + take(left)});
        }
        if (request.lines.empty())
            return;
        const RefundContent done = m_till.refund(sale.dossier, request, paymentBy(take(2) == 0 ? u"cash"_s : u"bancontact"_s, 0));
        m_expected.turnover += done.total;
        addVat(done.vat);
        countPayment(done.payments.front());
    }

    void correct()
    {
        if (m_sold.empty())
            return;
        const SaleContent &sale = m_sold.back();
        if (sale.tenders.empty() || sale.tenders.back().payment.method != u"cash")
            return;
        const Payment &paid = sale.tenders.back().payment;
        const CorrectionContent correction{.dossier = sale.dossier,
                                           .payment = paid.id,
                                           .fromMethod = u"cash"_s,
                                           .fromType = PaymentType::Cash,
                                           .toMethod = u"bancontact"_s,
                                           .toType = PaymentType::CardDebit,
                                           .toTitle = LocalizedText{u"Bancontact"_s},
                                           .amount = paid.amount,
                                           .rounding = paid.rounding};
        REQUIRE(m_till.append(FactType::PaymentCorrected, toJson(correction)));
        m_expected.drawer -= paid.amount + paid.rounding;
        m_expected.methods[u"cash"_s] -= paid.amount + paid.rounding;
        m_expected.methods[u"bancontact"_s] += paid.amount + paid.rounding;
        m_sold.pop_back(); // Once.
    }

    void moveCash()
    {
        const Money amount = cents(100 + take(50) * 10);
        const auto kind = static_cast<CashMovementKind>(take(3));
        m_till.moveCash(kind, amount);
        m_expected.drawer += kind == CashMovementKind::In ? amount : -amount;
    }

    void nextDay()
    {
        check();
        m_till.close(cents(15'000));
        m_till.clock.advance(std::chrono::hours{20});
        m_till.open();
        m_expected = {};
    }

    void check()
    {
        const Report x = m_till.report();
        RC_ASSERT(x.identityLeft() == x.identityRight());
        RC_ASSERT(x.pendingPayments == Money{});
        RC_ASSERT(x.net == m_expected.turnover);
        RC_ASSERT(x.saleCount == m_expected.sales);
        RC_ASSERT(x.giftSold == m_expected.giftSold);
        RC_ASSERT(x.cash.expected() == m_expected.drawer);
        RC_ASSERT(x.advancesReceived == m_expected.advancesReceived);
        RC_ASSERT(x.advancesUsed == m_expected.advancesUsed);
        RC_ASSERT(x.roundingUp + x.roundingDown == m_expected.rounding);
        RC_ASSERT(x.excess == m_expected.excess);
        RC_ASSERT(x.tips == m_expected.tips);
        RC_ASSERT(x.giftLiabilityAfter == m_liability);
        RC_ASSERT(x.gross + discountsOf(x) + x.refunds == x.net);
        checkMethods(x);
        checkVat(x);
        checkItems(x);
    }

    static Money discountsOf(const Report &x)
    {
        Money sum;
        for (const auto *list : {&x.promotions, &x.promoCodes, &x.complimentary, &x.priceChanges})
            for (const NamedTotal &total : *list)
                sum += total.amount;
        return sum;
    }

    void checkMethods(const Report &x) const
    {
        std::map<QString, Money> read;
        for (const MethodTotal &method : x.methods)
            read[method.method] += method.total();
        for (const auto &[method, amount] : m_expected.methods)
            RC_ASSERT(read[method] == amount);
    }

    void checkVat(const Report &x) const
    {
        Money sales, received, used;
        for (const VatColumns &row : x.vat) {
            const auto expected = m_expected.salesVat.find({row.rate.code, row.rate.rate.value()});
            RC_ASSERT(row.sales.vat == (expected == m_expected.salesVat.end() ? Money{} : expected->second));
            sales += row.sales.base + row.sales.vat;
            received += row.advancesReceived.base + row.advancesReceived.vat;
            used += row.advancesUsed.base + row.advancesUsed.vat;
        }
        RC_ASSERT(sales == x.net);
        RC_ASSERT(received == x.advancesReceived);
        RC_ASSERT(used == x.advancesUsed);
    }

    static void checkItems(const Report &x)
    {
        Money net, hours, users;
        for (const ItemTotal &item : x.items)
            net += item.net;
        for (const HourTotal &hour : x.hours)
            hours += hour.total;
        for (const UserTotal &user : x.users)
            users += user.total;
        std::map<QString, int> persons;
        for (const HourTotal &hour : x.hours)
            for (const NamedTotal &category : hour.visitors)
                persons[category.key] += category.count;
        for (const NamedTotal &category : x.visitors)
            RC_ASSERT(persons[category.key] == category.count);
        RC_ASSERT(net == x.net);
        RC_ASSERT(hours == x.net);
        RC_ASSERT(users == x.net);
    }

    const std::vector<uint8_t> &m_choices;
    size_t m_next = 0;
    StoresFixture m_till;
    Expected m_expected;
    std::vector<SaleContent> m_sold;
    std::vector<SaleContent> m_orders;
    std::map<QString, Money> m_balances;
    Money m_liability;
    int m_gifts = 0;
};

void requireEqualReplay(StoresFixture &till)
{
    const auto fresh = Database::openInMemory();
    REQUIRE(fresh);
    REQUIRE(migrate(**fresh));
    REQUIRE(replayInto(*till.db, **fresh, till.projector));
    const auto difference = firstDifference(*till.db, **fresh, till.projector.projectionTables());
    REQUIRE(difference);
    REQUIRE(*difference == QString{});
}

} // namespace

TEST_CASE("whatever happens on whatever days, the money adds up and a replay gives the same rows")
{
    property("identity of a day, drawer, VAT columns, methods, items", [] {
        const auto choices = *rc::gen::resize(250, rc::gen::arbitrary<std::vector<uint8_t>>());
        RandomDays days{choices};
        days.play();
        requireEqualReplay(days.till());
    });
}
