// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/PrintWorker.h"

namespace guichet {

PrintWorker::PrintWorker(TillThread &till, QObject *parent)
    : QObject{parent}, m_receipt{{till, PrintJob::Printer::Receipt}, {}}, m_spare{{till, PrintJob::Printer::Spare}, {}}
{
    watch(m_receipt, m_spare);
    watch(m_spare, m_receipt);
}

/// The one that ends first lets the other one speak for both, unless that one is known to be waited for.
void PrintWorker::watch(Side &side, const Side &other)
{
    connect(&side.lane, &PrintLane::stateChanged, this, [this, &side, &other](int waiting, int doubtful, const PrinterSide &is) {
        side.is = is;
        if (side.lane.isRunning() || !other.lane.isRunning() || other.is.trouble)
            Q_EMIT stateChanged({.waiting = waiting, .doubtful = doubtful, .receipt = m_receipt.is, .spare = m_spare.is});
    });
}

void PrintWorker::wake()
{
    for (Side *side : {&m_receipt, &m_spare}) {
        if (!side->lane.isRunning())
            side->is.trouble.reset(); // it is tried anew
        side->lane.wake();
    }
}

void PrintWorker::forgetPrinter()
{
    for (Side *side : {&m_receipt, &m_spare})
        side->lane.forgetPrinter();
}

} // namespace guichet
