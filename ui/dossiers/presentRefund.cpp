// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/dossiers/DossierState.h"
#include "ui/format/Dates.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// Not a method: each gets back what it paid.
constexpr auto asPaid = "as_paid"_L1;
constexpr auto giftCard = "gift_card"_L1;

struct RefundWords
{
    Q_DECLARE_TR_FUNCTIONS(Refund)
};

SoldDossier soldOf(const DossierDetail &detail)
{
    SoldDossier sold{.position = {}, .sale = detail.content, .roundingSettled = {}, .roundingReturned = {}};
    sold.sale.lines = detail.lines;
    return sold;
}

/// What a refund of these units gives back; zero when nothing is chosen.
Money amountOf(const DossierDetail &detail, const std::vector<RefundRequest::Line> &lines)
{
    if (lines.empty())
        return {};
    const Result<RefundContent> content = composeRefund(soldOf(detail), {.lines = lines, .reason = {}, .restock = true});
    return content ? -content->total : Money{};
}

RefundLineState presentLine(const DossierDetail &detail, const SaleLine &line, int units, Language language)
{
    RefundLineState state;
    state.line = line.priced.id.toString();
    state.title = line.priced.title.in(language);
    if (!line.priced.formulaTitle.isEmpty())
        state.title = line.priced.formulaTitle.in(language) + u" · "_s + state.title;
    state.left = line.priced.quantity - line.refundedUnits;
    state.units = units;
    QStringList words{RefundWords::tr("acheté : %1").arg(line.priced.quantity), formatMoney(line.priced.net, EuroSign::Shown, language)};
    if (line.refundedUnits > 0)
        words << RefundWords::tr("%1 déjà remboursé").arg(line.refundedUnits);
    if (line.priced.visit.date.isValid())
        words << formatShortDate(line.priced.visit.date) + u' ' + formatTime(line.priced.visit.slot);
    state.subLine = words.join(u" · "_s);
    if (units > 0)
        state.amount = formatMoney(amountOf(detail, {{line.priced.id, units}}), EuroSign::Shown, language);
    return state;
}

/// `payments`: of the dossier.
std::vector<ChipState> presentMethods(const QStringList &methods, const std::vector<Payment> &payments, const QString &chosen,
                                      const Catalogue &catalogue, Language language)
{
    std::vector<ChipState> chips;
    for (const QString &key : methods) {
        if (key == asPaid) {
            chips.push_back({.id = key, .text = RefundWords::tr("Comme payé"), .selected = key == chosen});
            continue;
        }
        const PaymentMethod *method = catalogue.paymentMethod(key);
        chips.push_back({.id = key, .text = method ? method->name.in(language) : key, .selected = key == chosen});
        if (method && method->usesTerminal)
            chips.back().note = RefundWords::tr("au terminal");
        else if (key == methods.front() && std::ranges::any_of(payments, [&](const Payment &paid) { return paid.method == key; }))
            chips.back().note = RefundWords::tr("comme payé");
    }
    return chips;
}

/// How many methods have something to give back.
qsizetype payingMethods(const DossierDetail &detail)
{
    QMap<QString, Money> paid;
    for (const Payment &payment : detail.payments)
        paid[payment.method] += payment.amount;
    return std::ranges::count_if(paid, &Money::isPositive);
}

bool isOnCard(const Payment &payment)
{
    return payment.type == PaymentType::VoucherStore;
}

QString partWords(const Payment &payment, Language language)
{
    if (!isOnCard(payment))
        return payment.methodTitle.in(language);
    return payment.reference.isEmpty() ? RefundWords::tr("sur une nouvelle carte cadeau")
                                       : RefundWords::tr("sur la carte cadeau %1").arg(payment.reference);
}

std::vector<RefundPartState> presentParts(const RefundContent &preview, Language language)
{
    std::vector<RefundPartState> parts;
    if (preview.creditReduced.isPositive())
        parts.push_back({RefundWords::tr("déduit de ce que le client doit"), preview.creditReduced});
    for (const Payment &payment : preview.payments)
        parts.push_back({partWords(payment, language), -payment.received()});
    const bool isPlain = parts.size() == 1 && parts.front().amount == -preview.total && !std::ranges::any_of(preview.payments, isOnCard);
    return isPlain ? std::vector<RefundPartState>{} : parts;
}

Money onCards(const RefundContent &content)
{
    Money sum;
    for (const Payment &payment : content.payments)
        if (isOnCard(payment))
            sum -= payment.amount;
    return sum;
}

/// The words, and how much of it goes on a gift card: nobody is to hand that over in cash.
QString withCardPart(const QString &words, const RefundContent &content, Language language)
{
    const Money part = onCards(content);
    if (!part.isPositive())
        return words;
    return part == -content.total
               ? RefundWords::tr("%1 sur carte cadeau").arg(words)
               : RefundWords::tr("%1, dont %2 sur carte cadeau").arg(words, formatMoney(part, EuroSign::Shown, language));
}

} // namespace

bool isDeposit(const DossierDetail &detail)
{
    return detail.row.state == DossierState::Confirmed;
}

QStringList refundChoices(const DossierDetail &detail, const QStringList &methods)
{
    QStringList choices = methods;
    const bool isGift = choices.removeAll(giftCard) > 0;
    if (isGift || payingMethods(detail) > 1)
        choices.prepend(QString{asPaid});
    return choices;
}

QString refundedWords(const RefundContent &content, Language language)
{
    QStringList words{
        withCardPart(RefundWords::tr("Remboursé : %1").arg(formatMoney(-content.total, EuroSign::Shown, language)), content, language)};
    for (const Payment &payment : content.payments)
        if (isOnCard(payment))
            words << payment.reference;
    return words.join(u' ');
}

RefundInput refundOfAll(const DossierDetail &detail)
{
    RefundInput input;
    if (isDeposit(detail))
        return input;
    for (const SaleLine &line : detail.lines)
        if (const int left = line.priced.quantity - line.refundedUnits; left > 0)
            input.units.insert(line.priced.id.toString(), left);
    return input;
}

RefundRequest refundRequest(const RefundInput &input)
{
    RefundRequest request{.lines = {}, .reason = input.reason, .restock = input.restock};
    for (auto it = input.units.begin(); it != input.units.end(); ++it)
        if (const auto line = Id<CartLine>::fromString(it.key()); line && it.value() > 0)
            request.lines.push_back({*line, it.value()});
    return request;
}

RefundState presentRefund(const DossierDetail &detail, const RefundInput &input, const QStringList &methods, const RefundContent &preview,
                          const Catalogue &catalogue, Language language)
{
    RefundState state;
    const bool deposit = isDeposit(detail);
    for (const SaleLine &line : detail.lines) {
        if (deposit || line.priced.quantity <= line.refundedUnits)
            continue;
        state.lines.push_back(presentLine(detail, line, input.units.value(line.priced.id.toString()), language));
        state.hasProducts = state.hasProducts || line.priced.kind == LineKind::Product;
    }
    if (deposit)
        state.whole =
            RefundWords::tr("L’acompte est rendu en entier. Le dossier reste ouvert ; annulez-le ensuite si le client ne vient plus.");
    state.restock = input.restock;
    state.total = deposit ? detail.row.total - detail.row.due : amountOf(detail, refundRequest(input).lines);
    for (const Reason &reason : catalogue.reasons)
        if (reason.kind == Reason::Kind::Refund)
            state.reasons.push_back({.id = reason.key, .text = reason.name.in(language), .selected = reason.key == input.reason});
    state.methods = presentMethods(methods, detail.payments, input.method, catalogue, language);
    state.canRefund =
        (deposit || !refundRequest(input).lines.empty()) && !input.reason.isEmpty() && (methods.isEmpty() || !input.method.isEmpty());
    state.parts = presentParts(preview, language);
    if (onCards(preview).isPositive())
        state.partsNote =
            RefundWords::tr("Ce qui fut payé par carte cadeau ou par chèque qui ne se rembourse pas ne devient jamais de l’argent.");
    const QString words = (deposit ? RefundWords::tr("Rendre l’acompte de %1") : RefundWords::tr("Rembourser %1"))
                              .arg(formatMoney(state.total, EuroSign::Shown, language));
    state.confirmText = withCardPart(words, preview, language);
    return state;
}

} // namespace guichet
