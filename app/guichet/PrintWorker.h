// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"
#include "core/receipt/PrintJob.h"
#include "core/usecases/TillThread.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <atomic>
#include <map>
#include <memory>

namespace guichet {

/// Takes jobs from the spool, oldest first, and prints them on a thread of its own, for each of the two printers in turn. A printer that
/// fails keeps its job waiting: it is tried again, and never blocks a sale (HW-1). A job is committed as *sending* before its first byte,
/// so that nothing is printed twice unknowingly (docs/decisions/0026). Its slots and signals are of the GUI thread.
class PrintWorker : public QObject
{
    Q_OBJECT

public:
    explicit PrintWorker(TillThread &till, QObject *parent = nullptr);
    /// Gives up what a printer is waited for: that job is doubtful.
    ~PrintWorker() override;

    /// There may be something to print.
    void wake();
    /// The printers of the settings have changed.
    void forgetPrinter();

Q_SIGNALS:
    /// How many jobs are not done, how many of these wait for a person, and why the first one does not come out; 0, 0 and none when all is
    /// printed.
    void stateChanged(int waiting, int doubtful, const std::optional<guichet::Error> &trouble);

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
    struct MadePrinter
    {
        QString setting;
        std::unique_ptr<ReceiptPrinter> printer;
    };
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
    QThread m_thread;
    std::unique_ptr<QObject> m_context;                  ///< Lives on m_thread.
    std::map<PrintJob::Printer, MadePrinter> m_printers; ///< Used on m_thread only.
    std::atomic<bool> m_stopping = false;
    std::optional<Ended> m_unnoted;
    std::optional<Error> m_trouble; ///< Of this round.
    PrintJob::Printer m_printer = PrintJob::Printer::Receipt;
    QTimer m_retry;
    bool m_running = false;
    bool m_again = false;
    int m_waiting = 0;
    int m_doubtful = 0;
};

} // namespace guichet
