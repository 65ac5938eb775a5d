// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DemoHistory.h"

#include "core/facts/Contents.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/ProductStore.h"
#include "core/pricing/Pricing.h"
#include "core/selling/Refund.h"
#include "core/selling/Settlement.h"
#include "core/selling/TurnoverVat.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TillDesk.h"
#include "core/usecases/Workplace.h"

#include <algorithm>
#include <array>
#include <random>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Money drawerFloat = Money::fromCents(25'000);
constexpr std::array monthlyVisitors{40, 60, 90, 160, 190, 200, 360, 380, 170, 140, 60, 70}; ///< Tickets of an ordinary day, by month.
const QTime opening{8, 45};
const QTime closing{18, 15};

/// A small generator of our own: the same year on every machine.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine{seed} {}
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint64>(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename List>
    const auto &pick(const List &list)
    {
        return list[static_cast<size_t>(below(static_cast<int>(list.size())))];
    }

private:
    std::mt19937_64 m_engine;
};

struct Offer
{
    QString formula;
    std::vector<std::pair<QString, int>> party; ///< Resource and how many.
    int weight = 1;
};

const std::vector<Offer> &offers()
{
    static const std::vector<Offer> list{
        {u"grotte"_s, {{u"adulte"_s, 2}}, 26},
        {u"grotte"_s, {{u"adulte"_s, 2}, {u"enfant"_s, 2}}, 24},
        {u"grotte"_s, {{u"senior"_s, 2}}, 9},
        {u"grotte"_s, {{u"etudiant"_s, 3}}, 4},
        {u"grotte-safari"_s, {{u"adulte"_s, 2}, {u"enfant"_s, 1}}, 12},
        {u"grotte-safari"_s, {{u"famille"_s, 1}, {u"petit"_s, 1}}, 5},
        {u"safari"_s, {{u"adulte"_s, 1}, {u"enfant"_s, 2}}, 6},
        {u"musee"_s, {{u"adulte"_s, 2}, {u"etudiant"_s, 1}}, 6},
        {u"sentier"_s, {{u"adulte"_s, 2}}, 4},
        {u"kayak-7"_s, {{u"kayak2"_s, 1}}, 3},
    };
    return list;
}

/// Writes the sales of one day after the other.
class History
{
public:
    History(Workplace &workplace, SimulatedClock &clock) : m_workplace{workplace}, m_clock{clock}, m_dice{20'251'123} {}

    Result<> prepare()
    {
        for (const Group &group : m_workplace.catalogue->groups) {
            if (group.kind != Group::Kind::Products)
                continue;
            TRY_LET(hits, ProductStore{m_workplace.db()}.ofGroup(group.key, 0, 60));
            for (const ProductHit &hit : hits)
                if (!hit.product.byWeight)
                    m_products.push_back(hit.product);
        }
        TRY_LET(users, DocumentStore{m_workplace.db()}.users());
        for (const User &user : users)
            m_users.push_back(user);
        return {};
    }

    Result<> writeDay(QDate date)
    {
        return inTransaction(m_workplace.db(), [&]() -> Result<> {
            m_date = date;
            m_counter = 0;
            m_cash = {};
            at(opening);
            m_workplace.user = m_users.at(3);
            TillDesk desk{m_workplace};
            TRY(desk.open({}, {.amount = drawerFloat, .count = {}, .clockConfirmed = true}));
            TRY_LET(session, m_workplace.openSession());
            m_session = session;
            TRY(sellAllDay());
            at(closing);
            m_workplace.user = m_users.at(3);
            TRY(desk.close(
                {}, {.count = {}, .countedCash = drawerFloat + m_cash, .countedMethods = {}, .nextFloat = drawerFloat, .comment = {}}));
            return discardPaper();
        });
    }

private:
    void at(QTime time) { m_clock.set(QDateTime{m_date, time, brussels()}); }

    int ticketsToday()
    {
        const int ordinary = monthlyVisitors[static_cast<size_t>(m_date.month() - 1)];
        const bool weekend = m_date.dayOfWeek() >= 6;
        return ordinary * (weekend ? 135 : 86) / 100 * (80 + m_dice.below(41)) / 100;
    }

    Result<> sellAllDay()
    {
        const int wanted = ticketsToday();
        const int expectedSales = std::max(1, wanted * 10 / 24);
        for (int tickets = 0, sale = 0; tickets < wanted; ++sale) {
            const int minute = std::min(9 * 60 + 5 + sale * 500 / expectedSales, 17 * 60 + 40);
            at(QTime{minute / 60, minute % 60, m_dice.below(60)});
            m_workplace.user = m_users.at(static_cast<size_t>(m_dice.below(3)));
            TRY_LET(sold, sellOnce());
            tickets += sold;
        }
        return {};
    }

    Actor actor() const { return {m_workplace.user->key, m_workplace.user->role, {}}; }

    const Offer &pickOffer()
    {
        int total = 0;
        for (const Offer &offer : offers())
            total += offer.weight;
        int point = m_dice.below(total);
        for (const Offer &offer : offers()) {
            point -= offer.weight;
            if (point < 0)
                return offer;
        }
        return offers().front();
    }

    QTime nextSlot(const Formula &formula) const
    {
        if (formula.slotPatterns.empty())
            return {};
        const int step = std::max(formula.slotPatterns.front().everyMinutes, 30);
        const QTime now = m_clock.now().time();
        QTime slot = formula.slotPatterns.front().first;
        while (slot < now && slot.addSecs(step * 60) <= formula.slotPatterns.front().last)
            slot = slot.addSecs(step * 60);
        return slot;
    }

    int addTickets(Cart &cart)
    {
        const Offer &offer = pickOffer();
        const Formula *formula = m_workplace.catalogue->formula(offer.formula);
        int tickets = 0;
        for (const auto &[resource, quantity] : offer.party) {
            CartLine line;
            line.id = Id<CartLine>::generate();
            line.kind = LineKind::Resource;
            line.formula = offer.formula;
            line.item = resource;
            line.visit = {m_date, nextSlot(*formula)};
            line.quantity = quantity;
            cart.lines.push_back(line);
            tickets += quantity;
        }
        return tickets;
    }

    void addProducts(Cart &cart)
    {
        const int count = m_dice.chance(35) ? 1 + m_dice.below(3) : 0;
        for (int i = 0; i < count; ++i) {
            const Product &product = m_dice.pick(m_products);
            CartLine line;
            line.id = Id<CartLine>::generate();
            line.kind = LineKind::Product;
            line.item = product.key;
            line.title = product.name;
            line.group = product.group;
            line.barcode = product.barcodes.value(0);
            line.unitPrice = product.price;
            line.vat = product.vat;
            line.quantity = 1 + m_dice.below(2);
            cart.lines.push_back(line);
        }
    }

    Payment payFor(const PricedCart &priced, const Id<Dossier> &dossier)
    {
        const bool cash = m_dice.chance(38);
        const PaymentMethod *method = m_workplace.catalogue->paymentMethod(cash                ? u"cash"_s
                                                                           : m_dice.chance(75) ? u"bancontact"_s
                                                                                               : u"card"_s);
        Payment payment{
            .id = Id<Payment>::generate(), .dossier = dossier, .method = method->key, .type = method->type, .methodTitle = method->name};
        payment.amount = priced.total;
        payment.at = m_clock.now();
        if (cash) {
            const Money toPay = cashToPay(priced.total, priced.total);
            const std::vector<Money> notes = quickNotes(toPay, 3);
            payment.rounding = toPay - priced.total;
            payment.tendered = notes.empty() || m_dice.chance(40) ? toPay : notes.front();
            payment.change = payment.tendered - toPay;
            m_cash += payment.received();
        }
        return payment;
    }

    static Origin originOf(Dice &dice)
    {
        static const std::vector<QString> postcodes{u"5000"_s, u"5500"_s, u"4000"_s, u"1000"_s, u"6000"_s, u"7000"_s, u"1300"_s, u"6600"_s};
        static const std::vector<QString> countries{u"NL"_s, u"FR"_s, u"DE"_s, u"LU"_s, u"GB"_s};
        if (dice.chance(20))
            return {};
        return dice.chance(72) ? Origin{u"BE"_s, dice.pick(postcodes), {}} : Origin{dice.pick(countries), {}, {}};
    }

    /// One sale; returns its admission tickets.
    Result<int> sellOnce()
    {
        Cart cart;
        cart.id = Id<Cart>::generate();
        cart.dossier = Id<Dossier>::generate();
        const int tickets = addTickets(cart);
        addProducts(cart);
        if (m_dice.chance(6))
            cart.promoCode = u"DIX10"_s;
        const PricedCart priced = price(cart, *m_workplace.catalogue, {.now = m_clock.now(), .businessDate = m_date});
        SaleContent content = saleContent(cart, priced);
        content.dossierNumber = dossierNumber(m_date, m_workplace.catalogue->till(m_workplace.settings.tillKey)->code, ++m_counter);
        content.origin = originOf(m_dice);
        std::vector<Payment> payments;
        if (!priced.total.isZero()) {
            payments.push_back(payFor(priced, cart.dossier));
            TRY(appendPayment(m_workplace, m_session, actor(),
                              {.payment = payments.front(), .purpose = PaymentPurpose::Sale, .dossierNumber = content.dossierNumber}));
            content.tenders.push_back({.kind = Tender::Kind::Payment, .payment = payments.front()});
        }
        FactDraft draft = m_workplace.draft(FactType::Sale, EventLabel::N, actor(), m_session);
        draft.content = toJson(content);
        draft.vat = turnoverVat(content);
        draft.payments = bodyPayments(payments);
        draft.series = u"R"_s;
        TRY_LET(fact, m_workplace.journal().append(draft));
        if (m_dice.below(120) == 0 && !payments.empty())
            TRY(refund(
                {.position = fact.body.position, .sale = content, .roundingSettled = payments.front().rounding, .roundingReturned = {}},
                payments.front()));
        return tickets;
    }

    Result<> refund(const SoldDossier &sold, const Payment &paid)
    {
        TRY_LET(content, composeRefund(sold, {.lines = {}, .reason = u"annulation-client"_s, .restock = true}));
        Payment payment = paid;
        payment.id = Id<Payment>::generate();
        payment.amount = content.total;
        payment.rounding = -paid.rounding;
        payment.tendered = payment.change = {};
        payment.at = m_clock.now();
        if (payment.type == PaymentType::Cash)
            m_cash += payment.received();
        content.payments = {payment};
        m_workplace.user = m_users.at(3);
        TRY(appendPayment(m_workplace, m_session, actor(),
                          {.payment = payment, .purpose = PaymentPurpose::Refund, .dossierNumber = content.dossierNumber}));
        FactDraft draft = m_workplace.draft(FactType::Refund, EventLabel::N, actor(), m_session);
        draft.content = toJson(content);
        draft.vat = turnoverVat(content);
        draft.payments = bodyPayments({payment});
        draft.series = u"R"_s;
        draft.reference = sold.position;
        TRY(m_workplace.journal().append(draft));
        return {};
    }

    /// What the past has printed is on paper.
    Result<> discardPaper()
    {
        PrintQueue queue{m_workplace};
        TRY_LET(waiting, queue.waiting());
        for (const PrintJob &job : waiting)
            TRY(queue.printed(job.id));
        return {};
    }

    Workplace &m_workplace;
    SimulatedClock &m_clock;
    Dice m_dice;
    std::vector<Product> m_products;
    std::vector<User> m_users;
    SessionRecord m_session;
    QDate m_date;
    qint64 m_counter = 0;
    Money m_cash;
};

} // namespace

Result<> writeDemoHistory(const QString &dataFolder, int days, const QDateTime &now, SecretStore *keychain)
{
    const QDate today = businessDateAt(now);
    SimulatedClock clock{QDateTime{today.addDays(-days), opening, brussels()}};
    TRY_LET(workplace, Workplace::open({.dataFolder = dataFolder, .clock = &clock, .terminal = nullptr, .keychain = keychain}));
    History history{*workplace, clock};
    TRY(history.prepare());
    for (QDate date = today.addDays(-days); date < today; date = date.addDays(1))
        if (!workplace->catalogue->calendar.closures.contains(date))
            TRY(history.writeDay(date));
    return {};
}

} // namespace guichet
