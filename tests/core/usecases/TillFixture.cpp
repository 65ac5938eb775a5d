// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/usecases/TillFixture.h"

#include "core/crypto/Crypto.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/FileSecretStore.h"
#include "core/ledger/WorkingStore.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr Sql selectCash = R"(SELECT COALESCE(SUM(amount_cents + rounding_cents), 0) FROM payment WHERE type = 'CASH')";
constexpr Sql selectFactCount = R"(SELECT COUNT(*) FROM fact WHERE type = :type)";

User userCalled(const QString &key, Role role, const QString &pin)
{
    User user;
    user.key = key;
    user.displayName = key;
    user.email = key + u"@example.org"_s;
    user.role = role;
    user.pinHash = *hashPin(pin);
    return user;
}

OfferedItem priced(const QString &key, qint64 price)
{
    OfferedItem item;
    item.key = key;
    PriceRule rule;
    rule.price = Money::fromCents(price);
    item.prices = {rule};
    return item;
}

Resource resource(const QString &key, const QString &name, const QString &category)
{
    Resource made;
    made.key = key;
    made.name = name;
    made.category = category;
    return made;
}

Formula cave()
{
    Formula formula;
    formula.key = u"grotte"_s;
    formula.name = u"Grotte"_s;
    formula.vat = VatCode::C;
    formula.group = u"visites"_s;
    formula.resources = {priced(u"adulte"_s, 1149), priced(u"enfant"_s, 750)};
    formula.pools = {{.pool = u"grotte"_s, .units = 1}};
    SlotPattern pattern;
    pattern.first = {10, 0};
    pattern.last = {17, 0};
    pattern.everyMinutes = 30;
    formula.slotPatterns = {pattern};
    return formula;
}

Pool cavePool()
{
    Pool pool;
    pool.key = u"grotte"_s;
    pool.name = u"Grotte"_s;
    pool.capacity = 20;
    return pool;
}

Formula park()
{
    Formula formula;
    formula.key = u"parc"_s;
    formula.name = u"Parc"_s;
    formula.vat = VatCode::C;
    formula.group = u"visites"_s;
    formula.resources = {priced(u"adulte"_s, 2347)};
    return formula;
}

OpeningCalendar everyDay()
{
    OpeningPeriod period;
    period.opens = {9, 0};
    period.closes = {18, 0};
    OpeningCalendar calendar;
    calendar.periods = {period};
    return calendar;
}

Product product(const QString &key, const QString &name, qint64 price, const QString &barcode)
{
    Product made;
    made.key = key;
    made.name = name;
    made.price = Money::fromCents(price);
    made.group = u"boutique"_s;
    if (!barcode.isEmpty())
        made.barcodes = {barcode};
    return made;
}

std::vector<Product> products()
{
    Product cheese = product(u"fromage"_s, u"Fromage"_s, 2000, u"2700000000007"_s);
    cheese.byWeight = true;
    cheese.reference = u"12345"_s;
    cheese.vat = VatCode::C;
    Product rare = product(u"rare"_s, u"Rare"_s, 500, {});
    rare.sellBelowZero = false;
    return {product(u"ours"_s, u"Ours en peluche"_s, 1299, u"5410000000019"_s),
            cheese,
            rare,
            product(u"cent"_s, u"Cent"_s, 4, {}),
            product(u"p1002"_s, u"1002"_s, 1002, {}),
            product(u"p1003"_s, u"1003"_s, 1003, {}),
            product(u"p1007"_s, u"1007"_s, 1007, {}),
            product(u"p1008"_s, u"1008"_s, 1008, {}),
            product(u"p2347"_s, u"2347"_s, 2347, {}),
            product(u"cher"_s, u"Cher"_s, 350'000, {})};
}

PaymentMethod method(const QString &key, PaymentType type)
{
    PaymentMethod made;
    made.key = key;
    made.name = key;
    made.type = type;
    made.usesTerminal = type == PaymentType::CardDebit;
    made.opensDrawer = made.givesChange = type == PaymentType::Cash;
    made.needsReference = type == PaymentType::Transfer;
    return made;
}

Reason reason(const QString &key, Reason::Kind kind)
{
    Reason made;
    made.key = key;
    made.name = key;
    made.kind = kind;
    return made;
}

PromoCode tenPercent()
{
    PromoCode code;
    code.key = u"moins10"_s;
    code.name = u"Moins 10"_s;
    code.code = u"MOINS10"_s;
    code.percent = BasisPoints{1000};
    code.uses = 2;
    return code;
}

Group group(const QString &key, Group::Kind kind)
{
    Group made;
    made.key = key;
    made.name = key;
    made.kind = kind;
    return made;
}

TillProfile profile()
{
    TillProfile till;
    till.key = u"accueil"_s;
    till.name = u"Accueil"_s;
    return till;
}

Attraction attractionOfTests()
{
    Attraction attraction;
    attraction.legalName = u"Grottes de Test"_s;
    attraction.commercialName = u"Grottes de Test"_s;
    attraction.enterpriseNumber = u"0999999922"_s;
    return attraction;
}

/// Stores everything that the tests sell.
class Writer
{
public:
    explicit Writer(Database &db) : m_documents{db} {}
    template <typename T>
    void put(DocumentKind kind, const T &value)
    {
        must(m_documents.put(kind, toJson(value), {u"boss"_s, QDateTime::currentDateTime()}));
    }

private:
    DocumentStore m_documents;
};

void writeCatalogue(Writer &writer)
{
    writer.put(DocumentKind::Group, group(u"visites"_s, Group::Kind::Formulas));
    writer.put(DocumentKind::Group, group(u"boutique"_s, Group::Kind::Products));
    writer.put(DocumentKind::Resource, resource(u"adulte"_s, u"Adulte"_s, u"adult"_s));
    writer.put(DocumentKind::Resource, resource(u"enfant"_s, u"Enfant"_s, u"child"_s));
    writer.put(DocumentKind::Pool, cavePool());
    writer.put(DocumentKind::Formula, cave());
    writer.put(DocumentKind::Formula, park());
    writer.put(DocumentKind::Calendar, everyDay());
    writer.put(DocumentKind::PromoCode, tenPercent());
    for (const Product &made : products())
        writer.put(DocumentKind::Product, made);
    writer.put(DocumentKind::Reason, reason(u"presse"_s, Reason::Kind::Complimentary));
    writer.put(DocumentKind::Reason, reason(u"geste"_s, Reason::Kind::PriceChange));
    writer.put(DocumentKind::Reason, reason(u"affluence"_s, Reason::Kind::Force));
}

void writePayments(Writer &writer)
{
    writer.put(DocumentKind::PaymentMethod, method(u"cash"_s, PaymentType::Cash));
    writer.put(DocumentKind::PaymentMethod, method(u"bancontact"_s, PaymentType::CardDebit));
    writer.put(DocumentKind::PaymentMethod, method(u"transfer"_s, PaymentType::Transfer));
    writer.put(DocumentKind::PaymentMethod, method(u"ancv"_s, PaymentType::ChequeOther));
    writer.put(DocumentKind::PaymentMethod, method(u"gift_card"_s, PaymentType::VoucherStore));
}

void writePeople(Writer &writer)
{
    writer.put(DocumentKind::User, userCalled(u"seller"_s, Role::Seller, u"1111"_s));
    writer.put(DocumentKind::User, userCalled(u"manager"_s, Role::Manager, u"2222"_s));
    writer.put(DocumentKind::User, userCalled(u"boss"_s, Role::Administrator, u"3333"_s));
    writer.put(DocumentKind::TillProfile, profile());
    writer.put(DocumentKind::Attraction, attractionOfTests());
    writer.put(DocumentKind::Settings, TillSettings{});
}

} // namespace

TillFixture::TillFixture() : clock{fromRfc3339(u"2026-11-23T10:00:00.000+01:00"_s)}
{
    terminal.setScripted(true);
    create();
    restart();
}

void TillFixture::create()
{
    TillProjector projector;
    FileSecretStore keychain{folder.path()};
    const auto ledger =
        must(Ledger::create(folder.path(), {.projector = projector, .clock = clock, .keychain = keychain, .preferFile = true}));
    must(inTransaction(ledger->database(), [&]() -> Result<> {
        Writer writer{ledger->database()};
        writeCatalogue(writer);
        writePayments(writer);
        writePeople(writer);
        return WorkingStore{ledger->database()}.setValue(workingvalue::tillKey, u"accueil"_s);
    }));
}

void TillFixture::restart()
{
    m_workplace.reset();
    m_workplace = must(Workplace::open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal, .keychain = nullptr}));
}

void TillFixture::emptyFolder()
{
    closeTill();
    QDir dir{folder.path()};
    REQUIRE(dir.removeRecursively());
    REQUIRE(dir.mkpath(u"."_s));
}

void TillFixture::startDay()
{
    must(staff().logIn(u"seller"_s, u"1111"_s));
    OpenRequest request;
    request.amount = cents(10'000);
    request.clockConfirmed = true;
    must(desk().open(CommandId::generate(), request));
}

Id<CartLine> TillFixture::addAdults(int quantity, QTime slot)
{
    FormulaOrder order;
    order.formula = u"grotte"_s;
    order.slot = slot;
    order.units = {{.key = u"adulte"_s, .quantity = quantity}};
    return must(checkout().add(CommandId::generate(), order)).front();
}

Id<CartLine> TillFixture::addBear(int quantity)
{
    return must(checkout().addProduct(CommandId::generate(), u"ours"_s, quantity));
}

Result<PaymentOutcome> TillFixture::pay(const QString &method, std::optional<Money> amount, const QString &code)
{
    PaymentRequest request;
    request.method = method;
    request.amount = amount;
    request.giftCode = code;
    request.reference = method == u"transfer" ? u"REF"_s : QString{};
    return checkout().pay(CommandId::generate(), request);
}

Result<PaymentOutcome> TillFixture::payByCard(std::optional<Money> amount)
{
    TRY_LET(started, pay(u"bancontact"_s, amount));
    if (started.state != IntentState::Sent)
        return started;
    return checkout().finishCharge(started.intent, terminal.charge(started.intent, started.asked, {}));
}

void TillFixture::approveBy(const QString &user, const QString &pin)
{
    must(staff().approve(user, pin));
}

void TillFixture::changeSettings(const std::function<void(TillSettings &)> &change)
{
    change(m_workplace->settings);
}

void TillFixture::putReason(const QString &key, Reason::Kind kind)
{
    Reason reason;
    reason.key = key;
    reason.name = key;
    reason.kind = kind;
    must(DocumentStore{m_workplace->db()}.put(DocumentKind::Reason, toJson(reason), {u"boss"_s, clock.now()}));
    must(m_workplace->documentsChanged());
}

void TillFixture::takeChequesAs(const QString &method)
{
    PaymentMethod cheques = *m_workplace->catalogue->paymentMethod(method);
    cheques.faceValues = {cents(1000), cents(2000), cents(5000)};
    must(DocumentStore{m_workplace->db()}.put(DocumentKind::PaymentMethod, toJson(cheques), {u"boss"_s, clock.now()}));
    must(m_workplace->documentsChanged());
}

qint64 TillFixture::countFacts(const QString &type)
{
    return must(selectInteger(m_workplace->db(), selectFactCount, {{":type", type}}));
}

Money TillFixture::cashReceived()
{
    return cents(must(selectInteger(m_workplace->db(), selectCash)));
}

} // namespace guichet
