// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TrainingOverlay.h"

#include "core/ledger/PaymentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/money/FormatMoney.h"
#include "core/receipt/SaleReceipt.h"
#include "core/selling/Settlement.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

const QString trainingSeries = QStringLiteral("F");

bool isDossier(const Fact &fact)
{
    return fact.body.type == FactType::Sale || fact.body.type == FactType::Order || fact.body.type == FactType::Quote;
}

DossierState stateOf(const Fact &fact)
{
    switch (fact.body.type) {
    case FactType::Order: return DossierState::Confirmed;
    case FactType::Quote: return DossierState::Quote;
    default: return DossierState::Settled;
    }
}

QString summaryOf(const SaleContent &content)
{
    QStringList parts;
    for (const SaleLine &line : content.lines)
        parts.append(u"%1 %2"_s.arg(line.priced.quantity).arg(line.priced.title.french()));
    return parts.join(u", "_s);
}

std::vector<Payment> paymentsOf(const SaleContent &content)
{
    std::vector<Payment> payments;
    for (const Tender &tender : content.tenders)
        if (tender.kind == Tender::Kind::Payment)
            payments.push_back(tender.payment);
    return payments;
}

QString methodsOf(const std::vector<Payment> &payments)
{
    QStringList titles;
    for (const Payment &payment : payments)
        titles.append(payment.methodTitle.french());
    titles.removeDuplicates();
    return titles.join(u", "_s);
}

HistoryEntry entryOf(const Fact &fact, Money amount)
{
    return {.at = fact.body.at,
            .user = fact.body.actor.user,
            .approver = fact.body.actor.approver,
            .type = fact.body.type,
            .document = fact.body.document,
            .detail = {},
            .key = {},
            .amount = amount};
}

bool matches(const DossierRow &row, const DossierSearch &search)
{
    const bool inState = !search.state || *search.state == row.state;
    const QString all = normalised(row.number + u' ' + documentNumberText(row.receipt) + u' ' + row.summary);
    return inState && std::ranges::all_of(search.text.split(u' ', Qt::SkipEmptyParts),
                                          [&](const QString &word) { return all.contains(normalised(word)); });
}

} // namespace

Result<QString> TrainingOverlay::nextDossierNumber(QDate businessDate, const QString &tillCode) const
{
    TRY_LET(next, m_workplace.journal().nextNumber(trainingSeries));
    return trainingSeries + dossierNumber(businessDate, tillCode, next).mid(1);
}

Result<std::vector<Fact>> TrainingOverlay::documents() const
{
    std::vector<Fact> facts;
    if (!m_workplace.training)
        return facts;
    Journal &journal = m_workplace.journal();
    TRY_LET(next, journal.nextNumber(trainingSeries));
    const QString series = seriesName(trainingSeries, journal.identity().incarnation);
    for (qint64 number = next - 1; number >= m_workplace.trainingFrom; --number) {
        TRY_LET(fact, journal.document({series, number}));
        facts.push_back(std::move(fact));
    }
    return facts;
}

Result<std::optional<Fact>> TrainingOverlay::find(const QString &number) const
{
    const QString wanted = number.trimmed().toUpper();
    if (!wanted.startsWith(trainingSeries))
        return std::optional<Fact>{};
    TRY_LET(facts, documents());
    for (const Fact &fact : facts)
        if (isDossier(fact) && (fact.content[u"number"].toString() == wanted || documentNumberText(fact.body.document) == wanted))
            return std::optional{fact};
    return std::optional<Fact>{};
}

Result<std::optional<Fact>> TrainingOverlay::lastSale() const
{
    TRY_LET(facts, documents());
    const auto last =
        std::ranges::find_if(facts, [](const Fact &fact) { return fact.body.type == FactType::Sale || fact.body.type == FactType::Order; });
    return last == facts.end() ? std::optional<Fact>{} : std::optional{*last};
}

Result<std::vector<DossierRow>> TrainingOverlay::search(const DossierSearch &search) const
{
    TRY_LET(facts, documents());
    std::vector<DossierRow> rows;
    for (const Fact &fact : facts) {
        if (!isDossier(fact))
            continue;
        TRY_LET(shown, detail(fact));
        if (matches(shown.row, search))
            rows.push_back(shown.row);
    }
    const auto from = std::clamp<std::ptrdiff_t>(search.offset, 0, std::ssize(rows));
    const auto to = from + std::clamp<std::ptrdiff_t>(search.limit, 0, std::ssize(rows) - from);
    return std::vector<DossierRow>(rows.begin() + from, rows.begin() + to);
}

Result<std::vector<RefundContent>> TrainingOverlay::refundsOf(const SaleContent &sale) const
{
    TRY_LET(facts, documents());
    std::vector<RefundContent> refunds;
    for (const Fact &fact : facts) {
        if (fact.body.type != FactType::Refund)
            continue;
        TRY_LET(content, refundContentFromJson(fact.content));
        if (content.dossier == sale.dossier)
            refunds.push_back(std::move(content));
    }
    return refunds;
}

Result<DossierDetail> TrainingOverlay::detail(const Fact &document) const
{
    TRY_LET(content, saleContentFromJson(document.content));
    DossierDetail detail;
    detail.payments = paymentsOf(content);
    detail.history = {entryOf(document, content.total)};
    detail.row = {.id = content.dossier,
                  .number = content.dossierNumber,
                  .receipt = document.body.document,
                  .at = document.body.at,
                  .state = stateOf(document),
                  .customer = {},
                  .customerName = {},
                  .summary = summaryOf(content),
                  .methods = methodsOf(detail.payments),
                  .user = document.body.actor.user,
                  .total = content.total,
                  .refunded = {},
                  .due = document.body.type == FactType::Order ? content.total : Money{}};
    if (document.body.type == FactType::Sale) {
        TRY_LET(standing, sold(document));
        content.lines = standing.sale.lines;
        TRY_LET(refunds, refundsOf(content));
        for (const RefundContent &refund : refunds) {
            detail.row.refunded -= refund.total;
            detail.payments.insert(detail.payments.end(), refund.payments.begin(), refund.payments.end());
        }
    }
    detail.lines = content.lines;
    detail.content = std::move(content);
    return detail;
}

Result<SoldDossier> TrainingOverlay::sold(const Fact &sale) const
{
    if (sale.body.type != FactType::Sale)
        return failure(ErrorCode::NotSupported, u"training refunds sales only"_s, {documentNumberText(sale.body.document)});
    TRY_LET(content, saleContentFromJson(sale.content));
    SoldDossier standing{.position = sale.body.position, .sale = std::move(content), .roundingSettled = {}, .roundingReturned = {}};
    for (const Payment &payment : paymentsOf(standing.sale))
        standing.roundingSettled += payment.rounding;
    TRY_LET(refunds, refundsOf(standing.sale));
    for (const RefundContent &refund : refunds) {
        for (const Payment &payment : refund.payments)
            standing.roundingReturned -= payment.rounding;
        for (const RefundedLine &taken : refund.lines)
            for (SaleLine &line : standing.sale.lines)
                if (line.priced.id == taken.line)
                    line.refundedUnits += taken.units;
    }
    return standing;
}

Result<> enterTraining(Workplace &workplace, const Actor &actor)
{
    TRY_LET(open, PaymentStore{workplace.db()}.openIntents(workplace.tillUid()));
    if (!open.empty())
        return failure(ErrorCode::IntentPending, {}, {formatMoney(open.front().asked)});
    TRY_LET(from, workplace.journal().nextNumber(trainingSeries));
    TRY(WorkingStore{workplace.db()}.setValue(workingvalue::training, QString::number(from)));
    TRY(workplace.journal().appendTechnical(TechnicalEvent::TrainingEntered, {}, actor));
    workplace.training = true;
    workplace.trainingFrom = from;
    return {};
}

Result<> leaveTraining(Workplace &workplace, const Actor &actor)
{
    if (!workplace.training)
        return {};
    WorkingStore working{workplace.db()};
    TRY(working.setValue(workingvalue::training, {}));
    TRY(working.dropOverlay());
    TRY(workplace.journal().appendTechnical(TechnicalEvent::TrainingLeft, {}, actor));
    workplace.training = false;
    return {};
}

} // namespace guichet
