// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PrintQueue.h"
#include "tests/ui/pages/DossiersPage.h"
#include "tests/ui/support/DoubleClickTime.h"
#include "tests/ui/support/LinkedTerminal.h"
#include "ui/widgets/AmountLabel.h"

namespace guichet {

namespace {

/// A product, 10 € of it with a cheque that is never given back as money, the rest in cash.
QString sellForCheque(PageDesk &desk)
{
    return desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        const auto pay = [&checkout](const QString &method, std::optional<Money> amount) {
            REQUIRE(checkout.pay(CommandId::generate(), {.method = method, .amount = amount, .reference = {}, .giftCode = {}}));
        };
        pay(u"ancv"_s, Money::fromCents(1'000));
        pay(u"cash"_s, {});
        const Result<SaleOutcome> outcome = checkout.validate(CommandId::generate());
        REQUIRE(outcome);
        return outcome->dossierNumber;
    });
}

} // namespace

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

TEST_CASE("A refund of what cheques have paid says what goes on a card, before and after")
{
    PageDesk desk;
    const QString number = sellForCheque(desk);
    desk.open<DossiersScreen>(number);
    desk.press(u"dossier.refund"_s);
    CHECK(desk.has(u"chip.as_paid"_s));
    CHECK_FALSE(desk.has(u"chip.gift_card"_s));                  // none was used
    CHECK_FALSE(desk.findChild<MoneyRow *>(u"refund.part.1"_s)); // nothing is chosen yet
    desk.press(u"refund.all"_s);
    desk.press(u"chip.retour"_s);
    desk.press(u"chip.cash"_s);
    const auto *cash = desk.findChild<MoneyRow *>(u"refund.part.1"_s);
    const auto *card = desk.findChild<MoneyRow *>(u"refund.part.2"_s);
    REQUIRE(cash);
    REQUIRE(card);
    CHECK(card->isVisible());
    CHECK(card->amount() == Money::fromCents(1'000));
    CHECK_FALSE(desk.text(u"refund.partsNote"_s).isEmpty());
    CHECK(desk.button(u"refund.confirm"_s)->text().contains(u"dont 10,00"_s));
    desk.pictures(u"dossier-refund-card"_s);
    const Money cashBack = cash->amount();
    desk.press(u"refund.confirm"_s);
    const DossierDetail after = detailOf(desk, number);
    REQUIRE(after.payments.size() == 4);
    CHECK(after.payments[2].received() == -cashBack);
    CHECK(after.payments[3].amount == Money::fromCents(-1'000));
    CHECK(desk.navigator.toasts.last().contains(after.payments[3].reference));
}

TEST_CASE("The refund sheet says how many were bought, how many went back before, and how they were paid")
{
    DossierDetail detail;
    detail.lines.resize(1);
    SaleLine &line = detail.lines.front();
    line.priced.id = Id<CartLine>::generate();
    line.priced.quantity = 3;
    line.priced.net = Money::fromCents(4'320);
    line.refundedUnits = 1;
    detail.payments.resize(1);
    detail.payments.front().method = u"online"_s;
    const RefundState sheet = presentRefund(detail, {}, {u"cash"_s}, {}, {});
    CHECK(sheet.methods.front().note.isEmpty()); // it was not paid so
    detail.payments.front().method = u"cash"_s;
    CHECK(presentRefund(detail, {}, {u"cash"_s}, {}, {}).methods.front().note == u"comme payé");
    REQUIRE(sheet.lines.size() == 1);
    CHECK(sheet.lines.front().subLine.startsWith(u"acheté : 3 · 43,20"_s));
    CHECK(sheet.lines.front().subLine.endsWith(u"1 déjà remboursé"_s));
    CHECK(sheet.lines.front().left == 2);
}

TEST_CASE("A card refund waits for what the person saw on the terminal")
{
    PageDesk desk;
    desk.terminal.manual().setScripted(true);
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
    desk.terminal.manual().setScripted(false);
    desk.open<DossiersScreen>(number);
    const auto refundAll = [&desk](const QString &key) {
        desk.press(u"dossier.refund"_s);
        desk.press(u"refund.all"_s);
        desk.press(u"chip.retour"_s);
        desk.press(u"chip.bancontact"_s);
        desk.press(u"refund.confirm"_s);
        REQUIRE(desk.waitFor([&] { return desk.has(key); }));
    };
    refundAll(u"terminal.approved"_s);
    desk.pictures(u"dossier-terminal"_s);
    desk.press(u"terminal.declined"_s);
    REQUIRE(desk.waitFor([&desk] { return !desk.has(u"terminal.declined"_s); }));
    CHECK(detailOf(desk, number).row.refunded.isZero());
    const auto linked = std::make_shared<LinkedTerminal>();
    linked->ask = desk.terminal.askCashier();
    desk.terminal.choose(linked);
    refundAll(u"terminal.yes"_s);
    CHECK(desk.button(u"terminal.yes"_s)->shortcut() == QKeySequence{Qt::Key_F2});
    CHECK(desk.button(u"terminal.no"_s)->shortcut() == QKeySequence{Qt::Key_F3});
    DoubleClickTime time{std::chrono::minutes{1}};
    desk.press(u"terminal.no"_s); // too soon for an answer
    CHECK(desk.terminal.isAsked());
    CHECK(desk.has(u"terminal.no"_s));
    time.set(std::chrono::milliseconds{0});
    desk.press(u"terminal.no"_s);
    REQUIRE(desk.waitFor([&desk] { return !desk.has(u"terminal.no"_s); }));
    CHECK(detailOf(desk, number).row.refunded.isZero());
    desk.terminal.choose(nullptr);
    refundAll(u"terminal.approved"_s);
    desk.press(u"terminal.approved"_s);
    REQUIRE(desk.waitFor([&desk] { return !desk.has(u"terminal.approved"_s); }));
    const DossierDetail after = detailOf(desk, number);
    CHECK(after.row.refunded == after.row.total);
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

} // namespace guichet
