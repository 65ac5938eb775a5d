// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PrintQueue.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/dossiers/DossiersScreen.h"
#include "ui/widgets/DataTable.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

DossierDetail detailOf(PageDesk &desk, const QString &number)
{
    return *desk.ask([number](Workplace &workplace) { return DossierDesk{workplace}.detail(number); });
}

int rows(PageDesk &desk, const QString &table)
{
    auto *found = desk.findChild<DataTable *>(table);
    REQUIRE(found);
    return found->count();
}

/// An order with a deposit in cash, or none.
QString orderToday(PageDesk &desk, Money deposit = {})
{
    return desk.ask([deposit](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.add(CommandId::generate(), {.formula = u"grotte"_s,
                                                     .date = {},
                                                     .slot = {},
                                                     .units = {{u"adulte"_s, 2}},
                                                     .supplements = {},
                                                     .force = Force::None,
                                                     .forceReason = {}}));
        ValidateRequest request;
        request.paymentToCome = true;
        request.deposit = deposit;
        if (deposit.isPositive())
            REQUIRE(checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = deposit, .reference = {}, .giftCode = {}}));
        request.dueOn = workplace.businessToday().addDays(10);
        request.expectedMethod = u"transfer"_s;
        const Result<SaleOutcome> outcome = checkout.validate(CommandId::generate(), request);
        REQUIRE(outcome);
        return outcome->dossierNumber;
    });
}

} // namespace

TEST_CASE("The list shows the day, the search and the method restrict it, a tap opens the page")
{
    PageDesk desk;
    desk.sellMorning();
    desk.open<DossiersScreen>();
    CHECK(rows(desk, u"dossiers.table"_s) == 7);
    desk.pictures(u"dossiers-list"_s);
    desk.press(u"chip.yesterday"_s);
    CHECK(rows(desk, u"dossiers.table"_s) == 0);
    desk.press(u"chip.today"_s);
    desk.pressRow(u"dossiers.table"_s, 1);
    CHECK(rows(desk, u"dossier.lines"_s) == 3);
    CHECK(rows(desk, u"dossier.payments"_s) == 1);
    desk.pictures(u"dossier-page"_s);
    CHECK(static_cast<Screen *>(desk.findChild<DossiersScreen *>())->goBack());
}

TEST_CASE("One unit is given back in cash, the rest later: the amounts are those of the till")
{
    PageDesk desk;
    const QString number = desk.sell();
    desk.open<DossiersScreen>(number);
    desk.press(u"dossier.refund"_s);
    const DossierDetail before = detailOf(desk, number);
    const QString line = before.lines.front().priced.id.toString();
    desk.findChild<QWidget *>(u"refund."_s + line)->findChild<QAbstractButton *>(u"plus"_s)->click();
    desk.press(u"chip.retour"_s);
    desk.pictures(u"dossier-refund"_s);
    desk.press(u"refund.confirm"_s);
    CHECK(detailOf(desk, number).lines.front().refundedUnits == 1);
    desk.press(u"dossier.refund"_s);
    desk.press(u"refund.all"_s);
    desk.press(u"chip.retour"_s);
    desk.press(u"refund.confirm"_s);
    const DossierDetail after = detailOf(desk, number);
    CHECK(after.row.refunded == after.row.total);
    CHECK_FALSE(desk.has(u"dossier.refund"_s));
}

TEST_CASE("A card refund waits for what the person saw on the terminal")
{
    PageDesk desk;
    desk.terminal.setScripted(true);
    const QString number = desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        const Result<PaymentOutcome> asked =
            checkout.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}});
        REQUIRE(asked);
        REQUIRE(checkout.finishCharge(
            asked->intent, Charge{.state = ChargeState::Approved, .authorised = asked->asked, .reference = u"77"_s, .text = {}}));
        return checkout.validate(CommandId::generate())->dossierNumber;
    });
    desk.terminal.setScripted(false);
    desk.open<DossiersScreen>(number);
    const auto refundAll = [&desk] {
        desk.press(u"dossier.refund"_s);
        desk.press(u"refund.all"_s);
        desk.press(u"chip.retour"_s);
        desk.press(u"chip.bancontact"_s);
        desk.press(u"refund.confirm"_s);
        REQUIRE(desk.waitFor([&desk] { return desk.terminal.isWaiting() && desk.has(u"terminal.approved"_s); }));
    };
    refundAll();
    desk.pictures(u"dossier-terminal"_s);
    desk.press(u"terminal.declined"_s);
    REQUIRE(desk.waitFor([&desk] { return !desk.has(u"terminal.declined"_s); }));
    CHECK(detailOf(desk, number).row.refunded.isZero());
    refundAll();
    desk.press(u"terminal.approved"_s);
    REQUIRE(desk.waitFor([&desk] { return !desk.has(u"terminal.approved"_s); }));
    const DossierDetail after = detailOf(desk, number);
    CHECK(after.row.refunded == after.row.total);
}

TEST_CASE("A duplicate is printed and counted, the method corrected before the Z")
{
    PageDesk desk;
    const QString number = desk.sell();
    const size_t before = desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); });
    desk.open<DossiersScreen>(number);
    desk.press(u"dossier.view"_s);
    desk.pictures(u"dossier-receipt"_s);
    desk.press(u"receipt.print"_s);
    CHECK(desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); }) == before + 1);
    desk.pressRow(u"dossier.payments"_s, 0);
    desk.press(u"chip.cheque"_s);
    desk.pictures(u"dossier-method"_s);
    desk.press(u"reason.confirm"_s);
    CHECK(detailOf(desk, number).payments.front().method == u"cheque"_s);
}

TEST_CASE("A payment is not corrected to the method that it has")
{
    PageDesk desk;
    desk.open<DossiersScreen>(desk.sell());
    desk.pressRow(u"dossier.payments"_s, 0);
    CHECK_FALSE(desk.button(u"reason.confirm"_s)->isEnabled());
    desk.press(u"chip.cheque"_s);
    CHECK(desk.button(u"reason.confirm"_s)->isEnabled());
    desk.press(u"chip.cash"_s);
    CHECK_FALSE(desk.button(u"reason.confirm"_s)->isEnabled());
}

TEST_CASE("The receipt of a refund is shown from the history, and copied")
{
    PageDesk desk;
    const QString number = desk.sell();
    REQUIRE(desk.ask([number](Workplace &workplace) {
        return DossierDesk{workplace}
            .refund(CommandId::generate(), number, {.lines = {}, .reason = u"retour"_s, .restock = true}, {})
            .has_value();
    }));
    desk.open<DossiersScreen>(number);
    auto *history = desk.findChild<DataTable *>(u"dossier.history"_s);
    desk.pressRow(u"dossier.history"_s, history->count() - 1);
    REQUIRE(desk.has(u"receipt.print"_s));
    desk.pictures(u"dossier-refund-receipt"_s);
    const size_t before = desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); });
    desk.press(u"receipt.print"_s);
    const auto waiting = *desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting(); });
    REQUIRE(waiting.size() == before + 1);
    CHECK(waiting.back().paper.title.contains(u"R2"_s));
}

TEST_CASE("Comments, due date and VAT number of a dossier are on its page (DOS-3)")
{
    PageDesk desk;
    const QString number = desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        const Result<Id<CartLine>> line = checkout.addProduct(CommandId::generate(), u"p002"_s, 1);
        REQUIRE(line);
        REQUIRE(checkout.comment(CommandId::generate(), *line, u"Emballage cadeau"_s));
        Client client;
        client.country = u"BE"_s;
        client.postcode = u"5000"_s;
        client.company = u"Les Amis du Loup"_s;
        client.vatNumber = u"BE0999999922"_s;
        client.internalComment = u"Passe le mardi"_s;
        REQUIRE(checkout.setClient(CommandId::generate(), client));
        ValidateRequest request;
        request.paymentToCome = true;
        request.dueOn = workplace.businessToday().addDays(10);
        request.expectedMethod = u"transfer"_s;
        const Result<SaleOutcome> outcome = checkout.validate(CommandId::generate(), request);
        REQUIRE(outcome);
        return outcome->dossierNumber;
    });
    desk.open<DossiersScreen>(number);
    const QString details = desk.text(u"dossier.details"_s);
    for (const QString &words : {u"Emballage cadeau"_s, u"BE0999999922"_s, u"Passe le mardi"_s, u"05/12/2026"_s})
        CHECK(details.contains(words));
    desk.pictures(u"dossier-details"_s);
}

TEST_CASE("The balance of an order is collected on the payment page; one that will not come is cancelled")
{
    PageDesk desk;
    const QString number = orderToday(desk);
    desk.open<DossiersScreen>(number);
    CHECK_FALSE(desk.has(u"dossier.refund"_s));
    desk.pictures(u"dossier-due"_s);
    desk.press(u"dossier.cancel"_s);
    desk.press(u"chip.meteo"_s);
    desk.press(u"reason.confirm"_s);
    CHECK(detailOf(desk, number).row.state == DossierState::Cancelled);
    CHECK_FALSE(desk.has(u"dossier.collect"_s));
    const QString other = orderToday(desk);
    desk.open<DossiersScreen>(other);
    desk.press(u"dossier.collect"_s);
    CHECK(desk.navigator.places.back() == Place::Payment);
}

TEST_CASE("A deposit goes back as a whole: the sheet says so, there is nothing to choose")
{
    PageDesk desk;
    const QString number = orderToday(desk, Money::fromCents(1'000));
    desk.open<DossiersScreen>(number);
    desk.press(u"dossier.refund"_s);
    CHECK(desk.text(u"refund.whole"_s).contains(u"en entier"_s));
    CHECK_FALSE(desk.has(u"refund.all"_s));
    CHECK(desk.findChild<QWidget *>(u"refund.total"_s)->isVisible());
}

TEST_CASE("A scan of a receipt opens its dossier, a scan of goods is left to the sale")
{
    PageDesk desk;
    const QString number = desk.sell();
    auto *page = desk.open<DossiersScreen>();
    CHECK_FALSE(page->takeScan(u"5400000000017"_s));
    CHECK(page->takeScan(number));
    desk.settleAll();
    CHECK(rows(desk, u"dossier.lines"_s) == 3);
}

TEST_CASE("A filter becomes a search between two days")
{
    const QDate today{2026, 11, 25};
    CHECK(dossierSearch({}, today).createdFrom == today);
    CHECK(dossierSearch({.days = u"yesterday"_s}, today).createdTo == today.addDays(-1));
    CHECK(dossierSearch({.days = u"week"_s}, today).createdFrom == today.addDays(-6));
    CHECK(dossierSearch({.days = u"all"_s}, today).createdFrom.isNull());
    CHECK(dossierSearch({.state = QString::number(static_cast<int>(DossierState::Quote))}, today).state == DossierState::Quote);
    CHECK_FALSE(dossierSearch({}, today).state);
}

} // namespace guichet
