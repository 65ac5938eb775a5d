// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"
#include "core/money/Money.h"
#include "core/money/Vat.h"

#include <QDate>
#include <QMap>
#include <QString>
#include <QTime>
#include <optional>
#include <vector>

/// The catalogue as plain values (CAT-1 to CAT-5). Things are named by their key, stable across languages. Dates are inclusive, local to
/// Brussels.
namespace guichet {

enum class Audience { Individual, Group };
enum class Channel { Till, Online };

/// Days of the week, Monday first. All by default.
class Weekdays
{
public:
    constexpr Weekdays() = default;
    constexpr explicit Weekdays(unsigned bits) : m_bits{bits & 0x7FU} {}
    static constexpr Weekdays of(std::initializer_list<int> isoDays) ///< 1 = Monday … 7 = Sunday.
    {
        unsigned bits = 0;
        for (const int day : isoDays)
            bits |= 1U << (day - 1);
        return Weekdays{bits};
    }
    constexpr bool contains(int isoDay) const { return (m_bits >> (isoDay - 1)) & 1U; }
    constexpr unsigned bits() const { return m_bits; }
    friend constexpr bool operator==(const Weekdays &, const Weekdays &) = default;

private:
    unsigned m_bits = 0x7F;
};

/// A span of days; a null end is open.
struct DateRange
{
    QDate from;
    QDate to;
    bool contains(QDate date) const { return (from.isNull() || date >= from) && (to.isNull() || date <= to); }
    friend bool operator==(const DateRange &, const DateRange &) = default;
};

/// What is limited (*jauge*, decisions 22): people of a slot, boats over an interval, tickets of a day.
struct Pool
{
    enum class Unit { Person, Item };
    enum class Mode { Slot, Day, Interval };
    QString key;
    LocalizedText name;
    Unit unit = Unit::Person;
    Mode mode = Mode::Slot;
    int capacity = 0;
    int turnaroundMinutes = 0; ///< Added to the duration in mode Interval.
    friend bool operator==(const Pool &, const Pool &) = default;
};

/// `units` of a pool taken by each unit sold.
struct PoolUse
{
    QString pool;
    int units = 1;
    friend bool operator==(const PoolUse &, const PoolUse &) = default;
};

/// A ticket category: adulte, enfant, groupe (CAT-1).
struct Resource
{
    QString key;
    LocalizedText name;
    QString category;           ///< Statistics: adult, child, senior, student, disabled, group, teacher, press, free …
    std::optional<VatCode> vat; ///< None: the formula's.
    bool soldAtTill = true;
    bool soldOnline = true;
    int stockPerDay = 999;
    int persons = 1; ///< Visitors that one unit counts: a family ticket counts several (belgium.md §8.2).
    int minimumAge = 0;
    LocalizedText description;
    QString icon;
    int order = 0;
    friend bool operator==(const Resource &, const Resource &) = default;
};

/// An extra inside a formula (CAT-2).
struct Supplement
{
    QString key;
    LocalizedText name;
    std::optional<VatCode> vat;
    bool flatRate = false; ///< *Forfait*: one price for the whole dossier.
    bool soldAtTill = true;
    bool soldOnline = true;
    int stockPerDay = 999;
    LocalizedText description;
    QString icon;
    int order = 0;
    friend bool operator==(const Supplement &, const Supplement &) = default;
};

/// A price and when it applies. Of an item's rules the first that applies makes the price.
struct PriceRule
{
    Money price;
    QString season; ///< What explains it: `haute saison`; empty: the ordinary price.
    DateRange dates;
    Weekdays weekdays;
    std::optional<Audience> audience; ///< None: both.
    friend bool operator==(const PriceRule &, const PriceRule &) = default;
};

/// A resource or supplement inside a formula. Without a price rule it is not shown; 0,00 is a price.
struct OfferedItem
{
    QString key;
    std::vector<PriceRule> prices;
    int minimum = 0;                  ///< Of one dossier; 0: none.
    int maximum = 0;                  ///< 0: none.
    std::vector<PoolUse> pools;       ///< Beside the formula's own.
    bool quickKey = false;            ///< Shown as *+ Adulte* on the tile.
    std::optional<bool> discountable; ///< None: a resource is, a supplement is not (decisions 6).
    friend bool operator==(const OfferedItem &, const OfferedItem &) = default;
};

/// Where the night ends: a departure before this time belongs to the visit date before it, as does the business day (decisions 19).
inline constexpr QTime nightEnds = QTime::fromMSecsSinceStartOfDay(4 * 60 * 60 * 1000);

/// Times of departure: one time, or every n minutes between two times; a last before the first is after midnight.
struct SlotPattern
{
    QTime first;
    QTime last; ///< Null: only `first`.
    int everyMinutes = 0;
    DateRange dates;
    Weekdays weekdays;
    friend bool operator==(const SlotPattern &, const SlotPattern &) = default;
};

enum class FormulaKind { Activity, Rental, Event };
enum class CollectionMode { Prepaid, Deposit, Postpaid };

/// What is visited or rented (CAT-3).
struct Formula
{
    QString key;
    LocalizedText name;
    FormulaKind kind = FormulaKind::Activity;
    Audience audience = Audience::Individual;
    VatCode vat = VatCode::C;
    bool soldAtTill = true;
    bool soldOnline = true;
    QString group;
    int order = 0;
    int durationMinutes = 60;
    std::vector<OfferedItem> resources;
    std::vector<OfferedItem> supplements;
    DateRange published; ///< Days on which it is visible and sold.
    DateRange valid;     ///< Days that can be visited.
    Weekdays weekdays;
    std::vector<SlotPattern> slotPatterns; ///< Empty: the attraction's opening hours.
    std::vector<PoolUse> pools;            ///< Taken by each resource unit (persons × units).
    int minimumQuantity = 0;               ///< Resources of one dossier together; 0: none.
    int maximumQuantity = 0;
    int cutOffTillMinutes = -5; ///< Before departure; −5: until 5 minutes after (the grace of CAT-3).
    int cutOffOnlineMinutes = 60;
    CollectionMode collection = CollectionMode::Prepaid; ///< ACC-5.
    BasisPoints deposit;                                 ///< Part of its price that a payment to come asks at once; of Deposit only.
    int freePerPaying = 0;                               ///< *1 gratuit sur 15*: 15; 0: none. Shown on the tile.
    LocalizedText comprises;
    LocalizedText description;
    friend bool operator==(const Formula &, const Formula &) = default;
};

/// An ordered shelf on the screen (CAT-5).
struct Group
{
    enum class Kind { Formulas, Products };
    QString key;
    LocalizedText name;
    Kind kind = Kind::Formulas;
    QString colour = QStringLiteral("#5B6472"); ///< `#rrggbb`.
    QString icon;
    int order = 0;
    QStringList tills;       ///< Tills that show it; empty: all.
    bool restaurant = false; ///< Falls under decisions 9 (*SCE requise*).
    friend bool operator==(const Group &, const Group &) = default;
};

/// Opening hours of a period for one audience (ACC-4).
struct OpeningPeriod
{
    DateRange dates;
    Weekdays weekdays;
    QTime opens;
    QTime closes;
    std::optional<Audience> audience;
    friend bool operator==(const OpeningPeriod &, const OpeningPeriod &) = default;
};

/// When the attraction is open.
struct OpeningCalendar
{
    std::vector<OpeningPeriod> periods;
    QMap<QDate, QString> closures; ///< Exceptional closing, with its reason for the screen.
    friend bool operator==(const OpeningCalendar &, const OpeningCalendar &) = default;
};

/// A closure of formulas, resources or slots (DOS-7). Empty fields mean all.
struct StopSale
{
    QString key;
    DateRange dates;
    QString formula;
    QString resource;
    QTime slot;
    QString reason;
    friend bool operator==(const StopSale &, const StopSale &) = default;
};

/// Another capacity for one slot of a pool (DOS-7).
struct SlotCapacity
{
    QString pool;
    QDate date;
    QTime slot; ///< Null: the whole day.
    int capacity = 0;
    friend bool operator==(const SlotCapacity &, const SlotCapacity &) = default;
};

/// A reduced price that applies by itself (PRO-1).
struct Promotion
{
    enum class Kind { Classic, LastMinute, EarlyBird };
    QString key;
    LocalizedText name;
    Kind kind = Kind::Classic;
    int threshold = 0; ///< LastMinute: less than n hours before; EarlyBird: more than n days before.
    std::optional<BasisPoints> percent;
    Money amount; ///< Per unit, when there is no percent.
    DateRange visits;
    DateRange visible;
    Weekdays weekdays;
    int weekOfMonth = 0;  ///< 1: only the first such weekday of the month (*premier dimanche*); 0: every week.
    QStringList formulas; ///< Empty: all.
    friend bool operator==(const Promotion &, const Promotion &) = default;
};

/// A reduction that is asked for (PRO-2). One per cart.
struct PromoCode
{
    QString key;
    LocalizedText name;
    QString code; ///< As printed; compared by normalisedCode().
    std::optional<BasisPoints> percent;
    Money amount;                    ///< Once per cart, when there is neither percent nor fixedPrice.
    std::optional<Money> fixedPrice; ///< Per unit: Article 27 at 1,25 €.
    int uses = 0;                    ///< Over all tills; 0: unlimited.
    int unitsPerUse = 0;             ///< At most so many units of a cart get it; 0: all.
    DateRange valid;
    DateRange visits;
    QStringList formulas;  ///< Empty together with products and productGroups: everything.
    QStringList resources; ///< Of those formulas; empty: all.
    QStringList products;
    QStringList productGroups;
    bool cumulative = false;     ///< Adds up with promotions (PRO-3).
    bool needsReference = false; ///< Number of the pass or voucher is asked for.
    friend bool operator==(const PromoCode &, const PromoCode &) = default;
};

/// Payment types of the FDM (belgium.md §3.3).
enum class PaymentType {
    Cash,
    CardDebit,
    CardCredit,
    CardOther,
    ChequeMeal,
    ChequeOther,
    App,
    Online,
    CustomerCredit,
    VoucherStore,
    VoucherOther,
    Transfer,
    Other
};
QString paymentTypeName(PaymentType type); ///< FDM spelling: CARD_DEBIT.
std::optional<PaymentType> paymentTypeFromName(const QString &name);

enum class GiftKind { Voucher, Card }; ///< One amount used once / a balance.

/// How a customer can pay (PAY-2).
struct PaymentMethod
{
    QString key; ///< cash, bancontact, card, virtual_terminal, transfer, ancv, ancv_connect, gift_voucher, gift_card, cheque, …
    LocalizedText name;
    PaymentType type = PaymentType::Other;
    bool opensDrawer = false;
    bool givesChange = false;
    bool needsReference = false;
    bool usesTerminal = false;        ///< Goes through PaymentTerminal (PAY-4).
    bool inPerson = true;             ///< Not offered on *Réservation par téléphone* (PAY-10).
    bool refundable = true;           ///< Can be given back at the till.
    bool countedAtClosing = true;     ///< Asked for at the Z.
    QStringList tills;                ///< Tills that may use it; empty: all.
    std::vector<Money> faceValues;    ///< Cheques of fixed value, taken one by one (belgium.md §8.4); empty: any amount.
    int validYears = 0;               ///< Years after that of issue in which a cheque is accepted; 0: said nowhere.
    std::optional<GiftKind> giftKind; ///< Type VoucherStore: the gift value that it books; none: both kinds.
    int order = 0;
    /// Paper counts at its face value; what exceeds the sale is not returned (decisions 2).
    bool isPaper() const;
    friend bool operator==(const PaymentMethod &, const PaymentMethod &) = default;
};

/// A reason out of a list: gratuité, price change, cash movement, drawer, refund.
struct Reason
{
    enum class Kind { Complimentary, PriceChange, CashMovement, Drawer, Refund, Cancellation, Force };
    QString key;
    LocalizedText name;
    Kind kind = Kind::Complimentary;
    int order = 0;
    friend bool operator==(const Reason &, const Reason &) = default;
};

/// A till of the attraction as the others know it.
struct TillProfile
{
    enum class Kind { Desk, Shop, Cafeteria, Phone };
    QString key;
    LocalizedText name;
    Kind kind = Kind::Desk;
    QString code = QStringLiteral("01"); ///< Two characters of Crockford base 32 in dossier numbers (decisions 20).
    QStringList groups;                  ///< Shelves in their order; empty: all.
    friend bool operator==(const TillProfile &, const TillProfile &) = default;
};

/// Everything a till sells but products, which are looked up one by one (ProductStore). Immutable once built; shared between threads by
/// value or const pointer.
struct Catalogue
{
    std::vector<Group> groups; ///< In order.
    std::vector<Formula> formulas;
    std::vector<Promotion> promotions;
    std::vector<PromoCode> promoCodes;
    std::vector<PaymentMethod> paymentMethods;
    std::vector<Reason> reasons;
    std::vector<StopSale> stopSales;
    std::vector<SlotCapacity> slotCapacities;
    std::vector<TillProfile> tills;
    QMap<QString, Resource> resources;
    QMap<QString, Supplement> supplements;
    QMap<QString, Pool> pools;
    OpeningCalendar calendar;
    VatTable vatTable;

    const Formula *formula(const QString &key) const;
    const Resource *resource(const QString &key) const;
    const Supplement *supplement(const QString &key) const;
    const Pool *pool(const QString &key) const;
    const Group *group(const QString &key) const;
    const PaymentMethod *paymentMethod(const QString &key) const;
    const PromoCode *promoCode(const QString &typedCode) const; ///< By normalisedCode().
    const Reason *reason(Reason::Kind kind, const QString &key) const;
    const TillProfile *till(const QString &key) const;
    LocalizedText tillName(const QString &key) const; ///< Without a profile, its key.
    /// Puts every list in its order (order, then key).
    void sort();
};

} // namespace guichet
