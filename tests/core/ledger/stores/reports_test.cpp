// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/GiftStore.h"
#include "core/ledger/Query.h"
#include "tests/core/ledger/stores/StoresFixture.h"

using namespace guichet;

namespace {

Payment cashOf(qint64 amount, qint64 rounding = 0)
{
    Payment cash = paymentBy(u"cash"_s, amount);
    cash.rounding = cents(rounding);
    return cash;
}

} // namespace

TEST_CASE_METHOD(StoresFixture, "an advance enters the VAT table when it is received and leaves it when the sale uses it")
{
    open();
    // 24,00 at 6 % and 14,99 at 21 %: 38,99. A deposit of 10,00 is 6,16 and 3,84 (largest remainder).
    const SaleContent booked = order(cart({ticket(u"adult"_s, 2), good(u"bat"_s, 1, 1499)}), cents(1000));
    Report first = close();
    REQUIRE(first.net == Money{});
    REQUIRE(first.advancesReceived == cents(1000));
    REQUIRE(first.duePayments == cents(2899));
    REQUIRE(first.openItems.size() == 1);
    REQUIRE(first.vat.size() == 2);
    REQUIRE(first.vat[0].rate.code == VatCode::A);
    REQUIRE(first.vat[0].advancesReceived.base + first.vat[0].advancesReceived.vat == cents(384));
    REQUIRE(first.vat[1].advancesReceived.vat == cents(35));

    clock.advance(std::chrono::hours{20});
    open();
    settle(booked, {cashOf(2899, 1)});
    const Report second = report();
    REQUIRE(second.net == cents(3899));
    REQUIRE(second.advancesUsed == cents(-1000));
    REQUIRE(second.vat[0].advancesUsed.base == -first.vat[0].advancesReceived.base);
    REQUIRE(second.vat[1].advancesUsed.vat == cents(-35));
    REQUIRE(second.identityLeft() == second.identityRight());
    REQUIRE(PaymentStore{*db}.money(booked.dossier)->advanceVat[0].total == Money{});
}

TEST_CASE_METHOD(StoresFixture, "customer credit is a tender on its day and money on the day it is paid")
{
    open();
    SaleContent group = content(cart({ticket(u"child"_s, 10)}));
    Tender credit;
    credit.kind = Tender::Kind::CustomerCredit;
    credit.payment.id = Id<Payment>::generate();
    credit.payment.amount = group.total;
    group.tenders = {credit};
    REQUIRE(writePayments(group, {}));
    const Report day = close();
    REQUIRE(day.receivablesCreated == cents(7500));
    REQUIRE(day.identityLeft() == day.identityRight());
    REQUIRE(DossierStore{*db}.row(group.dossier)->due == cents(7500));

    clock.advance(std::chrono::hours{20});
    open();
    pay(group, paymentBy(u"bancontact"_s, 7500), PaymentPurpose::Receivable);
    const Report later = report();
    REQUIRE(later.net == Money{});
    REQUIRE(later.receivablesPaid == cents(7500));
    REQUIRE(later.identityLeft() == later.identityRight());
    REQUIRE(DossierStore{*db}.row(group.dossier)->due == Money{});
}

TEST_CASE_METHOD(StoresFixture, "a card payment without a sale waits, and the Z makes it an advance")
{
    open();
    const SaleContent cart1 = content(cart({ticket(u"adult"_s, 2)}));
    const Payment card = pay(cart1, paymentBy(u"bancontact"_s, 2400), PaymentPurpose::Sale);
    REQUIRE(report().pendingPayments == cents(2400));
    REQUIRE(PaymentStore{*db}.unassigned(session)->size() == 1);
    const SaleContent reversed = content(cart({ticket(u"adult"_s, 1)}));
    pay(reversed, paymentBy(u"bancontact"_s, 1200), PaymentPurpose::Sale);
    pay(reversed, paymentBy(u"bancontact"_s, -1200), PaymentPurpose::Sale);
    REQUIRE(PaymentStore{*db}.unassigned(session)->size() == 1); // What was taken back is nobody's.

    const AdvanceContent advance{
        .dossier = cart1.dossier, .dossierNumber = cart1.dossierNumber, .payments = {card.id}, .amount = cents(2400), .vat = cart1.vat};
    REQUIRE(append(FactType::Advance, toJson(advance)));
    REQUIRE(PaymentStore{*db}.unassigned(session)->empty());
    const Report day = close();
    REQUIRE(day.pendingPayments == Money{});
    REQUIRE(day.advancesReceived == cents(2400));
    REQUIRE(day.identityLeft() == day.identityRight());
    REQUIRE(DossierStore{*db}.row(cart1.dossier)->state == DossierState::ToConfirm);

    clock.advance(std::chrono::hours{20});
    open();
    settle(cart1, {});
    const Report next = report();
    REQUIRE(next.advancesUsed == cents(-2400));
    REQUIRE(next.identityLeft() == next.identityRight());
}

TEST_CASE_METHOD(StoresFixture, "an X counts prices, visitors, origins, copies, drawer and training apart")
{
    open(cents(14'950), cents(15'000));
    SaleContent belgian = content(cart({ticket(u"adult"_s, 2), ticket(u"child"_s, 3)}, u"DIX"_s));
    belgian.origin = {.country = u"BE"_s, .postcode = u"5580"_s, .province = {}};
    REQUIRE(writePayments(belgian, {paymentBy(u"bancontact"_s, belgian.total.cents())}));
    sell(cart({ticket(u"adult"_s, 4)}), {paymentBy(u"bancontact"_s, 4800)});
    REQUIRE(append(FactType::Visitors,
                   toJson(VisitorsContent{.rows = {{.origin = {.country = u"NL"_s, .postcode = {}, .province = {}}, .persons = 3}}})));
    REQUIRE(append(FactType::DrawerOpened, toJson(DrawerOpenedContent{.reason = u"change"_s}), EventLabel::F));
    REQUIRE(append(FactType::Copy, toJson(CopyContent{.document = {.series = u"R"_s, .number = 1}, .copy = 1}), EventLabel::C));
    REQUIRE(append(FactType::Sale, toJson(content(cart({ticket(u"adult"_s, 9)}))), EventLabel::T, u"R"_s));

    const Report x = report();
    REQUIRE(x.saleCount == 2);
    REQUIRE(x.trainingTickets == 1);
    REQUIRE(x.net == cents(4185 + 4800)); // (24,00 + 22,50) − 10 %, and 48,00
    REQUIRE(x.promoCodes.size() == 1);
    REQUIRE(x.promoCodes[0].amount == cents(-465));
    CHECK(x.priceChangesByRate == std::vector<PriceChangesOfRate>{{.rate = x.vat.at(0).rate, .reductions = cents(-465), .increases = {}}});
    REQUIRE(x.visitors == std::vector<NamedTotal>{{.key = u"adult"_s, .title = {}, .count = 6, .amount = {}},
                                                  {.key = u"child"_s, .title = {}, .count = 3, .amount = {}}});
    REQUIRE(x.origins.size() == 3);
    REQUIRE(x.origins[0].key == u"BE 5580"_s);
    REQUIRE(x.origins[0].count == 5);
    REQUIRE(x.origins[1].key == u"NL"_s);
    REQUIRE(x.origins[2].count == 1); // Nine visitors, eight known.
    REQUIRE(x.cash.openingDifference == cents(-50));
    REQUIRE(x.cash.expected() == cents(14'950));
    REQUIRE(x.copies == 1);
    REQUIRE(x.drawerOpenings[0].key == u"change"_s);
    REQUIRE(DossierStore{*db}.copies(chain.till, {.series = u"R"_s, .number = 1}) == 1);
    REQUIRE(x.monthToDate == x.net);
}

TEST_CASE_METHOD(StoresFixture, "a refund to a gift card is value that was not used")
{
    open();
    sell(cart({giftLine(u"G1"_s, 5000)}), {paymentBy(u"bancontact"_s, 5000)});
    gift(FactType::GiftIssued, u"G1"_s, cents(5000), QDate{2027, 11, 23});
    Payment value = paymentBy(u"gift_card"_s, 2400);
    value.giftCode = u"G1"_s;
    const SaleContent sale = sell(cart({ticket(u"adult"_s, 2)}), {value});
    gift(FactType::GiftUsed, u"G1"_s, cents(-2400));
    refund(sale.dossier, {.lines = {{.line = sale.lines[0].priced.id, .units = 1}}, .reason = u"rain"_s, .restock = true},
           paymentBy(u"gift_card"_s, 0));
    gift(FactType::GiftRefunded, u"G1"_s, cents(1200));

    const Report x = report();
    REQUIRE(x.giftSold == cents(5000));
    REQUIRE(x.giftUsed == cents(1200));
    REQUIRE(x.giftLiabilityBefore == Money{});
    REQUIRE(x.giftLiabilityAfter == cents(3800));
    REQUIRE(x.net == cents(1200));
    REQUIRE(x.vat.size() == 1); // Gift value is outside VAT and turnover.
    REQUIRE(x.identityLeft() == x.identityRight());
    const auto balance = GiftStore{*db}.balance(u" g-1 "_s, businessDate);
    REQUIRE(balance);
    REQUIRE(balance->balance == cents(3800));
    REQUIRE_FALSE(balance->expired);
    REQUIRE(GiftStore{*db}.balance(u"G1"_s, QDate{2027, 11, 24})->expired);
    REQUIRE(GiftStore{*db}.expiredBefore(QDate{2027, 11, 24})->size() == 1);
    REQUIRE(GiftStore{*db}.balance(u"G2"_s, businessDate).error().code == ErrorCode::GiftUnknown);
}

TEST_CASE_METHOD(StoresFixture, "gift value that is given back in two refunds names each payment once")
{
    open();
    const SaleContent sale = sell(cart({giftLine(u"G1"_s, 2000), giftLine(u"G2"_s, 3000)}), {paymentBy(u"bancontact"_s, 5000)});
    refund(sale.dossier, {.lines = {{.line = sale.lines[0].priced.id, .units = 1}}, .reason = u"rain"_s}, paymentBy(u"cash"_s, 0));
    refund(sale.dossier, {.lines = {{.line = sale.lines[1].priced.id, .units = 1}}, .reason = u"rain"_s}, paymentBy(u"bancontact"_s, 0));
    const Report x = report();
    REQUIRE(x.giftByTender.size() == 2);
    CHECK(x.giftByTender[0].count == 2);
    CHECK(x.giftByTender[0].amount == cents(5000 - 3000));
    CHECK(x.giftByTender[1].count == 1);
    CHECK(x.giftByTender[1].amount == cents(-2000));
}

TEST_CASE_METHOD(StoresFixture, "an X counts cheques by face value, also where that is more than was due")
{
    open();
    Payment beyond = paymentBy(u"cheque"_s, 1400);
    beyond.excess = cents(600);
    sell(cart({ticket(u"adult"_s, 2)}), {paymentBy(u"cheque"_s, 1000), beyond});
    const Report x = report();
    REQUIRE(x.methods.size() == 1);
    CHECK(x.methods[0].cheques == std::vector<NamedTotal>{{.key = u"1000"_s, .title = {}, .count = 1, .amount = cents(1000)},
                                                          {.key = u"2000"_s, .title = {}, .count = 1, .amount = cents(2000)}});
}

TEST_CASE_METHOD(StoresFixture, "an X counts a cheque under the method that it was corrected to last (PAY-8)")
{
    open();
    const SaleContent byCheque = sell(cart({ticket(u"adult"_s, 1)}), {paymentBy(u"cheque"_s, 1200)});
    const SaleContent byCard = sell(cart({ticket(u"child"_s, 1)}), {paymentBy(u"bancontact"_s, 750)});
    const auto correct = [&](const SaleContent &sale, const Payment &from, const Payment &to) {
        REQUIRE(append(FactType::PaymentCorrected, toJson(CorrectionContent{.dossier = sale.dossier,
                                                                            .payment = sale.tenders[0].payment.id,
                                                                            .fromMethod = from.method,
                                                                            .fromType = from.type,
                                                                            .toMethod = to.method,
                                                                            .toType = to.type,
                                                                            .toTitle = to.methodTitle,
                                                                            .amount = sale.tenders[0].payment.amount,
                                                                            .rounding = {}})));
    };
    const auto chequesOf = [&](const QString &method) {
        const Report x = report();
        const auto found = std::ranges::find(x.methods, method, &MethodTotal::method);
        REQUIRE(found != x.methods.end());
        CHECK(found->title == LocalizedText{method});
        return found->cheques;
    };
    const NamedTotal taken{.key = u"1200"_s, .title = {}, .count = 1, .amount = cents(1200)};
    const NamedTotal typed{.key = u"750"_s, .title = {}, .count = 1, .amount = cents(750)};
    const Payment cheque = paymentBy(u"cheque"_s, 0);
    const Payment card = paymentBy(u"bancontact"_s, 0);
    Payment holiday = paymentBy(u"holiday"_s, 0);
    holiday.type = PaymentType::ChequeOther;
    CHECK(chequesOf(u"cheque"_s) == std::vector{taken});
    correct(byCheque, cheque, card);
    CHECK(chequesOf(u"cheque"_s).empty());
    CHECK(chequesOf(u"bancontact"_s).empty());
    correct(byCard, card, cheque);
    CHECK(chequesOf(u"cheque"_s) == std::vector{typed});
    correct(byCheque, card, cheque);
    CHECK(chequesOf(u"cheque"_s) == std::vector{typed, taken});
    correct(byCheque, cheque, holiday); // a method by which nothing was paid
    CHECK(chequesOf(u"cheque"_s) == std::vector{typed});
    CHECK(chequesOf(u"holiday"_s) == std::vector{taken});
}

TEST_CASE_METHOD(StoresFixture, "an order that is changed another day was converted from its quote before")
{
    open();
    const SaleContent quoted = content(cart({ticket(u"adult"_s, 1)}));
    REQUIRE(append(FactType::Quote, toJson(quoted), EventLabel::P));
    REQUIRE(append(FactType::Order, toJson(quoted), EventLabel::P));
    CHECK(report().quotesConverted == 1);
    close();
    clock.advance(std::chrono::hours{20});
    open();
    REQUIRE(append(FactType::Order, toJson(quoted), EventLabel::P));
    CHECK(report().quotesConverted == 0);
}

TEST_CASE_METHOD(StoresFixture, "an X says events by label, cash by reason, gift value by what paid it, and price changes by sign")
{
    open();
    // 50,00 of gift value among 74,00, paid half and half: 25,00 by each.
    SaleContent mixed = content(cart({giftLine(u"G1"_s, 5000), ticket(u"adult"_s, 2)}));
    REQUIRE(writePayments(mixed, {paymentBy(u"bancontact"_s, 3700), paymentBy(u"cash"_s, 3700)}));
    gift(FactType::GiftIssued, u"G1"_s, cents(5000), QDate{2027, 11, 23});
    sell(cart({giftLine(u"G1"_s, 1000)}), {paymentBy(u"bancontact"_s, 1000)});
    gift(FactType::GiftRecharged, u"G1"_s, cents(1000));
    REQUIRE(append(FactType::Quote, toJson(content(cart({ticket(u"adult"_s, 1)}))), EventLabel::P));
    moveCash(CashMovementKind::In, cents(700));
    moveCash(CashMovementKind::Drop, cents(2000));
    moveCash(CashMovementKind::Drop, cents(500));
    REQUIRE(append(FactType::Sale, toJson(content(cart({ticket(u"adult"_s, 9)}))), EventLabel::T, u"R"_s));

    const Report x = report();
    CHECK(x.giftSold == cents(6000));
    CHECK(x.giftRechargedCount == 1);
    CHECK(x.giftRecharged == cents(1000));
    CHECK(x.giftByTender ==
          std::vector<NamedTotal>{{.key = u"bancontact"_s, .title = x.giftByTender.at(0).title, .count = 2, .amount = cents(3500)},
                                  {.key = u"cash"_s, .title = x.giftByTender.at(1).title, .count = 1, .amount = cents(2500)}});
    CHECK(x.cash.inByReason == std::vector<NamedTotal>{{.key = u"bank"_s, .title = {}, .count = 1, .amount = cents(700)}});
    CHECK(x.cash.dropsByReason == std::vector<NamedTotal>{{.key = u"bank"_s, .title = {}, .count = 2, .amount = cents(-2500)}});
    CHECK(x.cash.drops == cents(-2500));
    const auto event = [&](const QString &label) {
        const auto found = std::ranges::find(x.events, label, &NamedTotal::key);
        REQUIRE(found != x.events.end());
        return *found;
    };
    CHECK(event(u"N"_s).count == 2);
    CHECK(event(u"N"_s).amount == cents(8400)); // 74,00 and 10,00
    CHECK(event(u"P"_s).amount == cents(1200));
    CHECK(event(u"F"_s).amount == cents(-1800));
    CHECK(event(u"T"_s).count == 1);
    CHECK(event(u"T"_s).amount == Money{});
}

TEST_CASE_METHOD(StoresFixture, "a quote that is sold counts as accepted on the day of the sale alone")
{
    open();
    const SaleContent quoted = content(cart({ticket(u"adult"_s, 1)}));
    REQUIRE(append(FactType::Quote, toJson(quoted), EventLabel::P));
    CHECK(report().quotesConverted == 0);
    close();
    clock.advance(std::chrono::hours{20});
    open();
    SaleContent sold = quoted;
    REQUIRE(writePayments(sold, {paymentBy(u"bancontact"_s, 1200)}));
    const Report x = report();
    CHECK(x.quotes == 0);
    CHECK(x.quotesConverted == 1);
}

TEST_CASE("a Z that says another event, tender, reason or sign than its entries is found")
{
    Report z;
    z.events = {{.key = u"N"_s, .title = {}, .count = 2, .amount = cents(100)}};
    z.priceChanges = {{.key = u"age"_s, .title = {}, .count = 1, .amount = cents(-100)},
                      {.key = u"age"_s, .title = {}, .count = 1, .amount = cents(40)}};
    CHECK(reportDifferences(z, z).isEmpty());
    Report other = z;
    other.events[0].amount = cents(101);
    CHECK(reportDifferences(z, other) == QStringList{u"events"_s});
    other = z;
    other.priceChanges = {{.key = u"age"_s, .title = {}, .count = 2, .amount = cents(-60)}};
    CHECK(reportDifferences(z, other) == QStringList{u"priceChangesBySign"_s});
    Report before = other; // a Z of before these figures: its sums still hold
    before.events.clear();
    CHECK(reportDifferences(before, z, HeldFigures::ThoseItHas).isEmpty());
    CHECK(reportDifferences(before, z) == QStringList{u"priceChangesBySign"_s, u"events"_s});
    other = z;
    other.cash.outByReason = {{.key = u"bank"_s, .title = {}, .count = 1, .amount = cents(-1)}};
    CHECK(reportDifferences(z, other) == QStringList{u"outByReason"_s});
    z.priceChangesByRate = {{.rate = {VatCode::C, BasisPoints{600}}, .reductions = cents(-60), .increases = {}}};
    other = z;
    other.priceChangesByRate[0].increases = cents(40);
    CHECK(reportDifferences(z, other) == QStringList{u"priceChangesByRate"_s});
}

TEST_CASE_METHOD(StoresFixture, "the facts of another till change dossiers and stock here, never this till's X")
{
    open();
    sell(cart({good(u"bat"_s, 1, 1499)}), {paymentBy(u"bancontact"_s, 1499)});
    const Report before = report();

    StoresFixture other;
    other.chain.till = u"018f0000-0000-7000-8000-000000000002"_s;
    const KeyPair otherKey = KeyPair::generate();
    other.chain.key = otherKey.publicKey();
    REQUIRE(Journal::registerChain(*other.db, other.chain));
    other.journal.emplace(*other.db, other.projector, other.clock, other.chain, otherKey);
    other.open();
    const SaleContent theirs = other.sell(other.cart({good(u"bat"_s, 2, 1499), ticket(u"adult"_s, 1)}), {paymentBy(u"bancontact"_s, 4198)});

    ChainIdentity seen = other.chain;
    seen.own = false;
    REQUIRE(Journal::registerChain(*db, seen));
    REQUIRE(forEachFact(*other.db, 0, [&](const Fact &fact, qint64) { return journal->receive(fact); }));
    REQUIRE(report() == before);
    REQUIRE(DossierStore{*db}.row(theirs.dossier)->total == cents(4198));
    REQUIRE(selectInteger(*db, "SELECT quantity FROM stock_level WHERE product = 'bat'") == -3);
    REQUIRE(SessionStore{*db}.openOf(chain.till)->value().id == session);
}

TEST_CASE_METHOD(StoresFixture, "a session closes with its Z, and its float is proposed to the next one")
{
    REQUIRE_FALSE(SessionStore{*db}.openOf(chain.till)->has_value());
    open();
    sellForCash(cart({good(u"pen"_s, 1, 303)}));
    REQUIRE(SessionStore{*db}.openOf(chain.till)->value().businessDate == QDate{2026, 11, 23});
    const Report signedZ = close(cents(12'345));
    REQUIRE_FALSE(SessionStore{*db}.openOf(chain.till)->has_value());
    REQUIRE(SessionStore{*db}.lastClosed(chain.till)->value().nextFloat == cents(12'345));
    REQUIRE(*ZStore{*db}.zNumbers(chain.till) == std::vector<ZNumber>{{1}});
    const auto read = ZStore{*db}.zReport(chain.till, {1});
    REQUIRE(read);
    REQUIRE(read->net == signedZ.net);
    REQUIRE(reportDifferences(*read, report()).isEmpty());
    Report forged = *read;
    forged.net += cents(1);
    REQUIRE(reportDifferences(forged, report()) == QStringList{u"net"_s});
    forged = *read;
    forged.hours.front().sales += 1;
    REQUIRE(reportDifferences(forged, report()) == QStringList{u"hours"_s});
    REQUIRE(ZStore{*db}.zReport(chain.till, {2}).error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(StoresFixture, "the latest step of an intent stands, and open ones are listed until they are settled")
{
    open();
    PaymentIntent intent;
    intent.id = Id<PaymentIntent>::generate();
    intent.dossier = Id<Dossier>::generate();
    intent.method = u"bancontact"_s;
    intent.terminal = u"manual"_s;
    intent.asked = cents(2400);
    REQUIRE(append(FactType::IntentPersisted, toJson(IntentContent{.intent = intent})));
    intent.state = IntentState::Unknown;
    REQUIRE(append(FactType::IntentSent, toJson(IntentContent{.intent = intent})));
    REQUIRE(PaymentStore{*db}.openIntents(chain.till)->size() == 1);
    REQUIRE(PaymentStore{*db}.openIntentsOf(intent.dossier)->front().state == IntentState::Unknown);
    REQUIRE(report().openItems.front().kind == OpenItem::Kind::Intent);

    intent.state = IntentState::Approved;
    intent.authorised = cents(2400);
    intent.resolvedByPerson = true;
    intent.resolvedBy = u"u4"_s;
    REQUIRE(append(FactType::IntentResolved, toJson(IntentContent{.intent = intent})));
    REQUIRE(PaymentStore{*db}.openIntents(chain.till)->empty());
    REQUIRE(PaymentStore{*db}.intent(intent.id)->value().authorised == cents(2400));
    REQUIRE(report().manualResolutions == 1);
}
