// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/guichet/PrintLane.h"

namespace guichet {

/// Both printers of the till, each on its own: one that is dead, or waited for, never holds up the other. GUI thread.
class PrintWorker : public QObject
{
    Q_OBJECT

public:
    explicit PrintWorker(TillThread &till, QObject *parent = nullptr);

    /// There may be something to print.
    void wake();
    /// The printers of the settings have changed.
    void forgetPrinter();

Q_SIGNALS:
    /// How many jobs are not done, how many of these wait for a person, and why the first one does not come out, of the receipt printer
    /// before the spare one; 0, 0 and none when all is printed.
    void stateChanged(int waiting, int doubtful, const std::optional<guichet::Error> &trouble);

private:
    struct Side
    {
        PrintLane lane;
        std::optional<Error> trouble; ///< Why its first job does not come out.
    };
    void watch(Side &side, const Side &other);

    Side m_receipt;
    Side m_spare;
};

} // namespace guichet
