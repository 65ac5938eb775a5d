// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/guichet/Composition.h"

#include <QDir>
#include <chrono>

namespace guichet {

/// `class in name of the next parent that has one`, for each visible control in `window` that can be touched and has no object name: no
/// test and no guide could name it. GUI thread.
QStringList unnamedControls(const QWidget &window);

/// Walks the window of a composition from page to page, as a person would, and keeps what it sees as PNG. GUI thread.
class ScreenAlbum
{
public:
    /// The composition outlives it.
    ScreenAlbum(Composition &composition, const QDir &folder, Language language)
        : m_composition{composition}, m_folder{folder}, m_language{language}
    {}

    /// Every question is answered and shown, however busy the machine is; then nothing moves any more.
    void settle() const;
    /// False when the till could not be opened.
    bool waitForWindow() const;
    /// The window as it is, as `name`.png. What can be touched and has no object name is noted: unnamed().
    void keep(const QString &name);
    /// Presses a button by its object name; false when the page has none.
    bool press(const QString &name);
    /// Chooses in the list of a form by its object name.
    void choose(const QString &name, const QString &key);
    /// Presses a line of the cart, counted from 0; false when it has none there.
    bool pressLine(int row);
    /// Taps a row of a table by its object name.
    void tapRow(const QString &table, int row);
    /// Scrolls the page to a part of it by its object name.
    void reveal(const QString &name);
    /// Esc, as far as a sheet is open.
    void closeSheet();
    /// Chooses a tab of the bar with that object name, as a person does.
    void chooseTab(const QString &bar, const QString &tab);
    /// Writes into a field that is shown, by its object name.
    void write(const QString &name, const QString &text);
    /// Types as a scanner does: to the window, without a pause, Enter at the end.
    void scan(const QString &code);
    void go(Place place, const QString &subject = {});
    /// The simulated clock goes on.
    void passTime(std::chrono::hours hours);
    /// Work on the ledger thread, waited for.
    template <typename Work>
    auto ask(Work work)
    {
        return m_composition.till().call(std::move(work)).result();
    }
    MainWindow &window() { return *m_composition.window(); }
    Language language() const { return m_language; } ///< Of the pictures.
    bool failed() const { return m_failed; }         ///< A picture could not be written.
    /// `picture: ` and unnamedControls() of each.
    const QStringList &unnamed() const { return m_unnamed; }

private:
    Composition &m_composition;
    QDir m_folder;
    Language m_language;
    bool m_failed = false;
    QStringList m_unnamed;
};

} // namespace guichet
