// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/DecisionThread.h"
#include "core/usecases/TerminalThread.h"
#include "hardware/terminal/ChosenTerminal.h"
#include "ui/payment/DonePage.h"
#include "ui/payment/PaymentScreen.h"
#include "ui/sale/SaleScreen.h"

#include <QAbstractButton>
#include <QTemporaryDir>

class QStackedWidget;

namespace guichet {

/// Remembers what a screen asked of the window, and shows the page as the window would.
class RecordingNavigator : public Navigator
{
public:
    using Navigator::go;
    void go(Place place) override { go(place, {}); }
    void go(Place place, const QString &subject) override;
    void toast(const QString &text, Tone) override { toasts << text; }
    void offer(const QString &text, const QString &action, std::function<void()> then) override
    {
        toasts << text;
        offers << action;
        lastRetry = std::move(then);
    }
    void refuse(const Error &error, std::function<void()> retry) override;
    QWidget *sheetHost() override { return host; }
    void refresh() override {}

    std::function<void(Place, const QString &)> shower;
    std::vector<Place> places;
    QStringList toasts;
    QStringList offers;
    std::vector<ErrorCode> refusals;
    std::function<void()> lastRetry;
    QWidget *host = nullptr;
};

/// The demo till with the sale and the payment screen beside their cart, as in the window, on Wednesday 25 November 2026 at ten past two.
/// Marie is logged in, the till is open. The ledger is real, on its own thread; the terminal is the manual one.
class SaleDesk : public QWidget
{
    Q_OBJECT

public:
    /// With a `centre`, which outlives it, the till asks it before it sells; a payment waits as long as `patience`.
    explicit SaleDesk(Language language = Language::French, OnlineDecisions *centre = nullptr,
                      std::chrono::milliseconds patience = std::chrono::milliseconds{200});
    ~SaleDesk() override;

    /// Lets the ledger thread answer and the screens follow.
    void settleAll();
    /// Clicks a visible button by its object name; fails the test when there is none.
    void press(const QString &name);
    /// Two clicks without a breath, as an impatient finger does.
    void pressTwice(const QString &name);
    bool has(const QString &name) const;
    QString text(const QString &name) const;
    void type(const QString &keys);
    void key(Qt::Key key);
    QAbstractButton *button(const QString &name) const;
    /// Waits until `done` or two seconds have passed.
    bool waitFor(const std::function<bool()> &done);

    /// Work on the ledger thread, waited for.
    template <typename Work>
    auto ask(Work work)
    {
        return till.call(std::move(work)).result();
    }
    qint64 countFacts(FactType type);
    void addAdults(int count);
    void addProduct(const QString &product, int quantity = 1);

    QTemporaryDir folder;
    SimulatedClock clock;
    ChosenTerminal terminal;
    SilentPlayer sounds;
    RecordingNavigator navigator;
    TillThread till;
    std::unique_ptr<TerminalThread> terminals;
    std::unique_ptr<DecisionThread> decisions; ///< None without a centre.
    std::unique_ptr<CartModel> cart;
    CartPanel *panel = nullptr;
    SaleScreen *sale = nullptr;
    PaymentScreen *payment = nullptr;

private:
    void askCentre(OnlineDecisions &centre, std::chrono::milliseconds patience);

    QStackedWidget *m_pages;
};

} // namespace guichet
