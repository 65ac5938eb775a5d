// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/TerminalAttendant.h"

#include <QElapsedTimer>

namespace guichet {

/// The question of a terminal that a page shows. A touch or a key within the time of a double click after it was drawn was meant for what
/// stood there before, and answers nothing. GUI thread.
class ShownQuestion
{
public:
    /// Just before it is drawn; None: nothing is asked. The one that is shown already, drawn again, is no new one.
    void show(QuestionNumber question);
    /// Which question a touch answers now, and it is shown no more; None: it answers none.
    QuestionNumber take();

private:
    QuestionNumber m_shown = QuestionNumber::None;
    QElapsedTimer m_sinceShown;
};

} // namespace guichet
