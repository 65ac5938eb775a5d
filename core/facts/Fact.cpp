// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/Fact.h"

#include "core/base/EnumNames.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr EnumNames<FactType, 28> factTypes{{"SALE"_L1,
                                             "ORDER"_L1,
                                             "QUOTE"_L1,
                                             "PAYMENT"_L1,
                                             "INTENT_PERSISTED"_L1,
                                             "INTENT_SENT"_L1,
                                             "INTENT_RESOLVED"_L1,
                                             "ADVANCE"_L1,
                                             "REFUND"_L1,
                                             "DOSSIER_CANCELLED"_L1,
                                             "CHECK_IN"_L1,
                                             "PAYMENT_CORRECTED"_L1,
                                             "GIFT_ISSUED"_L1,
                                             "GIFT_RECHARGED"_L1,
                                             "GIFT_USED"_L1,
                                             "GIFT_REFUNDED"_L1,
                                             "GIFT_BLOCKED"_L1,
                                             "GIFT_EXPIRED"_L1,
                                             "STOCK_MOVED"_L1,
                                             "VISITORS"_L1,
                                             "SESSION_OPENED"_L1,
                                             "CASH_MOVED"_L1,
                                             "DRAWER_OPENED"_L1,
                                             "X_REPORT"_L1,
                                             "Z_REPORT"_L1,
                                             "COUNT_COMPLETED"_L1,
                                             "COPY"_L1,
                                             "TECHNICAL"_L1}};
constexpr EnumNames<EventLabel, 9> eventLabels{{""_L1, "N"_L1, "P"_L1, "F"_L1, "S"_L1, "I"_L1, "R"_L1, "C"_L1, "T"_L1}};
constexpr EnumNames<TechnicalEvent, 19> technicalEvents{
    {"START"_L1, "STOP"_L1, "CLOCK_JUMP"_L1, "INTEGRITY_DEFECT"_L1, "EXPORT"_L1, "BACKUP"_L1, "RESTORE"_L1, "RIGHTS_CHANGED"_L1,
     "SETTINGS_CHANGED"_L1, "VERSION_CHANGED"_L1, "TRAINING_ENTERED"_L1, "TRAINING_LEFT"_L1, "KEY_CREATED"_L1, "KEY_CHANGED"_L1,
     "LATE_CLOSING"_L1, "PRINT_FAILED"_L1, "PRINTED_AGAIN"_L1, "SIGNED_LATE"_L1, "CUSTOMER_ERASED"_L1}};

} // namespace

QString factTypeName(FactType type)
{
    return factTypes.nameOf(type);
}

std::optional<FactType> factTypeFromName(const QString &name)
{
    return factTypes.valueOf(name);
}

QString eventLabelName(EventLabel label)
{
    return eventLabels.nameOf(label);
}

std::optional<EventLabel> eventLabelFromName(const QString &name)
{
    return eventLabels.valueOf(name);
}

QString technicalEventName(TechnicalEvent event)
{
    return technicalEvents.nameOf(event);
}

std::optional<TechnicalEvent> technicalEventFromName(const QString &name)
{
    return technicalEvents.valueOf(name);
}

int jetCode(TechnicalEvent event)
{
    switch (event) {
    case TechnicalEvent::Stop: return 40;
    case TechnicalEvent::Start: return 80;
    case TechnicalEvent::IntegrityDefect: return 90;
    case TechnicalEvent::Export: return 110;
    case TechnicalEvent::RightsChanged: return 130;
    case TechnicalEvent::VersionChanged: return 250;
    case TechnicalEvent::SettingsChanged: return 270;
    case TechnicalEvent::ClockJump:
    case TechnicalEvent::Backup:
    case TechnicalEvent::Restore:
    case TechnicalEvent::TrainingEntered:
    case TechnicalEvent::TrainingLeft:
    case TechnicalEvent::KeyCreated:
    case TechnicalEvent::KeyChanged:
    case TechnicalEvent::LateClosing:
    case TechnicalEvent::PrintFailed:
    case TechnicalEvent::PrintedAgain:
    case TechnicalEvent::SignedLate:
    case TechnicalEvent::CustomerErased: return 0;
    }
    Q_UNREACHABLE();
}

} // namespace guichet
