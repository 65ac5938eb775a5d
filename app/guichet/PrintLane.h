// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PrintingState.h"
#include "core/ports/ReceiptPrinter.h"
#include "core/receipt/PrintJob.h"
#include "core/usecases/TillThread.h"
#include "hardware/printer/MakeReceiptPrinter.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <atomic>
#include <memory>

namespace guichet {

/// One printer of the till with its queue: takes its jobs from the spool, oldest first, and prints them on a thread of its own. One that
/// fails keeps its job waiting and is tried again (HW-1). A job is committed as *sending* before its first byte, so that nothing is printed
/// twice unknowingly (docs/decisions/0026). Its slots and signals are of the GUI thread.
class PrintLane : public QObject
{
    Q_OBJECT

public:
    PrintLane(TillThread &till, PrintJob::Printer printer);
    /// Gives up what a printer is waited for: that job is doubtful.
    ~PrintLane() override;

    /// There may be something to print.
    void wake();
    bool isRunning() const { return m_running; }
    /// The settings have changed.
    void forgetPrinter();

Q_SIGNALS:
    /// How many jobs of the till are not done, how many of these wait for a person, and how this printer is.
    void stateChanged(int waiting, int doubtful, const guichet::PrinterSide &side);

private:
    /// How a job ended, until the ledger knows it.
    struct Ended
    {
        QString job;
        Result<PrintOutcome> outcome;
    };
    struct Turn
    {
        bool hadJob = false;
        int waiting = 0;
        int doubtful = 0;
        std::optional<Error> trouble = {};
        std::optional<Ended> unnoted = {};
    };
    struct Task;
    static Result<Task> takeTask(Workplace &workplace, PrintJob::Printer printer, const std::optional<Ended> &unnoted);
    static Result<> note(Workplace &workplace, const Ended &ended);
    static Turn noted(Workplace &workplace, const Ended &ended);
    Call<Turn> printNext();
    void begin();
    void finish(const Turn &turn);
    void tell(const std::optional<Error> &trouble);
    Result<PrintOutcome> print(const Task &task);
    Result<ReceiptPrinter *> printerOf(const Task &task);
    PrintWatch watchFor(const QString &job);

    TillThread &m_till;
    PrintJob::Printer m_printerName;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;        ///< Lives on m_thread.
    std::unique_ptr<ReceiptPrinter> m_printer; ///< Used on m_thread only, as what it was made from.
    PrinterChoice m_choice;
    std::atomic<bool> m_stopping = false;
    std::optional<Ended> m_unnoted;
    QTimer m_retry;
    bool m_running = false;
    bool m_again = false;
    int m_waiting = 0;
    int m_doubtful = 0;
    bool m_paperLow = false; ///< As it said before its last job.
};

} // namespace guichet
