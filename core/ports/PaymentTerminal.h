// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/payment/Payment.h"

#include <QStringList>
#include <chrono>
#include <functional>
#include <vector>

namespace guichet {

/// What is known about a charge. Unknown is a real answer: the line dropped after the amount was sent (hardware.md §2).
enum class ChargeState { Approved, Declined, NotStarted, Unknown };

/// What a terminal did.
struct Charge
{
    ChargeState state = ChargeState::Unknown;
    Money authorised;         ///< When approved; may differ from what was asked.
    QString reference;        ///< Approval code.
    QString text;             ///< The terminal's own words, for the log.
    QString transaction = {}; ///< What reverse() needs to name it; the driver's own form.
    CardDetails card = {};
    QStringList merchantSlip = {}; ///< Lines as the terminal wants them printed; empty: none.
    QStringList customerSlip = {};
    bool signatureRequired = false; ///< The customer signs the merchant slip.
    friend bool operator==(const Charge &, const Charge &) = default;
};

/// What a terminal has counted since its last end of day, one row a brand.
struct TerminalTotals
{
    struct Row
    {
        QString brand;
        int count = 0;
        Money amount; ///< Refunds and reversals taken off.
        friend bool operator==(const Row &, const Row &) = default;
    };
    std::vector<Row> rows;
    QStringList slip = {}; ///< Of the day's end, lines as the terminal wants them printed; empty: none.
    friend bool operator==(const TerminalTotals &, const TerminalTotals &) = default;
};

/// Asks the cashier what the terminal wants to know during a charge (`Signature OK?`) and waits for the answer. No: nobody has said yes
/// within the limit, or no charge runs. On a driver's thread.
using AskCashier = std::function<bool(const QString &question, std::chrono::milliseconds limit)>;

/// A card terminal. Called on a device thread; calls block until done or timed out. One charge at a time.
class PaymentTerminal
{
public:
    /// What the terminal shows: its own words or, from one that sends codes, names of steps apart by a blank: `WAIT_FOR_PIN`, those of
    /// nexo.
    using Progress = std::function<void(const QString &prompt)>;
    virtual ~PaymentTerminal() = default;
    virtual QString name() const = 0; ///< `manual`, `nexo`, …: recorded with the intent.
    /// Charges (or, negative, refunds) `amount`. Never called twice with the same intent. An error means that nothing was sent.
    virtual Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) = 0;
    /// Asks what became of a charge. NotStarted: the terminal never got it. An error: it cannot be asked now.
    virtual Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) = 0;
    /// Gives exactly one approved charge back (hardware.md §2.9). `task` is an intent of its own; `transaction` and `amount` are those of
    /// the charge. Declined: the terminal cannot, so that a refund with the card is left. An error means that nothing was sent.
    virtual Result<Charge> reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction) = 0;
    /// Whether it could take a payment now; in the terminal's own words what it is. TerminalUnavailable, Timeout, TerminalBusy.
    virtual Result<QString> diagnose() = 0;
    /// What it has counted; `endOfDay` also closes its day. TerminalUnavailable: it cannot say.
    virtual Result<TerminalTotals> totals(bool endOfDay) = 0;
    /// Asks the running call to stop; only a request. From any thread.
    virtual void cancel() noexcept = 0;
};

/// What the till asks of a terminal for one intent, once.
struct TerminalRequest
{
    Id<PaymentIntent> intent;
    Money amount;             ///< Negative: to give back.
    QString transaction = {}; ///< Not empty: exactly that charge is given back, whole.
};

/// By reverse() or charge().
inline Result<Charge> perform(PaymentTerminal &terminal, const TerminalRequest &request, const PaymentTerminal::Progress &progress)
{
    if (request.transaction.isEmpty())
        return terminal.charge(request.intent, request.amount, progress);
    return terminal.reverse(request.intent, -request.amount, request.transaction);
}

} // namespace guichet
