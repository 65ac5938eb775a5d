// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>

class QWindow;

namespace guichet {

/// A scanner that types like a keyboard, into a window of this program. GUI thread.
struct SimulatedWedge
{
    QString prefix = {};
    int gapMs = 5;               ///< Between two keys, as the system would stamp them.
    Qt::Key end = Qt::Key_Enter; ///< Key_unknown: none.

    void type(QWindow &window, const QString &code) const;
};

} // namespace guichet
