// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/TillRescue.h"
#include "core/usecases/TillThread.h"
#include "ui/start/StartFailureScreen.h"

#include <QTimer>

namespace guichet {

/// Opens the till of the folder. While that takes long a page says so; when it fails the page says why, and tries again or restores when
/// somebody wants it. A closed page ends the program. GUI thread.
class TillOpening : public QObject
{
    Q_OBJECT

public:
    /// `options` with clock and keychain; all outlive it.
    TillOpening(TillThread &till, const WorkplaceOptions &options, const QSize &size, Language language);
    void begin();
    QWidget *page() const { return m_page.get(); }

Q_SIGNALS:
    void opened();
    void failed(); ///< The page is shown.

private:
    void take(const Result<> &opened);
    void showFailure(const Error &error);
    void showPage();
    void showOpening();
    void act();
    void askRestore();
    void restore();

    TillThread &m_till;
    WorkplaceOptions m_options;
    QSize m_size;
    Language m_language;
    QTimer m_slow; ///< Quick openings show no page.
    std::unique_ptr<StartFailureScreen> m_page;
    Error m_error;
    bool m_asked = false; ///< The page asks whether to restore.
};

} // namespace guichet
