// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payment/Payment.h"
#include "hardware/nexo/NexoMessage.h"

namespace guichet {

/// The ServiceID of a text: 10 characters of base 36 from its SHA-256. The same after a restart, so that nothing needs to be kept.
QString nexoServiceId(const QString &text);
/// That of the request which an intent caused: its Payment, or its Reversal.
QString nexoServiceId(const Id<PaymentIntent> &intent);
/// One that was never used: for questions, aborts and all that is not looked up later.
QString makeNexoServiceId();

/// Where a terminal names one of its own transactions: both are needed to reverse it (hardware.md §3.4).
struct NexoTransaction
{
    QString id;
    QString timestamp; ///< As the terminal wrote it.

    QString toString() const { return id + u' ' + timestamp; } ///< The form of Charge::transaction.
    static std::optional<NexoTransaction> fromString(const QString &text);
    friend bool operator==(const NexoTransaction &, const NexoTransaction &) = default;
};

/// The requests of a till (hardware.md §3.4), made from the profile of their terminal.
class NexoRequests
{
public:
    /// The profile outlives it.
    explicit NexoRequests(const NexoProfile &profile) : m_profile{profile} {}

    /// A payment or, when `amount` is negative, an unreferenced refund. The intent is our reference.
    NexoMessage payment(const Id<PaymentIntent> &intent, Money amount, const QDateTime &at) const;
    /// Gives the whole of a transaction back.
    NexoMessage reversal(const Id<PaymentIntent> &task, const NexoTransaction &original, const QDateTime &at) const;
    NexoMessage abort(const Id<PaymentIntent> &intent) const;
    /// `category`: Payment or Reversal, whichever the intent was.
    NexoMessage status(const Id<PaymentIntent> &intent, const QString &category) const;
    NexoMessage diagnosis() const;
    NexoMessage totals() const;
    NexoMessage endOfDay() const;

private:
    NexoMessage request(const QString &category, const QString &serviceId, const QJsonObject &body) const;
    QJsonObject reference(const Id<PaymentIntent> &intent, const QString &category) const;
    QJsonObject saleData(const Id<PaymentIntent> &intent, const QDateTime &at) const;

    const NexoProfile &m_profile;
};

} // namespace guichet
