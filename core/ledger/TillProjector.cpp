// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/TillProjector.h"

#include "core/ledger/DossierStore.h"
#include "core/ledger/FoundFacts.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/SessionStore.h"
#include "core/ledger/StockStore.h"
#include "core/ledger/ZStore.h"

namespace guichet {

using namespace Qt::StringLiterals;

Result<> TillProjector::apply(Database &db, const Fact &fact)
{
    TRY_LET(found, isFound(db, fact.body.position));
    return found ? applyFound(db, fact) : applyUsual(db, fact);
}

/// The session goes on elsewhere: what opens, counts or closes one says nothing here.
Result<> TillProjector::applyFound(Database &db, Fact fact)
{
    switch (fact.body.type) {
    case FactType::SessionOpened:
    case FactType::XReport:
    case FactType::ZReport:
    case FactType::CountCompleted: return {};
    default: fact.body.session = {}; return applyUsual(db, fact);
    }
}

Result<> TillProjector::applyUsual(Database &db, const Fact &fact)
{
    if (fact.body.label == EventLabel::T)
        return SessionStore{db}.trained(fact);
    switch (fact.body.type) {
    case FactType::Sale: return DossierStore{db}.sale(fact);
    case FactType::Order: return DossierStore{db}.order(fact);
    case FactType::Quote: return DossierStore{db}.quote(fact);
    case FactType::Refund: return DossierStore{db}.refund(fact);
    case FactType::DossierCancelled: return DossierStore{db}.cancelled(fact);
    case FactType::CheckIn: return DossierStore{db}.checkedIn(fact);
    case FactType::Payment: return PaymentStore{db}.paid(fact);
    case FactType::Advance: return PaymentStore{db}.advanced(fact);
    case FactType::PaymentCorrected: return PaymentStore{db}.corrected(fact);
    case FactType::IntentPersisted:
    case FactType::IntentSent:
    case FactType::IntentResolved: return PaymentStore{db}.intentMoved(fact);
    case FactType::GiftIssued:
    case FactType::GiftRecharged:
    case FactType::GiftUsed:
    case FactType::GiftRefunded:
    case FactType::GiftBlocked:
    case FactType::GiftExpired: return GiftStore{db}.moved(fact);
    case FactType::StockMoved: return StockStore{db}.moved(fact);
    case FactType::Visitors: return SessionStore{db}.visitorsCounted(fact);
    case FactType::SessionOpened: return SessionStore{db}.opened(fact);
    case FactType::CashMoved: return SessionStore{db}.cashMoved(fact);
    case FactType::DrawerOpened: return SessionStore{db}.drawerOpened(fact);
    case FactType::XReport:
    case FactType::ZReport: return ZStore{db}.recorded(fact);
    case FactType::CountCompleted: return ZStore{db}.countCompleted(fact);
    case FactType::Copy: return SessionStore{db}.copied(fact);
    case FactType::Technical: return SessionStore{db}.happened(fact);
    }
    return failure(ErrorCode::Internal, u"a fact of no known type"_s);
}

QStringList TillProjector::projectionTables() const
{
    return {u"session"_s,
            u"report"_s,
            u"count_completed"_s,
            u"cash_movement"_s,
            u"drawer_opening"_s,
            u"copy"_s,
            u"visitors"_s,
            u"training"_s,
            u"technical_event"_s,
            u"dossier"_s,
            u"receipt"_s,
            u"sale_line"_s,
            u"price_change"_s,
            u"vat_line"_s,
            u"advance_vat"_s,
            u"payment"_s,
            u"payment_correction"_s,
            u"advance"_s,
            u"payment_intent"_s,
            u"check_in"_s,
            u"gift"_s,
            u"gift_movement"_s,
            u"running_total"_s,
            u"code_use"_s,
            u"visit_use"_s,
            u"stock_level"_s,
            u"stock_movement"_s,
            u"day_turnover"_s};
}

} // namespace guichet
