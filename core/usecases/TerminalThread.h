// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "core/usecases/TillThread.h"

#include <atomic>

namespace guichet {

struct PaymentOutcome;
struct RefundOutcome;

/// The thread of the card terminal: a charge blocks there, never the window nor the ledger. The intent is in the ledger before charge() is
/// called here (PAY-4); what the terminal answers is recorded on the ledger thread before the answer is given.
class TerminalThread
{
public:
    /// Both outlive it.
    TerminalThread(PaymentTerminal &terminal, TillThread &till);
    ~TerminalThread();
    /// Asks the running charge to stop and waits for its end; its answer is on its way to the ledger thread. Before the till is closed.
    void stop();

    /// Runs an intent made by Checkout::pay(). `progress` is called on the terminal's thread.
    Call<Result<PaymentOutcome>> charge(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress);
    /// Runs an intent made by DossierDesk::refund(); `amount` is negative.
    Call<Result<RefundOutcome>> refund(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress);
    /// Asks the terminal what became of every open intent, oldest first, and records it: at the start, before anything is sent (PAY-4). One
    /// that was never sent has not started; one that the terminal cannot tell becomes Unknown, for a person.
    Call<void> resolveOpen();
    /// Only a request; from any thread.
    void cancel();
    /// PaymentTerminal::diagnose(); TerminalBusy at once while another call runs.
    Call<Result<QString>> diagnose();
    /// PaymentTerminal::totals(), waited for so long only: Timeout. What comes later is in the log of the devices alone. GUI thread.
    Call<Result<TerminalTotals>> totals(bool endOfDay, std::chrono::milliseconds limit);

private:
    struct Found
    {
        Id<PaymentIntent> intent;
        Charge charge;
    };
    std::vector<Found> lookUpAll(const std::vector<PaymentIntent> &open);
    Call<Result<Charge>> run(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress);

    PaymentTerminal &m_terminal;
    TillThread &m_till;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
    std::atomic_int m_calls = 0;          ///< That run.
    std::atomic_bool m_cancelled = false; ///< Since the last charge was asked for.
    std::atomic_bool m_stopping = false;
};

} // namespace guichet
