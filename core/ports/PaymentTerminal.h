// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/payment/Payment.h"

#include <functional>

namespace guichet {

/// What is known about a charge. Unknown is a real answer: the line dropped after the amount was sent (hardware.md §2).
enum class ChargeState { Approved, Declined, NotStarted, Unknown };

/// What a terminal did.
struct Charge
{
    ChargeState state = ChargeState::Unknown;
    Money authorised;  ///< When approved; may differ from what was asked.
    QString reference; ///< Approval code.
    QString text;      ///< The terminal's own words, for the log.
    friend bool operator==(const Charge &, const Charge &) = default;
};

/// A card terminal. Called on a device thread; calls block until done or timed out. One charge at a time.
class PaymentTerminal
{
public:
    using Progress = std::function<void(const QString &prompt)>;
    virtual ~PaymentTerminal() = default;
    virtual QString name() const = 0; ///< `manual`, `nexo`, …: recorded with the intent.
    /// Charges (or, negative, refunds) `amount`. Never called twice with the same intent. An error means that nothing was sent.
    virtual Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) = 0;
    /// Asks what became of a charge. NotStarted: the terminal never got it. An error: it cannot be asked now.
    virtual Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) = 0;
    /// Asks the running charge to stop; only a request. From any thread.
    virtual void cancel() noexcept = 0;
};

} // namespace guichet
