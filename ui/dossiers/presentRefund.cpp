// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/dossiers/DossierState.h"
#include "ui/format/Dates.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

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

/// An order that is still to be settled: only its deposit can go back, whole.
bool isDeposit(const DossierDetail &detail)
{
    return detail.row.state == DossierState::Confirmed;
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
    QStringList words{formatMoney(line.priced.net, EuroSign::Shown, language)};
    if (line.refundedUnits > 0)
        words << RefundWords::tr("%1 déjà remboursé").arg(line.refundedUnits);
    if (line.priced.visit.date.isValid())
        words << formatShortDate(line.priced.visit.date) + u' ' + formatTime(line.priced.visit.slot);
    state.subLine = words.join(u" · "_s);
    if (units > 0)
        state.amount = formatMoney(amountOf(detail, {{line.priced.id, units}}), EuroSign::Shown, language);
    return state;
}

std::vector<ChipState> presentMethods(const QStringList &methods, const QString &chosen, const Catalogue &catalogue, Language language)
{
    std::vector<ChipState> chips;
    for (const QString &key : methods) {
        const PaymentMethod *method = catalogue.paymentMethod(key);
        chips.push_back({.id = key, .text = method ? method->name.in(language) : key, .selected = key == chosen});
        if (method && method->usesTerminal)
            chips.back().note = RefundWords::tr("au terminal");
        else if (key == methods.front())
            chips.back().note = RefundWords::tr("comme payé");
    }
    return chips;
}

} // namespace

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

RefundState presentRefund(const DossierDetail &detail, const RefundInput &input, const QStringList &methods, const Catalogue &catalogue,
                          Language language)
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
    state.methods = presentMethods(methods, input.method, catalogue, language);
    state.canRefund =
        (deposit || !refundRequest(input).lines.empty()) && !input.reason.isEmpty() && (methods.isEmpty() || !input.method.isEmpty());
    state.confirmText = (deposit ? RefundWords::tr("Rendre l’acompte de %1") : RefundWords::tr("Rembourser %1"))
                            .arg(formatMoney(state.total, EuroSign::Shown, language));
    return state;
}

} // namespace guichet
