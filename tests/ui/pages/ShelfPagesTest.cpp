// SPDX-License-Identifier: GPL-3.0-or-later
// Gift value, stock, parked carts, what waits for the printer.
#include "core/usecases/GiftDesk.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/StockDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/gift/GiftScreen.h"
#include "ui/parked/ParkedScreen.h"
#include "ui/printing/PrintingScreen.h"
#include "ui/stock/StockScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/DataTable.h"

#include <QAbstractButton>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

CartView cartOf(PageDesk &desk)
{
    return *desk.ask([](Workplace &workplace) { return Checkout{workplace}.view(); });
}

/// Sells a card of 50,00 € and returns its code.
QString sellCard(PageDesk &desk)
{
    return desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.sellGift(CommandId::generate(), GiftKind::Card, Money::fromCents(5'000)));
        const QString code = checkout.view()->priced.lines.front().giftCode;
        REQUIRE(checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = {}, .reference = {}, .giftCode = {}}));
        REQUIRE(checkout.validate(CommandId::generate()));
        return code;
    });
}

qint64 level(PageDesk &desk, const QString &product)
{
    return *desk.ask([product](Workplace &workplace) { return StockDesk{workplace}.level(product); });
}

} // namespace

TEST_CASE("A gift card goes into the cart, its balance is shown by a scan, it is recharged and blocked")
{
    PageDesk desk;
    auto *page = desk.open<GiftScreen>();
    desk.press(u"chip.voucher"_s);
    desk.press(u"chip.5000"_s);
    desk.pictures(u"gift-sell"_s);
    desk.press(u"gift.add"_s);
    CHECK(desk.navigator.places.back() == Place::Sale);
    CHECK(cartOf(desk).priced.total == Money::fromCents(5'000));
    desk.ask([](Workplace &workplace) {
        REQUIRE(Checkout{workplace}.clear(CommandId::generate()));
        return true;
    });
    const QString code = sellCard(desk);
    page = desk.open<GiftScreen>();
    CHECK(page->takeScan(code));
    desk.settleAll();
    CHECK(desk.text(u"gift.balance"_s).contains(u"50,00"_s));
    desk.press(u"chip.2500"_s);
    desk.pictures(u"gift-found"_s);
    desk.press(u"gift.add"_s);
    CHECK(cartOf(desk).priced.total == Money::fromCents(2'500));
    page = desk.open<GiftScreen>(code);
    desk.press(u"gift.block"_s);
    desk.press(u"chip.lost"_s);
    desk.press(u"reason.confirm"_s);
    CHECK(desk.ask([code](Workplace &workplace) { return GiftDesk{workplace}.balance(code)->blocked; }));
    CHECK_FALSE(desk.has(u"gift.block"_s));
    desk.pictures(u"gift-blocked"_s);
}

TEST_CASE("A card with its code printed on it is sold with that code (PAY-9)")
{
    PageDesk desk;
    auto *page = desk.open<GiftScreen>();
    CHECK(page->takeScan(u"MAG-0042"_s)); // nobody has sold it yet
    desk.settleAll();
    CHECK(desk.findChild<QLineEdit *>(u"gift.newCode"_s)->text() == u"MAG-0042"_s);
    desk.press(u"chip.5000"_s);
    desk.press(u"gift.add"_s);
    const auto view = desk.ask([](Workplace &workplace) { return Checkout{workplace}.view(); });
    REQUIRE(view);
    REQUIRE(view->cart.lines.size() == 1);
    CHECK(view->cart.lines.front().giftCode == u"MAG0042"_s);
}

TEST_CASE("A seller sees before the tap that blocking a card and moving stock are not for her")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    const QString code = sellCard(desk);
    desk.open<GiftScreen>(code);
    REQUIRE(desk.has(u"gift.block"_s));
    CHECK_FALSE(desk.button(u"gift.block"_s)->isEnabled());
    desk.open<StockScreen>(u"p002"_s);
    REQUIRE(desk.has(u"stock.restock"_s));
    CHECK_FALSE(desk.button(u"stock.restock"_s)->isEnabled());
}

TEST_CASE("An unknown gift code is refused in words")
{
    PageDesk desk;
    auto *page = desk.open<GiftScreen>();
    page->takeScan(u"GC0000000000"_s);
    desk.settleAll();
    REQUIRE_FALSE(desk.navigator.refusals.empty());
    CHECK(desk.navigator.refusals.back() == ErrorCode::GiftUnknown);
}

TEST_CASE("A product is found by a word; réassort, inventaire and casse change its level")
{
    PageDesk desk;
    desk.open<StockScreen>();
    desk.type(u"stock.search"_s, u"loup"_s);
    auto *table = desk.findChild<DataTable *>(u"stock.products"_s);
    REQUIRE(desk.waitFor([table] { return table->count() > 0; }));
    desk.open<StockScreen>(u"p002"_s);
    const qint64 before = level(desk, u"p002"_s);
    desk.press(u"stock.restock"_s);
    desk.press(u"pad.1"_s);
    desk.press(u"pad.2"_s);
    desk.press(u"quantity.confirm"_s);
    CHECK(level(desk, u"p002"_s) == before + 12);
    desk.press(u"stock.breakage"_s);
    desk.press(u"pad.2"_s);
    desk.press(u"quantity.confirm"_s);
    CHECK(level(desk, u"p002"_s) == before + 10);
    desk.press(u"stock.inventory"_s);
    desk.pictures(u"stock-quantity"_s);
    desk.press(u"pad.7"_s);
    desk.press(u"quantity.confirm"_s);
    CHECK(level(desk, u"p002"_s) == 7);
    CHECK(desk.text(u"stock.level"_s) == u"7"_s);
    desk.type(u"stock.search"_s, u"p"_s);
    REQUIRE(desk.waitFor([&desk] { return desk.findChild<DataTable *>(u"stock.products"_s)->count() > 0; }));
    desk.pictures(u"stock"_s);
}

TEST_CASE("A search of the stock that finds nothing says so, and for what")
{
    PageDesk desk;
    desk.open<StockScreen>();
    const auto *table = desk.findChild<DataTable *>(u"stock.products"_s);
    CHECK(table->emptyText().startsWith(u"Tapez un mot"_s));
    desk.type(u"stock.search"_s, u"zeppelin"_s);
    CHECK(desk.waitFor([table] { return table->emptyText().contains(u"zeppelin"_s); }));
    CHECK(table->count() == 0);
}

TEST_CASE("The stock at the end of a chosen day leaves in a file; one that cannot be written is said, and asked again")
{
    PageDesk desk;
    const QTemporaryDir folder;
    const auto csvOn = [&desk](QDate day) { return *desk.ask([day](Workplace &workplace) { return StockDesk{workplace}.csvOn(day); }); };
    const QDate yesterday{2026, 11, 24};
    REQUIRE(desk.ask([](Workplace &workplace) {
        return StockDesk{workplace}.move(CommandId::generate(), u"p002"_s, StockMovementKind::Restock, 12).has_value();
    }));
    REQUIRE(csvOn(yesterday) != csvOn(yesterday.addDays(1)));
    desk.open<StockScreen>();
    desk.press(u"stock.export"_s);
    desk.pictures(u"stock-export"_s);
    auto *day = desk.findChild<QDateEdit *>(u"stockExport.day"_s);
    REQUIRE(day);
    CHECK(day->date() == yesterday.addDays(1));
    CHECK(day->maximumDate() == yesterday.addDays(1));
    day->setDate(yesterday);
    auto *where = desk.findChild<QLineEdit *>(u"stockExport.folder"_s);
    where->setText(folder.filePath(u"nowhere"_s));
    desk.press(u"stockExport.save"_s);
    CHECK(desk.navigator.refusals == std::vector{ErrorCode::FileFailed});
    where->setText(folder.path());
    desk.press(u"stockExport.save"_s);
    CHECK_FALSE(desk.has(u"stockExport.save"_s));
    QFile file{folder.filePath(u"stock-2026-11-24.csv"_s)};
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == csvOn(yesterday));
    CHECK(desk.navigator.toasts.last().contains(u"stock-2026-11-24.csv"_s));
}

TEST_CASE("Weights are shown in kilograms, negative levels with a minus")
{
    CHECK(stockQuantity(1'250, true) == u"1,250 kg"_s);
    CHECK(stockQuantity(-3, false) == u"−3"_s);
}

TEST_CASE("A parked cart comes back with one tap")
{
    PageDesk desk;
    desk.open<ParkedScreen>();
    desk.pictures(u"parked-none"_s);
    desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        for (const QString &name : {u"Famille au chien"_s, u"Dame au chapeau"_s}) {
            REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 2));
            REQUIRE(checkout.park(CommandId::generate(), name));
        }
        return true;
    });
    auto *page = desk.open<ParkedScreen>();
    desk.pictures(u"parked"_s);
    auto *grid = page->findChild<TileGrid *>();
    const auto parked = *desk.ask([](Workplace &workplace) { return Checkout{workplace}.parked(); });
    REQUIRE(parked.size() == 2);
    REQUIRE(grid->tile(parked.front().id.toString()));
    desk.press(u"tile."_s + parked.front().id.toString());
    CHECK(cartOf(desk).priced.lines.size() == 1);
    CHECK(desk.navigator.places.back() == Place::Sale);
}

TEST_CASE("What waits for the printer says why, is tried again or put away; the last receipt is at hand")
{
    PageDesk desk;
    desk.sell();
    const std::vector<PrintJob> waiting = *desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting(); });
    REQUIRE_FALSE(waiting.empty());
    desk.ask([id = waiting.front().id](Workplace &workplace) {
        return PrintQueue{workplace}.failed(id, {.code = ErrorCode::PrinterUnavailable, .detail = u"no answer"_s}).has_value();
    });
    auto *page = desk.open<PrintingScreen>();
    desk.pictures(u"printing"_s);
    QSignalSpy retries{page, &PrintingScreen::retryWanted};
    desk.press(u"printing.retry"_s);
    CHECK(retries.count() == 1);
    desk.press(u"printing.discard"_s);
    CHECK(desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); }) == waiting.size() - 1);
    desk.press(u"printing.last"_s);
    desk.pictures(u"printing-last"_s);
    desk.press(u"printing.copy"_s);
    CHECK(desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); }) == waiting.size());
}

TEST_CASE("A paper that may have come out is decided by a person: it lies there, or it is printed again")
{
    PageDesk desk;
    desk.sell();
    const auto doubt = [&] {
        return desk.ask([](Workplace &workplace) {
            PrintQueue queue{workplace};
            const QString id = queue.next()->value().id;
            std::ignore = queue.sending(id);
            std::ignore = queue.doubtful(id, {.code = ErrorCode::Timeout});
            return id;
        });
    };
    const auto stateOf = [&](const QString &job) {
        return desk.ask([job](Workplace &workplace) { return PrintQueue{workplace}.job(job)->state; });
    };
    const size_t all = desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); });
    const QString first = doubt();
    auto *page = desk.open<PrintingScreen>();
    desk.pictures(u"printing-doubtful"_s);
    CHECK(page->findChild<Banner *>()->text().contains(u"peut-être sorti"_s));
    CHECK_FALSE(page->findChild<QAbstractButton *>(u"printing.discard"_s)->isVisible());
    CHECK_FALSE(page->findChild<QAbstractButton *>(u"printing.elsewhere"_s)->isVisible());
    desk.press(u"printing.confirm"_s);
    CHECK(stateOf(first) == PrintJob::State::Printed);
    const QString second = doubt();
    page->enter({});
    desk.settleAll();
    desk.press(u"printing.again"_s);
    CHECK(stateOf(second) == PrintJob::State::Discarded);
    CHECK(desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting()->size(); }) == all - 1);
}

TEST_CASE("A paper that waits goes to the spare printer, when there is one, and back")
{
    PageDesk desk;
    desk.sell();
    const QString job = desk.ask([](Workplace &workplace) {
        workplace.settings.sparePrinter = u"tcp:192.0.2.11"_s;
        return PrintQueue{workplace}.next()->value().id;
    });
    const auto printerOf = [&] { return desk.ask([job](Workplace &workplace) { return PrintQueue{workplace}.job(job)->printer; }); };
    desk.open<PrintingScreen>();
    desk.press(u"printing.elsewhere"_s);
    CHECK(printerOf() == PrintJob::Printer::Spare);
    desk.press(u"printing.elsewhere"_s);
    CHECK(printerOf() == PrintJob::Printer::Receipt);
}

TEST_CASE("The error of a printer is said in words, never as a code")
{
    CHECK(printErrorWords({}).isEmpty());
    CHECK_FALSE(printErrorWords(u"printer_unavailable: no answer"_s).contains(u"printer"_s));
    CHECK_FALSE(printErrorWords(u"something else"_s).isEmpty());
}

} // namespace guichet
