// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Id.h"
#include "core/money/Vat.h"
#include "core/payment/Payment.h"
#include "core/people/User.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace guichet {

struct TillSession;

/// Everything that can happen at a till. The names (factTypeName) are signed for ever.
enum class FactType {
    Sale,
    Order,
    Quote,
    Payment,
    IntentPersisted,
    IntentSent,
    IntentResolved,
    Advance,
    Refund,
    DossierCancelled,
    CheckIn,
    PaymentCorrected,
    GiftIssued,
    GiftRecharged,
    GiftUsed,
    GiftRefunded,
    GiftBlocked,
    GiftExpired,
    StockMoved,
    Visitors,
    SessionOpened,
    CashMoved,
    DrawerOpened,
    XReport,
    ZReport,
    CountCompleted,
    Copy,
    Technical
};

/// Event labels of the FDM (belgium.md §3.3); None where the FDM has none (decisions 10).
enum class EventLabel { None, N, P, F, S, I, R, C, T };

QString factTypeName(FactType type); ///< SALE, ORDER, PAYMENT, INTENT_SENT …
std::optional<FactType> factTypeFromName(const QString &name);
QString eventLabelName(EventLabel label); ///< "" for None.
std::optional<EventLabel> eventLabelFromName(const QString &name);

/// The JET-style technical events (belgium.md §4.1), as `event` in the content of a Technical fact.
enum class TechnicalEvent {
    Start,
    Stop,
    ClockJump,
    IntegrityDefect,
    Export,
    Backup,
    Restore,
    RightsChanged,
    SettingsChanged,
    VersionChanged,
    TrainingEntered,
    TrainingLeft,
    KeyCreated,
    KeyChanged,
    LateClosing,
    PrintFailed,
    PrintedAgain,  ///< A person had a paper printed again of which nobody knew whether it had come out.
    SignedLate,    ///< Facts that had waited for the key were signed (decisions 14): which ones, so that nobody adds any unseen.
    CustomerErased ///< Somebody asked to be forgotten (FIS-4): the key that names nobody any more.
};
QString technicalEventName(TechnicalEvent event);
std::optional<TechnicalEvent> technicalEventFromName(const QString &name);
/// Its code in the French JET list (NF525, belgium.md §4.1); 0 where that list has none.
int jetCode(TechnicalEvent event);

/// Perpetual totals since the first fact of the till, in cents: net, and the sum of absolute amounts (belgium.md §4.2). Training is
/// outside.
struct GrandTotals
{
    Money net;
    Money absolute;
    friend bool operator==(const GrandTotals &, const GrandTotals &) = default;
};

/// One payment as the signed body lists it.
struct BodyPayment
{
    QString method;
    PaymentType type = PaymentType::Other;
    Money amount;
    Money rounding;
    friend bool operator==(const BodyPayment &, const BodyPayment &) = default;
};

/// A number in a gapless series: `R` receipts, `Z`, `Q` quotes, `I` invoices, `F` training. Empty series: the fact is no document.
struct DocumentNumber
{
    QString series;
    qint64 number = 0;
    bool isNull() const { return series.isEmpty(); }
    friend bool operator==(const DocumentNumber &, const DocumentNumber &) = default;
};

/// Where a fact stands: till uid, incarnation, number from 1 without gap (decisions 13).
struct FactPosition
{
    QString till;
    qint64 incarnation = 1;
    qint64 number = 0;
    friend bool operator==(const FactPosition &, const FactPosition &) = default;
};

/// What is hashed and signed: canonical JSON of integers and strings (belgium.md §4.2).
struct FactBody
{
    int version = 1;
    FactPosition position;
    qint64 hlc =
        0;        ///< Hybrid logical clock: milliseconds since 1970 × 65536 + counter (decisions 12); < 2^63, written as a decimal string.
    QDateTime at; ///< Local time with offset.
    QDate businessDate;
    Id<TillSession> session; ///< Null outside a session.
    FactType type = FactType::Technical;
    EventLabel label = EventLabel::None;
    DocumentNumber document;
    Actor actor; ///< Keys only: the role is not written.
    QString softwareVersion;
    GrandTotals totals; ///< After this fact.
    std::vector<VatAmount> vat;
    std::vector<BodyPayment> payments;
    std::optional<FactPosition> reference; ///< The original, for refunds, copies, corrections.
    QByteArray contentHash;                ///< SHA-256 of the canonical content, 32 bytes.
    QByteArray previousHash;               ///< Of the fact before; of the genesis for number 1.
    friend bool operator==(const FactBody &, const FactBody &) = default;
};

/// A fact as stored and exchanged: whole (decisions 12).
struct Fact
{
    FactBody body;
    QJsonObject content;
    QByteArray hash;      ///< SHA-256 of the canonical body, 32 bytes.
    QByteArray signature; ///< Ed25519 over the 32 bytes of hash; empty: *signature en attente* (decisions 14).
};

QJsonObject toJson(const FactBody &body);
Result<FactBody> factBodyFromJson(const QJsonObject &object);

} // namespace guichet
