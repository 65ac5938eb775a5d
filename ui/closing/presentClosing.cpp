// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/closing/ClosingState.h"
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Closing)
};

const QString unknown = u"—"_s;

bool isCash(const MethodTotal &method)
{
    return method.type == PaymentType::Cash;
}

std::optional<Money> countedOf(const MethodTotal &method, const ClosingInput &input)
{
    if (isCash(method))
        return input.counted ? std::optional{input.count.total()} : std::nullopt;
    const auto found = input.methods.constFind(method.method);
    return found == input.methods.cend() ? std::nullopt : std::optional{*found};
}

bool isCounted(const ClosingFacts &facts, const MethodTotal &method)
{
    const PaymentMethod *known = facts.catalogue ? facts.catalogue->paymentMethod(method.method) : nullptr;
    return isCash(method) || !known || known->countedAtClosing;
}

/// The drawer is counted first; the others stay in their order.
std::vector<MethodTotal> cashFirst(std::vector<MethodTotal> methods)
{
    std::ranges::stable_partition(methods, isCash);
    return methods;
}

TableRow presentMethod(const ClosingFacts &facts, const MethodTotal &method, const ClosingInput &input, Language language)
{
    const auto plain = [language](Money amount) { return formatMoney(amount, EuroSign::Hidden, language); };
    const std::optional<Money> counted = countedOf(method, input);
    const Money expected = expectedOf(facts.report, method);
    TableRow row{.id = method.method, .cells = {}};
    row.cells << method.title.in(language) << QString::number(method.count + method.refundCount);
    row.cells << (facts.blind ? unknown : plain(expected));
    row.cells << (counted ? plain(*counted) : isCounted(facts, method) ? unknown : QString{});
    const bool compared = counted && !facts.blind;
    row.cells << (compared ? plain(*counted - expected) : QString{});
    const Tone tone = compared && *counted != expected ? Tone::Warning : Tone::Positive;
    const Tone countedTone = !counted ? Tone::Muted : compared ? tone : Tone::Normal;
    row.cellTones = {Tone::Normal, Tone::Muted, facts.blind ? Tone::Muted : Tone::Normal, countedTone, tone};
    return row;
}

/// `123,48 €, 6 ventes, 5 visiteurs`: a till that lets nobody in has no visitors to speak of.
QString hourWords(const HourTotal &hour, Language language)
{
    QStringList words{formatMoney(hour.total, EuroSign::Shown, language),
                      counted(hour.sales, Words::tr("vente"), Words::tr("ventes"), language)};
    int persons = 0;
    for (const NamedTotal &category : hour.visitors)
        persons += category.count;
    if (!hour.visitors.empty())
        words << counted(persons, Words::tr("visiteur"), Words::tr("visiteurs"), language);
    return words.join(u", "_s);
}

std::vector<Bar> presentHours(const Report &report, Language language)
{
    std::vector<Bar> bars;
    for (const HourTotal &hour : report.hours)
        bars.push_back({.label = QString::number(hour.hour),
                        .value = hour.total.cents(),
                        .text = Words::tr("%1 h : %2").arg(hour.hour).arg(hourWords(hour, language))});
    return bars;
}

/// Everything between gross and net: promotions, codes, gratuités, price changes.
Money reductions(const Report &report)
{
    Money sum;
    for (const auto *list : {&report.promotions, &report.promoCodes, &report.complimentary, &report.priceChanges})
        for (const NamedTotal &total : *list)
            sum += total.amount;
    return sum;
}

std::vector<ClosingAmount> presentSummary(const Report &report, Language language)
{
    std::vector<ClosingAmount> rows{{Words::tr("Ventes brutes"), report.gross},
                                    {Words::tr("Remises et gratuités"), reductions(report)},
                                    {Words::tr("Remboursements"), report.refunds}};
    for (const VatColumns &vat : report.vat)
        if (!vat.sales.base.isZero())
            rows.push_back(
                {Words::tr("TVA %1 sur %2").arg(formatVatRate(vat.rate, language), formatMoney(vat.sales.base, EuroSign::Hidden, language)),
                 vat.sales.vat});
    const auto addUnlessZero = [&rows](const QString &label, Money amount) {
        if (!amount.isZero())
            rows.push_back({label, amount});
    };
    addUnlessZero(Words::tr("Arrondis espèces"), report.roundingUp + report.roundingDown);
    addUnlessZero(Words::tr("Valeur cadeau vendue"), report.giftSold);
    addUnlessZero(Words::tr("Acomptes reçus"), report.advancesReceived);
    addUnlessZero(Words::tr("Paiements à venir"), report.duePayments);
    return rows;
}

QString openItemWords(const OpenItem &item, Language language)
{
    const QString amount = formatMoney(item.amount, EuroSign::Shown, language);
    switch (item.kind) {
    case OpenItem::Kind::Cart: return Words::tr("Panier en cours, %1").arg(amount);
    case OpenItem::Kind::ParkedCart: return Words::tr("Panier gardé, %1").arg(amount);
    case OpenItem::Kind::Intent: return Words::tr("Paiement par carte sans réponse, %1").arg(amount);
    case OpenItem::Kind::PrintJob:
        return counted(item.title.toInt(), Words::tr("impression en attente"), Words::tr("impressions en attente"), language);
    case OpenItem::Kind::UnpaidDossier: return Words::tr("Dossier %1, %2 à encaisser").arg(item.title, amount);
    }
    Q_UNREACHABLE();
}

QStringList presentOpenItems(const Report &report, Language language)
{
    QStringList words;
    for (const OpenItem &item : report.openItems)
        words << openItemWords(item, language);
    return words;
}

/// All differences together; none when blind or nothing is counted.
Money differenceOf(const ClosingFacts &facts, const ClosingInput &input)
{
    Money sum;
    for (const MethodTotal &method : facts.report.methods)
        if (const std::optional<Money> counted = countedOf(method, input))
            sum += *counted - expectedOf(facts.report, method);
    return sum;
}

bool differs(const ClosingFacts &facts, const ClosingInput &input)
{
    return std::ranges::any_of(facts.report.methods, [&](const MethodTotal &method) {
        const std::optional<Money> counted = countedOf(method, input);
        return counted && *counted != expectedOf(facts.report, method);
    });
}

QString warningOf(const ClosingFacts &facts, const ClosingInput &input)
{
    if (!input.counted)
        return Words::tr("Le tiroir n’est pas compté. Touchez encore une fois pour fermer sans comptage.");
    if (!differs(facts, input) || !input.comment.trimmed().isEmpty())
        return {};
    return facts.blind ? Words::tr("Ce qui est compté n’est pas ce que la caisse attend. Recomptez ou dites un mot de l’écart ; touchez "
                                   "encore une fois pour fermer ainsi.")
                       : Words::tr("Un mot sur l’écart aide à le retrouver. Touchez encore une fois pour fermer sans commentaire.");
}

/// What the card terminal says beside the till (belgium.md §5.8); blind: only that it has said it.
void presentTerminal(ClosingState &state, const ClosingFacts &facts, const ClosingInput &input, Language language)
{
    if (facts.report.terminals.empty()) {
        if (facts.terminal.asks)
            state.terminal = input.terminalSilent ? Words::tr("Le terminal de paiement n’a pas donné ses totaux.")
                                                  : Words::tr("Le terminal de paiement donne ses totaux …");
        state.terminalTone = input.terminalSilent ? Tone::Warning : Tone::Muted;
        return;
    }
    const TerminalComparison &compared = facts.report.terminals.front();
    state.terminalTone = Tone::Muted;
    if (facts.blind) {
        state.terminal = Words::tr("Le terminal de paiement a donné ses totaux.");
        return;
    }
    const Money difference = compared.difference();
    const auto euros = [language](Money amount) { return formatMoney(amount, EuroSign::Shown, language); };
    state.terminalTone = difference.isZero() ? Tone::Positive : Tone::Warning;
    state.terminal = difference.isZero() ? Words::tr("Terminal de paiement : %1, comme la caisse.").arg(euros(compared.terminalAmount()))
                                         : Words::tr("Terminal de paiement : %1, caisse : %2, écart %3.")
                                               .arg(euros(compared.terminalAmount()), euros(compared.tillAmount), euros(difference));
}

} // namespace

Money expectedOf(const Report &report, const MethodTotal &method)
{
    return isCash(method) ? report.cash.expected() : method.total();
}

Money proposedFloat(const ClosingFacts &facts, const ClosingInput &input)
{
    if (!input.counted && facts.report.lateClosing)
        return facts.report.cash.expected(); // decisions 19: what nobody has counted stays in the drawer
    const Money wanted = input.nextFloat.value_or(facts.report.cash.openingFloat);
    return input.counted ? std::min(wanted, input.count.total()) : wanted;
}

CloseRequest closeRequest(const ClosingFacts &facts, const ClosingInput &input)
{
    CloseRequest request;
    if (input.counted)
        request.count = input.count;
    request.countedMethods = input.methods;
    request.nextFloat = proposedFloat(facts, input);
    request.comment = input.comment.trimmed();
    return request;
}

ClosingState presentClosing(const ClosingFacts &facts, const ClosingInput &input, Language language)
{
    const Report &report = facts.report;
    ClosingState state;
    state.title = report.lateClosing ? Words::tr("Fermer la journée du %1").arg(formatLongDate(report.businessDate, language))
                                     : Words::tr("Fermer %1").arg(facts.till.tillName);
    state.subtitle = Words::tr("%1 · ouverte à %2 · %3")
                         .arg(facts.till.openedBy, formatTime(facts.till.openedAt.time()),
                              counted(report.saleCount, Words::tr("vente"), Words::tr("ventes"), language));
    for (const MethodTotal &method : cashFirst(report.methods)) {
        state.methods.push_back(presentMethod(facts, method, input, language));
        state.methodsLeft =
            state.methodsLeft || (!facts.blind && !isCash(method) && isCounted(facts, method) && !input.methods.contains(method.method));
    }
    presentTerminal(state, facts, input, language);
    state.hours = presentHours(report, language);
    state.openItems = presentOpenItems(report, language);
    state.number = Words::tr("Z n° %1").arg(facts.nextZ.toString());
    state.showsNet = !facts.blind;
    state.offersX = !facts.blind;
    if (!facts.blind)
        state.summary = presentSummary(report, language);
    state.net = report.net;
    state.counted = input.count.total();
    state.nextFloat = proposedFloat(facts, input);
    state.showsFloat = input.counted || !facts.blind || !report.lateClosing;
    state.bank = input.counted ? state.counted - state.nextFloat : Money{};
    state.asksComment = input.counted && (!facts.blind || input.saidDifference) && differs(facts, input);
    if (state.asksComment)
        state.difference =
            facts.blind
                ? Words::tr("Commentaire sur l’écart")
                : Words::tr("Commentaire sur l’écart de %1").arg(formatMoney(differenceOf(facts, input), EuroSign::Shown, language));
    state.warning = input.warned ? warningOf(facts, input) : QString{};
    state.closeText = state.warning.isEmpty() ? Words::tr("FERMER LA CAISSE") : Words::tr("OUI, FERMER");
    if (input.waiting) {
        state.warning = Words::tr("Le terminal de paiement termine sa journée …");
        state.closeText = Words::tr("NE PAS ATTENDRE");
    }
    return state;
}

} // namespace guichet
