// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"
#include "core/receipt/PrintJob.h"
#include "core/usecases/TillThread.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>

namespace guichet {

/// Takes jobs from the spool, oldest first, and prints them on a thread of its own. A printer that fails keeps its job waiting: it is tried
/// again, and never blocks a sale (HW-1). Its slots and signals are of the GUI thread.
class PrintWorker : public QObject
{
    Q_OBJECT

public:
    explicit PrintWorker(TillThread &till, QObject *parent = nullptr);
    ~PrintWorker() override;

    /// There may be something to print.
    void wake();
    /// The printer of the settings has changed.
    void forgetPrinter();

Q_SIGNALS:
    /// How many jobs wait, and why the first one does; 0 and empty when all is printed.
    void stateChanged(int waiting, const QString &trouble);

private:
    struct Turn
    {
        std::optional<int> waiting; ///< None: could not be read.
        std::optional<Error> trouble;
    };
    Call<Turn> printNext();
    void finish(const Turn &turn);
    Result<> printOnce(const QString &setting, const QString &profile, const PrintJob &job);
    Result<> print(const QString &setting, const QString &profile, const Paper &paper);

    TillThread &m_till;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;        ///< Lives on m_thread.
    std::unique_ptr<ReceiptPrinter> m_printer; ///< Used on m_thread only.
    QString m_printerSetting;
    QString m_onPaper; ///< The job that was printed last; used on m_thread only.
    QTimer m_retry;
    bool m_running = false;
    bool m_again = false;
    int m_waiting = 0;
};

} // namespace guichet
