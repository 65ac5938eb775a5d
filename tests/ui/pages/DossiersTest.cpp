// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/BackOffice.h"
#include "core/usecases/PrintQueue.h"
#include "tests/ui/pages/DossiersPage.h"
#include "ui/dossiers/DossierPage.h"
#include "ui/theme/Paint.h"

namespace guichet {

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

TEST_CASE("Who did not come is said when the day of the settings is over, not at four o'clock")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const QString number = desk.sell();
    desk.ask([](Workplace &workplace) {
        TillSettings settings = workplace.settings;
        settings.businessDayStartsAtHour = 6;
        REQUIRE(BackOffice{workplace}.saveSettings(CommandId::generate(), settings));
        return true;
    });
    const auto notes = [&] {
        desk.open<DossiersScreen>(number);
        return desk.findChild<DataTable *>(u"dossier.lines"_s)->model()->index(0, 2).data().toString();
    };
    desk.clock.set(fromRfc3339(u"2026-11-26T05:00:00.000+01:00"_s));
    CHECK(notes().isEmpty());
    desk.clock.set(fromRfc3339(u"2026-11-26T06:00:00.000+01:00"_s));
    CHECK(notes().contains(u" non entré"_s));
}

namespace {

/// What a cell of a table says is all there: no word is cut, its lines have the room of the row.
bool isWhole(const DataTable &table, int row, int column)
{
    constexpr int padding = 24;
    constexpr int unlimited = 100;
    const QString text = table.model()->index(row, column).data().toString();
    const QStringList lines = fittedLines(table.font(), text, table.columnWidth(column) - padding, unlimited);
    return lines.join(u' ') == text && static_cast<qreal>(lines.size()) * QFontMetricsF{table.font()}.lineSpacing() < table.rowHeight(row);
}

} // namespace

TEST_CASE("Long titles of a dossier are read to their end on an old screen; short ones keep their height")
{
    PageDesk desk;
    DossierPageState state;
    state.title = u"Dossier P2611250101"_s;
    state.lines = {
        {.id = u"long"_s,
         .cells = {u"2 ×"_s,
                   u"Excursion guidée à la grotte et au parc avec repas · Groupe scolaire, enfant de six à douze ans · 28/11 10:30"_s,
                   u"1 gratuit · 1 remboursé"_s, u"1 180,00 €"_s}},
        {.id = u"short"_s, .cells = {u"1 ×"_s, u"Peluche"_s, {}, u"12,80 €"_s}}};
    auto *page = new DossierPage;
    desk.resize(1024, 768);
    desk.show(page);
    page->render(state);
    desk.settleAll();
    const auto *lines = desk.findChild<DataTable *>(u"dossier.lines"_s);
    REQUIRE(lines);
    CHECK(lines->rowHeight(0) > metric::rowHeight);
    CHECK(lines->rowHeight(1) == metric::rowHeight);
    for (int column = 0; column < 4; ++column)
        CHECK(isWhole(*lines, 0, column));
    desk.pictures(u"dossier-long"_s);
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

namespace {

/// Sold, and paid at a terminal that says what it knows of the card.
QString sellByCard(PageDesk &desk, const CardDetails &card)
{
    return desk.ask([card](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        const auto asked = checkout.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}});
        REQUIRE(asked);
        const Charge charge{.state = ChargeState::Approved, .authorised = asked->asked, .reference = u"77"_s, .text = {}, .card = card};
        REQUIRE(checkout.finishCharge(asked->intent, charge));
        return checkout.validate(CommandId::generate())->dossierNumber;
    });
}

} // namespace

TEST_CASE("Below a card payment stands what finds it again at the bank; its method stays")
{
    PageDesk desk;
    const QDateTime at{{2026, 11, 23}, {13, 31}, Qt::UTC};
    const QString number = sellByCard(desk, {.brand = u"Bancontact"_s,
                                             .maskedPan = u"****** **** 4321"_s,
                                             .entry = u"chip"_s,
                                             .terminalId = u"V400m-123456789"_s,
                                             .merchantId = u"M1"_s,
                                             .receiptNumber = u"0042"_s,
                                             .at = at});
    desk.open<DossiersScreen>(number);
    REQUIRE(rows(desk, u"dossier.payments"_s) == 2);
    const auto *shown = desk.findChild<DataTable *>(u"dossier.payments"_s)->model();
    CHECK(shown->index(1, 1).data().toString() == u"Bancontact •••• 4321 · ticket 0042 · 23/11/2026 14:31 · terminal V400m-123456789");
    desk.pictures(u"dossier-card"_s);
    desk.pressRow(u"dossier.payments"_s, 0);
    CHECK_FALSE(desk.has(u"reason.confirm"_s));
    desk.open<DossiersScreen>(sellByCard(desk, {}));
    CHECK(rows(desk, u"dossier.payments"_s) == 1);
    desk.open<DossiersScreen>(sellByCard(desk, {.brand = u"Visa"_s}));
    REQUIRE(rows(desk, u"dossier.payments"_s) == 2);
    CHECK(desk.findChild<DataTable *>(u"dossier.payments"_s)->model()->index(1, 1).data().toString() == u"Visa");
}

TEST_CASE("The page of a dossier says what the list says, with names for people: state, methods, reasons, codes, plurals")
{
    Catalogue catalogue;
    catalogue.paymentMethods.push_back({.key = u"bancontact"_s, .name = u"Bancontact"_s});
    catalogue.reasons.push_back({.key = u"retour"_s, .name = u"Retour de marchandise"_s, .kind = Reason::Kind::Refund});
    DossierDetail detail;
    detail.row.state = DossierState::Settled;
    detail.row.total = Money::fromCents(2'000);
    detail.row.refunded = Money::fromCents(500);
    detail.lines.resize(1);
    detail.lines.front().priced.quantity = 3;
    detail.lines.front().freeUnits = 2;
    detail.lines.front().refundedUnits = 1;
    detail.lines.front().priced.changes = {{.kind = PriceChangeKind::PromoCode, .key = u"ETE10"_s}, {.kind = PriceChangeKind::Manual}};
    detail.history.resize(2);
    detail.history[0].type = FactType::PaymentCorrected;
    detail.history[0].key = u"bancontact"_s;
    detail.history[0].detail = u"Visa"_s;
    detail.history[1].type = FactType::Refund;
    detail.history[1].key = u"retour"_s;
    detail.history[1].approver = u"Ahmed"_s;
    const DossierPageState page = presentDossier(detail, {}, catalogue, QDate{2026, 11, 25});
    CHECK(page.subtitle.startsWith(u"remboursé en partie · "_s));
    CHECK(page.tone == Tone::Warning);
    CHECK(page.lines.front().cells[2] == u"2 gratuits · code ETE10 · prix changé · 1 remboursé");
    CHECK(page.history[0].cells[1] == u"Moyen corrigé · Bancontact → Visa");
    CHECK(page.history[1].cells[1] == u"Remboursement · Retour de marchandise · accordé par Ahmed");
}

TEST_CASE("Whoever the list names by a dossier is erased on its page, also when its last paper is for nobody")
{
    DossierDetail detail;
    detail.row.customerName = u"Zoé Lambert"_s;
    detail.row.namesSomeone = true;
    const DossierPageState page = presentDossier(detail, {}, Catalogue{}, QDate{2026, 11, 25});
    CHECK(page.canErase);
    CHECK(page.client == u"Zoé Lambert");
    CHECK_FALSE(presentDossier(DossierDetail{}, {}, Catalogue{}, QDate{2026, 11, 25}).canErase);
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

namespace {

/// Sold to Zoé Lambert; returns the number of the dossier.
QString sellToZoe(PageDesk &desk)
{
    return desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        Client client;
        client.firstName = u"Zoé"_s;
        client.name = u"Lambert"_s;
        client.telephone = u"0470 00 00 00"_s;
        client.internalComment = u"Passe le mardi"_s;
        REQUIRE(checkout.setClient(CommandId::generate(), client));
        REQUIRE(checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = {}, .reference = {}, .giftCode = {}}));
        return checkout.validate(CommandId::generate())->dossierNumber;
    });
}

/// Confirms what a sheet asks, if one still asks.
void confirmIfAsked(PageDesk &desk)
{
    if (desk.has(u"reason.confirm"_s))
        desk.press(u"reason.confirm"_s);
}

} // namespace

TEST_CASE("The client of a dossier is erased at their request, after a sentence that says what that means; the dossier stays (FIS-4)")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const QString number = sellToZoe(desk);
    auto *page = desk.open<DossiersScreen>(number);
    REQUIRE(desk.text(u"dossier.client"_s).contains(u"Zoé Lambert"_s));
    desk.press(u"dossier.erase"_s);
    CHECK(desk.text(u"reason.heading"_s).contains(u"Zoé Lambert"_s)); // whom
    desk.pictures(u"dossier-erase"_s);
    CHECK(static_cast<Screen *>(page)->goBack()); // on second thoughts
    CHECK(detailOf(desk, number).client.namesSomeone());
    desk.press(u"dossier.erase"_s);
    desk.press(u"reason.confirm"_s);
    CHECK(desk.navigator.toasts.last() == u"Client effacé");
    CHECK_FALSE(detailOf(desk, number).client.namesSomeone());
    CHECK_FALSE(desk.has(u"dossier.erase"_s));
    CHECK_FALSE(desk.text(u"dossier.details"_s).contains(u"Passe le mardi"_s));
    CHECK(rows(desk, u"dossier.lines"_s) == 1);
    desk.open<DossiersScreen>(desk.sell());
    CHECK_FALSE(desk.has(u"dossier.erase"_s)); // of nobody
}

TEST_CASE("A scan while a sheet asks whether to erase or to cancel opens the other dossier and does neither to it")
{
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    const QString asked = sellToZoe(desk);
    const QString scanned = sellToZoe(desk);
    auto *page = desk.open<DossiersScreen>(asked);
    desk.press(u"dossier.erase"_s);
    REQUIRE(page->takeScan(scanned));
    desk.settleAll();
    confirmIfAsked(desk);
    CHECK(detailOf(desk, scanned).client.namesSomeone());
    CHECK(detailOf(desk, asked).client.namesSomeone());
    const QString order = orderToday(desk);
    const QString otherOrder = orderToday(desk);
    page = desk.open<DossiersScreen>(order);
    desk.press(u"dossier.cancel"_s);
    desk.press(u"chip.meteo"_s);
    REQUIRE(page->takeScan(otherOrder));
    desk.settleAll();
    confirmIfAsked(desk);
    CHECK(detailOf(desk, otherOrder).row.state == DossierState::Confirmed);
    CHECK(detailOf(desk, order).row.state == DossierState::Confirmed);
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
