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
    void stateChanged(const guichet::PrintingState &state);

private:
    struct Side
    {
        PrintLane lane;
        PrinterSide is;
    };
    void watch(Side &side, const Side &other);

    Side m_receipt;
    Side m_spare;
};

} // namespace guichet
