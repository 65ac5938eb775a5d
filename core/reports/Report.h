// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"

/// The X and the Z as values (CASH-3 to CASH-5, belgium.md §5). Built by ReportStore from the facts of one session; the Z is signed as it
/// stands.
namespace guichet {

struct NamedTotal
{
    QString key;
    LocalizedText title;
    int count = 0;
    Money amount;
    friend bool operator==(const NamedTotal &, const NamedTotal &) = default;
};

/// Payments of one method.
struct MethodTotal
{
    QString method;
    PaymentType type = PaymentType::Other;
    LocalizedText title;
    int count = 0;  ///< Payments received.
    Money received; ///< Positive movements, rounding, excess and tips included.
    Money change;   ///< Cash given back out of what was tendered (already left out of `received`).
    int refundCount = 0;
    Money refunded; ///< Negative.
    int correctionCount = 0;
    Money corrections;   ///< Signed: moved here by PAY-8, or away.
    Money correctionsTo; ///< Of these, what was moved here: ≥ 0 but for refunds. Not in a Z of before.
    Money rounding;      ///< Included in received and refunded.
    /// Cheques by face value, for the remittance slip (belgium.md §5.8): key in cents. Not in a Z of before.
    std::vector<NamedTotal> cheques = {};
    bool counted = false; ///< Whether somebody counted it at closing.
    Money countedAmount;
    Money total() const { return received + refunded + corrections; }
    Money correctionsFrom() const { return corrections - correctionsTo; }
    friend bool operator==(const MethodTotal &, const MethodTotal &) = default;
};

/// Turnover of one group, with what it is made of.
struct ItemTotal
{
    QString group;
    LocalizedText groupTitle;
    QString formula; ///< Empty for products.
    LocalizedText formulaTitle;
    QString item;
    LocalizedText title;
    qint64 quantity = 0;
    Money gross;
    Money discounts; ///< Negative.
    Money net;
    friend bool operator==(const ItemTotal &, const ItemTotal &) = default;
};

/// The VAT table: sales / advances received / advances used (negative) (decisions 1).
struct VatColumns
{
    VatRate rate;
    VatSplit sales; ///< Refunds included.
    VatSplit advancesReceived;
    VatSplit advancesUsed;
    friend bool operator==(const VatColumns &, const VatColumns &) = default;
};

/// What promotions, codes, gratuities and price changes made of the turnover of one VAT rate.
struct PriceChangesOfRate
{
    VatRate rate;
    Money reductions; ///< Negative.
    Money increases;
    friend bool operator==(const PriceChangesOfRate &, const PriceChangesOfRate &) = default;
};

struct UserTotal
{
    QString user;
    QDateTime first;
    QDateTime last;
    int sales = 0;
    Money total;
    Money payments;
    friend bool operator==(const UserTotal &, const UserTotal &) = default;
};

struct HourTotal
{
    int hour = 0;
    int sales = 0;
    Money total;
    std::vector<NamedTotal> visitors = {}; ///< By category: persons, those of refunds taken off. Not in a Z of before.
    friend bool operator==(const HourTotal &, const HourTotal &) = default;
};

struct SeriesRange
{
    QString series;
    qint64 first = 0;
    qint64 last = 0;
    friend bool operator==(const SeriesRange &, const SeriesRange &) = default;
};

/// The cash section: float + in + change-free cash − out − drop = expected.
struct CashSection
{
    Money openingFloat;
    Money openingDifference;
    Money sales;       ///< Net cash of payments: received − change, rounding included.
    Money refunds;     ///< Negative.
    Money corrections; ///< Signed.
    Money in;
    Money out;   ///< Negative.
    Money drops; ///< Negative.
    std::vector<NamedTotal> inByReason = {};
    std::vector<NamedTotal> outByReason = {};   ///< Negative.
    std::vector<NamedTotal> dropsByReason = {}; ///< Negative. None of the three in a Z of before.
    bool counted = false;
    bool blind = false;
    CashCount count;
    Money countedAmount;
    Money nextFloat;
    Money bankDrop; ///< What goes to the bank at closing: counted − next float.
    Money expected() const { return openingFloat + sales + refunds + corrections + in + out + drops; }
    /// The first float of a till, or one after a drawer that was emptied: the whole of it is its own, no surplus (CASH-1).
    bool opensFromNothing() const { return openingDifference == openingFloat; }
    Money difference() const { return counted ? countedAmount - expected() : Money{}; }
    friend bool operator==(const CashSection &, const CashSection &) = default;
};

/// What a card terminal says it took since its last end of day, beside what the till knows that it took there (belgium.md §5.8).
struct TerminalComparison
{
    QString terminal;             ///< PaymentTerminal::name().
    bool answered = false;        ///< It gave its totals; else nothing can be compared.
    bool dayEnded = false;        ///< It ended its day with them.
    std::vector<NamedTotal> rows; ///< By brand, refunds taken off.
    int tillCount = 0;            ///< Approved in this session, refunds too.
    Money tillAmount;
    int terminalCount() const;
    Money terminalAmount() const;
    Money difference() const { return answered ? terminalAmount() - tillAmount : Money{}; }
    friend bool operator==(const TerminalComparison &, const TerminalComparison &) = default;
};

/// What is open and stays open when the till closes: listed, never refused.
struct OpenItem
{
    enum class Kind { Cart, ParkedCart, Intent, PrintJob, UnpaidDossier };
    Kind kind = Kind::Cart;
    QString title; ///< Number, name or id; print jobs: how many. No person.
    Money amount;
    friend bool operator==(const OpenItem &, const OpenItem &) = default;
};

/// How a Z is called: 7, from the second incarnation of the till on 2-7, since its numbers begin again at 1 (decisions 13).
struct ZNumber
{
    qint64 number = 0;
    qint64 incarnation = 1;
    QString toString() const;
    static std::optional<ZNumber> fromString(const QString &text);
    friend bool operator==(const ZNumber &, const ZNumber &) = default;
};

struct Report
{
    enum class Kind { X, Z };
    Kind kind = Kind::X;
    qint64 number = 0;      ///< Of the Z; of the X, numbered apart.
    qint64 incarnation = 1; ///< Of the till when it was made.
    QString tillKey;
    LocalizedText tillName;
    QDate businessDate;
    Id<TillSession> session;
    QDateTime openedAt;
    QString openedBy;
    QDateTime closedAt; ///< X: when it was made.
    QString closedBy;
    bool lateClosing = false;
    QDateTime firstSaleAt;
    QDateTime lastSaleAt;
    std::vector<SeriesRange> series; ///< First and last number of each document series.
    /// By label of belgium.md §5.3: facts, and what the documents and movements among them come to. Not in a Z of before.
    std::vector<NamedTotal> events = {};

    int saleCount = 0;
    Money gross; ///< Turnover before changes of price, gift value left out.
    std::vector<NamedTotal> promotions;
    std::vector<NamedTotal> promoCodes;
    std::vector<NamedTotal> complimentary;              ///< By reason: units and value (negative).
    std::vector<NamedTotal> priceChanges;               ///< By reason, reductions and increases apart.
    std::vector<PriceChangesOfRate> priceChangesByRate; ///< All four kinds (belgium.md §5.9). Not in a Z of before.
    int refundCount = 0;
    Money refunds; ///< Negative; turnover given back.
    std::vector<NamedTotal> refundsByReason;
    int cancellationCount = 0;
    Money cancellations;
    int abandonedCount = 0; ///< Carts that were emptied: no fact, counted by the till. None in a Z of before.
    Money abandoned;
    Money net; ///< Turnover including VAT, refunds taken off.
    std::vector<VatColumns> vat;
    std::vector<ItemTotal> items;
    std::vector<NamedTotal> visitors; ///< By category: persons.
    std::vector<NamedTotal> origins;  ///< By country and postcode: persons; *non demandé* has an empty key.

    std::vector<MethodTotal> methods;
    int roundingCount = 0;
    Money roundingUp;   ///< ≥ 0
    Money roundingDown; ///< ≤ 0
    Money excess;       ///< *Excédent non rendu*.
    Money tips;
    int giftSoldCount = 0;
    Money giftSold; ///< Value sold and recharged: not turnover (PAY-9).
    int giftRechargedCount = 0;
    Money giftRecharged;                       ///< Of the value sold. Not in a Z of before.
    std::vector<NamedTotal> giftByTender = {}; ///< By method what was paid for it; an empty key: by an advance or on credit.
    int giftUsedCount = 0;
    Money giftUsed; ///< Redeemed on this till.
    Money giftExpired;
    Money giftLiabilityBefore;
    Money giftLiabilityAfter;
    Money advancesReceived;
    Money advancesUsed;       ///< Negative.
    Money receivablesCreated; ///< Customer credit: *paiements à venir* of visits consumed.
    Money receivablesPaid;
    Money duePayments;     ///< Still due on confirmed dossiers of this session.
    Money pendingPayments; ///< Certain payments without a sale yet (X only: the Z turns them into advances).

    CashSection cash;
    std::vector<TerminalComparison> terminals = {}; ///< Those with a link to the till. Not in a Z of before.
    int manualResolutions = 0;                      ///< Doubtful payments decided by a person.
    std::vector<NamedTotal> drawerOpenings;         ///< Without sale, by reason.
    int copies = 0;
    int trainingTickets = 0;
    int quotes = 0;
    int quotesConverted = 0; ///< Ordered or sold in this session.
    std::vector<UserTotal> users;
    std::vector<HourTotal> hours;
    std::vector<OpenItem> openItems;
    GrandTotals grandTotals; ///< Perpetual.
    Money monthToDate;
    Money yearToDate;
    qint64 factFrom = 0;
    qint64 factTo = 0;
    QString headHash;       ///< First 16 hex digits.
    QString keyFingerprint; ///< First 16 hex digits.
    QString softwareVersion;

    ZNumber zNumber() const { return {number, incarnation}; }

    /// The identity of a day (decisions 2): turnover + value sold + advances received + receivables paid + excess + tips + rounding.
    Money identityLeft() const;
    /// All tenders: payments received and refunded, advances used (as a positive tender), customer credit.
    Money identityRight() const;
    friend bool operator==(const Report &, const Report &) = default;
};

QJsonObject reportToJson(const Report &report);
Result<Report> reportFromJson(const QJsonObject &object);

} // namespace guichet
