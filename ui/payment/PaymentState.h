// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "ui/format/DecisionWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/TabBar.h"

#include <QCoreApplication>
#include <memory>

/// What the payment screen shows, as plain values, and the pure functions that decide it (PAY-1 to PAY-5, PAY-9, PAY-10, SELL-8, SELL-9).
/// No widget, no clock, no database.
namespace guichet {

/// What all presenters of the payment need to know.
struct PaymentContext
{
    std::shared_ptr<const Catalogue> catalogue;
    QDateTime now;
    QString till;
    Language language = Language::French;
    QString terminal;               ///< Name of the card terminal; empty: none.
    bool askOriginAfterSale = true; ///< decisions 21.
};

/// An amount in the language of the till.
QString euros(Money amount, const PaymentContext &context);

/// A way to pay (PAY-2).
struct MethodState
{
    QString key;
    QString title;
    QString note; ///< `rendu 1,20 €`, `à encoder sur le terminal`.
    IconName icon = IconName::None;
    bool enabled = true;
    friend bool operator==(const MethodState &, const MethodState &) = default;
};

/// A quick key of cash: *exact* or a note.
struct QuickCashState
{
    QString id; ///< `exact`, or cents.
    QString text;
    std::optional<Money> tendered; ///< None: exactly what is to be paid.
    friend bool operator==(const QuickCashState &, const QuickCashState &) = default;
};

/// A line of HISTORIQUE DES PAIEMENTS; cheques of one value share one.
struct PaidState
{
    Id<Payment> payment; ///< Of several, the last: the one that is taken back.
    QString text;
    QString amount;
    int count = 1;
    bool removable = false;  ///< Cash and paper, until the sale is validated.
    bool returnable = false; ///< Certain: a card or gift value, given back as it came (decisions 3).
    friend bool operator==(const PaidState &, const PaidState &) = default;
};

/// The tab PAIEMENT IMMÉDIAT.
struct PaymentState
{
    Money total;
    Money paid;
    Money due;
    Money proposed;   ///< In PAIEMENT when nothing is typed.
    QString rounding; ///< `Arrondi +0,02`, over `en espèces 10,05 €`; empty: none.
    std::vector<QuickCashState> quickCash;
    std::vector<MethodState> mainMethods;  ///< Tall, the most used first.
    std::vector<MethodState> otherMethods; ///< In two columns; the last may be *Autre…* (key `more`).
    std::vector<MethodState> allMethods;
    std::vector<PaidState> history;
    QString cashMethod; ///< Key of the cash method; empty: no cash on this till (PAY-10).
    bool canPay = false;
    bool waits = false; ///< A card payment is not settled: nothing else is taken meanwhile (PAY-4).
    friend bool operator==(const PaymentState &, const PaymentState &) = default;
};
/// `typed`: what PAIEMENT says when the cashier has typed something.
PaymentState presentPayment(const CartView &view, std::optional<Money> typed, const PaymentContext &context);

/// What the sheet of cheques is open for, and what was touched there.
struct ChequeEntry
{
    QString method = {};
    QDate today = {};                ///< Business day.
    std::vector<Money> touched = {}; ///< Touched in this order, and not in the cart yet: the till is writing them.
    bool busy = false;               ///< The till is writing.
};

/// One face value.
struct ChequeKeyState
{
    Money value;
    QString text;
    bool enabled = true;
    friend bool operator==(const ChequeKeyState &, const ChequeKeyState &) = default;
};

/// The cheques of one value that were taken.
struct ChequeRowState
{
    Money value;
    QString text;     ///< `3 × 10,00 €`
    QString amount;   ///< `30,00 €`
    QString takeBack; ///< `Retirer un chèque de 10,00 €`
    Id<Payment> last; ///< The one that is taken back.
    bool canTakeBack = true;
    friend bool operator==(const ChequeRowState &, const ChequeRowState &) = default;
};

/// The sheet of cheques of fixed value (belgium.md §8.4, decisions 0034). A touch counts at once, before the till has written it.
struct ChequeState
{
    QString title;
    QString due;                      ///< `À encaisser : 12,80 €`
    QString validity;                 ///< Of which years; empty: not said.
    QString taken;                    ///< `3 chèques reçus · 40,00 €`
    std::vector<ChequeKeyState> keys; ///< No cheque is taken beyond what is due.
    std::vector<ChequeRowState> rows; ///< In the order in which the values came first.
    bool done = false;                ///< Nothing is due in the cart any more.
    friend bool operator==(const ChequeState &, const ChequeState &) = default;
};
ChequeState presentCheques(const CartView &view, const ChequeEntry &entry, const PaymentContext &context);

/// The question before a certain payment is given back.
struct GiveBackState
{
    Id<Payment> payment;
    QString method;
    QString title;    ///< `Rendre 18,80 €`
    QString sentence; ///< Where it goes.
    QString confirm;
    friend bool operator==(const GiveBackState &, const GiveBackState &) = default;
};
GiveBackState presentGiveBack(const Payment &payment, const PaymentContext &context);

/// The keys under the cart while paying.
struct PaymentFootState
{
    QString validateText;
    bool canValidate = false;
    bool canQuote = false;
    friend bool operator==(const PaymentFootState &, const PaymentFootState &) = default;
};
/// `asksCentre`: its word on the cart is waited for, and that takes long enough to be said.
PaymentFootState presentPaymentFoot(const CartView &view, bool paymentToCome, bool asksCentre = false);
std::vector<TabState> presentPaymentTabs(const CartView &view);

/// What a request for payment is called when it is asked for: the exact amount in cash is asked for without naming it.
std::optional<Money> cashAsked(const CartView &view, std::optional<Money> typed);

/// What the terminal wants of the cashier while a charge runs.
enum class TerminalWish {
    Nothing,
    Outcome, ///< One without link: what it showed.
    YesOrNo, ///< The prompt is a question.
};

/// The page of a card payment (PAY-4).
struct CardState
{
    enum class Stage { Sending, KeyByHand, OnTerminal, Asked, Declined, NotStarted, Doubtful };
    Stage stage = Stage::Sending;
    QString title;  ///< `Bancontact`
    QString amount; ///< `18,80 €`
    QString prompt;
    Tone tone = Tone::Normal;
    QStringList sentences;  ///< Doubtful: what is known, what the till does, what the cashier may do meanwhile.
    bool canAnswer = false; ///< *Accepté*, *Refusé*, *Je ne sais pas*.
    bool canReply = false;  ///< *Oui*, *Non*.
    bool canCancel = false;
    bool canResolve = false; ///< Decide what became of it; park meanwhile.
    DecisionWords decision;  ///< When it can be resolved.
    bool canLeave = false;
    friend bool operator==(const CardState &, const CardState &) = default;
};
/// A charge that runs: `prompt` is what the terminal shows (PaymentTerminal::Progress).
CardState presentCharge(const PaymentIntent &intent, const QString &prompt, TerminalWish wish, const PaymentContext &context);
/// What became of it, or an intent found open: Approved has no page. `cause`: why the terminal was not asked (PaymentOutcome::cause).
CardState presentChargeOutcome(const PaymentIntent &intent, const PaymentContext &context, const std::optional<Error> &cause = {});
/// Doubtful a moment ago, and settled meanwhile without a payment: the terminal has answered, or somebody has decided elsewhere.
CardState presentUnpaid(const PaymentIntent &intent, const PaymentContext &context);

/// The page after validation: change until the next sale begins.
struct DoneState
{
    QString title; ///< `Vente validée`
    QString label; ///< `À RENDRE`; empty: no amount to show.
    QString amount;
    QString document; ///< `Reçu R12 · dossier P…`
    QStringList details;
    QStringList warnings;
    QString dossierNumber;
    bool canReprint = true;
    bool asksOrigin = false;
    friend bool operator==(const DoneState &, const DoneState &) = default;
};
/// `again`: shown once more from the sale (SELL-9).
DoneState presentDone(const SaleOutcome &outcome, bool again, const PaymentContext &context);
/// Countries in one tap; `other` and `none` beside them.
std::vector<ChipState> presentOrigins(const QString &chosen, Language language);

} // namespace guichet
