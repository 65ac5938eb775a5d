// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/stores/StoresFixture.h"

#include "core/ledger/Migrator.h"
#include "core/ledger/Query.h"
#include "core/money/CashRounding.h"
#include "core/selling/Settlement.h"
#include "core/selling/TurnoverVat.h"
#include "tests/support/PostgresqlCluster.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace guichet {

namespace {

Resource resourceOf(const QString &key, const QString &name, const QString &category)
{
    Resource resource;
    resource.key = key;
    resource.name = LocalizedText{name};
    resource.category = category;
    return resource;
}

OfferedItem offered(const QString &key, qint64 price)
{
    OfferedItem item;
    item.key = key;
    PriceRule rule;
    rule.price = cents(price);
    item.prices = {rule};
    return item;
}

Formula cave()
{
    Formula formula;
    formula.key = u"cave"_s;
    formula.name = LocalizedText{u"Grotte"_s};
    formula.group = u"visits"_s;
    formula.resources = {offered(u"adult"_s, 1200), offered(u"child"_s, 750)};
    formula.slotPatterns = {{.first = QTime{14, 30}, .last = {}, .everyMinutes = 0, .dates = {}, .weekdays = {}}};
    formula.pools = {{.pool = u"boat"_s, .units = 1}};
    return formula;
}

PromoCode tenPercent()
{
    PromoCode code;
    code.key = u"dix"_s;
    code.name = LocalizedText{u"Dix pour cent"_s};
    code.code = u"DIX"_s;
    code.percent = BasisPoints{1000};
    return code;
}

std::vector<BodyPayment> bodyPayments(const std::vector<Payment> &payments)
{
    std::vector<BodyPayment> rows;
    for (const Payment &payment : payments)
        rows.push_back({.method = payment.method, .type = payment.type, .amount = payment.amount, .rounding = payment.rounding});
    return rows;
}

QStringList columnsOf(Database &db, const QString &table)
{
    QStringList names;
    auto rows = selectRowsOf(db, u"SELECT name FROM pragma_table_info(?) ORDER BY cid"_s, {table});
    REQUIRE(rows);
    while (rows->next())
        names.append(rows->row().text(0));
    return names;
}

/// The rows of a table, without the columns that the older schema does not have.
void copyTable(Database &from, Database &to, const QString &table)
{
    const QString columns = columnsOf(to, table).join(u", "_s);
    auto rows = selectRowsOf(from, u"SELECT %1 FROM %2"_s.arg(columns, table));
    REQUIRE(rows);
    const int count = rows->row().columns();
    while (rows->next()) {
        QVariantList values;
        for (int column = 0; column < count; ++column)
            values.append(rows->row().value(column));
        REQUIRE(runText(to, u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns, QStringList(count, u"?"_s).join(u", "_s)), values));
    }
}

} // namespace

Catalogue smallCatalogue()
{
    Catalogue catalogue;
    catalogue.resources = {{u"adult"_s, resourceOf(u"adult"_s, u"Adulte"_s, u"adult"_s)},
                           {u"child"_s, resourceOf(u"child"_s, u"Enfant"_s, u"child"_s)}};
    catalogue.pools = {{u"boat"_s, {.key = u"boat"_s, .name = LocalizedText{u"Barque"_s}, .capacity = 20}}};
    catalogue.formulas = {cave()};
    catalogue.promoCodes = {tenPercent()};
    Group visits;
    visits.key = u"visits"_s;
    visits.name = LocalizedText{u"Visites"_s};
    catalogue.groups = {visits};
    return catalogue;
}

CartLine ticket(const QString &resource, int quantity, const Visit &visit)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.kind = LineKind::Resource;
    line.formula = u"cave"_s;
    line.item = resource;
    line.visit = visit;
    line.quantity = quantity;
    return line;
}

CartLine good(const QString &key, int quantity, qint64 price, VatCode vat)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.kind = LineKind::Product;
    line.item = key;
    line.title = LocalizedText{u"Article "_s + key};
    line.group = u"shop"_s;
    line.quantity = quantity;
    line.unitPrice = cents(price);
    line.vat = vat;
    return line;
}

CartLine giftLine(const QString &code, qint64 amount)
{
    CartLine line = good(u"card"_s, 1, amount, VatCode::X);
    line.kind = LineKind::GiftValue;
    line.group.clear();
    line.giftCode = code;
    return line;
}

Payment paymentBy(const QString &method, qint64 amount)
{
    Payment payment;
    payment.id = Id<Payment>::generate();
    payment.method = method;
    payment.type = method == u"cash"        ? PaymentType::Cash
                   : method == u"gift_card" ? PaymentType::VoucherStore
                   : method == u"cheque"    ? PaymentType::ChequeOther
                                            : PaymentType::CardDebit;
    payment.methodTitle = LocalizedText{method};
    payment.amount = cents(amount);
    return payment;
}

StoresFixture::StoresFixture()
{
    db = emptyDatabase();
    REQUIRE(migrate(*db));
    chain = {.till = u"018f0000-0000-7000-8000-000000000001"_s, .key = key.publicKey()};
    REQUIRE(Journal::registerChain(*db, chain));
    journal.emplace(*db, projector, clock, chain, key);
}

void StoresFixture::reincarnate()
{
    const auto head = journal->head();
    REQUIRE(head);
    key = KeyPair::generate();
    chain = {.till = chain.till,
             .incarnation = chain.incarnation + 1,
             .key = key.publicKey(),
             .previousNumber = head->position.number,
             .previousHash = head->hash,
             .previousTotals = head->totals};
    REQUIRE(Journal::registerChain(*db, chain));
    journal.emplace(*db, projector, clock, chain, key);
    z = 0;
}

Result<Fact> StoresFixture::append(FactType type, const QJsonObject &content, EventLabel label, const QString &series)
{
    clock.advance(std::chrono::seconds{3});
    FactDraft draft;
    draft.type = type;
    draft.label = label;
    draft.session = session;
    draft.businessDate = businessDate;
    draft.actor.user = u"u1"_s;
    draft.content = content;
    draft.series = series;
    return journal->append(draft);
}

void StoresFixture::open(Money counted, Money expected)
{
    session = Id<TillSession>::generate();
    businessDate = clock.now().date();
    REQUIRE(append(FactType::SessionOpened,
                   toJson(SessionOpenedContent{.session = session, .expectedFloat = expected, .countedFloat = counted, .count = {}})));
}

Report StoresFixture::report()
{
    const auto read = ReportStore{*db}.session(session);
    REQUIRE(read);
    return *read;
}

Report StoresFixture::close(Money nextFloat)
{
    Report closing = report();
    closing.kind = Report::Kind::Z;
    closing.number = ++z;
    closing.incarnation = chain.incarnation;
    closing.closedAt = clock.now();
    closing.cash.nextFloat = nextFloat;
    closing.cash.counted = true;
    closing.cash.countedAmount = closing.cash.expected();
    REQUIRE(append(FactType::ZReport, reportToJson(closing), EventLabel::R, u"Z"_s));
    return closing;
}

Cart StoresFixture::cart(const std::vector<CartLine> &lines, const QString &code)
{
    Cart cart;
    cart.id = Id<Cart>::generate();
    cart.dossier = Id<Dossier>::generate();
    cart.lines = lines;
    cart.promoCode = code;
    return cart;
}

SaleContent StoresFixture::content(const Cart &cart)
{
    const PricedCart priced = price(cart, catalogue, {.now = clock.now(), .businessDate = businessDate, .promoCodeUsesLeft = -1});
    SaleContent sale = saleContent(cart, priced);
    sale.dossierNumber = dossierNumber(businessDate, u"01"_s, ++counter);
    return sale;
}

Payment StoresFixture::pay(const SaleContent &sale, Payment payment, PaymentPurpose purpose, const std::vector<VatAmount> &vat)
{
    payment.dossier = sale.dossier;
    payment.at = clock.now();
    REQUIRE(append(FactType::Payment,
                   toJson(PaymentContent{.payment = payment, .purpose = purpose, .dossierNumber = sale.dossierNumber, .vat = vat})));
    return payment;
}

Result<> StoresFixture::writePayments(SaleContent &sale, std::vector<Payment> payments)
{
    for (Payment &payment : payments) {
        payment.dossier = sale.dossier;
        payment.at = clock.now();
        const PaymentContent paid{.payment = payment, .purpose = PaymentPurpose::Sale, .dossierNumber = sale.dossierNumber, .vat = {}};
        TRY(append(FactType::Payment, toJson(paid)));
        sale.tenders.push_back({.kind = Tender::Kind::Payment, .payment = payment});
    }
    FactDraft draft;
    draft.type = FactType::Sale;
    draft.label = EventLabel::N;
    draft.session = session;
    draft.businessDate = businessDate;
    draft.actor.user = u"u1"_s;
    draft.content = toJson(sale);
    draft.vat = turnoverVat(sale);
    draft.payments = bodyPayments(payments);
    draft.series = u"R"_s;
    TRY(journal->append(draft));
    return {};
}

Result<> StoresFixture::tryToSell(const Cart &cart, const std::vector<Payment> &payments)
{
    SaleContent sale = content(cart);
    return inTransaction(*db, [&] { return writePayments(sale, payments); });
}

SaleContent StoresFixture::sell(const Cart &cart, const std::vector<Payment> &payments)
{
    SaleContent sale = content(cart);
    REQUIRE(writePayments(sale, payments));
    return sale;
}

SaleContent StoresFixture::sellForCash(const Cart &cart)
{
    const Money total = content(cart).total;
    Payment cash = paymentBy(u"cash"_s, total.cents());
    cash.rounding = cashRounding(total, total);
    cash.tendered = cents((cash.received().cents() / 5000 + 1) * 5000);
    cash.change = cash.tendered - cash.received();
    return sell(cart, {cash});
}

SaleContent StoresFixture::order(const Cart &cart, Money deposit)
{
    SaleContent ordered = content(cart);
    if (deposit.isPositive())
        pay(ordered, paymentBy(u"bancontact"_s, deposit.cents()), PaymentPurpose::Advance, advanceVat(deposit, ordered.vat));
    ordered.deposit = deposit;
    REQUIRE(append(FactType::Order, toJson(ordered), EventLabel::P, u"R"_s));
    return ordered;
}

SaleContent StoresFixture::settle(const SaleContent &order, const std::vector<Payment> &payments)
{
    SaleContent sale = order;
    sale.settles = order.dossier;
    const auto money = PaymentStore{*db}.money(order.dossier);
    REQUIRE(money);
    Tender advance;
    advance.kind = Tender::Kind::AdvanceUsed;
    advance.payment.id = Id<Payment>::generate();
    advance.payment.amount = money->advances - money->advancesUsed;
    if (advance.payment.amount.isPositive())
        sale.tenders = {advance};
    REQUIRE(writePayments(sale, payments));
    return sale;
}

RefundContent StoresFixture::refund(const Id<Dossier> &dossier, const RefundRequest &request, Payment payment)
{
    const auto sold = DossierStore{*db}.sold(dossier);
    REQUIRE(sold);
    auto refund = composeRefund(*sold, request);
    REQUIRE(refund);
    int left = 0;
    for (const SaleLine &line : sold->sale.lines)
        left += line.priced.quantity - line.refundedUnits;
    for (const RefundedLine &line : refund->lines)
        left -= line.units;
    payment.dossier = dossier;
    payment.amount = refund->total;
    if (payment.type == PaymentType::Cash)
        payment.rounding = refundRounding(*sold, refund->total, left == 0);
    refund->payments = {payment};
    pay(sold->sale, payment, PaymentPurpose::Refund);
    FactDraft draft;
    draft.type = FactType::Refund;
    draft.label = EventLabel::N;
    draft.session = session;
    draft.businessDate = businessDate;
    draft.actor.user = u"u1"_s;
    draft.content = toJson(*refund);
    draft.vat = turnoverVat(*refund);
    draft.series = u"R"_s;
    draft.reference = sold->position;
    REQUIRE(journal->append(draft));
    return *refund;
}

void StoresFixture::gift(FactType type, const QString &giftCode, Money amount, QDate expiresOn)
{
    REQUIRE(append(type,
                   toJson(GiftContent{
                       .code = giftCode, .kind = GiftKind::Card, .amount = amount, .dossier = {}, .expiresOn = expiresOn, .reason = {}})));
}

void StoresFixture::moveCash(CashMovementKind kind, Money amount)
{
    REQUIRE(append(FactType::CashMoved, toJson(CashMovedContent{.kind = kind, .amount = amount, .reason = u"bank"_s}), EventLabel::F));
}

std::unique_ptr<Database> StoresFixture::asOf(int schema)
{
    const QTemporaryDir older;
    const QDir all{QString::fromLatin1(migrationsFolder)};
    for (const QString &name : all.entryList({u"*.sql"_s}, QDir::Files, QDir::Name).mid(0, schema))
        REQUIRE(QFile::copy(all.filePath(name), older.filePath(name)));
    auto old = Database::openInMemory();
    REQUIRE(old);
    REQUIRE(migrate(**old, {}, older.path()).value() == schema);
    const auto chains = Journal::chains(*db);
    REQUIRE(chains);
    for (const ChainIdentity &known : *chains)
        REQUIRE(Journal::registerChain(**old, known));
    for (const QString &table : QStringList{u"fact"_s} + projector.projectionTables())
        copyTable(*db, **old, table);
    return std::move(*old);
}

qint64 StoresFixture::count(const QString &table)
{
    auto rows = selectRowsOf(*db, u"SELECT COUNT(*) FROM "_s + table);
    REQUIRE(rows);
    REQUIRE(rows->next());
    return rows->row().integer(0);
}

} // namespace guichet
