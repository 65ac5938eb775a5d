// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "core/usecases/TerminalThread.h"
#include "hardware/terminal/ChosenTerminal.h"
#include "ui/shell/Screen.h"

#include <QAbstractButton>
#include <QTemporaryDir>

class QVBoxLayout;

namespace guichet {

/// Remembers what a page asked of the window.
class PageNavigator : public Navigator
{
public:
    void go(Place place) override { go(place, {}); }
    void go(Place place, const QString &subject) override
    {
        places.push_back(place);
        subjects << subject;
    }
    void toast(const QString &text, Tone) override { toasts << text; }
    void offer(const QString &text, const QString &, std::function<void()> then) override
    {
        toasts << text;
        lastRetry = std::move(then);
    }
    void refuse(const Error &error, std::function<void()> retry) override
    {
        refusals.push_back(error.code);
        lastRefusal = error;
        lastRetry = std::move(retry);
    }
    QWidget *sheetHost() override { return nullptr; }
    void refresh() override { ++refreshes; }

    std::vector<Place> places;
    QStringList subjects;
    QStringList toasts;
    std::vector<ErrorCode> refusals;
    Error lastRefusal{};
    std::function<void()> lastRetry;
    int refreshes = 0;
};

/// The demo till on Wednesday 25 November 2026 at ten past two, with one page under a bar as high as the window's. The ledger is real, on
/// its own thread; the terminal is the manual one.
class PageDesk : public QWidget
{
    Q_OBJECT

public:
    enum class Till { Closed, Open };
    explicit PageDesk(Till till = Till::Open, const QString &user = QStringLiteral("Ahmed"), const QString &pin = QStringLiteral("4444"));
    ~PageDesk() override;

    ScreenContext context();
    /// Makes the page, shows it, enters it.
    template <typename Page>
    Page *open(const QString &subject = {})
    {
        auto *page = new Page{context(), this};
        show(page);
        page->enter(subject);
        settleAll();
        return page;
    }
    void show(QWidget *page);
    void settleAll();
    /// The same, for a page that also has work done aside.
    void settleAside();
    bool waitFor(const std::function<bool()> &done);
    /// Clicks a visible button by its object name; fails the test when there is none.
    void press(const QString &name);
    bool has(const QString &name) const;
    QString text(const QString &name) const;
    QAbstractButton *button(const QString &name) const;
    /// Clicks the row of a table.
    void pressRow(const QString &table, int row);
    void type(const QString &field, const QString &text);
    /// The page in light and dark at 1280 × 800, and at 1024 × 768 and 1920 × 1080.
    void pictures(const QString &name);
    /// No button or field reaches out of its parent or is under 48 px, at 1024 × 768.
    void checkTouch();

    /// Work on the ledger thread, waited for.
    template <typename Work>
    auto ask(Work work)
    {
        return till.call(std::move(work)).result();
    }
    /// Two adults and a child for the next departure, and a product, paid as asked. Returns the number of the dossier.
    QString sell(const QString &method = QStringLiteral("cash"));
    /// A morning of sales with several methods, a gratuity, a refund.
    void sellMorning();

    QTemporaryDir folder;
    SimulatedClock clock;
    ChosenTerminal terminal;
    SilentPlayer sounds;
    PageNavigator navigator;
    TillThread till;
    std::unique_ptr<TerminalThread> terminals;

private:
    QVBoxLayout *m_layout;
    QWidget *m_page = nullptr;
};

} // namespace guichet
