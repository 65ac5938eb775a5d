// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/pricing/Pricing.h"
#include "core/stock/StockMovement.h"
#include "core/till/CashCount.h"

/// The contents of facts: ids, keys, catalogue titles and figures only, never a person or free text (decisions 11). Each holds every title,
/// price and rate that it needs: a replay reads no document. `…FromJson` refuses what toJson would not write.
namespace guichet {

/// A line as sold. Titles in French and in the customer's language.
struct SaleLine
{
    PricedLine priced;
    int freeUnits = 0;
    QString freeReason;
    QString forceReason = {};   ///< Sold past capacity or cut-off (SELL-4); empty: not.
    QString forceApprover = {}; ///< Key of the manager who approved that; empty: no approval was needed.
    int refundedUnits = 0;      ///< Only in projections: facts write 0.
    friend bool operator==(const SaleLine &, const SaleLine &) = default;
};

/// How a sale was settled. Payments are cited, never summed again (decisions 3).
struct Tender
{
    enum class Kind { Payment, AdvanceUsed, CustomerCredit };
    Kind kind = Kind::Payment;
    Payment payment; ///< Kind Payment: the fact it cites. Otherwise id and amount alone.
    friend bool operator==(const Tender &, const Tender &) = default;
};

/// Anonymous origin of visitors (SELL-8, decisions 21).
struct Origin
{
    QString country; ///< Empty: *non demandé*.
    QString postcode;
    QString province;
    friend bool operator==(const Origin &, const Origin &) = default;
};

/// Content of Sale, Order and Quote. Order and Quote have no turnover: their VAT table is only informative.
struct SaleContent
{
    Id<Dossier> dossier;
    QString dossierNumber;
    QString customer; ///< Key of the customer document; empty: anonymous.
    Language language = Language::French;
    std::vector<SaleLine> lines;
    QString promoCode; ///< Key of the code that was used; empty: none.
    QString promoReference;
    Money gross;
    std::vector<NamedDiscount> discounts;
    Money total; ///< Including gift value.
    Money giftValue;
    std::vector<VatAmount> vat;
    std::vector<Tender> tenders; ///< Sale only.
    bool roundsAll = false;      ///< Sale to a consumer while every means of payment was rounded (belgium.md §1, row 14).
    Origin origin;
    QDate dueOn;                     ///< Order: payment due. Quote: valid until.
    Money deposit;                   ///< Order: asked as deposit.
    QString structuredCommunication; ///< Order by transfer: 12 digits.
    Id<Dossier> settles;             ///< Sale that settles an order: that dossier (the same id); null: direct sale.
    friend bool operator==(const SaleContent &, const SaleContent &) = default;
};

/// Content of Payment. Purpose Advance: `vat` is the share per rate (decisions 1).
struct PaymentContent
{
    Payment payment;
    PaymentPurpose purpose = PaymentPurpose::Sale;
    QString dossierNumber;
    std::vector<VatAmount> vat;
    friend bool operator==(const PaymentContent &, const PaymentContent &) = default;
};

/// Content of Advance: certain payments that became an advance of their dossier.
struct AdvanceContent
{
    Id<Dossier> dossier;
    QString dossierNumber;
    std::vector<Id<Payment>> payments;
    Money amount;
    std::vector<VatAmount> vat;
    friend bool operator==(const AdvanceContent &, const AdvanceContent &) = default;
};

struct IntentContent
{
    PaymentIntent intent; ///< In its new state.
    friend bool operator==(const IntentContent &, const IntentContent &) = default;
};

/// Units taken back from one line.
struct RefundedLine
{
    Id<CartLine> line;
    int units = 0;
    Money amount; ///< Positive: what is given back for them.
    friend bool operator==(const RefundedLine &, const RefundedLine &) = default;
};

/// Content of Refund: differences (decisions 4). Totals and VAT are negative; payments negative.
struct RefundContent
{
    Id<Dossier> dossier;
    QString dossierNumber;
    FactPosition sale; ///< The Sale that it takes back from.
    QString reason;    ///< Key of the Reason.
    std::vector<RefundedLine> lines;
    std::vector<SaleLine> takenBack;      ///< The same lines with titles and negative quantities and amounts, for the paper and statistics.
    std::vector<NamedDiscount> discounts; ///< Discount share given back, signed.
    Money gross;
    Money total; ///< ≤ 0.
    std::vector<VatAmount> vat;
    std::vector<Payment> payments;
    Money creditReduced; ///< Positive: what the customer still owed and no longer owes; the rest is in payments.
    bool restock = true;
    friend bool operator==(const RefundContent &, const RefundContent &) = default;
};

struct CancelContent
{
    Id<Dossier> dossier;
    QString dossierNumber;
    QString reason;
    friend bool operator==(const CancelContent &, const CancelContent &) = default;
};

struct CheckInContent
{
    Id<Dossier> dossier;
    Id<CartLine> line;
    int units = 0;
    int unit = 0; ///< The ticket that was shown, 1-based; 0: any of the line.
    friend bool operator==(const CheckInContent &, const CheckInContent &) = default;
};

/// Content of PaymentCorrected (PAY-8): amounts and rounding move together, unchanged.
struct CorrectionContent
{
    Id<Dossier> dossier;
    Id<Payment> payment;
    QString fromMethod;
    PaymentType fromType = PaymentType::Other;
    QString toMethod;
    PaymentType toType = PaymentType::Other;
    LocalizedText toTitle;
    Money amount;
    Money rounding;
    friend bool operator==(const CorrectionContent &, const CorrectionContent &) = default;
};

/// Content of GiftIssued, GiftRecharged, GiftUsed, GiftRefunded, GiftBlocked, GiftExpired.
struct GiftContent
{
    QString code;
    GiftKind kind = GiftKind::Card;
    Money amount;        ///< Signed: what it adds to the balance.
    Id<Dossier> dossier; ///< Null for block and expiry.
    QDate expiresOn;     ///< Issue and recharge; null: never, or as before.
    QString reason;
    friend bool operator==(const GiftContent &, const GiftContent &) = default;
};

struct StockContent
{
    std::vector<StockMovement> movements;
    friend bool operator==(const StockContent &, const StockContent &) = default;
};

struct VisitorsContent
{
    struct Row
    {
        Origin origin;
        int persons = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    std::vector<Row> rows;
    friend bool operator==(const VisitorsContent &, const VisitorsContent &) = default;
};

struct SessionOpenedContent
{
    Id<TillSession> session;
    Money expectedFloat;
    Money countedFloat;
    CashCount count; ///< Empty: the amount was typed.
    Money difference() const { return countedFloat - expectedFloat; }
    friend bool operator==(const SessionOpenedContent &, const SessionOpenedContent &) = default;
};

enum class CashMovementKind { In, Out, Drop };
struct CashMovedContent
{
    CashMovementKind kind = CashMovementKind::In;
    Money amount; ///< Positive.
    QString reason;
    friend bool operator==(const CashMovedContent &, const CashMovedContent &) = default;
};

struct DrawerOpenedContent
{
    QString reason;
    friend bool operator==(const DrawerOpenedContent &, const DrawerOpenedContent &) = default;
};

/// A reprint or a second copy (FIS-2): which document, and its how-many-th copy it is.
struct CopyContent
{
    DocumentNumber document;
    int copy = 1;
    friend bool operator==(const CopyContent &, const CopyContent &) = default;
};

struct TechnicalContent
{
    TechnicalEvent event = TechnicalEvent::Start;
    QJsonObject details; ///< Integers and strings; no person.
    friend bool operator==(const TechnicalContent &, const TechnicalContent &) = default;
};

// X and Z: the whole Report as JSON (core/reports/Report.h, reportToJson).

QJsonObject toJson(const SaleContent &);
QJsonObject toJson(const PaymentContent &);
QJsonObject toJson(const AdvanceContent &);
QJsonObject toJson(const IntentContent &);
QJsonObject toJson(const CardDetails &);
QJsonObject toJson(const RefundContent &);
QJsonObject toJson(const CancelContent &);
QJsonObject toJson(const CheckInContent &);
QJsonObject toJson(const CorrectionContent &);
QJsonObject toJson(const GiftContent &);
QJsonObject toJson(const StockContent &);
QJsonObject toJson(const VisitorsContent &);
QJsonObject toJson(const SessionOpenedContent &);
QJsonObject toJson(const CashMovedContent &);
QJsonObject toJson(const DrawerOpenedContent &);
QJsonObject toJson(const CopyContent &);
QJsonObject toJson(const TechnicalContent &);

Result<SaleContent> saleContentFromJson(const QJsonObject &);
Result<PaymentContent> paymentContentFromJson(const QJsonObject &);
Result<AdvanceContent> advanceContentFromJson(const QJsonObject &);
Result<IntentContent> intentContentFromJson(const QJsonObject &);
Result<CardDetails> cardDetailsFromJson(const QJsonObject &);
Result<RefundContent> refundContentFromJson(const QJsonObject &);
Result<CancelContent> cancelContentFromJson(const QJsonObject &);
Result<CheckInContent> checkInContentFromJson(const QJsonObject &);
Result<CorrectionContent> correctionContentFromJson(const QJsonObject &);
Result<GiftContent> giftContentFromJson(const QJsonObject &);
Result<StockContent> stockContentFromJson(const QJsonObject &);
Result<VisitorsContent> visitorsContentFromJson(const QJsonObject &);
Result<SessionOpenedContent> sessionOpenedContentFromJson(const QJsonObject &);
Result<CashMovedContent> cashMovedContentFromJson(const QJsonObject &);
Result<DrawerOpenedContent> drawerOpenedContentFromJson(const QJsonObject &);
Result<CopyContent> copyContentFromJson(const QJsonObject &);
Result<TechnicalContent> technicalContentFromJson(const QJsonObject &);

} // namespace guichet
