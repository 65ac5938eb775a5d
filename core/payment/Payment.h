// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/catalogue/Catalogue.h"
#include "core/money/Money.h"
#include "core/payment/CardDetails.h"

#include <QDateTime>

namespace guichet {

struct Dossier;
struct PaymentIntent;

/// One movement of money with one method, received or (negative) given back. Written once, when it becomes certain (decisions 3).
/// What reached the till is amount + rounding + excess + tip.
struct Payment
{
    Id<Payment> id;
    Id<Dossier> dossier;
    QString method; ///< Key of the PaymentMethod.
    PaymentType type = PaymentType::Other;
    LocalizedText methodTitle;
    Money amount;   ///< What it takes off what is due; negative for a refund.
    Money rounding; ///< Cash rounding that it settles (decisions 5).
    Money excess;   ///< Face value of a paper tender or single-use voucher beyond what was due, not returned.
    Money tip;      ///< Authorised by a terminal beyond what was asked.
    Money tendered; ///< Cash handed over; zero otherwise.
    Money change;   ///< Cash given back: tendered − amount − rounding.
    QString reference;
    QString giftCode;
    Id<PaymentIntent> intent; ///< Null: no terminal.
    QDateTime at;

    Money received() const { return amount + rounding + excess + tip; }
    friend bool operator==(const Payment &, const Payment &) = default;
};

/// What a payment counts for: decisions 1 to 3.
enum class PaymentPurpose { Sale, Advance, Receivable, Refund };

/// State of a request to a card terminal (hardware.md §2). A terminal payment is a Payment only once Approved.
enum class IntentState { Persisted, Sent, Approved, Declined, NotStarted, Unknown };

/// A request to a card terminal, in the ledger before the first byte goes out (PAY-4).
struct PaymentIntent
{
    Id<PaymentIntent> id;
    Id<Dossier> dossier;
    QString method;
    QString terminal; ///< Which terminal: `manual`, …
    Money asked;      ///< Negative: refund.
    Money authorised; ///< When approved, or late; may differ from what was asked.
    IntentState state = IntentState::Persisted;
    QString reference; ///< Approval code or the terminal's own reference.
    bool resolvedByPerson = false;
    QString resolvedBy; ///< User key.
    QDateTime at;
    QString transaction;      ///< As the terminal named it: what a reversal needs. Empty: it named none.
    QString reverses;         ///< The transaction that this gives back, whole; empty: a charge, or a refund with the card.
    Id<PaymentIntent> undoes; ///< The late approval that this gives back; null: none.
    bool late = false; ///< The terminal approved what a person had decided otherwise: Unknown until one decides again (hardware.md §2.9).
    bool confirmed = false; ///< The terminal and the person agree, or the person knew what the terminal says: it is asked no more.
    CardDetails card;
    bool isOpen() const { return state == IntentState::Persisted || state == IntentState::Sent || state == IntentState::Unknown; }
    friend bool operator==(const PaymentIntent &, const PaymentIntent &) = default;
};

QString intentStateName(IntentState state); ///< persisted, sent, approved …
std::optional<IntentState> intentStateFromName(const QString &name);
QString paymentPurposeName(PaymentPurpose purpose);
std::optional<PaymentPurpose> paymentPurposeFromName(const QString &name);

/// What a cash amount does to a due amount (PAY-3): how much it covers, the rounding if it settles, the change. `saleTotal` decides whether
/// rounding applies; `cashBefore` is cash already taken for the same sale without settling it: the rounding is that of all its cash
/// (decisions 5).
struct CashTender
{
    Money amount; ///< Zero together with settles == false: `tendered` covers what is due but not its rounding; ask for cashToPay() instead.
    Money rounding;
    Money change;
    bool settles = false;
    friend bool operator==(const CashTender &, const CashTender &) = default;
};
CashTender tenderCash(Money saleTotal, Money due, Money tendered, bool companyBuyer = false, Money cashBefore = {});
/// What must be handed over in cash to settle `due`; negative: given back.
Money cashToPay(Money saleTotal, Money due, bool companyBuyer = false, Money cashBefore = {});
/// The quick buttons: next notes above the amount, at most `count`, ascending, the exact amount not included.
std::vector<Money> quickNotes(Money toPay, int count);

} // namespace guichet
