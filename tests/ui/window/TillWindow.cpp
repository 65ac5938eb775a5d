// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/TillWindow.h"

#include "core/ledger/Query.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/support/DemoFolder.h"
#include "tests/ui/support/Picture.h"
#include "ui/widgets/Toast.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWait = 5000; ///< Milliseconds: the sanitizers are slow.
constexpr Sql selectLastOfType = R"(SELECT COALESCE(MAX(number), 0) FROM fact WHERE type = :type)";

} // namespace

TillWindow::TillWindow(Till state) : clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)}
{
    placeDemoTill(folder.path(), clock);
    REQUIRE(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal, .keychain = nullptr}));
    if (state != Till::Closed)
        ask([state](Workplace &workplace) {
            const bool marie = state == Till::OpenForMarie;
            REQUIRE(Staff{workplace}.logIn(marie ? u"Marie"_s : u"Ahmed"_s, marie ? u"1111"_s : u"4444"_s));
            OpenRequest request;
            request.amount = Money::fromCents(25'000);
            REQUIRE(TillDesk{workplace}.open(CommandId::generate(), request));
            return true;
        });
    terminals = std::make_unique<TerminalThread>(terminal, till);
    restart();
}

TillWindow::~TillWindow()
{
    terminal.cancel();
    settleAll();
    window.reset();
    terminals.reset();
    till.close();
}

void TillWindow::restart()
{
    applyTheme(*qApp, Mode::Light);
    window = std::make_unique<MainWindow>(WindowNeeds{.till = till,
                                                      .terminals = *terminals,
                                                      .sounds = sounds,
                                                      .clock = clock,
                                                      .attendant = terminal,
                                                      .devices = devices,
                                                      .language = Language::French});
    window->resize(1280, 800);
    window->start();
    window->show();
    window->activateWindow();
    settleAll();
}

void TillWindow::settleAll()
{
    for (int i = 0; i < 3; ++i) {
        ask([](Workplace &) { return true; });
        settle();
    }
}

bool TillWindow::waitFor(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < longestWait)
        settleAll();
    return done();
}

QAbstractButton *TillWindow::button(const QString &name) const
{
    for (auto *found : window->findChildren<QAbstractButton *>(name))
        if (found->isVisible())
            return found;
    return nullptr;
}

void TillWindow::press(const QString &name)
{
    QAbstractButton *found = button(name);
    INFO(name);
    REQUIRE(found);
    QTest::mouseClick(found, Qt::LeftButton);
    settleAll();
}

bool TillWindow::says(const QString &text) const
{
    return std::ranges::any_of(window->findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

QString TillWindow::toast() const
{
    return window->findChild<ToastArea *>()->text();
}

void TillWindow::type(const QString &keys)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClicks(focus ? focus : window.get(), keys);
    settleAll();
}

void TillWindow::key(Qt::Key key)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : window.get(), key);
    settleAll();
}

void TillWindow::write(const QString &field, const QString &text)
{
    auto *found = window->findChild<QLineEdit *>(field);
    INFO(field);
    REQUIRE(found);
    found->setFocus();
    found->selectAll();
    QTest::keyClicks(found, text);
    settleAll();
}

void TillWindow::enterPin(const QString &user, const QString &pin)
{
    press(u"chip."_s + user);
    for (const QChar digit : pin)
        press(u"pad."_s + digit);
    press(u"pad.enter"_s);
}

CartView TillWindow::cart()
{
    return *ask([](Workplace &workplace) { return Checkout{workplace}.view(); });
}

Fact TillWindow::lastFact(FactType type)
{
    const auto fact = ask([type](Workplace &workplace) -> Result<Fact> {
        TRY_LET(number, selectInteger(workplace.db(), selectLastOfType, {{":type", factTypeName(type)}}));
        return workplace.journal().fact({workplace.tillUid(), workplace.journal().identity().incarnation, number});
    });
    REQUIRE(fact);
    return *fact;
}

} // namespace guichet
