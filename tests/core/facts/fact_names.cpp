// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/Fact.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("the names of facts are signed for ever")
{
    const QStringList names{u"SALE"_s,
                            u"ORDER"_s,
                            u"QUOTE"_s,
                            u"PAYMENT"_s,
                            u"INTENT_PERSISTED"_s,
                            u"INTENT_SENT"_s,
                            u"INTENT_RESOLVED"_s,
                            u"ADVANCE"_s,
                            u"REFUND"_s,
                            u"DOSSIER_CANCELLED"_s,
                            u"CHECK_IN"_s,
                            u"PAYMENT_CORRECTED"_s,
                            u"GIFT_ISSUED"_s,
                            u"GIFT_RECHARGED"_s,
                            u"GIFT_USED"_s,
                            u"GIFT_REFUNDED"_s,
                            u"GIFT_BLOCKED"_s,
                            u"GIFT_EXPIRED"_s,
                            u"STOCK_MOVED"_s,
                            u"VISITORS"_s,
                            u"SESSION_OPENED"_s,
                            u"CASH_MOVED"_s,
                            u"DRAWER_OPENED"_s,
                            u"X_REPORT"_s,
                            u"Z_REPORT"_s,
                            u"COUNT_COMPLETED"_s,
                            u"COPY"_s,
                            u"TECHNICAL"_s};
    for (qsizetype i = 0; i < names.size(); ++i) {
        CHECK(factTypeName(static_cast<FactType>(i)) == names[i]);
        CHECK(factTypeFromName(names[i]) == static_cast<FactType>(i));
    }
    CHECK(names.size() == static_cast<qsizetype>(FactType::Technical) + 1);
    CHECK(factTypeName(FactType::CountCompleted) == u"COUNT_COMPLETED"_s);
    CHECK(factTypeFromName(u"sale"_s) == std::nullopt);
    CHECK(factTypeFromName({}) == std::nullopt);
}

TEST_CASE("the labels are the alphabet of the FDM, empty where it has none")
{
    CHECK(eventLabelName(EventLabel::None).isEmpty());
    CHECK(eventLabelFromName({}) == EventLabel::None);
    QString alphabet;
    for (int label = static_cast<int>(EventLabel::N); label <= static_cast<int>(EventLabel::T); ++label) {
        alphabet += eventLabelName(static_cast<EventLabel>(label));
        CHECK(eventLabelFromName(eventLabelName(static_cast<EventLabel>(label))) == static_cast<EventLabel>(label));
    }
    CHECK(alphabet == u"NPFSIRCT"_s);
    CHECK(eventLabelFromName(u"X"_s) == std::nullopt);
}

TEST_CASE("technical events have stable names and the codes of the JET list")
{
    for (int event = 0; event <= static_cast<int>(TechnicalEvent::CustomerErased); ++event)
        CHECK(technicalEventFromName(technicalEventName(static_cast<TechnicalEvent>(event))) == static_cast<TechnicalEvent>(event));
    CHECK(technicalEventName(TechnicalEvent::IntegrityDefect) == u"INTEGRITY_DEFECT"_s);
    CHECK(technicalEventName(TechnicalEvent::PrintFailed) == u"PRINT_FAILED"_s);
    CHECK(technicalEventName(TechnicalEvent::PrintedAgain) == u"PRINTED_AGAIN"_s);
    CHECK(technicalEventName(TechnicalEvent::SignedLate) == u"SIGNED_LATE"_s);
    CHECK(technicalEventName(TechnicalEvent::CustomerErased) == u"CUSTOMER_ERASED"_s);
    CHECK(jetCode(TechnicalEvent::Stop) == 40);
    CHECK(jetCode(TechnicalEvent::Start) == 80);
    CHECK(jetCode(TechnicalEvent::IntegrityDefect) == 90);
    CHECK(jetCode(TechnicalEvent::Export) == 110);
    CHECK(jetCode(TechnicalEvent::RightsChanged) == 130);
    CHECK(jetCode(TechnicalEvent::VersionChanged) == 250);
    CHECK(jetCode(TechnicalEvent::Backup) == 0);
}
