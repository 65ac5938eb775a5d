// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/GiftStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/CheckoutParts.h"
#include "core/usecases/GiftFacts.h"
#include "core/usecases/HeldPlaces.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/SellableCart.h"
#include "core/usecases/Staff.h"

#include <algorithm>

/// Payments on the cart (PAY-1 to PAY-4, PAY-9, PAY-10).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestReference = 100;
constexpr Money largestNote = Money::fromCents(50'000); ///< Nobody hands over more than this beyond what is due: a comma was forgotten.

/// The same in every attempt of a command with one card: of another card it is another debit, whatever became of the first.
QString debitId(const CommandId &id, const QString &code)
{
    static const QUuid debits{u"5b0e3a86-4c0f-5d0a-9c5e-6a1b7f2d9e34"_s};
    return QUuid::createUuidV5(debits, id.toString() + u'/' + code).toString(QUuid::WithoutBraces);
}

bool isGift(const PaymentMethod &method)
{
    return method.type == PaymentType::VoucherStore;
}

Result<const PaymentMethod *> allowedMethod(const Workplace &workplace, const QString &key)
{
    const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
    if (!method)
        return failure(ErrorCode::MethodUnknown, key, {key});
    if (!isAllowedHere(workplace, *method))
        return failure(ErrorCode::MethodNotAllowed, {}, {method->name.french()});
    return method;
}

Right rightFor(const PaymentMethod *method, const WorkingCart &working)
{
    if (method && isGift(*method))
        return Right::RedeemGift;
    return working.collecting.isEmpty() ? Right::Sell : Right::CollectBalance;
}

/// One payment, from the request to the cart or to the intent; in the caller's transaction.
class Paying
{
public:
    Paying(Workplace &workplace, const PaymentRequest &request) : m_workplace{workplace}, m_request{request} {}

    Result<PaymentOutcome> act()
    {
        TRY(prepare());
        if (m_method->type == PaymentType::Cash)
            return payCash();
        if (isGift(*m_method))
            return payGift();
        if (m_method->isPaper())
            return payPaper();
        return m_method->usesTerminal && !m_workplace.training ? payTerminal() : payDirectly();
    }

    /// What the centre is asked before act(); none: nothing, or act() refuses.
    Result<GiftDebit> debitWanted(const CommandId &id)
    {
        TRY_LET(work, loadPricedWork(m_workplace));
        m_work = std::move(work);
        TRY_LET(method, allowedMethod(m_workplace, m_request.method));
        if (!isGift(*method))
            return failure(ErrorCode::MethodNotAllowed);
        TRY_LET(gift, usableGift(m_workplace, giftCode()));
        TRY_LET(amount, giftAmount(gift));
        return GiftDebit{.id = debitId(id.isNull() ? CommandId::generate() : id, gift.code),
                         .code = gift.code,
                         .amount = taken(gift, amount),
                         .dossier = m_work.working.cart.dossier};
    }

private:
    /// A voucher is used once, whole.
    static Money taken(const GiftBalance &gift, Money amount) { return gift.kind == GiftKind::Voucher ? gift.balance : amount; }

    QString giftCode() const { return m_request.giftCode.isEmpty() ? m_request.reference : m_request.giftCode; }

    Result<> prepare()
    {
        TRY_LET(work, loadPricedWork(m_workplace));
        m_work = std::move(work);
        TRY_LET(actor, Staff{m_workplace}.authorise(rightFor(m_workplace.catalogue->paymentMethod(m_request.method), m_work.working)));
        m_actor = actor;
        TRY_LET(session, sellingSession(m_workplace, m_work.working));
        m_session = session;
        TRY_LET(method, allowedMethod(m_workplace, m_request.method));
        m_method = method;
        return checkPayable();
    }

    Result<> checkPayable() const
    {
        if (m_work.working.cart.isEmpty() && m_work.working.collecting.isEmpty())
            return failure(ErrorCode::CartEmpty);
        if (m_work.working.collecting.isEmpty())
            TRY(checkNotSold(m_workplace, m_work.working));
        TRY_LET(open, PaymentStore{m_workplace.db()}.openIntentsOf(m_work.working.cart.dossier));
        if (!open.empty())
            return failure(ErrorCode::IntentPending, {}, {formatMoney(open.front().asked)});
        if (!m_work.due().isPositive())
            return failure(ErrorCode::NothingDue);
        TRY(checkText(m_request.reference, u"reference"_s, longestReference));
        if (m_method->needsReference && m_request.reference.trimmed().isEmpty() && !isGift(*m_method))
            return failure(ErrorCode::ReferenceMissing, {}, {m_method->name.french()});
        return m_work.working.collecting.isEmpty() ? checkSellable(m_workplace, m_work.working, m_session) : Result<>{};
    }

    Result<Money> positiveAmount() const
    {
        const Money amount = m_request.amount.value_or(m_work.due());
        if (!amount.isPositive())
            return failure(ErrorCode::AmountInvalid, {}, {formatMoney(amount)});
        if (amount > largestAmount)
            return failure(ErrorCode::AmountTooHigh, {}, {formatMoney(amount)});
        return amount;
    }

    /// A positive amount that does not exceed what is due.
    Result<Money> exactAmount() const
    {
        TRY_LET(amount, positiveAmount());
        if (amount > m_work.due())
            return failure(ErrorCode::AmountTooHigh, {}, {formatMoney(m_work.due())});
        return amount;
    }

    Payment payment() const
    {
        Payment made = newPayment(m_workplace, m_work.working.cart.dossier, *m_method);
        made.reference = printable(m_request.reference.trimmed());
        return made;
    }

    Result<PaymentOutcome> payCash()
    {
        const Money toPay = cashThatSettles(m_work.working, m_work.rules);
        const Money tendered = m_request.amount.value_or(toPay);
        if (tendered.isNegative() || (tendered.isZero() && !toPay.isZero()))
            return failure(ErrorCode::AmountInvalid, {}, {formatMoney(tendered)});
        if (tendered > largestAmount)
            return failure(ErrorCode::AmountTooHigh, {}, {formatMoney(tendered)});
        const Money due = m_work.due();
        if (tendered > due + largestNote)
            return failure(ErrorCode::AmountTooHigh, u"more than the largest note beyond what is due"_s, {formatMoney(due + largestNote)});
        lay({.payment = payment(), .face = tendered});
        const Payment &made = m_work.payments.back();
        if (made.amount.isZero() && tendered >= due)
            return failure(ErrorCode::AmountInvalid, u"covers the price but not its rounding"_s, {formatMoney(toPay)});
        TRY(checkCashLimit(cashOnCart()));
        return kept();
    }

    Money cashOnCart() const
    {
        Money cash = m_work.working.cashBefore;
        for (const Payment &made : m_work.payments)
            if (made.type == PaymentType::Cash)
                cash += made.amount;
        return cash;
    }

    /// Of one cheque: where the method names its face values, one of them (decisions 0034).
    Result<Money> faceValue() const
    {
        TRY_LET(face, positiveAmount());
        const std::vector<Money> &values = m_method->faceValues;
        if (values.empty() || std::ranges::find(values, face) != values.end())
            return face;
        QStringList named;
        for (const Money value : values)
            named << formatMoney(value);
        return failure(ErrorCode::NotAFaceValue, formatMoney(face), {m_method->name.french(), named.join(u", "_s)});
    }

    Result<PaymentOutcome> payPaper()
    {
        TRY_LET(face, faceValue());
        lay({.payment = payment(), .face = face, .certain = false, .paper = true});
        return kept();
    }

    Result<PaymentOutcome> payDirectly()
    {
        TRY_LET(amount, exactAmount());
        lay({.payment = payment(), .face = amount});
        return kept();
    }

    Result<PaymentOutcome> payTerminal()
    {
        TRY_LET(amount, exactAmount());
        const Money rounding = amount == m_work.due() ? roundingOfAnyTender(m_work.rules, amount) : Money{};
        TRY_LET(intent, persistIntent(m_workplace, m_actor, m_session,
                                      wantedIntent(m_work.working.cart.dossier, m_method->key, amount + rounding)));
        // The cart must be on disk with its dossier before money can arrive for it.
        TRY(keepWorkingCart(m_workplace, m_work.working));
        PaymentOutcome outcome;
        outcome.intent = intent.id;
        outcome.state = IntentState::Persisted;
        outcome.asked = intent.asked;
        outcome.due = m_work.due();
        return outcome;
    }

    /// What gift value may still pay: the turnover part of the cart, never other gift value (decisions 7).
    Money payableByGift() const
    {
        Money rest = m_work.priced.turnover();
        for (const Payment &made : m_work.payments)
            if (made.type == PaymentType::VoucherStore)
                rest -= made.amount;
        return std::min(rest, m_work.due());
    }

    Result<Money> giftAmount(const GiftBalance &gift) const
    {
        const Money limit = payableByGift();
        if (!gift.balance.isPositive())
            return failure(ErrorCode::GiftEmpty, {}, {gift.code});
        if (!limit.isPositive())
            return failure(ErrorCode::GiftCannotBuyGift);
        if (gift.kind == GiftKind::Voucher || !m_request.amount)
            return std::min(gift.balance, limit);
        TRY_LET(amount, exactAmount());
        if (amount > gift.balance)
            return failure(ErrorCode::AmountTooHigh, u"balance"_s, {formatMoney(gift.balance)});
        if (amount > limit)
            return failure(ErrorCode::GiftCannotBuyGift);
        return amount;
    }

    /// The centre has reserved it, or says what is left: another till may have spent the code a moment ago.
    Result<> checkDecision(const GiftBalance &gift, Money amount) const
    {
        const std::optional<Result<GiftDecision>> &asked = m_request.gift;
        const bool isSaid = asked && *asked && (*asked)->refusal != ErrorCode::GiftUnknown; // it may have been sold here just now
        if (!isSaid)
            return checkOfflineLimit(gift, amount, asked.has_value());
        const GiftDecision &decision = **asked;
        if (decision.approved) // of what was asked: the cart may have changed since
            return taken(gift, amount) <= m_request.giftAsked ? Result<>{} : checkOfflineLimit(gift, amount, true);
        if (decision.refusal)
            return failure(*decision.refusal, u"says the centre"_s, {gift.code});
        if (!decision.available.isPositive())
            return failure(ErrorCode::GiftEmpty, u"says the centre"_s, {gift.code});
        return failure(ErrorCode::GiftSpentElsewhere, {}, {gift.code, formatMoney(decision.available)});
    }

    /// Without a word from the centre another till may have spent the code: so much of each and no more (decisions 7). `unanswered`: it was
    /// asked just now.
    Result<> checkOfflineLimit(const GiftBalance &gift, Money amount, bool unanswered) const
    {
        TRY_LET(left, payableUnheard(m_workplace, gift.code, unanswered));
        if (!left || amount <= *left)
            return {};
        return left->isPositive() ? failure(ErrorCode::GiftOfflineLimit, {}, {gift.code, formatMoney(*left)})
                                  : failure(ErrorCode::GiftOfflineLimit, {}, {gift.code});
    }

    Result<PaymentOutcome> payGift()
    {
        const QString code = giftCode();
        if (code.trimmed().isEmpty())
            return failure(ErrorCode::ReferenceMissing, {}, {m_method->name.french()});
        TRY_LET(gift, usableGift(m_workplace, code));
        TRY(bookAs(gift.kind));
        TRY_LET(amount, giftAmount(gift));
        TRY(checkDecision(gift, amount));
        LaidPayment laid{.payment = payment(), .face = amount, .certain = !m_workplace.training};
        laid.payment.amount = amount;
        laid.payment.giftCode = gift.code;
        const Money rest = gift.kind == GiftKind::Voucher ? gift.balance - amount : Money{};
        const bool restIsKept = m_workplace.settings.voucherRestIsNewVoucher;
        if (!restIsKept)
            laid.payment.excess = rest;
        if (!m_workplace.training)
            TRY(debit(laid.payment, gift.kind));
        lay(laid);
        TRY_LET(outcome, kept());
        if (restIsKept && rest.isPositive() && !m_workplace.training) {
            TRY_LET(newVoucher, keepRest(gift, rest));
            outcome.newVoucher = newVoucher;
        }
        return outcome;
    }

    /// A card scanned under the key of the vouchers is booked as a card, so that the Z is right for each method.
    Result<> bookAs(GiftKind kind)
    {
        const auto takes = [&](const PaymentMethod &method) { return isGift(method) && method.giftKind.value_or(kind) == kind; };
        if (takes(*m_method))
            return {};
        for (const PaymentMethod &method : m_workplace.catalogue->paymentMethods)
            if (takes(method) && isAllowedHere(m_workplace, method)) {
                m_method = &method;
                return {};
            }
        return failure(ErrorCode::MethodNotAllowed, u"not for this kind of gift value"_s, {m_method->name.french()});
    }

    Result<QString> keepRest(const GiftBalance &voucher, Money rest)
    {
        const Cart &cart = m_work.working.cart;
        const GiftContent content{.code = voucher.code,
                                  .kind = GiftKind::Voucher,
                                  .amount = rest,
                                  .dossier = cart.dossier,
                                  .expiresOn = voucher.expiresOn,
                                  .reason = {}};
        return moveRestToNewVoucher(m_workplace, m_actor, m_session, content, cart.client.language);
    }

    Result<> debit(const Payment &made, GiftKind kind)
    {
        PaymentContent content;
        content.payment = made;
        TRY(appendPayment(m_workplace, m_session, m_actor, content));
        GiftContent used;
        used.code = made.giftCode;
        used.kind = kind;
        used.amount = -(made.amount + made.excess);
        used.dossier = made.dossier;
        TRY(recordGift(m_workplace, m_actor, m_session, FactType::GiftUsed, used));
        return {};
    }

    void lay(const LaidPayment &laid)
    {
        m_work.working.payments.push_back(laid);
        m_work.payments = settled(m_work.working, m_work.rules);
    }

    Result<PaymentOutcome> kept()
    {
        TRY(keepWorkingCart(m_workplace, m_work.working));
        const Payment &made = m_work.payments.back();
        PaymentOutcome outcome;
        outcome.payment = made.id;
        outcome.asked = made.amount + made.rounding;
        outcome.due = m_work.due();
        outcome.change = made.change;
        outcome.rounding = made.rounding;
        return outcome;
    }

    Workplace &m_workplace;
    const PaymentRequest &m_request;
    PricedWork m_work;
    Actor m_actor;
    SessionRecord m_session;
    const PaymentMethod *m_method = nullptr;
};

} // namespace

Result<PaymentOutcome> Checkout::pay(const CommandId &id, const PaymentRequest &request)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(outcome, Paying(m_workplace, request).act());
        return toJson(outcome);
    }));
    const PaymentOutcome outcome = paymentOutcomeFromJson(answer);
    return outcome.intent.isNull() ? outcome : sendOnce(m_workplace, outcome);
}

std::optional<GiftDebit> Checkout::giftDebit(const CommandId &id, const PaymentRequest &request) const
{
    if (!asksCentre(m_workplace))
        return std::nullopt;
    const Result<GiftDebit> wanted = Paying(m_workplace, request).debitWanted(id);
    return wanted ? std::optional{*wanted} : std::nullopt;
}

Result<> Checkout::removePayment(const CommandId &id, const Id<Payment> &payment)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::Sell));
        TRY_LET(working, loadWorkingCart(m_workplace));
        const auto laid = std::ranges::find_if(working.payments, [&](const LaidPayment &other) { return other.payment.id == payment; });
        if (laid == working.payments.end())
            return failure(ErrorCode::NotFound, u"payment"_s);
        if (laid->certain)
            return failure(ErrorCode::CorrectionRefused, u"certain"_s, {laid->payment.methodTitle.french(), u"certain"_s});
        working.payments.erase(laid);
        return keepWorkingCart(m_workplace, working);
    });
}

} // namespace guichet
