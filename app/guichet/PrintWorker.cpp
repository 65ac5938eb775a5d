// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/PrintWorker.h"

namespace guichet {

PrintWorker::PrintWorker(TillThread &till, QObject *parent)
    : QObject{parent}, m_receipt{till, PrintJob::Printer::Receipt}, m_spare{till, PrintJob::Printer::Spare}
{
    watch(m_receipt, m_receiptTrouble);
    watch(m_spare, m_spareTrouble);
}

void PrintWorker::watch(PrintLane &lane, std::optional<Error> &trouble)
{
    connect(&lane, &PrintLane::stateChanged, this, [this, &trouble](int waiting, int doubtful, const std::optional<Error> &why) {
        trouble = why;
        Q_EMIT stateChanged(waiting, doubtful, m_receiptTrouble ? m_receiptTrouble : m_spareTrouble);
    });
}

void PrintWorker::wake()
{
    m_receipt.wake();
    m_spare.wake();
}

void PrintWorker::forgetPrinter()
{
    m_receipt.forgetPrinter();
    m_spare.forgetPrinter();
}

} // namespace guichet
