// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/planning/Availability.h"
#include "core/ports/OnlineDecisions.h"
#include "core/ports/PaymentTerminal.h"
#include "core/selling/Settlement.h"
#include "core/stock/StockBelowZero.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// What the cashier should know of the places of a line before it is paid (decisions 23).
struct LinePlaces
{
    enum class State {
        SoldOut,    ///< Elsewhere, or lent to other tills: for this one the centre has only `left` of them.
        Unconfirmed ///< The centre does not answer, and they are more than the till may sell by itself. It sells all the same.
    };
    Id<CartLine> line;
    State state = State::SoldOut;
    int left = 0; ///< Units of the line.
    friend bool operator==(const LinePlaces &, const LinePlaces &) = default;
};

/// The cart in progress as screens and scripts see it.
struct CartView
{
    Cart cart;
    PricedCart priced;
    std::vector<Payment> payments;          ///< Certain ones and the cash laid down so far.
    std::vector<Id<Payment>> returnable;    ///< Those among them that reverse() can give back.
    std::vector<PaymentIntent> openIntents; ///< Of this cart: running or doubtful.
    Balance balance;
    Money cashToPay;               ///< What settles the rest in cash, rounded.
    std::vector<Money> quickNotes; ///< Next notes above cashToPay.
    QString collecting;            ///< Dossier number whose balance is collected; empty: an ordinary sale.
    bool roundsAll = false;        ///< Every means of payment is rounded: the customer is told so (belgium.md §1).
    bool training = false;
    std::vector<LinePlaces> places = {}; ///< Lines of which there is something to say.
    friend bool operator==(const CartView &, const CartView &) = default;
};

/// What to add of a formula: one visit, several resources and supplements.
struct FormulaOrder
{
    struct Units
    {
        QString key;
        int quantity = 1;
    };
    QString formula;
    QDate date; ///< Null: today.
    QTime slot; ///< Null: the next slot with places, when the formula has slots.
    std::vector<Units> units;
    std::vector<Units> supplements;
    Force force = Force::None; ///< A manager's right (SELL-4); needs forceReason.
    QString forceReason;
};

/// Where a visit of the cart goes.
struct VisitMove
{
    Id<CartLine> line; ///< One of its lines.
    Visit to;
    Force force = Force::None; ///< A manager's right (SELL-4); needs forceReason.
    QString forceReason;
};

/// What a scan turned out to be (SELL-2).
struct ScanOutcome
{
    enum class Kind { Line, Dossier, GiftValue, PromoCode, Weight };
    Kind kind = Kind::Line;
    Id<CartLine> line;
    QString product; ///< Weight: its key; nothing is on the cart yet.
    QString dossierNumber;
    QString giftCode;
    Money giftBalance;
};

struct PaymentRequest
{
    QString method;
    std::optional<Money> amount; ///< None: what is due. Cash: what was tendered.
    QString reference;
    QString giftCode; ///< For gift cards and vouchers.
    std::optional<Result<GiftDecision>> gift =
        {};               ///< The centre's word on it (giftDebit()); an error: it gave none; nullopt: nobody asked.
    Money giftAsked = {}; ///< The amount of which it is the word.
};

/// What a payment did.
struct PaymentOutcome
{
    Id<Payment> payment;      ///< Null while a terminal is running.
    Id<PaymentIntent> intent; ///< Set for terminals: perform() request(), then finishCharge().
    IntentState state = IntentState::Approved;
    Money asked;                  ///< What the terminal must charge.
    QString transaction;          ///< Sent: what the terminal must reverse; empty: a charge, or a refund with the card.
    bool reversalRefused = false; ///< The terminal cannot reverse it: refundInstead() gives it back with the card.
    std::optional<Error> cause{}; ///< Why the terminal was not asked, where its driver says so.
    Money due;                    ///< After it.
    Money change;
    Money rounding;
    QString newVoucher; ///< Code of the voucher that holds what was left of this one (decisions 7); empty: none.

    TerminalRequest request() const { return {.intent = intent, .amount = asked, .transaction = transaction}; }
};

struct ValidateRequest
{
    bool paymentToCome = false; ///< PAY-5: validates with something still due.
    Money deposit;
    QDate dueOn;
    QString expectedMethod;
};

/// What validation made.
struct SaleOutcome
{
    FactPosition fact;
    DocumentNumber receipt;
    QString dossierNumber;
    SaleContent content;
    Money rounding;
    Money paid; ///< With this and earlier payments; zero: not said.
    Money change;
    bool order = false;    ///< Something is still due: an ORDER, no turnover yet.
    QStringList printJobs; ///< Ids of the jobs put in the spool.
    std::vector<StockBelowZero> belowZero;
};

/// A cart put aside (SELL-7).
struct ParkedCart
{
    Id<Cart> id;
    QString name;
    QDateTime at;
    int units = 0;
    Money total;
    Money paid;
    friend bool operator==(const ParkedCart &, const ParkedCart &) = default;
};

/// Sells: the cart, its payments, its validation (SELL-1 to SELL-11, PAY-1 to PAY-5, PAY-9, PAY-10). One cart at a time; it is working
/// state that survives a power cut. Every refusal changes nothing. On the ledger thread.
class Checkout
{
public:
    explicit Checkout(Workplace &workplace) : m_workplace{workplace} {}

    Result<CartView> view() const;

    Result<std::vector<Id<CartLine>>> add(const CommandId &id, const FormulaOrder &order);
    /// `grams`: what a product by weight weighs; InvalidInput names `grams` when it is missing.
    Result<Id<CartLine>> addProduct(const CommandId &id, const QString &product, int quantity = 1, qint64 grams = 0);
    /// Product, ticket, dossier, gift or promo code; UnknownCode names the code. A product that must be weighed first is only named.
    Result<ScanOutcome> scan(const CommandId &id, const QString &code, int quantity = 1);
    Result<> setQuantity(const CommandId &id, const Id<CartLine> &line, int quantity);
    Result<> remove(const CommandId &id, const Id<CartLine> &line);
    /// Another day or departure for a line and all that was bought with it for the same visit; what was done to the lines stays. Where
    /// they are already, with force: they are forced there. Refused as add() would refuse them there (CapacityFull, SlotPassed,
    /// MaximumExceeded …); LineUnknown for what is no visit.
    Result<> moveVisit(const CommandId &id, const VisitMove &move);
    Result<> giveFree(const CommandId &id, const Id<CartLine> &line, int units, const QString &reason);
    Result<> changePrice(const CommandId &id, const Id<CartLine> &line, Money unitPrice, const QString &reason);
    Result<> comment(const CommandId &id, const Id<CartLine> &line, const QString &text);
    Result<> applyPromoCode(const CommandId &id, const QString &code, const QString &reference = {});
    Result<> removePromoCode(const CommandId &id);
    Result<> setClient(const CommandId &id, const Client &client);
    /// Gift value as a line of the cart; a code is made when none is given (PAY-9).
    Result<Id<CartLine>> sellGift(const CommandId &id, GiftKind kind, Money amount, const QString &code = {});
    Result<Id<CartLine>> rechargeGift(const CommandId &id, const QString &code, Money amount);

    /// Empties the cart; CartHasPayments when a certain payment is on it (reverse it first: decisions 3).
    Result<> clear(const CommandId &id);
    Result<> park(const CommandId &id, const QString &name);
    Result<> recall(const CommandId &id, const Id<Cart> &parked);
    Result<std::vector<ParkedCart>> parked() const;

    /// Cash and other certain tenders are on the cart at once. Terminals: the intent is in the ledger (PAY-4); run terminal.charge() on the
    /// device thread, then finishCharge(). MethodNotAllowed, AmountTooHigh, CashLimitExceeded, GiftUnknown …; before any money is taken
    /// whatever keeps the cart from being sold: MinimumNotReached, CapacityFull, DateNotValid, SlotPassed, StopSale … (SELL-4)
    Result<PaymentOutcome> pay(const CommandId &id, const PaymentRequest &request);
    /// What the centre is asked before pay() with this id; none: nothing, or pay() will refuse. Nobody is asked in training.
    std::optional<GiftDebit> giftDebit(const CommandId &id, const PaymentRequest &request) const;
    /// Records what the terminal answered; an error of charge() counts as NotStarted. Idempotent by intent. An approval of what a person
    /// has decided otherwise meanwhile opens the intent again, as recordLookUp() does.
    Result<PaymentOutcome> finishCharge(const Id<PaymentIntent> &intent, const Result<Charge> &answer);
    /// Records what a later question to the terminal brought, whatever the intent was for: a sale, a payment given back, a refund. An
    /// approval of an intent that was settled otherwise opens it again as Unknown and late: nothing but a person settles that
    /// (hardware.md §2.9).
    Result<> recordLookUp(const Id<PaymentIntent> &intent, const Charge &found);
    /// A person decides a doubtful payment (hardware.md §2.8), or books or dismisses a late approval. Needs ResolvePayment or an approval;
    /// shown in the Z. IntentPending: it is being given back.
    Result<PaymentOutcome> resolve(const CommandId &id, const Id<PaymentIntent> &intent, ChargeState decided, const QString &reference);
    /// All intents of this till that are not settled, oldest first.
    Result<std::vector<PaymentIntent>> openIntents() const;
    /// What the terminal is asked about at the start, before anything is sent to it: the open intents but the late ones, and unconfirmed().
    Result<std::vector<PaymentIntent>> lookUps() const;
    /// What a person has decided as not approved in the running session, and the terminal has not confirmed; oldest first.
    Result<std::vector<PaymentIntent>> unconfirmed() const;
    /// Gives a late approval back, which no sale needs any more (hardware.md §2.9): perform() its request(), then finishCharge(), which
    /// books that it came and that it went. Refused by the terminal, it stays as it was. Needs Refund. CorrectionRefused: it is not late,
    /// or cannot be reversed at this terminal.
    Result<PaymentOutcome> giveBackLate(const CommandId &id, const Id<PaymentIntent> &late);
    /// Takes back cash laid down before validation; refused for what is certain (CorrectionRefused).
    Result<> removePayment(const CommandId &id, const Id<Payment> &payment);

    /// Gives a certain payment of the cart back before there is a sale (decisions 3): gift value to its card at once; a card through the
    /// terminal, perform() its request(), then finishCharge(): as a reversal of the whole transaction at the terminal that took it, unless
    /// that has refused to; else as a refund with the card. Needs Refund. NotFound, CorrectionRefused (not certain, or given back already).
    Result<PaymentOutcome> reverse(const CommandId &id, const Id<Payment> &payment);
    /// The refund with the card after a reversal that the terminal refused, sent: perform() its request(), then finishCharge().
    /// CorrectionRefused: no reversal was refused.
    Result<PaymentOutcome> refundInstead(const Id<PaymentIntent> &refused);

    /// Turns the cart into a SALE (or an ORDER with paymentToCome): on disk when it returns. StillDue, CartEmpty, SessionNotOpen,
    /// IntentPending …
    Result<SaleOutcome> validate(const CommandId &id, const ValidateRequest &request = {});
    Result<SaleOutcome> quote(const CommandId &id, QDate until);
    /// The last sale of this session, for the reprint and the change again (SELL-9); NotFound.
    Result<SaleOutcome> lastSale() const;
    /// Origin asked on the change screen after validation (decisions 21).
    Result<> recordOrigin(const CommandId &id, const QString &dossierNumber, const Origin &origin);

    /// The cart collects the balance of a dossier, or sells a quote at its price: then pay() and validate() (PAY-5, PAY-6).
    Result<CartView> collect(const CommandId &id, const QString &dossierNumber);

    /// What the shelf shows now: each formula of this till on a day (SELL-3).
    Result<std::vector<FormulaState>> shelf(QDate date) const;
    Result<FormulaState> formula(const QString &key, QDate date) const;

private:
    Workplace &m_workplace;
};

} // namespace guichet
