// SPDX-License-Identifier: GPL-3.0-or-later
// What promotions, codes, gratuities and changed prices made of the turnover, by VAT rate (belgium.md §5.9).
#include "core/ledger/Migrator.h"
#include "core/ledger/Query.h"
#include "core/ledger/Rebuild.h"
#include "tests/core/ledger/stores/StoresFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

CartLine repriced(CartLine line, qint64 price)
{
    line.changedPrice = cents(price);
    line.priceReason = u"rush"_s;
    return line;
}

/// Three at 3,00: one given away, two sold for 3,50. Two changes on one line.
CartLine twiceChanged()
{
    CartLine line = repriced(good(u"pen"_s, 3, 300, VatCode::C), 350);
    line.freeUnits = 1;
    line.freeReason = u"gift"_s;
    return line;
}

void sellByCard(StoresFixture &till, const Cart &cart)
{
    till.sell(cart, {paymentBy(u"bancontact"_s, till.content(cart).total.cents())});
}

} // namespace

TEST_CASE_METHOD(StoresFixture, "an X tells increases of a rate apart from its reductions, also on one line and where there is no VAT")
{
    open();
    sellByCard(*this, cart({repriced(good(u"bat"_s, 1, 1499), 1999), twiceChanged()}));
    sellByCard(*this, cart({repriced(good(u"bat"_s, 2, 1499), 1000), repriced(good(u"book"_s, 1, 1000, VatCode::E), 900)}));
    CHECK(report().priceChangesByRate == std::vector<PriceChangesOfRate>{
                                             {.rate = {VatCode::A, BasisPoints{2100}}, .reductions = cents(-998), .increases = cents(500)},
                                             {.rate = {VatCode::C, BasisPoints{600}}, .reductions = cents(-300), .increases = cents(100)},
                                             {.rate = {VatCode::E, BasisPoints{}}, .reductions = cents(-100), .increases = {}},
                                         });
}

TEST_CASE_METHOD(StoresFixture, "migrations: a price change gets the rate of its line, whatever sold it")
{
    const auto several = [&] {
        return cart({ticket(u"adult"_s, 2), repriced(good(u"bat"_s, 1, 1499), 1999), twiceChanged(),
                     repriced(good(u"book"_s, 1, 1000, VatCode::E), 900), repriced(good(u"key"_s, 1, 500, VatCode::X), 400)},
                    u"DIX"_s);
    };
    open();
    sellByCard(*this, several());
    REQUIRE(append(FactType::Sale, toJson(content(several())), EventLabel::T, u"R"_s));
    close();
    session = {}; // sold outside any session, in two incarnations
    sellByCard(*this, several());
    reincarnate();
    sellByCard(*this, several());
    open();
    sellByCard(*this, several());

    const auto old = asOf(10);
    REQUIRE(migrate(*old));
    CHECK(*firstDifference(*old, *db, projector.projectionTables()) == QString{});
    CHECK(selectInteger(*old, "SELECT COUNT(*) FROM price_change") == 4 * 6);
    CHECK(selectInteger(*old, "SELECT COUNT(*) FROM price_change WHERE vat_code = 'X'") == 4);
}
