// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DossierStore.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/ClientRules.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TrainingOverlay.h"
#include "core/usecases/Validation.h"
#include "core/usecases/Visitors.h"

#include <QJsonArray>

/// Validation and what is known of it afterwards (SELL-8, SELL-9).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts.append(text.toString());
    return texts;
}

/// Change and rounding of a recorded sale, from its own tenders.
QJsonObject answerOf(const Fact &fact, const SaleContent &content)
{
    Money rounding;
    Money change;
    for (const Tender &tender : content.tenders) {
        rounding += tender.payment.rounding;
        change += tender.payment.change;
    }
    return {{u"incarnation"_s, fact.body.position.incarnation},
            {u"number"_s, fact.body.position.number},
            {u"rounding"_s, rounding.cents()},
            {u"change"_s, change.cents()}};
}

/// In training the last of training: a trainee never reprints a real one.
Result<Fact> lastSaleFact(const Workplace &workplace)
{
    TRY_LET(session, workplace.openSession());
    if (workplace.training) {
        TRY_LET(practised, TrainingOverlay{workplace}.lastSale());
        return practised ? Result<Fact>{*practised} : failure(ErrorCode::NotFound, u"no sale in training"_s);
    }
    const DossierStore dossiers{workplace.db()};
    TRY_LET(last, dossiers.lastSale(session.id));
    if (!last)
        return failure(ErrorCode::NotFound, u"no sale in this session"_s);
    TRY_LET(position, dossiers.position(*last));
    return workplace.journal().fact(position);
}

Result<> recordVisitors(Workplace &workplace, const VisitorsContent::Row &row)
{
    TRY_LET(session, workplace.openSession());
    TRY_LET(actor, Staff{workplace}.authorise(Right::Sell));
    VisitorsContent content;
    content.rows.push_back(row);
    FactDraft draft = workplace.draft(FactType::Visitors, EventLabel::None, actor, session);
    draft.content = toJson(content);
    TRY(workplace.journal().append(draft));
    return {};
}

Result<SaleOutcome> outcomeOf(const Fact &fact, const QJsonObject &answer)
{
    TRY_LET(content, saleContentFromJson(fact.content));
    SaleOutcome outcome;
    outcome.fact = fact.body.position;
    outcome.receipt = fact.body.document;
    outcome.dossierNumber = content.dossierNumber;
    outcome.order = fact.body.type == FactType::Order;
    outcome.rounding = Money::fromCents(answer[u"rounding"].toInteger());
    outcome.paid = Money::fromCents(answer[u"paid"].toInteger());
    outcome.change = Money::fromCents(answer[u"change"].toInteger());
    outcome.printJobs = strings(answer[u"jobs"]);
    for (const QJsonValue &product : answer[u"belowZero"].toArray())
        outcome.belowZero.push_back(
            {.title = LocalizedText::fromJson(product[u"title"].toObject()), .level = product[u"level"].toInteger()});
    outcome.content = std::move(content);
    return outcome;
}

} // namespace

Result<SaleOutcome> saleOutcome(Workplace &workplace, const QJsonObject &answer)
{
    const FactPosition position{
        .till = workplace.tillUid(), .incarnation = answer[u"incarnation"].toInteger(), .number = answer[u"number"].toInteger()};
    TRY_LET(fact, workplace.journal().fact(position));
    return outcomeOf(fact, answer);
}

Result<SaleOutcome> Checkout::validate(const CommandId &id, const ValidateRequest &request)
{
    std::optional<Fact> written; // now; none: it was done before
    const auto answer = m_workplace.once(id, [&]() -> Result<QJsonObject> {
        Validation validation{m_workplace, request};
        TRY_LET(done, validation.validate());
        written = validation.fact();
        return done;
    });
    if (!answer && answer.error().code == ErrorCode::NothingDue)
        TRY(dropSoldCart(m_workplace));
    TRY(answer);
    return written ? outcomeOf(*written, *answer) : saleOutcome(m_workplace, *answer);
}

Result<SaleOutcome> Checkout::quote(const CommandId &id, QDate until)
{
    TRY_LET(answer, m_workplace.once(id, [&] { return Validation(m_workplace, {}).quote(until); }));
    return saleOutcome(m_workplace, answer);
}

Result<SaleOutcome> Checkout::lastSale() const
{
    TRY_LET(fact, lastSaleFact(m_workplace));
    TRY_LET(content, saleContentFromJson(fact.content));
    return saleOutcome(m_workplace, answerOf(fact, content));
}

Result<> Checkout::recordOrigin(const CommandId &id, const QString &dossierNumber, const Origin &origin)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::Sell));
        TRY(checkOrigin(origin));
        if (origin.country.isEmpty())
            return failure(ErrorCode::InvalidInput, u"country: missing"_s, {u"country"_s, u"missing"_s});
        if (m_workplace.training)
            return {};
        const DossierStore dossiers{m_workplace.db()};
        TRY_LET(dossier, dossiers.find(dossierNumber, m_workplace.tillUid()));
        TRY_LET(position, dossiers.position(dossier));
        TRY_LET(fact, m_workplace.journal().fact(position));
        TRY_LET(content, saleContentFromJson(fact.content));
        const VisitorsContent::Row row{.origin = origin, .persons = personsOf(content)};
        if (row.persons == 0)
            return {};
        TRY(tellOrigin(m_workplace, fact, content));
        return content.customer.isEmpty() ? recordVisitors(m_workplace, row) : keepVisitorsForZ(m_workplace, row);
    });
}

} // namespace guichet
