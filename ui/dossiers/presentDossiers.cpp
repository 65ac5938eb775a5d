// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/DocumentNumberText.h"
#include "core/money/FormatMoney.h"
#include "ui/dossiers/DossierState.h"
#include "ui/format/Countries.h"
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Dossiers)
};

QString euros(Money amount, Language language)
{
    return formatMoney(amount, EuroSign::Shown, language);
}

/// `25/11 14:30`: the year stands in the head.
QString shortInstant(const QDateTime &instant)
{
    return instant.toString(u"dd/MM HH:mm"_s);
}

QString lineQuantity(const PricedLine &line)
{
    return line.grams > 0 ? u"%1,%2 kg"_s.arg(line.grams / 1000).arg(line.grams % 1000, 3, 10, QChar{u'0'}) : u"%1 ×"_s.arg(line.quantity);
}

/// `25/11 14:30`; with the year when it is not that of the dossier.
QString visitWords(const Visit &visit, QDate made)
{
    QString words = visit.date.year() == made.year() ? visit.date.toString(u"dd/MM"_s) : formatShortDate(visit.date);
    if (visit.slot.isValid())
        words += u' ' + formatTime(visit.slot);
    return words;
}

QString lineTitle(const PricedLine &line, QDate made, Language language)
{
    QString title = line.title.in(language);
    if (!line.formulaTitle.isEmpty())
        title = line.formulaTitle.in(language) + u" · "_s + title;
    return line.visit.date.isValid() ? title + u" · "_s + visitWords(line.visit, made) : title;
}

/// DOS-1: who came, who is to come, who did not; of what is a visit and still stands.
QStringList visitNotes(const SaleLine &line, const DossierDetail &detail, QDate today, Language language)
{
    QStringList notes;
    const int came = detail.arrived.value(line.priced.id.toString());
    if (came > 0)
        notes << counted(came, Words::tr("entré"), Words::tr("entrés"), language);
    const bool stands = detail.row.state == DossierState::Confirmed || detail.row.state == DossierState::Settled;
    const int missing = line.priced.quantity - line.refundedUnits - came;
    const bool isOver = line.priced.visit.date < today;
    const bool isSaid = isOver || came > 0; // before the visit its date says enough, and needs the room
    if (stands && isSaid && line.priced.kind == LineKind::Resource && line.priced.visit.date.isValid() && missing > 0)
        notes << (isOver ? counted(missing, Words::tr("non entré"), Words::tr("non entrés"), language)
                         : counted(missing, Words::tr("attendu"), Words::tr("attendus"), language));
    return notes;
}

/// Why the line costs other than the catalogue says, where a person had it so.
QStringList priceNotes(const PricedLine &line)
{
    QStringList notes;
    for (const PriceChange &change : line.changes) {
        if (change.kind == PriceChangeKind::PromoCode)
            notes << Words::tr("code %1").arg(change.key);
        else if (change.kind == PriceChangeKind::Manual)
            notes << Words::tr("prix changé");
    }
    notes.removeDuplicates();
    return notes;
}

TableRow presentLine(const SaleLine &line, const DossierDetail &detail, QDate today, Language language)
{
    const QString id = line.priced.id.toString();
    QStringList notes;
    if (line.freeUnits > 0)
        notes << counted(line.freeUnits, Words::tr("gratuit"), Words::tr("gratuits"), language);
    notes << priceNotes(line.priced);
    if (line.refundedUnits > 0)
        notes << counted(line.refundedUnits, Words::tr("remboursé"), Words::tr("remboursés"), language);
    notes << visitNotes(line, detail, today, language);
    const Tone tone = line.refundedUnits > 0 ? Tone::Warning : detail.arrived.value(id) > 0 ? Tone::Positive : Tone::Muted;
    return {.id = id,
            .cells = {lineQuantity(line.priced), lineTitle(line.priced, detail.row.at.date(), language), notes.join(u" · "_s),
                      euros(line.priced.net, language)},
            .cellTones = {Tone::Muted, Tone::Normal, tone, Tone::Normal}};
}

/// A payment that a terminal approved keeps its method (PAY-8).
TableRow presentPayment(const Payment &payment, bool isTerminals, Language language)
{
    const bool correctable = payment.giftCode.isEmpty() && payment.amount.isPositive() && !isTerminals;
    QString words = payment.methodTitle.in(language);
    if (!payment.giftCode.isEmpty())
        words += u" · "_s + payment.giftCode;
    else if (!payment.reference.isEmpty())
        words += u" · "_s + payment.reference;
    return {.id = correctable ? payment.id.toString() : QString{},
            .cells = {shortInstant(payment.at), words, euros(payment.received(), language)},
            .cellTones = {Tone::Muted, Tone::Normal, payment.amount.isNegative() ? Tone::Warning : Tone::Normal}};
}

/// `•••• 4321`; as the terminal wrote it where it shows no digits at the end.
QString cardNumberWords(const QString &maskedPan)
{
    qsizetype shown = 0;
    while (shown < maskedPan.size() && maskedPan[maskedPan.size() - 1 - shown].isDigit())
        ++shown;
    return shown == 0 ? maskedPan : u"•••• "_s + maskedPan.last(shown);
}

/// The line below a payment: with it the card is found again in the papers of the terminal and of the bank.
TableRow presentCard(const CardDetails &card)
{
    QStringList words;
    const auto add = [&words](const QString &sentence, const QString &value) {
        if (!value.isEmpty())
            words << sentence.arg(value);
    };
    add(u"%1"_s, QString{card.brand + u' ' + cardNumberWords(card.maskedPan)}.trimmed());
    add(Words::tr("ticket %1"), card.receiptNumber);
    add(u"%1"_s, formatDateTime(card.at));
    add(Words::tr("terminal %1"), card.terminalId);
    return {.id = {}, .cells = {{}, words.join(u" · "_s), {}}, .tone = Tone::Muted};
}

std::vector<TableRow> presentPayments(const DossierDetail &detail, Language language)
{
    std::vector<TableRow> rows;
    for (const Payment &payment : detail.payments) {
        const auto card = detail.cards.constFind(payment.id.toString());
        rows.push_back(presentPayment(payment, card != detail.cards.cend(), language));
        if (card != detail.cards.cend())
            rows.push_back(presentCard(*card));
    }
    return rows;
}

QString historyWord(FactType type)
{
    switch (type) {
    case FactType::Sale: return Words::tr("Vente");
    case FactType::Order: return Words::tr("Commande");
    case FactType::Quote: return Words::tr("Devis");
    case FactType::Payment: return Words::tr("Paiement");
    case FactType::Advance: return Words::tr("Acompte");
    case FactType::Refund: return Words::tr("Remboursement");
    case FactType::DossierCancelled: return Words::tr("Annulation");
    case FactType::CheckIn: return Words::tr("Entrée");
    case FactType::PaymentCorrected: return Words::tr("Moyen corrigé");
    case FactType::Copy: return Words::tr("Duplicata");
    case FactType::IntentPersisted:
    case FactType::IntentSent: return Words::tr("Demande au terminal");
    case FactType::IntentResolved: return Words::tr("Réponse du terminal");
    case FactType::GiftIssued:
    case FactType::GiftRecharged:
    case FactType::GiftUsed:
    case FactType::GiftRefunded: return Words::tr("Valeur cadeau");
    default: return Words::tr("Autre");
    }
}

/// What has a paper of its own that can be shown and copied.
/// Each has a number of its series: sales, orders, quotes, refunds, and money of a dossier without a sale.
bool isPrinted(const HistoryEntry &entry)
{
    return !entry.document.isNull();
}

QString methodName(const Catalogue &catalogue, const QString &key, Language language)
{
    const PaymentMethod *method = catalogue.paymentMethod(key);
    return method ? method->name.in(language) : key;
}

QString reasonName(const Catalogue &catalogue, Reason::Kind kind, const QString &key, Language language)
{
    const Reason *reason = catalogue.reason(kind, key);
    return reason ? reason->name.in(language) : key;
}

QString entryDetail(const HistoryEntry &entry, const Catalogue &catalogue, Language language)
{
    switch (entry.type) {
    case FactType::PaymentCorrected: return u"%1 → %2"_s.arg(methodName(catalogue, entry.key, language), entry.detail.in(language));
    case FactType::Refund: return reasonName(catalogue, Reason::Kind::Refund, entry.key, language);
    case FactType::DossierCancelled: return reasonName(catalogue, Reason::Kind::Cancellation, entry.key, language);
    default: return entry.detail.in(language);
    }
}

TableRow presentEntry(const HistoryEntry &entry, const Catalogue &catalogue, Language language)
{
    const QString approval = entry.approver.isEmpty() ? QString{} : Words::tr("accordé par %1").arg(entry.approver);
    QStringList what{historyWord(entry.type)};
    for (const QString &part : {documentNumberText(entry.document), entryDetail(entry, catalogue, language), approval})
        if (!part.isEmpty())
            what << part;
    return {.id = isPrinted(entry) ? documentNumberText(entry.document) : QString{},
            .cells = {shortInstant(entry.at), what.join(u" · "_s), entry.user,
                      entry.amount.isZero() ? QString{} : euros(entry.amount, language)},
            .cellTones = {Tone::Muted, Tone::Normal, Tone::Muted, Tone::Normal}};
}

QString originWords(const QString &country, const QString &postcode, const QString &province, Language language)
{
    return QStringList{countryName(country, language), postcode, province}.join(u' ').simplified();
}

QString clientWords(const Client &client, Language language)
{
    QStringList parts;
    for (const QString &part : {client.firstName + u' ' + client.name, client.company, client.telephone, client.email})
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    if (!client.country.isEmpty())
        parts << originWords(client.country, client.postcode, client.province, language);
    return parts.join(u" · "_s);
}

QStringList presentDetails(const DossierDetail &detail, const DossierComments &comments, Language language)
{
    QStringList details;
    const auto add = [&details](const QString &sentence, const QString &words) {
        if (!words.trimmed().isEmpty())
            details << sentence.arg(words.trimmed());
    };
    const SaleContent &content = detail.content;
    if (content.dueOn.isValid() && detail.row.state != DossierState::Quote)
        add(Words::tr("À payer pour le %1"), formatDate(content.dueOn, language));
    add(Words::tr("TVA %1"), detail.client.vatNumber);
    add(Words::tr("Adresse : %1"), detail.client.address);
    if (!content.origin.country.isEmpty())
        add(Words::tr("Visiteurs : %1"), originWords(content.origin.country, content.origin.postcode, content.origin.province, language));
    add(Words::tr("Commentaire : %1"), comments.comment);
    add(Words::tr("Note interne : %1"), comments.internal);
    for (const SaleLine &line : detail.lines)
        if (const QString comment = comments.lines.value(line.priced.id.toString()); !comment.isEmpty())
            details << Words::tr("%1 : %2").arg(line.priced.title.in(language), comment);
    return details;
}

/// Units sold, or the deposit of an order.
bool hasSomethingToGiveBack(const DossierDetail &detail)
{
    if (detail.row.state == DossierState::Confirmed)
        return detail.row.total > detail.row.due;
    return detail.row.state == DossierState::Settled &&
           std::ranges::any_of(detail.lines, [](const SaleLine &line) { return line.refundedUnits < line.priced.quantity; });
}

} // namespace

QString dossierStateWord(DossierState state)
{
    switch (state) {
    case DossierState::Quote: return Words::tr("devis");
    case DossierState::ToConfirm: return Words::tr("à confirmer");
    case DossierState::Confirmed: return Words::tr("confirmé, non soldé");
    case DossierState::Settled: return Words::tr("soldé");
    case DossierState::Cancelled: return Words::tr("annulé");
    }
    Q_UNREACHABLE();
}

Tone dossierStateTone(DossierState state)
{
    switch (state) {
    case DossierState::Quote:
    case DossierState::Cancelled: return Tone::Muted;
    case DossierState::ToConfirm:
    case DossierState::Confirmed: return Tone::Warning;
    case DossierState::Settled: return Tone::Positive;
    }
    Q_UNREACHABLE();
}

DossierSearch dossierSearch(const DossierFilter &filter, QDate today)
{
    DossierSearch search;
    const QMap<QString, std::pair<int, int>> spans{
        {u"today"_s, {0, 0}}, {u"yesterday"_s, {1, 1}}, {u"week"_s, {6, 0}}, {u"month"_s, {29, 0}}};
    if (const auto span = spans.constFind(filter.days); span != spans.cend()) {
        search.createdFrom = today.addDays(-span->first);
        search.createdTo = today.addDays(-span->second);
    }
    search.text = filter.text.trimmed();
    search.method = filter.method;
    bool named = false;
    const int state = filter.state.toInt(&named);
    if (named)
        search.state = static_cast<DossierState>(state);
    return search;
}

std::vector<ChipState> presentDays(const DossierFilter &filter)
{
    std::vector<ChipState> chips{{u"today"_s, Words::tr("Aujourd’hui")},
                                 {u"yesterday"_s, Words::tr("Hier")},
                                 {u"week"_s, Words::tr("7 jours")},
                                 {u"month"_s, Words::tr("30 jours")},
                                 {u"all"_s, Words::tr("Tous")}};
    for (ChipState &chip : chips)
        chip.selected = chip.id == filter.days;
    return chips;
}

namespace {

/// What a refund has made of it counts more than that it was settled.
QString stateWords(const DossierRow &dossier)
{
    if (!dossier.refunded.isPositive())
        return dossierStateWord(stateShown(dossier));
    return dossier.refunded == dossier.total ? Words::tr("remboursé") : Words::tr("remboursé en partie");
}

Tone stateTone(const DossierRow &dossier)
{
    return dossier.refunded.isPositive() ? Tone::Warning : dossierStateTone(stateShown(dossier));
}

} // namespace

std::vector<TableRow> presentDossiers(const std::vector<DossierRow> &dossiers, QDate today, Language language)
{
    std::vector<TableRow> rows;
    for (const DossierRow &dossier : dossiers) {
        const bool isToday = dossier.at.date() == today;
        const QString content = dossier.customerName.isEmpty() ? dossier.summary : dossier.customerName + u" · "_s + dossier.summary;
        rows.push_back({.id = dossier.number,
                        .cells = {isToday ? formatTime(dossier.at.time()) : formatDateTime(dossier.at), dossier.number, content,
                                  dossier.methods, stateWords(dossier), euros(dossier.total, language)},
                        .cellTones = {Tone::Muted, Tone::Normal, Tone::Normal, Tone::Muted, stateTone(dossier), Tone::Normal}});
    }
    return rows;
}

QString presentSum(const DossierSum &sum, Language language)
{
    return counted(sum.count, Words::tr("dossier"), Words::tr("dossiers"), language) + u" · "_s + euros(sum.total, language);
}

QString presentMore(qint64 shown, const DossierSum &sum)
{
    return shown < sum.count ? Words::tr("Charger la suite : %1 sur %2").arg(shown).arg(sum.count) : QString{};
}

DossierPageState presentDossier(const DossierDetail &detail, const DossierComments &comments, const Catalogue &catalogue, QDate today,
                                Language language)
{
    const DossierRow &row = detail.row;
    DossierPageState state;
    state.title = row.number;
    QStringList words{stateWords(row)};
    if (!row.receipt.isNull())
        words << Words::tr("reçu %1").arg(documentNumberText(row.receipt));
    words << formatDateTime(row.at) << row.user;
    if (row.state == DossierState::Quote && detail.content.dueOn.isValid())
        words << Words::tr("valable jusqu’au %1").arg(formatShortDate(detail.content.dueOn));
    state.subtitle = words.join(u" · "_s);
    state.tone = stateTone(row);
    for (const SaleLine &line : detail.lines)
        state.lines.push_back(presentLine(line, detail, today, language));
    state.payments = presentPayments(detail, language);
    for (const HistoryEntry &entry : detail.history)
        state.history.push_back(presentEntry(entry, catalogue, language));
    state.total = row.total;
    state.refunded = row.refunded;
    state.due = row.due;
    state.client = clientWords(detail.client, language);
    if (state.client.isEmpty()) // sold to nobody by the quote of somebody: as the list says
        state.client = row.customerName;
    state.details = presentDetails(detail, comments, language);
    const bool alive = row.state != DossierState::Cancelled;
    state.canRefund = hasSomethingToGiveBack(detail);
    state.collectText = row.state == DossierState::Quote ? Words::tr("Vendre ce devis") : Words::tr("Encaisser le solde");
    state.canCollect = alive && (row.due.isPositive() || row.state == DossierState::Quote);
    state.canCancel = alive && row.state != DossierState::Settled;
    state.canErase = row.namesSomeone;
    return state;
}

} // namespace guichet
