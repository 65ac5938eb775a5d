// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/PrintWorker.h"

namespace guichet {

PrintWorker::PrintWorker(TillThread &till, QObject *parent)
    : QObject{parent}, m_receipt{till, PrintJob::Printer::Receipt}, m_spare{till, PrintJob::Printer::Spare}
{
    watch(m_receipt, m_receiptTrouble, m_spare, m_spareTrouble);
    watch(m_spare, m_spareTrouble, m_receipt, m_receiptTrouble);
}

/// The one that ends first lets the other one speak for both, unless that one is known to be waited for.
void PrintWorker::watch(PrintLane &lane, std::optional<Error> &trouble, const PrintLane &other, const std::optional<Error> &otherTrouble)
{
    connect(&lane, &PrintLane::stateChanged, this,
            [this, &lane, &trouble, &other, &otherTrouble](int waiting, int doubtful, const std::optional<Error> &why) {
                trouble = why;
                if (lane.isRunning() || !other.isRunning() || otherTrouble)
                    Q_EMIT stateChanged(waiting, doubtful, m_receiptTrouble ? m_receiptTrouble : m_spareTrouble);
            });
}

void PrintWorker::wake()
{
    wakeLane(m_receipt, m_receiptTrouble);
    wakeLane(m_spare, m_spareTrouble);
}

void PrintWorker::wakeLane(PrintLane &lane, std::optional<Error> &trouble)
{
    if (!lane.isRunning())
        trouble.reset(); // it is tried anew
    lane.wake();
}

void PrintWorker::forgetPrinter()
{
    m_receipt.forgetPrinter();
    m_spare.forgetPrinter();
}

} // namespace guichet
