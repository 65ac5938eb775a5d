// SPDX-License-Identifier: GPL-3.0-or-later
// What one till changes of the offer, the planning and the house stands at the other (SYN-2): each kind of document, and what it does
// there.
#include "core/ledger/DocumentMerge.h"
#include "tests/sync/SyncDesk.h"

#include <map>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const QDate openDay{2026, 11, 23};

void say(SyncedTill &till, DocumentKind kind, const QJsonObject &document)
{
    must(DocumentStore{till.workplace().db()}.put(kind, document, {.user = u"boss"_s, .at = till.clock.now()}));
    must(till.workplace().documentsChanged());
}

void takeBack(SyncedTill &till, DocumentKind kind, const QString &key)
{
    must(DocumentStore{till.workplace().db()}.archive(kind, key, {.user = u"boss"_s, .at = till.clock.now()}));
    must(till.workplace().documentsChanged());
}

FormulaOrder visitOf(int adults, QTime slot)
{
    return {.formula = u"grotte"_s,
            .date = {},
            .slot = slot,
            .units = {{.key = u"adulte"_s, .quantity = adults}},
            .supplements = {},
            .force = Force::None,
            .forceReason = {}};
}

/// Whether the till would sell it; nothing of it stays.
Result<> wouldSell(SyncedTill &till, const FormulaOrder &order)
{
    TRY(till.checkout().add(CommandId::generate(), order));
    return till.checkout().clear(CommandId::generate());
}

template <typename T>
T named(const QString &key)
{
    T made;
    made.key = key;
    made.name = u"Nouveau"_s;
    return made;
}

Promotion winter()
{
    auto promotion = named<Promotion>(u"hiver"_s);
    promotion.percent = BasisPoints{2000};
    return promotion;
}

StopSale works()
{
    StopSale stop;
    stop.key = u"travaux"_s;
    stop.formula = u"grotte"_s;
    stop.slot = {14, 0};
    stop.reason = u"travaux"_s;
    return stop;
}

SlotCapacity smallGroup()
{
    return {.pool = u"grotte"_s, .date = openDay, .slot = {14, 0}, .capacity = 3};
}

Formula caveWithAudio(SyncedTill &till)
{
    Formula cave = *till.workplace().catalogue->formula(u"grotte"_s);
    OfferedItem audio;
    audio.key = u"audio"_s;
    audio.prices.emplace_back().price = cents(250);
    cave.supplements = {audio};
    return cave;
}

OpeningCalendar closedAtChristmas(SyncedTill &till)
{
    OpeningCalendar calendar = till.workplace().catalogue->calendar;
    calendar.closures[QDate{2026, 12, 25}] = u"Noël"_s;
    return calendar;
}

VatTable ratesToCome(SyncedTill &till)
{
    std::vector<VatRateEntry> entries = till.workplace().catalogue->vatTable.entries();
    entries.push_back({.code = VatCode::A, .rate = BasisPoints{2200}, .validFrom = {2030, 1, 1}});
    return VatTable{std::move(entries)};
}

Product card()
{
    auto product = named<Product>(u"carte"_s);
    product.price = cents(150);
    return product;
}

PromoCode flyer()
{
    auto code = named<PromoCode>(u"tract"_s);
    code.code = u"TRACT"_s;
    code.percent = BasisPoints{500};
    return code;
}

User student()
{
    User user;
    user.key = u"etudiant"_s;
    user.displayName = u"Étudiant"_s;
    user.role = Role::Seller;
    return user;
}

QJsonObject visitor()
{
    Client client;
    client.name = u"Lambert"_s;
    return customerToJson(u"c1"_s, client);
}

TillSettings longerGifts(SyncedTill &till)
{
    TillSettings settings = till.workplace().settings;
    settings.giftValidityMonths = 36;
    return settings;
}

Attraction withTelephone(SyncedTill &till)
{
    Attraction attraction = *must(DocumentStore{till.workplace().db()}.attraction());
    attraction.telephone = u"+32 65 00 00 00"_s;
    return attraction;
}

/// A document of each kind that no till has yet; where a kind is new, the compiler asks for one.
QJsonObject newDocument(SyncedTill &till, DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Resource: return toJson(named<Resource>(u"senior"_s));
    case DocumentKind::Supplement: return toJson(named<Supplement>(u"audio"_s));
    case DocumentKind::Formula: return toJson(caveWithAudio(till));
    case DocumentKind::Group: return toJson(named<Group>(u"nuit"_s));
    case DocumentKind::Pool: return toJson(named<Pool>(u"barque"_s));
    case DocumentKind::Promotion: return toJson(winter());
    case DocumentKind::PromoCode: return toJson(flyer());
    case DocumentKind::PaymentMethod: return toJson(named<PaymentMethod>(u"ecocheque"_s));
    case DocumentKind::Reason: return toJson(named<Reason>(u"voisin"_s));
    case DocumentKind::StopSale: return toJson(works());
    case DocumentKind::SlotCapacity: return toJson(smallGroup());
    case DocumentKind::Calendar: return toJson(closedAtChristmas(till));
    case DocumentKind::VatRates: return toJson(ratesToCome(till));
    case DocumentKind::TillProfile: return toJson(named<TillProfile>(u"kiosque"_s));
    case DocumentKind::Product: return toJson(card());
    case DocumentKind::User: return toJson(student());
    case DocumentKind::Customer: return visitor();
    case DocumentKind::Settings: return toJson(longerGifts(till));
    case DocumentKind::Attraction: return toJson(withTelephone(till));
    case DocumentKind::Note: return {{u"key"_s, u"n1"_s}, {u"text"_s, u"À table 4"_s}};
    }
    Q_UNREACHABLE();
}

} // namespace

TEST_CASE("a document of every kind that tills share reaches the other till; a note stays at home")
{
    TwoTills tills;
    std::map<DocumentKind, QJsonObject> said;
    for (int i = 0; i <= static_cast<int>(DocumentKind::Note); ++i) { // the last one
        const auto kind = static_cast<DocumentKind>(i);
        said[kind] = newDocument(tills.first, kind);
        say(tills.first, kind, said[kind]);
    }
    tills.meet();
    for (const auto &[kind, document] : said) {
        INFO(documentKindName(kind));
        const auto arrived = must(DocumentStore{tills.second.workplace().db()}.get(kind, documentKey(kind, document)));
        REQUIRE(arrived.has_value() == (kind != DocumentKind::Note));
        if (arrived)
            CHECK(withoutOwnFields(kind, arrived->body) == withoutOwnFields(kind, document));
    }
    CHECK(tills.second.state().unread == 0);
}

TEST_CASE("a stop-sale at one till closes the slot at the other, and lifted there opens it again here")
{
    TwoTills tills;
    say(tills.first, DocumentKind::StopSale, toJson(works()));
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(refusal(wouldSell(*till, visitOf(1, {14, 0}))) == ErrorCode::StopSale);
        CHECK(wouldSell(*till, visitOf(1, {14, 30})));
    }
    takeBack(tills.second, DocumentKind::StopSale, works().key);
    tills.meet();
    for (SyncedTill *till : tills.both())
        CHECK(wouldSell(*till, visitOf(1, {14, 0})));
}

TEST_CASE("another capacity of a slot at one till is that of the slot at the other, also for what it has sold already")
{
    TwoTills tills;
    tills.second.addAdults(1, {14, 0});
    must(tills.second.pay(u"cash"_s));
    must(tills.second.validate());
    say(tills.first, DocumentKind::SlotCapacity, toJson(smallGroup()));
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        CHECK(refusal(wouldSell(*till, visitOf(3, {14, 0}))) == ErrorCode::CapacityFull);
        CHECK(wouldSell(*till, visitOf(2, {14, 0})));
        CHECK(wouldSell(*till, visitOf(20, {15, 0})));
    }
}

TEST_CASE("a day that is closed in the calendar of one till is closed at the other")
{
    TwoTills tills;
    OpeningCalendar calendar = tills.first.workplace().catalogue->calendar;
    calendar.closures[openDay] = u"neige"_s;
    say(tills.first, DocumentKind::Calendar, toJson(calendar));
    CHECK(wouldSell(tills.second, visitOf(1, {14, 0})));
    tills.meet();
    CHECK(refusal(wouldSell(tills.second, visitOf(1, {14, 0}))) == ErrorCode::Closed);
}

TEST_CASE("a promotion of one till is applied at the other, and no more once it is taken back")
{
    TwoTills tills;
    say(tills.first, DocumentKind::Promotion, toJson(winter()));
    tills.meet();
    const auto priced = [](SyncedTill &till) {
        till.addAdults(2);
        PricedCart cart = must(till.checkout().view()).priced;
        must(till.checkout().clear(CommandId::generate()));
        return cart;
    };
    const PricedCart here = priced(tills.first);
    const PricedCart there = priced(tills.second);
    REQUIRE(there.discounts.size() == 1);
    CHECK(there.discounts.front().key == winter().key);
    CHECK(there.total < there.gross);
    CHECK(there.total == here.total);
    takeBack(tills.first, DocumentKind::Promotion, winter().key);
    tills.meet();
    CHECK(priced(tills.second).total == there.gross);
}

TEST_CASE("a supplement that one till puts into a formula is sold at the other")
{
    TwoTills tills;
    FormulaOrder order = visitOf(2, {14, 0});
    order.supplements = {{.key = u"audio"_s, .quantity = 2}};
    CHECK_FALSE(wouldSell(tills.second, order));
    say(tills.first, DocumentKind::Supplement, toJson(named<Supplement>(u"audio"_s)));
    say(tills.first, DocumentKind::Formula, toJson(caveWithAudio(tills.first)));
    tills.meet();
    must(tills.second.checkout().add(CommandId::generate(), order));
    CHECK(must(tills.second.checkout().view()).priced.total == cents(2 * 1149 + 2 * 250));
    must(tills.second.pay(u"cash"_s));
    const SaleOutcome sold = must(tills.second.validate());
    CHECK(sold.content.lines.size() == 2);
}
