// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/guichet/Composition.h"

#include <QDir>

namespace guichet {

/// Walks the window of a composition from page to page, as a person would, and keeps what it sees as PNG. GUI thread.
class ScreenAlbum
{
public:
    /// The composition outlives it.
    ScreenAlbum(Composition &composition, const QDir &folder) : m_composition{composition}, m_folder{folder} {}

    /// Every question is answered and shown, however busy the machine is; then nothing moves any more.
    void settle() const;
    /// False when the till could not be opened.
    bool waitForWindow() const;
    /// The window as it is, as `name`.png.
    void keep(const QString &name);
    /// Presses a button by its object name; false when the page has none.
    bool press(const QString &name);
    /// Chooses in the list of a form by its object name.
    void choose(const QString &name, const QString &key);
    /// Writes into a field by its object name.
    void write(const QString &name, const QString &text);
    /// Types as a scanner does: to the window, without a pause, Enter at the end.
    void scan(const QString &code);
    void go(Place place, const QString &subject = {});
    /// Work on the ledger thread, waited for.
    template <typename Work>
    auto ask(Work work)
    {
        return m_composition.till().call(std::move(work)).result();
    }
    MainWindow &window() { return *m_composition.window(); }
    bool failed() const { return m_failed; } ///< A picture could not be written.

private:
    Composition &m_composition;
    QDir m_folder;
    bool m_failed = false;
};

} // namespace guichet
