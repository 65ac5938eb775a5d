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

    /// Runs an intent made by Checkout::pay(), reverse() or giveBackLate(); a reversal that the terminal refuses becomes a refund with the
    /// card, unless somebody has cancelled. `progress` is called on the terminal's thread.
    Call<Result<PaymentOutcome>> charge(const TerminalRequest &request, const PaymentTerminal::Progress &progress);
    /// Runs an intent made by DossierDesk::refund(); `amount` is negative.
    Call<Result<RefundOutcome>> refund(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress);
    /// Asks the terminal what became of every open intent, oldest first, and records it: at the start, before anything is sent (PAY-4). One
    /// that was never sent has not started; one that the terminal cannot tell becomes Unknown, for a person. What a person has decided is
    /// asked about until the terminal has answered (hardware.md §2.9).
    Call<void> resolveOpen();
    /// Only of what a person has decided: also while the till sells.
    Call<void> confirmDecisions();
    /// Only a request; from any thread.
    void cancel();
    /// A charge, a refund or another call runs at the terminal. From any thread.
    bool isBusy() const { return m_calls > 0; }
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
    using LookUps = Result<std::vector<PaymentIntent>> (*)(Workplace &);
    Call<void> lookUp(LookUps which);
    std::vector<Found> lookUpAll(const std::vector<PaymentIntent> &intents);
    Result<Charge> lookUpOne(const PaymentIntent &intent);
    Call<Result<Charge>> run(const TerminalRequest &request, PaymentTerminal::Progress progress);
    Call<Result<PaymentOutcome>> goOn(const Result<PaymentOutcome> &done, const PaymentTerminal::Progress &progress);

    PaymentTerminal &m_terminal;
    TillThread &m_till;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
    std::atomic_int m_calls = 0;          ///< That run.
    std::atomic_bool m_cancelled = false; ///< Since the last charge was asked for.
    std::atomic_bool m_stopping = false;
    QHash<Id<PaymentIntent>, int> m_untold; ///< How often the terminal could not tell of a person's decision. On its thread.
};

} // namespace guichet
