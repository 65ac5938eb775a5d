// SPDX-License-Identifier: GPL-3.0-or-later
// The devices of the desk, in the whole till (HW-2, HW-4): settings, threads, window, ledger.
#include "app/guichet/Composition.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/DeskDevices.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "hardware/simulated/display/SimulatedDisplay.h"
#include "hardware/simulated/scanner/SimulatedScanner.h"
#include "tests/app/guichet/WaitFor.h"
#include "tests/support/Catch.h"

#include <QTemporaryDir>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString apron = u"2900000000018"_s;

/// The demo till, open, with Claire at it.
class Desk
{
public:
    template <typename Work>
    auto ask(Work work)
    {
        return composition->till().call(std::move(work)).result();
    }
    Desk()
    {
        TillCreation creation;
        creation.demo = true;
        creation.secretStore = u"file"_s;
        REQUIRE(createTill(folder.path(), creation, clock));
        composition = std::make_unique<Composition>(
            *qobject_cast<QApplication *>(QCoreApplication::instance()),
            StartOptions{
                .dataFolder = folder.path(), .language = Language::French, .mode = Mode::Light, .size = {1280, 800}, .clock = clock.now()});
        composition->start();
        REQUIRE(waitFor([this] { return composition->window() != nullptr; }));
        ask([](Workplace &workplace) {
            REQUIRE(Staff{workplace}.logIn(u"Claire"_s, u"5555"_s));
            OpenRequest request;
            request.amount = Money::fromCents(25'000);
            REQUIRE(TillDesk{workplace}.open(CommandId::generate(), request));
            return true;
        });
        composition->window()->start();
        REQUIRE(waitFor([this] { return composition->window()->place() == Place::Sale; }));
    }
    /// As the page of the settings does.
    template <typename Settings>
    void set(const Settings &settings)
    {
        ask([&](Workplace &workplace) {
            REQUIRE(DeskDevices{workplace}.save(CommandId::generate(), settings));
            return true;
        });
        Q_EMIT composition->window()->settingsSaved();
    }
    int pieces()
    {
        const CartView view = *ask([](Workplace &workplace) { return Checkout{workplace}.view(); });
        return view.cart.lines.empty() ? 0 : view.cart.lines.front().quantity;
    }

    QTemporaryDir folder;
    SimulatedClock clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)};
    std::unique_ptr<Composition> composition;
};

} // namespace

TEST_CASE("A scanner on a serial line sells, and sells again after it was pulled out and put back")
{
    Desk desk;
    SimulatedScanner scanner{desk.folder.filePath(u"scanner-port"_s)};
    REQUIRE(scanner.plugIn());
    desk.set(ScannerSettings{.line = scanner.setting()});
    std::ignore = waitFor([&] { return scanner.scan(apron) && waitFor([&] { return desk.pieces() > 0; }); });
    const int sold = desk.pieces();
    CHECK(sold > 0);
    scanner.unplug();
    QTest::qWait(300);
    REQUIRE(scanner.plugIn());
    QTest::qWait(1500);
    REQUIRE(scanner.scan(apron));
    CHECK(waitFor([&] { return desk.pieces() > sold; }));
}

TEST_CASE("A scanner that is not there leaves the till as it is, and its settings are refused when they are none")
{
    Desk desk;
    desk.set(ScannerSettings{.line = u"serial:/dev/no-such-scanner"_s});
    QTest::qWait(200);
    desk.composition->window()->takeScan(apron);
    CHECK(waitFor([&] { return desk.pieces() == 1; }));
    const auto refused = desk.ask(
        [](Workplace &workplace) { return DeskDevices{workplace}.save(CommandId::generate(), ScannerSettings{.prefix = u"??"_s}); });
    CHECK(refused.error().code == ErrorCode::InvalidInput);
}

TEST_CASE("The customer reads the line, the total and the change, and a display that is pulled out holds nothing up")
{
    Desk desk;
    SimulatedDisplay display{desk.folder.filePath(u"display-port"_s), u"cd5220"_s, u"cp437"_s};
    REQUIRE(display.plugIn());
    DisplaySettings settings = display.settings();
    settings.welcome = u"Bienvenue"_s;
    desk.set(settings);
    CHECK(waitFor([&] { return display.text().upper.trimmed() == u"Bienvenue"_s; }));
    desk.composition->window()->takeScan(apron);
    CHECK(waitFor([&] { return display.text().lower.startsWith(u"Total"_s) && !display.text().upper.contains(u"Bienvenue"_s); }));
    INFO(display.text().upper.toStdString());
    const Money total = desk.ask([](Workplace &workplace) { return Checkout{workplace}.view(); })->priced.total;
    CHECK(display.text().lower.size() == 20);
    CHECK(display.text().lower.endsWith(formatMoney(total, EuroSign::Hidden)));
    display.unplug();
    desk.composition->window()->takeScan(apron);
    CHECK(waitFor([&] { return desk.pieces() == 2; }));
    REQUIRE(display.plugIn());
    CHECK(waitFor([&] { return display.text().lower.endsWith(formatMoney(total + total, EuroSign::Hidden)); })); // by itself
}

} // namespace guichet
