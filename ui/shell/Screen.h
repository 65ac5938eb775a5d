// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/ports/CentreEnrolment.h"
#include "core/ports/TerminalAttendant.h"
#include "core/usecases/DecisionThread.h"
#include "core/usecases/TerminalThread.h"
#include "ui/shell/Navigator.h"
#include "ui/widgets/SoundPlayer.h"

#include <QWidget>

namespace guichet {

/// What every screen works with; all outlive it.
struct ScreenContext
{
    TillThread &till;
    TerminalThread &terminals;
    Navigator &navigator;
    SoundPlayer &sounds;
    const Clock &clock;
    TerminalAttendant &attendant; ///< The person at a terminal without link.
    Language screenLanguage = Language::French;
    DecisionThread *decisions = nullptr; ///< Asks the centre before a payment; none: nobody does.
    CentreEnrolment *centre = nullptr;   ///< Makes the till one of a centre's; none: it cannot become one here.
    Language language() const { return screenLanguage; }
};

/// One page of the main window. It owns its view, asks the use cases on the ledger thread and renders what `present…` decides. GUI thread.
class Screen : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// The page becomes visible: ask the state again. `subject`: what Navigator::go named.
    virtual void enter(const QString &subject) = 0;
    /// A scan that arrived while this page is shown; true when the page took it, false: the sale takes it (SELL-2).
    virtual bool takeScan(const QString &code)
    {
        Q_UNUSED(code)
        return false;
    }
    /// Esc, and the back button: false when there is nothing to leave without harm.
    virtual bool goBack() { return false; }
};

} // namespace guichet
