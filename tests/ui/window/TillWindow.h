// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "core/usecases/TerminalThread.h"
#include "hardware/terminal/ManualTerminal.h"
#include "tests/ui/support/FakeDeviceBench.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QTemporaryDir>

namespace guichet {

/// The demo till on Wednesday 25 November 2026 at ten past two in the real window, used as a person does: by what is visible on it. The
/// ledger is real, on its own thread; the terminal is the manual one.
class TillWindow
{
public:
    enum class Till { Closed, OpenForMarie, OpenForAhmed };
    explicit TillWindow(Till till = Till::OpenForMarie);
    ~TillWindow();
    TillWindow(const TillWindow &) = delete;
    TillWindow &operator=(const TillWindow &) = delete;

    /// The window as after a start of the program.
    void restart();
    void settleAll();
    bool waitFor(const std::function<bool()> &done);
    /// Clicks a visible button by its object name; fails the test when there is none.
    void press(const QString &name);
    bool has(const QString &name) const { return button(name) != nullptr; }
    QAbstractButton *button(const QString &name) const;
    /// A visible label that contains this.
    bool says(const QString &text) const;
    QString toast() const;
    void type(const QString &keys);
    void key(Qt::Key key);
    void write(const QString &field, const QString &text);
    /// A tile of the login page or of an approval, and the code on the keypad.
    void enterPin(const QString &user, const QString &pin);

    /// Work on the ledger thread, waited for.
    template <typename Work>
    auto ask(Work work)
    {
        return till.call(std::move(work)).result();
    }
    CartView cart();
    /// The last fact of that kind; fails the test when there is none.
    Fact lastFact(FactType type);

    QTemporaryDir folder;
    SimulatedClock clock;
    ManualTerminal terminal;
    SilentPlayer sounds;
    FakeDeviceBench devices;
    TillThread till;
    std::unique_ptr<TerminalThread> terminals;
    std::unique_ptr<MainWindow> window;
};

} // namespace guichet
