// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/RefundPlan.h"

#include "core/ledger/DossierStore.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Workplace.h"

#include <algorithm>
#include <map>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// What a dossier was paid with and has not been given back yet.
struct Returnable
{
    std::map<QString, Money> gift; ///< Code → amount that must go back to gift value; no code: paper that is never given back as money.
    std::vector<std::pair<QString, Money>> methods; ///< Other methods, the largest first.
};

/// Holiday cheques and the like: no money for them (belgium.md §8.4); their share becomes a gift card.
bool isNeverMoney(const Payment &payment, const Catalogue &catalogue)
{
    const bool paper =
        payment.type == PaymentType::ChequeOther || payment.type == PaymentType::ChequeMeal || payment.type == PaymentType::VoucherOther;
    const PaymentMethod *method = catalogue.paymentMethod(payment.method);
    return paper && method && !method->refundable;
}

Returnable returnableOf(const std::vector<RecordedPayment> &payments, const Catalogue &catalogue)
{
    Returnable returnable;
    std::map<QString, Money> methods;
    for (const RecordedPayment &recorded : payments) {
        const Payment &payment = recorded.payment;
        if (payment.giftCode.isEmpty() && !isNeverMoney(payment, catalogue))
            methods[payment.method] += payment.amount;
        else
            returnable.gift[payment.giftCode] += payment.amount;
    }
    returnable.methods.assign(methods.begin(), methods.end());
    std::ranges::stable_sort(returnable.methods, std::ranges::greater{}, &std::pair<QString, Money>::second);
    return returnable;
}

bool canGiveBack(const Workplace &workplace, const PaymentMethod &method)
{
    return method.refundable && isAllowedHere(workplace, method) && method.type != PaymentType::Online &&
           method.type != PaymentType::VoucherStore;
}

/// Natural methods first, then cash and transfer as another way.
QStringList otherMethods(const Workplace &workplace, const Returnable &returnable)
{
    QStringList keys;
    for (const auto &[key, amount] : returnable.methods)
        if (const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
            method && amount.isPositive() && canGiveBack(workplace, *method))
            keys << key;
    for (const QString &key : {u"cash"_s, u"transfer"_s})
        if (const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
            method && !keys.contains(key) && canGiveBack(workplace, *method))
            keys << key;
    return keys;
}

std::vector<Payment> giftShare(const Returnable &returnable, Money &rest, const Id<Dossier> &dossier, const Catalogue &catalogue)
{
    std::vector<Payment> payments;
    for (const auto &[code, paid] : returnable.gift) {
        const Money share = std::min(paid, rest);
        if (!share.isPositive())
            continue;
        Payment payment{.id = Id<Payment>::generate(), .dossier = dossier, .method = u"gift_card"_s, .type = PaymentType::VoucherStore};
        if (const PaymentMethod *method = catalogue.paymentMethod(payment.method))
            payment.methodTitle = method->name;
        payment.amount = -share;
        payment.giftCode = code;
        payments.push_back(payment);
        rest -= share;
    }
    return payments;
}

std::unexpected<Error> methodRefused(const Workplace &workplace, const QString &key, const QStringList &allowed)
{
    QStringList names;
    for (const QString &other : allowed)
        names << workplace.catalogue->paymentMethod(other)->name.french();
    return failure(ErrorCode::RefundMethodRefused, u"%1 cannot give this back here"_s.arg(key), {names.join(u", "_s)});
}

/// A card gets back at most what it paid: a terminal would refuse more, or give somebody else's money.
bool covers(const Returnable &returnable, const PaymentMethod &method, Money rest)
{
    const auto paid = std::ranges::find(returnable.methods, method.key, &std::pair<QString, Money>::first);
    return !method.usesTerminal || (paid != returnable.methods.end() && paid->second >= rest);
}

/// Keys of the methods that can give back so much, the natural one first.
QStringList methodsFor(const Workplace &workplace, const Returnable &returnable, Money rest)
{
    QStringList allowed = otherMethods(workplace, returnable);
    allowed.removeIf([&](const QString &key) { return !covers(returnable, *workplace.catalogue->paymentMethod(key), rest); });
    return allowed;
}

Result<const PaymentMethod *> wantedMethod(const Workplace &workplace, const Returnable &returnable, const QString &key, Money rest)
{
    const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
    if (!method)
        return failure(ErrorCode::MethodUnknown, {}, {key});
    const QStringList allowed = methodsFor(workplace, returnable, rest);
    if (!allowed.contains(key))
        return methodRefused(workplace, key, allowed);
    return method;
}

/// One plan in the making.
class Planning
{
public:
    Planning(const Workplace &workplace, const DossierRow &dossier, const RefundRequest &request, const RefundPayment &wanted)
        : m_workplace{workplace}, m_dossier{dossier}, m_request{request}, m_wanted{wanted}
    {}

    Result<RefundPlan> plan()
    {
        TRY_LET(money, PaymentStore{m_workplace.db()}.money(m_dossier.id));
        m_plan.deposit = m_dossier.state == DossierState::Confirmed;
        TRY(m_plan.deposit ? planDeposit(money) : planSale());
        const Money owed = m_plan.deposit ? Money{} : money.credit - money.receivablePaid;
        m_plan.content.creditReduced = std::max(Money{}, std::min(-m_plan.content.total, owed));
        TRY(planPayments(-m_plan.content.total - m_plan.content.creditReduced));
        return std::move(m_plan);
    }

private:
    Result<> planSale()
    {
        TRY_LET(sold, DossierStore{m_workplace.db()}.sold(m_dossier.id));
        TRY_LET(content, composeRefund(sold, m_request));
        m_plan.content = std::move(content);
        m_plan.language = sold.sale.language;
        m_sold = std::move(sold);
        return {};
    }

    /// A deposit goes back whole: what is left of the order would otherwise have none.
    Result<> planDeposit(const DossierMoney &money)
    {
        TRY_LET(order, DossierStore{m_workplace.db()}.order(m_dossier.id));
        m_plan.language = order.language;
        const Money left = money.advances - money.advancesUsed;
        if (!m_request.lines.empty())
            return failure(ErrorCode::LineUnknown, u"an order has nothing sold to take back"_s);
        if (!left.isPositive())
            return failure(ErrorCode::AlreadyRefunded, u"no deposit"_s, {m_dossier.number});
        m_plan.content.dossier = m_dossier.id;
        m_plan.content.dossierNumber = m_dossier.number;
        m_plan.content.reason = m_request.reason;
        m_plan.content.total = -left;
        for (VatAmount row : money.advanceVat) {
            row.base = -row.base;
            row.vat = -row.vat;
            row.total = -row.total;
            m_plan.content.vat.push_back(row);
        }
        return {};
    }

    Result<> planPayments(Money rest)
    {
        TRY_LET(payments, PaymentStore{m_workplace.db()}.ofDossier(m_dossier.id));
        const Returnable returnable = returnableOf(payments, *m_workplace.catalogue);
        m_plan.gift = giftShare(returnable, rest, m_dossier.id, *m_workplace.catalogue);
        if (!rest.isPositive())
            return {};
        if (m_wanted.method.isEmpty() || m_wanted.method.startsWith(u"gift_"))
            return planAsPaid(returnable, rest);
        TRY_LET(method, wantedMethod(m_workplace, returnable, m_wanted.method, rest));
        give(*method, rest);
        return {};
    }

    /// Each method gives back at most what it paid, the largest first; one of them may be the terminal's. What no method can give back as
    /// it came goes another way.
    Result<> planAsPaid(const Returnable &returnable, Money rest)
    {
        for (const auto &[key, paid] : returnable.methods) {
            const PaymentMethod *method = m_workplace.catalogue->paymentMethod(key);
            const Money share = std::min(paid, rest);
            if (!method || !share.isPositive() || !canGiveBack(m_workplace, *method) || (method->usesTerminal && m_plan.terminal))
                continue;
            give(*method, share);
            rest -= share;
        }
        if (!rest.isPositive())
            return {};
        const QStringList others = methodsFor(m_workplace, returnable, rest);
        const auto other =
            std::ranges::find_if(others, [this](const QString &key) { return !m_workplace.catalogue->paymentMethod(key)->usesTerminal; });
        if (other == others.end())
            return methodRefused(m_workplace, u"none"_s, others);
        give(*m_workplace.catalogue->paymentMethod(*other), rest);
        return {};
    }

    void give(const PaymentMethod &method, Money share)
    {
        const auto same = std::ranges::find(m_plan.direct, method.key, &Payment::method);
        if (same != m_plan.direct.end()) {
            share -= same->amount;
            m_plan.direct.erase(same);
        }
        Payment payment{
            .id = Id<Payment>::generate(), .dossier = m_dossier.id, .method = method.key, .type = method.type, .methodTitle = method.name};
        payment.amount = -share;
        payment.reference = m_wanted.reference;
        if (method.type == PaymentType::Cash && !m_plan.deposit) // a deposit was not rounded (decisions 5)
            payment.rounding = refundRounding(m_sold, -share, m_dossier.refunded - m_plan.content.total == m_dossier.total);
        if (method.usesTerminal)
            m_plan.terminal = payment;
        else
            m_plan.direct.push_back(payment);
    }

    const Workplace &m_workplace;
    const DossierRow &m_dossier;
    const RefundRequest &m_request;
    const RefundPayment &m_wanted;
    SoldDossier m_sold;
    RefundPlan m_plan;
};

} // namespace

std::vector<Payment> RefundPlan::payments() const
{
    std::vector<Payment> all;
    if (terminal)
        all.push_back(*terminal);
    all.insert(all.end(), direct.begin(), direct.end());
    all.insert(all.end(), gift.begin(), gift.end());
    return all;
}

Result<RefundPlan> planRefund(const Workplace &workplace, const DossierRow &dossier, const RefundRequest &request,
                              const RefundPayment &wanted)
{
    return Planning{workplace, dossier, request, wanted}.plan();
}

QStringList refundMethodsFor(const Workplace &workplace, const std::vector<RecordedPayment> &payments)
{
    const Returnable returnable = returnableOf(payments, *workplace.catalogue);
    QStringList keys;
    if (std::ranges::any_of(returnable.gift, [](const auto &entry) { return entry.second.isPositive(); }))
        keys << u"gift_card"_s;
    return keys + otherMethods(workplace, returnable);
}

} // namespace guichet
