// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DemoCounter.h"

#include "core/ledger/ProductStore.h"
#include "core/selling/Refund.h"
#include "core/selling/Settlement.h"
#include "core/selling/TurnoverVat.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/Workplace.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int goodsOfAGroup = 60;
constexpr int salesForARefund = 120;

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

const Offer &anyOffer(DemoDice &dice)
{
    int total = 0;
    for (const Offer &offer : offers())
        total += offer.weight;
    int point = dice.below(total);
    for (const Offer &offer : offers()) {
        point -= offer.weight;
        if (point < 0)
            return offer;
    }
    return offers().front();
}

Origin anyOrigin(DemoDice &dice)
{
    static const std::vector<QString> postcodes{u"5000"_s, u"5500"_s, u"4000"_s, u"1000"_s, u"6000"_s, u"7000"_s, u"1300"_s, u"6600"_s};
    static const std::vector<QString> countries{u"NL"_s, u"FR"_s, u"DE"_s, u"LU"_s, u"GB"_s};
    if (dice.chance(20))
        return {};
    return dice.chance(72) ? Origin{u"BE"_s, dice.pick(postcodes), {}} : Origin{dice.pick(countries), {}, {}};
}

Cart newDemoCart()
{
    Cart cart;
    cart.id = Id<Cart>::generate();
    cart.dossier = Id<Dossier>::generate();
    return cart;
}

CartLine goodsLine(const Product &product, int quantity)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.kind = LineKind::Product;
    line.item = product.key;
    line.title = product.name;
    line.group = product.group;
    line.barcode = product.barcodes.value(0);
    line.unitPrice = product.price;
    line.vat = product.vat;
    line.quantity = quantity;
    return line;
}

} // namespace

Result<> DemoCounter::prepare()
{
    for (const Group &group : m_till.workplace.catalogue->groups) {
        if (group.kind != Group::Kind::Products || !m_till.profile.groups.contains(group.key))
            continue;
        TRY_LET(hits, ProductStore{m_till.workplace.db()}.ofGroup(group.key, 0, goodsOfAGroup));
        for (const ProductHit &hit : hits)
            if (!hit.product.byWeight)
                m_goods.push_back(hit.product);
    }
    return {};
}

Result<int> DemoCounter::sellVisit()
{
    Cart cart = newDemoCart();
    const int tickets = addTickets(cart);
    if (m_till.dice.chance(35))
        addGoods(cart);
    if (m_till.dice.chance(6))
        cart.promoCode = u"DIX10"_s;
    TRY(sell(cart, anyOrigin(m_till.dice)));
    return tickets;
}

Result<> DemoCounter::sellGoods()
{
    Cart cart = newDemoCart();
    addGoods(cart);
    return sell(cart, {});
}

QTime DemoCounter::nextSlot(const Formula &formula) const
{
    if (formula.slotPatterns.empty())
        return {};
    const int step = std::max(formula.slotPatterns.front().everyMinutes, 30);
    const QTime now = m_till.clock.now().time();
    QTime slot = formula.slotPatterns.front().first;
    while (slot < now && slot.addSecs(step * 60) <= formula.slotPatterns.front().last)
        slot = slot.addSecs(step * 60);
    return slot;
}

int DemoCounter::addTickets(Cart &cart)
{
    const Offer &offer = anyOffer(m_till.dice);
    const Formula *formula = m_till.workplace.catalogue->formula(offer.formula);
    int tickets = 0;
    for (const auto &[resource, quantity] : offer.party) {
        CartLine line;
        line.id = Id<CartLine>::generate();
        line.kind = LineKind::Resource;
        line.formula = offer.formula;
        line.item = resource;
        line.visit = {m_till.date, nextSlot(*formula)};
        line.quantity = quantity;
        cart.lines.push_back(line);
        tickets += quantity;
    }
    return tickets;
}

void DemoCounter::addGoods(Cart &cart)
{
    const int count = 1 + m_till.dice.below(3);
    for (int i = 0; i < count; ++i) {
        const Product &product = m_till.dice.pick(m_goods);
        cart.lines.push_back(goodsLine(product, 1 + m_till.dice.below(2)));
    }
}

Payment DemoCounter::payFor(const SaleContent &content)
{
    DemoDice &dice = m_till.dice;
    const bool cash = dice.chance(38);
    const QString key = cash ? u"cash"_s : dice.chance(75) ? u"bancontact"_s : u"card"_s;
    const PaymentMethod *method = m_till.workplace.catalogue->paymentMethod(key);
    Payment payment{.id = Id<Payment>::generate(),
                    .dossier = content.dossier,
                    .method = method->key,
                    .type = method->type,
                    .methodTitle = method->name};
    payment.amount = content.total;
    payment.at = m_till.clock.now();
    if (cash) {
        const Money toPay = cashToPay(content.total, content.total);
        const std::vector<Money> notes = quickNotes(toPay, 3);
        payment.rounding = toPay - content.total;
        payment.tendered = notes.empty() || dice.chance(40) ? toPay : notes.front();
        payment.change = payment.tendered - toPay;
    }
    return payment;
}

Result<> DemoCounter::pay(SaleContent &content)
{
    if (content.total.isZero())
        return {};
    const Payment payment = payFor(content);
    if (payment.type == PaymentType::Cash)
        m_till.cash += payment.received();
    TRY(appendPayment(m_till.workplace, m_till.session, m_till.actor(),
                      {.payment = payment, .purpose = PaymentPurpose::Sale, .dossierNumber = content.dossierNumber, .vat = {}}));
    content.tenders.push_back({.kind = Tender::Kind::Payment, .payment = payment});
    return {};
}

Result<Fact> DemoCounter::append(FactType type, const QJsonObject &content, const std::vector<VatAmount> &vat,
                                 const std::vector<Payment> &payments, const std::optional<FactPosition> &reference)
{
    FactDraft draft = m_till.workplace.draft(type, EventLabel::N, m_till.actor(), m_till.session);
    draft.content = content;
    draft.vat = vat;
    draft.payments = bodyPayments(payments);
    draft.series = u"R"_s;
    draft.reference = reference;
    return m_till.workplace.journal().append(draft);
}

Result<> DemoCounter::sell(const Cart &cart, const Origin &origin)
{
    const PricedCart priced =
        price(cart, *m_till.workplace.catalogue, {.now = m_till.clock.now(), .businessDate = m_till.date, .promoCodeUsesLeft = -1});
    SaleContent content = saleContent(cart, priced);
    content.dossierNumber = dossierNumber(m_till.date, m_till.profile.code, ++m_till.dossiers);
    content.origin = origin;
    TRY(pay(content));
    std::vector<Payment> payments;
    for (const Tender &tender : content.tenders)
        payments.push_back(tender.payment);
    TRY_LET(fact, append(FactType::Sale, toJson(content), turnoverVat(content), payments, {}));
    if (m_till.dice.below(salesForARefund) != 0 || payments.empty())
        return {};
    return refund({.position = fact.body.position, .sale = content, .roundingSettled = payments.front().rounding, .roundingReturned = {}},
                  payments.front());
}

/// The whole sale, as it was paid: `payment`.
Result<> DemoCounter::refund(const SoldDossier &sold, Payment payment)
{
    TRY_LET(content, composeRefund(sold, {.lines = {}, .reason = u"annulation-client"_s, .restock = true}));
    payment.id = Id<Payment>::generate();
    payment.amount = content.total;
    payment.rounding = -payment.rounding;
    payment.tendered = payment.change = {};
    payment.at = m_till.clock.now();
    if (payment.type == PaymentType::Cash)
        m_till.cash += payment.received();
    content.payments = {payment};
    m_till.workplace.user = m_till.manager;
    TRY(appendPayment(m_till.workplace, m_till.session, m_till.actor(),
                      {.payment = payment, .purpose = PaymentPurpose::Refund, .dossierNumber = content.dossierNumber, .vat = {}}));
    TRY(append(FactType::Refund, toJson(content), turnoverVat(content), {payment}, sold.position));
    return {};
}

} // namespace guichet
