// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CartWork.h"
#include "core/usecases/Checkout.h"

/// Facts of money that several use cases write, in the caller's transaction. Not for screens.
namespace guichet {

/// Writes the new state of an intent.
Result<> recordIntent(Workplace &workplace, const Actor &actor, const SessionRecord &session, FactType type, const PaymentIntent &intent);

/// The connected user, or nobody: what a device answers is recorded also when nobody is logged in.
Actor whoeverIsThere(const Workplace &workplace);

/// A payment with the method's words, at this moment.
Payment newPayment(const Workplace &workplace, const Id<Dossier> &dossier, const PaymentMethod &method);

/// Whether a method may be used on this till: it is one of its tills, and nothing in person is taken or given by telephone (PAY-10).
bool isAllowedHere(const Workplace &workplace, const PaymentMethod &method);

/// Nothing is asked of a terminal while one of its charges is open, but for late approvals, which are over there: IntentPending names the
/// amount; TerminalUnavailable without a terminal.
Result<> checkTerminalFree(const Workplace &workplace);
/// An intent to be persisted. `amount` negative: a refund.
PaymentIntent wantedIntent(const Id<Dossier> &dossier, const QString &method, Money amount);
/// Records it as Persisted under a new id, in the caller's transaction (PAY-4).
Result<PaymentIntent> persistIntent(Workplace &workplace, const Actor &actor, const SessionRecord &session, PaymentIntent wanted);
/// NotFound.
Result<PaymentIntent> knownIntent(const Workplace &workplace, const Id<PaymentIntent> &id);
/// What an intent is after the terminal's answer.
IntentState intentStateAfter(ChargeState state);
/// Marks a persisted intent as Sent, in a transaction of its own: after this the terminal may be called, once. IntentPending when it was
/// sent before.
Result<> markSent(Workplace &workplace, const Id<PaymentIntent> &intent);

/// Amounts paid in cash beyond the limit of 3 000 € for one dossier, instalments included: CashLimitExceeded (belgium.md §1).
Result<> checkCashLimit(Money cash);

/// Makes a persisted intent sent: only the one who gets Sent may call the terminal. A repeated command hears what became of it, never Sent.
Result<PaymentOutcome> sendOnce(Workplace &workplace, PaymentOutcome outcome);

/// Name of the small value that holds the payment which a negative intent gives back, while it is open.
QString reversalValue(const Id<PaymentIntent> &intent);
/// What is left to give back of a payment of the cart.
Money leftToGiveBack(const WorkingCart &working, const LaidPayment &original);
/// The counter-movement of a certain payment, as a payment of its dossier: PAYMENT, and GIFT_REFUNDED for gift value. `back`: what went
/// back, a part of it perhaps; what went back beyond the payment is a tip of the other sign. Returns it as laid.
Result<LaidPayment> recordReversal(Workplace &workplace, const Actor &actor, const SessionRecord &session, const PricedWork &work,
                                   const LaidPayment &original, Money back, const Id<PaymentIntent> &intent = {});

/// Whether the terminal says that it has moved money for what was settled as if it had not (hardware.md §2.9).
bool isLateApproval(const PaymentIntent &intent, const Charge &answer);
/// Opens it again as Unknown and late, with what the terminal says; in the caller's transaction.
Result<> reopenLate(Workplace &workplace, PaymentIntent intent, const Charge &late);

/// What is known of an intent that was answered before: its payment, what is due now.
Result<PaymentOutcome> outcomeSoFar(const Workplace &workplace, const PaymentIntent &intent);

QJsonObject toJson(const PaymentOutcome &outcome);
PaymentOutcome paymentOutcomeFromJson(const QJsonObject &object);

} // namespace guichet
