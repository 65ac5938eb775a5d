// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/DocumentNumberText.h"
#include "core/money/FormatMoney.h"
#include "ui/format/Countries.h"
#include "ui/format/Dates.h"
#include "ui/format/NoticeText.h"
#include "ui/payment/PaymentState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct AfterSaleWords
{
    Q_DECLARE_TR_FUNCTIONS(AfterSale)
};

/// What was handed over with one method, so many times the same: a stack of cheques is said by its values.
struct HandedOver
{
    QString title;
    Money each;
    int count = 1;
};

HandedOver handedOver(const Tender &tender, const PaymentContext &context)
{
    if (tender.kind == Tender::Kind::AdvanceUsed)
        return {.title = AfterSaleWords::tr("Acompte"), .each = tender.payment.amount};
    const Money given = tender.payment.tendered.isZero() ? tender.payment.received() : tender.payment.tendered;
    return {.title = tender.payment.methodTitle.in(context.language), .each = given};
}

std::vector<HandedOver> allHandedOver(const SaleOutcome &outcome, const PaymentContext &context)
{
    std::vector<HandedOver> all;
    for (const Tender &tender : outcome.content.tenders) {
        const HandedOver one = handedOver(tender, context);
        const auto isSame = [&one](const HandedOver &other) { return other.title == one.title && other.each == one.each; };
        if (const auto found = std::ranges::find_if(all, isSame); found != all.end())
            ++found->count;
        else
            all.push_back(one);
    }
    return all;
}

/// `Espèces 50,00 €`, `ANCV papier 3 × 10,00 €`.
QString tenderWords(const HandedOver &handed, const PaymentContext &context)
{
    const QString times = handed.count > 1 ? u"%1 × "_s.arg(handed.count) : QString{};
    return handed.title + u' ' + times + euros(handed.each, context);
}

QStringList detailsOf(const SaleOutcome &outcome, const PaymentContext &context)
{
    QStringList details{AfterSaleWords::tr("Total %1").arg(euros(outcome.content.total, context))};
    for (const HandedOver &handed : allHandedOver(outcome, context))
        details << tenderWords(handed, context);
    if (!outcome.rounding.isZero())
        details << AfterSaleWords::tr("arrondi %1%2")
                       .arg(outcome.rounding.isPositive() ? u"+"_s : QString{},
                            formatMoney(outcome.rounding, EuroSign::Hidden, context.language));
    return details;
}

bool hasVisitors(const SaleContent &content)
{
    return std::ranges::any_of(content.lines, [](const SaleLine &line) { return line.priced.kind == LineKind::Resource; });
}

} // namespace

DoneState presentDone(const SaleOutcome &outcome, bool again, const PaymentContext &context)
{
    const bool quote = outcome.receipt.series.startsWith(u'Q');
    DoneState state;
    state.dossierNumber = outcome.dossierNumber;
    state.warnings = stockSentences(outcome.belowZero, context.language);
    const QString document = documentNumberText(outcome.receipt);
    state.document = quote ? AfterSaleWords::tr("Devis %1").arg(document)
                           : AfterSaleWords::tr("Reçu %1 · dossier %2").arg(document, outcome.dossierNumber);
    if (quote) {
        state.title = AfterSaleWords::tr("Devis enregistré");
        state.details = {AfterSaleWords::tr("Total %1").arg(euros(outcome.content.total, context)),
                         AfterSaleWords::tr("valable jusqu’au %1").arg(formatShortDate(outcome.content.dueOn))};
        return state;
    }
    state.title = again           ? AfterSaleWords::tr("Dernière vente")
                  : outcome.order ? AfterSaleWords::tr("Dossier enregistré, paiement à venir")
                                  : AfterSaleWords::tr("Vente validée");
    state.details = detailsOf(outcome, context);
    if (outcome.order && outcome.paid.isPositive())
        state.details << AfterSaleWords::tr("reçu %1").arg(euros(outcome.paid, context))
                      << AfterSaleWords::tr("reste %1").arg(euros(outcome.content.total - outcome.paid, context));
    if (outcome.order && outcome.content.dueOn.isValid())
        state.details << AfterSaleWords::tr("à payer pour le %1").arg(formatShortDate(outcome.content.dueOn));
    if (!outcome.order || outcome.change.isPositive()) {
        state.label = outcome.change.isPositive() ? AfterSaleWords::tr("À RENDRE") : AfterSaleWords::tr("RIEN À RENDRE");
        state.amount = outcome.change.isPositive() ? euros(outcome.change, context) : QString{};
    }
    state.asksOrigin = !again && context.askOriginAfterSale && hasVisitors(outcome.content) && outcome.content.origin.country.isEmpty() &&
                       outcome.content.customer.isEmpty();
    return state;
}

std::vector<ChipState> presentOrigins(const QString &chosen, Language language)
{
    std::vector<ChipState> chips;
    for (const QString &code : {u"BE"_s, u"NL"_s, u"FR"_s, u"DE"_s, u"LU"_s})
        chips.push_back({.id = code, .text = countryName(code, language), .selected = code == chosen});
    return chips;
}

} // namespace guichet
