// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/ledger/Database.h"

namespace guichet {

/// A payment with what it counted for. The method is that after any correction (PAY-8).
struct RecordedPayment
{
    Payment payment;
    PaymentPurpose purpose = PaymentPurpose::Sale;
    Id<TillSession> session;
    FactPosition position;
    bool corrected = false;
    friend bool operator==(const RecordedPayment &, const RecordedPayment &) = default;
};

/// What a dossier has been paid besides its sale.
struct DossierMoney
{
    Money advances;       ///< Received, returned ones taken off.
    Money advancesUsed;   ///< By its sale; positive.
    Money credit;         ///< Customer credit of its sale.
    Money receivablePaid; ///< Paid back on that credit.
    Money unassigned;     ///< Certain payments of purpose Sale without a sale: an advance to be (decisions 3).
    std::vector<VatAmount> advanceVat;
};

/// Payments, intents, advances. On the thread of `db`.
class PaymentStore
{
public:
    explicit PaymentStore(Database &db) : m_db{db} {}

    Result<std::vector<RecordedPayment>> ofDossier(const Id<Dossier> &dossier) const; ///< Oldest first.
    /// NotFound.
    Result<RecordedPayment> payment(const Id<Payment> &id) const;
    Result<DossierMoney> money(const Id<Dossier> &dossier) const;
    /// Certain payments of the session whose dossier has neither sale nor advance yet: the Z turns them into advances.
    Result<std::vector<RecordedPayment>> unassigned(const Id<TillSession> &session) const;

    Result<std::optional<PaymentIntent>> intent(const Id<PaymentIntent> &id) const;
    Result<std::vector<PaymentIntent>> openIntents(const QString &till) const; ///< Oldest first.
    Result<std::vector<PaymentIntent>> openIntentsOf(const Id<Dossier> &dossier) const;
    /// Decided as not approved by a person in that session, without a word of the terminal yet; oldest first.
    Result<std::vector<PaymentIntent>> unconfirmed(const Id<TillSession> &session) const;
    /// Whether the terminal has refused to reverse that charge.
    Result<bool> isReversalRefused(const PaymentIntent &original) const;

    /// What was approved at a terminal in a session; amounts of refunds taken off, refunds counted.
    struct Charged
    {
        int count = 0;
        Money amount;
    };
    Result<Charged> chargedAt(const QString &terminal, const Id<TillSession> &session) const;

    // Called by the TillProjector.
    Result<> paid(const Fact &fact);
    Result<> advanced(const Fact &fact);
    Result<> intentMoved(const Fact &fact);
    Result<> corrected(const Fact &fact);

private:
    Database &m_db;
};

} // namespace guichet
