// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/receipt/EpcPayment.h"
#include "core/receipt/OrderPaper.h"
#include "ui/customer/CustomerState.h"
#include "ui/widgets/Translation.h"

#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Customer)
};

constexpr qsizetype columns = 20;

/// `Miel de fleurs  7,50`: the amount is whole, the words are cut.
QString pairLine(const QString &words, Money amount)
{
    const QString figures = formatMoney(amount, EuroSign::Hidden, spokenLanguage()).replace(u'\u202F', u' ').replace(u'\u2212', u'-');
    const qsizetype room = std::max<qsizetype>(0, columns - figures.size() - 1);
    return words.left(room).leftJustified(room) + u' ' + figures;
}

QString centred(const QString &words)
{
    const QString cut = words.left(columns);
    return QString{(columns - cut.size()) / 2, u' '} + cut;
}

CustomerRow rowOf(const PricedLine &line, const Id<CartLine> &fresh, Language language)
{
    const QString title = line.title.in(language);
    const bool isOne = line.quantity == 1;
    return {.title = isOne ? title : u"%1 × %2"_s.arg(line.quantity).arg(title), .price = line.net, .fresh = line.id == fresh};
}

/// Over two lines, parted between words where that can be.
CustomerState welcomeState(const QString &welcome)
{
    const qsizetype blank = welcome.size() > columns ? welcome.lastIndexOf(u' ', columns) : columns;
    const qsizetype split = blank > 0 ? blank : columns;
    return {.welcome = welcome, .display = {.upper = centred(welcome.left(split)), .lower = centred(welcome.mid(split).trimmed())}};
}

/// The newest line, or the last one.
const CustomerRow *shownRow(const std::vector<CustomerRow> &rows)
{
    const auto fresh = std::ranges::find_if(rows, &CustomerRow::fresh);
    if (fresh != rows.end())
        return &*fresh;
    return rows.empty() ? nullptr : &rows.back();
}

QString roundingNote(bool roundsAll)
{
    return roundsAll ? Words::tr("Le montant total est toujours arrondi") : QString{};
}

void addQr(CustomerState &state, const SaleOutcome &outcome, const Attraction &attraction)
{
    const auto transfer = epcPayload({.beneficiary = attraction.legalName,
                                      .iban = attraction.iban,
                                      .amount = transferDue(outcome.content, outcome.paid),
                                      .communication = outcome.content.structuredCommunication});
    const bool isTransfer = outcome.order && !outcome.content.structuredCommunication.isEmpty() && transfer;
    state.qr = isTransfer ? *transfer : outcome.dossierNumber;
    state.qrCaption =
        isTransfer ? Words::tr("Scannez pour payer par virement") : Words::tr("Votre dossier : %1").arg(outcome.dossierNumber);
}

} // namespace

CustomerState presentCustomer(const CartView &view, const Id<CartLine> &fresh, const QString &welcome, Language language)
{
    if (view.priced.lines.empty() && view.collecting.isEmpty())
        return welcomeState(welcome);
    CustomerState state;
    for (const PricedLine &line : view.priced.lines)
        state.rows.push_back(rowOf(line, fresh, language));
    const bool hasPaid = !view.balance.paid.isZero();
    state.totalLabel = hasPaid ? Words::tr("À payer") : Words::tr("Total");
    state.total = view.balance.due();
    state.roundingNote = roundingNote(view.roundsAll);
    const CustomerRow *row = shownRow(state.rows);
    state.display = {.upper = row ? pairLine(row->title, row->price) : view.collecting, .lower = pairLine(state.totalLabel, state.total)};
    return state;
}

CustomerState presentCustomerTest()
{
    const QString words = Words::tr("Essai : é à ç €");
    return {.welcome = words, .display = {.upper = centred(words), .lower = pairLine(Words::tr("Total"), Money::fromCents(1280))}};
}

CustomerState presentFarewell(const SaleOutcome &outcome, const Attraction &attraction)
{
    CustomerState state{.totalLabel = Words::tr("Total"), .total = outcome.content.total, .thanks = Words::tr("Merci et bonne visite !")};
    const bool hasChange = outcome.change.isPositive();
    if (hasChange) {
        state.changeLabel = Words::tr("Rendu");
        state.change = outcome.change;
    }
    state.roundingNote = roundingNote(outcome.content.roundsAll);
    addQr(state, outcome, attraction);
    state.display = {.upper = pairLine(state.totalLabel, state.total),
                     .lower = hasChange ? pairLine(state.changeLabel, state.change) : centred(Words::tr("Merci !"))};
    return state;
}

} // namespace guichet
