// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the till, with each of its statements failing once: whole or not at all, and the same id again has one effect.
#include "core/ledger/Verifier.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/ErasureDesk.h"
#include "core/usecases/GiftDesk.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/StockDesk.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostStatements = 1000;
constexpr Sql selectTypesSince = R"(SELECT type FROM fact WHERE number > :number ORDER BY number)";
const QString giftCode = u"ABCD1234"_s;

/// What a refused command leaves as it was. A second connection sees whether anything at all was committed.
struct Standing
{
    qint64 committed = 0;
    QStringList memory = {};
    std::shared_ptr<const Catalogue> catalogue = {};
    friend bool operator==(const Standing &, const Standing &) = default;
};

/// A till with an open session, and what a command needs to have been done before it.
class Bench : public TillFixture
{
public:
    Bench()
    {
        startDay();
        putReason(u"retour"_s, Reason::Kind::Refund);
        putReason(u"pluie"_s, Reason::Kind::Cancellation);
        putReason(u"appoint"_s, Reason::Kind::CashMovement);
        putReason(u"monnaie"_s, Reason::Kind::Drawer);
        must(workplace().documentsChanged());
        m_witness = must(Database::open(workplace().db().file(), {.access = DatabaseOptions::Access::ReadOnly}));
    }

    DossierDesk dossiers() { return DossierDesk{workplace()}; }
    BackOffice office() { return BackOffice{workplace()}; }
    StockDesk stock() { return StockDesk{workplace()}; }

    Standing standing()
    {
        const Workplace &w = workplace();
        return {.committed = must(m_witness->pragma(u"PRAGMA data_version"_s)).toLongLong(),
                .memory = {w.user ? w.user->key : QString{}, w.approval ? w.approval->by.key : QString{}, QString::number(w.training),
                           QString::number(w.trainingFrom)},
                .catalogue = w.catalogue};
    }

    void manage() { must(staff().logIn(u"manager"_s, u"2222"_s)); }
    void administer() { must(staff().logIn(u"boss"_s, u"3333"_s)); }
    void train()
    {
        manage();
        must(desk().setTraining(CommandId::generate(), true));
    }
    void sellBears(int quantity = 1)
    {
        addBear(quantity);
        must(pay(u"cash"_s, cents(10'000)));
        sale = must(validate());
    }
    void sellBearByCard()
    {
        addBear();
        must(payByCard());
        sale = must(validate());
    }
    void sellAdults()
    {
        addAdults(2);
        must(pay(u"cash"_s, cents(10'000)));
        sale = must(validate());
    }
    void orderBear(qint64 depositInCash = 0)
    {
        addBear();
        if (depositInCash > 0)
            must(pay(u"cash"_s, cents(depositInCash)));
        sale = must(validate(later()));
    }
    void sellCard()
    {
        must(checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(5000), giftCode));
        must(pay(u"cash"_s));
        sale = must(validate());
    }
    void payByGift()
    {
        sellCard();
        addBear();
        payment = must(pay(u"gift_card"_s, cents(1000), giftCode)).payment;
    }
    void startCharge()
    {
        addBear();
        started = must(pay(u"bancontact"_s));
    }
    void doubt()
    {
        startCharge();
        must(checkout().finishCharge(started.intent, Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}}));
    }
    void dismiss()
    {
        doubt();
        approveBy();
        must(checkout().resolve(CommandId::generate(), started.intent, ChargeState::Declined, {}));
    }
    void late()
    {
        dismiss();
        Charge charge{.state = ChargeState::Approved, .authorised = cents(1299), .reference = {}, .text = {}};
        charge.transaction = u"T7"_s;
        must(checkout().recordLookUp(started.intent, charge));
    }
    Result<RefundOutcome> refund(const CommandId &id, const QString &method, std::vector<RefundRequest::Line> lines = {})
    {
        return dossiers().refund(id, sale.dossierNumber, {.lines = std::move(lines), .reason = u"retour"_s, .restock = true},
                                 {.method = method, .reference = {}, .giftCode = {}});
    }
    static ValidateRequest later()
    {
        ValidateRequest request;
        request.paymentToCome = true;
        request.dueOn = QDate{2026, 12, 1};
        return request;
    }

    Id<CartLine> line;
    Id<Payment> payment;
    Id<Cart> parked;
    SaleOutcome sale;
    PaymentOutcome started;
    RefundOutcome refunding;

private:
    std::unique_ptr<Database> m_witness;
};

/// How much of a command may stand when it says no.
enum class Kind {
    Whole,  ///< Nothing, or all of it (only reading its answer failed).
    InSteps ///< First the intent, then that it was sent: the terminal is never asked twice (PAY-4).
};

struct TillCommand
{
    const char *name;
    std::function<void(Bench &)> prepare;
    std::function<Result<>(Bench &, const CommandId &)> run;
    QString facts; ///< Their types in order, once, however often a statement failed.
    Kind kind = Kind::Whole;
};

template <typename T>
Result<> done(const Result<T> &result)
{
    if (!result)
        return std::unexpected(result.error());
    return {};
}

QString typesSince(Bench &till, qint64 head)
{
    QStringList types;
    must(forEachRow(till.workplace().db(), selectTypesSince, {{":number", head}}, [&](const Row &row) { types.append(row.text(0)); }));
    return types.join(u' ');
}

Charge charged(ChargeState state, qint64 amount = 0)
{
    return {.state = state, .authorised = cents(amount), .reference = u"A1"_s, .text = {}};
}

PaymentRequest paymentBy(const QString &method, std::optional<Money> amount = {}, const QString &code = {})
{
    PaymentRequest request;
    request.method = method;
    request.amount = amount;
    request.giftCode = code;
    return request;
}

FormulaOrder oneAdult()
{
    FormulaOrder order;
    order.formula = u"grotte"_s;
    order.units = {{.key = u"adulte"_s, .quantity = 1}};
    return order;
}

Product newProduct()
{
    Product product;
    product.key = u"neuf"_s;
    product.name = u"Neuf"_s;
    product.price = cents(500);
    product.group = u"boutique"_s;
    return product;
}

CloseRequest counted(qint64 amount)
{
    return {.countedCash = cents(amount), .nextFloat = cents(10'000), .comment = u"compté deux fois"_s};
}

void nothing(Bench &) {}
void withBear(Bench &t)
{
    t.line = t.addBear(2);
}
void withApprovedBear(Bench &t)
{
    withBear(t);
    t.approveBy();
}

std::vector<TillCommand> cartCommands()
{
    return {
        {"add a formula", nothing, [](Bench &t, const CommandId &id) { return done(t.checkout().add(id, oneAdult())); }, {}},
        {"add a product", nothing, [](Bench &t, const CommandId &id) { return done(t.checkout().addProduct(id, u"ours"_s, 2)); }, {}},
        {"scan a product", nothing, [](Bench &t, const CommandId &id) { return done(t.checkout().scan(id, u"5410000000019"_s)); }, {}},
        {"scan a promo code", withBear, [](Bench &t, const CommandId &id) { return done(t.checkout().scan(id, u"MOINS10"_s)); }, {}},
        {"set a quantity", withBear, [](Bench &t, const CommandId &id) { return t.checkout().setQuantity(id, t.line, 3); }, {}},
        {"remove a line", withBear, [](Bench &t, const CommandId &id) { return t.checkout().remove(id, t.line); }, {}},
        {"give free",
         withApprovedBear,
         [](Bench &t, const CommandId &id) { return t.checkout().giveFree(id, t.line, 1, u"presse"_s); },
         {}},
        {"change a price",
         withApprovedBear,
         [](Bench &t, const CommandId &id) { return t.checkout().changePrice(id, t.line, cents(999), u"geste"_s); },
         {}},
        {"comment a line", withBear, [](Bench &t, const CommandId &id) { return t.checkout().comment(id, t.line, u"cadeau"_s); }, {}},
        {"apply a promo code", withBear, [](Bench &t, const CommandId &id) { return t.checkout().applyPromoCode(id, u"MOINS10"_s); }, {}},
        {"remove a promo code",
         [](Bench &t) {
             withBear(t);
             must(t.checkout().applyPromoCode(CommandId::generate(), u"MOINS10"_s));
         },
         [](Bench &t, const CommandId &id) { return t.checkout().removePromoCode(id); },
         {}},
        {"name the client",
         withBear,
         [](Bench &t, const CommandId &id) { return t.checkout().setClient(id, {.country = u"BE"_s, .name = u"Essai"_s}); },
         {}},
        {"sell a gift card",
         nothing,
         [](Bench &t, const CommandId &id) { return done(t.checkout().sellGift(id, GiftKind::Card, cents(2500))); },
         {}},
        {"recharge a gift card",
         [](Bench &t) { t.sellCard(); },
         [](Bench &t, const CommandId &id) { return done(t.checkout().rechargeGift(id, giftCode, cents(1000))); },
         {}},
        {"clear the cart", withBear, [](Bench &t, const CommandId &id) { return t.checkout().clear(id); }, {}},
        {"park", withBear, [](Bench &t, const CommandId &id) { return t.checkout().park(id, u"A"_s); }, {}},
        {"recall",
         [](Bench &t) {
             withBear(t);
             must(t.checkout().park(CommandId::generate(), u"A"_s));
             t.parked = must(t.checkout().parked()).front().id;
         },
         [](Bench &t, const CommandId &id) { return t.checkout().recall(id, t.parked); },
         {}},
    };
}

std::vector<TillCommand> paymentCommands()
{
    return {
        {"pay in cash",
         withBear,
         [](Bench &t, const CommandId &id) { return done(t.checkout().pay(id, paymentBy(u"cash"_s, cents(5000)))); },
         {}},
        {"pay with a cheque",
         withBear,
         [](Bench &t, const CommandId &id) { return done(t.checkout().pay(id, paymentBy(u"ancv"_s, cents(1000)))); },
         {}},
        {"pay with a gift card",
         [](Bench &t) {
             t.sellCard();
             t.addBear();
         },
         [](Bench &t, const CommandId &id) { return done(t.checkout().pay(id, paymentBy(u"gift_card"_s, {}, giftCode))); },
         u"PAYMENT GIFT_USED"_s},
        {"pay by card", withBear, [](Bench &t, const CommandId &id) { return done(t.checkout().pay(id, paymentBy(u"bancontact"_s))); },
         u"INTENT_PERSISTED INTENT_SENT"_s, Kind::InSteps},
        {"finish a charge", [](Bench &t) { t.startCharge(); },
         [](Bench &t, const CommandId &) {
             return done(t.checkout().finishCharge(t.started.intent, charged(ChargeState::Approved, 1299)));
         },
         u"INTENT_RESOLVED PAYMENT"_s},
        {"finish a charge that was declined", [](Bench &t) { t.startCharge(); },
         [](Bench &t, const CommandId &) { return done(t.checkout().finishCharge(t.started.intent, charged(ChargeState::Declined))); },
         u"INTENT_RESOLVED"_s},
        {"finish a charge in doubt", [](Bench &t) { t.startCharge(); },
         [](Bench &t, const CommandId &) { return done(t.checkout().finishCharge(t.started.intent, charged(ChargeState::Unknown))); },
         u"INTENT_RESOLVED"_s},
        {"resolve a doubt",
         [](Bench &t) {
             t.doubt();
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return done(t.checkout().resolve(id, t.started.intent, ChargeState::Approved, u"A9"_s)); },
         u"INTENT_RESOLVED PAYMENT"_s},
        {"record what a terminal found", [](Bench &t) { t.doubt(); },
         [](Bench &t, const CommandId &) { return t.checkout().recordLookUp(t.started.intent, charged(ChargeState::Approved, 1299)); },
         u"INTENT_RESOLVED PAYMENT"_s},
        {"record a late approval", [](Bench &t) { t.dismiss(); },
         [](Bench &t, const CommandId &) { return t.checkout().recordLookUp(t.started.intent, charged(ChargeState::Approved, 1299)); },
         u"INTENT_RESOLVED"_s},
        {"confirm a decision", [](Bench &t) { t.dismiss(); },
         [](Bench &t, const CommandId &) { return t.checkout().recordLookUp(t.started.intent, charged(ChargeState::Declined)); },
         u"INTENT_RESOLVED"_s},
        {"give a late approval back",
         [](Bench &t) {
             t.late();
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return done(t.checkout().giveBackLate(id, t.started.intent)); },
         u"INTENT_PERSISTED INTENT_SENT"_s, Kind::InSteps},
        {"finish the return of a late approval",
         [](Bench &t) {
             t.late();
             t.approveBy();
             t.started = must(t.checkout().giveBackLate(CommandId::generate(), t.started.intent));
         },
         [](Bench &t, const CommandId &) {
             return done(t.checkout().finishCharge(t.started.intent, charged(ChargeState::Approved, -1299)));
         },
         u"INTENT_RESOLVED INTENT_RESOLVED PAYMENT PAYMENT"_s},
        {"remove a payment",
         [](Bench &t) {
             withBear(t);
             t.payment = must(t.pay(u"cash"_s, cents(1000))).payment;
         },
         [](Bench &t, const CommandId &id) { return t.checkout().removePayment(id, t.payment); },
         {}},
        {"reverse a gift payment",
         [](Bench &t) {
             t.payByGift();
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return done(t.checkout().reverse(id, t.payment)); }, u"PAYMENT GIFT_REFUNDED"_s},
        {"reverse a card payment",
         [](Bench &t) {
             t.addBear();
             t.payment = must(t.payByCard()).payment;
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return done(t.checkout().reverse(id, t.payment)); }, u"INTENT_PERSISTED INTENT_SENT"_s,
         Kind::InSteps},
    };
}

std::vector<TillCommand> saleCommands()
{
    const auto validates = [](Bench &t, const CommandId &id) { return done(t.checkout().validate(id)); };
    return {
        {"validate a mixed sale",
         [](Bench &t) {
             t.sellCard();
             t.addAdults(2);
             t.addBear();
             must(t.checkout().applyPromoCode(CommandId::generate(), u"MOINS10"_s));
             must(t.pay(u"gift_card"_s, cents(1000), giftCode));
             must(t.payByCard(cents(1000)));
             must(t.pay(u"cash"_s, cents(5000)));
         },
         validates, u"PAYMENT SALE"_s},
        {"validate an order with a deposit",
         [](Bench &t) {
             t.addAdults(2);
             must(t.checkout().setClient(CommandId::generate(), {.country = u"BE"_s, .name = u"Essai"_s}));
             must(t.pay(u"cash"_s, cents(500)));
         },
         [](Bench &t, const CommandId &id) { return done(t.checkout().validate(id, Bench::later())); }, u"ORDER PAYMENT"_s},
        {"quote", withBear, [](Bench &t, const CommandId &id) { return done(t.checkout().quote(id, QDate{2026, 12, 24})); }, u"QUOTE"_s},
        {"record an origin", [](Bench &t) { t.sellAdults(); },
         [](Bench &t, const CommandId &id) {
             return t.checkout().recordOrigin(id, t.sale.dossierNumber, {.country = u"NL"_s, .postcode = {}, .province = u"Zeeland"_s});
         },
         u"VISITORS"_s},
        {"collect",
         [](Bench &t) { t.orderBear(500); },
         [](Bench &t, const CommandId &id) { return done(t.checkout().collect(id, t.sale.dossierNumber)); },
         {}},
        {"settle an order",
         [](Bench &t) {
             t.orderBear(500);
             must(t.checkout().collect(CommandId::generate(), t.sale.dossierNumber));
             must(t.pay(u"cash"_s));
         },
         validates, u"PAYMENT SALE"_s},
        {"sell in training",
         [](Bench &t) {
             t.train();
             t.addBear();
             must(t.pay(u"cash"_s));
         },
         validates, u"SALE"_s},
    };
}

std::vector<TillCommand> dossierCommands()
{
    return {
        {"refund a sale",
         [](Bench &t) {
             t.sellBears(2);
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return done(t.refund(id, u"cash"_s)); }, u"PAYMENT REFUND"_s},
        {"refund a line",
         [](Bench &t) {
             t.sellBears(2);
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) {
             return done(t.refund(id, u"cash"_s, {{.line = t.sale.content.lines.front().priced.id, .units = 1}}));
         },
         u"PAYMENT REFUND"_s},
        {"refund a deposit",
         [](Bench &t) {
             t.orderBear(500);
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return done(t.refund(id, u"cash"_s)); }, u"PAYMENT"_s},
        {"refund to a card",
         [](Bench &t) {
             t.sellBearByCard();
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return done(t.refund(id, u"bancontact"_s)); }, u"INTENT_PERSISTED INTENT_SENT"_s,
         Kind::InSteps},
        {"finish a refund",
         [](Bench &t) {
             t.sellBearByCard();
             t.approveBy();
             t.refunding = must(t.refund(CommandId::generate(), u"bancontact"_s));
         },
         [](Bench &t, const CommandId &) {
             return done(t.dossiers().finishRefund(t.refunding.intent, charged(ChargeState::Approved, -1299)));
         },
         u"INTENT_RESOLVED PAYMENT REFUND"_s},
        {"refund in training",
         [](Bench &t) {
             t.train();
             t.sellBears();
         },
         [](Bench &t, const CommandId &id) { return done(t.refund(id, u"cash"_s)); }, u"REFUND"_s},
        {"cancel an order",
         [](Bench &t) {
             t.orderBear();
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return t.dossiers().cancel(id, t.sale.dossierNumber, u"pluie"_s); }, u"DOSSIER_CANCELLED"_s},
        {"correct a method",
         [](Bench &t) {
             t.sellBears();
             t.approveBy();
         },
         [](Bench &t, const CommandId &id) { return t.dossiers().correctMethod(id, t.sale.content.tenders.front().payment.id, u"ancv"_s); },
         u"PAYMENT_CORRECTED"_s},
        {"check in", [](Bench &t) { t.sellAdults(); },
         [](Bench &t, const CommandId &id) { return done(t.dossiers().checkIn(id, t.sale.dossierNumber, 2)); }, u"CHECK_IN"_s},
        {"check in and settle at arrival",
         [](Bench &t) {
             t.addAdults(1);
             t.sale = must(t.validate(Bench::later()));
         },
         [](Bench &t, const CommandId &id) { return done(t.dossiers().checkIn(id, t.sale.dossierNumber, 1)); }, u"CHECK_IN SALE"_s},
        {"reprint", [](Bench &t) { t.sellBears(); },
         [](Bench &t, const CommandId &id) { return done(t.dossiers().reprint(id, t.sale.dossierNumber)); }, u"COPY"_s},
        {"copy", [](Bench &t) { t.sellBears(); },
         [](Bench &t, const CommandId &id) { return done(t.dossiers().copy(id, t.sale.dossierNumber)); }, u"COPY"_s},
        {"block a gift card",
         [](Bench &t) {
             t.sellCard();
             t.manage();
         },
         [](Bench &t, const CommandId &id) { return GiftDesk{t.workplace()}.block(id, giftCode, u"lost"_s); }, u"GIFT_BLOCKED"_s},
    };
}

std::vector<TillCommand> deskCommands()
{
    return {
        {"open the till",
         [](Bench &t) {
             t.manage();
             must(t.desk().close(CommandId::generate(), counted(10'000)));
         },
         [](Bench &t, const CommandId &id) { return done(t.desk().open(id, {.clockConfirmed = true})); }, u"SESSION_OPENED"_s},
        {"move cash", [](Bench &t) { t.approveBy(); },
         [](Bench &t, const CommandId &id) {
             return t.desk().moveCash(id, CashMovementKind::In, cents(5000), u"appoint"_s, u"pour la boutique"_s);
         },
         u"CASH_MOVED"_s},
        {"open the drawer", [](Bench &t) { t.approveBy(); },
         [](Bench &t, const CommandId &id) { return t.desk().openDrawer(id, u"monnaie"_s); }, u"DRAWER_OPENED"_s},
        {"make an X", [](Bench &t) { t.manage(); }, [](Bench &t, const CommandId &id) { return done(t.desk().xReport(id)); },
         u"X_REPORT"_s},
        {"make a Z",
         [](Bench &t) {
             t.sellAdults();
             t.sellCard();
             t.manage();
         },
         [](Bench &t, const CommandId &id) { return done(t.desk().close(id, counted(12'000))); }, u"Z_REPORT"_s},
        {"complete a count",
         [](Bench &t) {
             t.clock.advance(std::chrono::hours{24});
             must(t.desk().close(CommandId::generate(), {}));
             t.manage();
         },
         [](Bench &t, const CommandId &id) {
             CashCount count;
             count.set(5000, 2);
             return t.desk().completeCount(id, {1}, count, u"compté"_s);
         },
         u"COUNT_COMPLETED"_s},
        {"enter training", [](Bench &t) { t.manage(); }, [](Bench &t, const CommandId &id) { return t.desk().setTraining(id, true); },
         u"TECHNICAL"_s},
        {"leave training",
         [](Bench &t) {
             t.train();
             t.sellBears();
         },
         [](Bench &t, const CommandId &id) { return t.desk().setTraining(id, false); }, u"TECHNICAL"_s},
        {"move stock", [](Bench &t) { t.manage(); },
         [](Bench &t, const CommandId &id) { return done(t.stock().move(id, u"ours"_s, StockMovementKind::Restock, 12)); },
         u"STOCK_MOVED"_s},
    };
}

std::vector<TillCommand> officeCommands()
{
    const auto administers = [](Bench &t) { t.administer(); };
    return {
        {"put a document", administers, [](Bench &t, const CommandId &id) { return t.office().createProduct(id, newProduct()); }, {}},
        {"put a product with a stock", administers,
         [](Bench &t, const CommandId &id) {
             QJsonObject product = toJson(newProduct());
             product[u"openingStock"_s] = 12;
             return done(t.office().put(id, DocumentKind::Product, product));
         },
         u"STOCK_MOVED"_s},
        {"import", administers,
         [](Bench &t, const CommandId &id) {
             return done(t.office().importCsv(id, DocumentKind::User, "key,role\nseller,manager\nmanager,manager\n", true));
         },
         u"TECHNICAL"_s},
        {"save the settings", administers,
         [](Bench &t, const CommandId &id) {
             TillSettings settings = t.workplace().settings;
             settings.businessDayStartsAtHour = 5;
             return t.office().saveSettings(id, settings);
         },
         u"TECHNICAL"_s},
        {"set a PIN", administers, [](Bench &t, const CommandId &id) { return t.office().setPin(id, u"seller"_s, u"4444"_s); },
         u"TECHNICAL"_s},
        {"add a user", administers,
         [](Bench &t, const CommandId &id) {
             User user;
             user.key = u"neuf"_s;
             user.displayName = u"Neuf"_s;
             return t.office().addUser(id, user, u"5555"_s);
         },
         u"TECHNICAL"_s},
        {"erase a customer",
         [](Bench &t) {
             t.line = t.addBear();
             must(t.checkout().comment(CommandId::generate(), t.line, u"cadeau"_s));
             must(t.checkout().setClient(CommandId::generate(), {.country = u"BE"_s, .name = u"Essai"_s}));
             must(t.payByCard());
             t.sale = must(t.validate());
             t.manage();
         },
         [](Bench &t, const CommandId &id) {
             return ErasureDesk{t.workplace()}.erase(id, DocumentKind::Customer, t.sale.content.customer);
         },
         u"TECHNICAL"_s},
        {"mark a paper as printed",
         [](Bench &t) { t.sellBears(); },
         [](Bench &t, const CommandId &) -> Result<> {
             PrintQueue queue{t.workplace()};
             TRY_LET(next, queue.next());
             return next ? queue.printed(next->id) : Result<>{};
         },
         {}},
    };
}

std::vector<TillCommand> allCommands()
{
    std::vector<TillCommand> all;
    for (auto part : {cartCommands, paymentCommands, saleCommands, dossierCommands, deskCommands, officeCommands})
        for (TillCommand &command : part())
            all.push_back(std::move(command));
    return all;
}

/// Runs a command again and again, each time with a later statement failing, until none is left to fail.
class FailingRuns
{
public:
    FailingRuns(Bench &till, const TillCommand &command) : m_till{till}, m_command{command}, m_before{till.standing()} {}

    /// Until something of the command stands; returns how many statements failed before.
    int untilItStands()
    {
        int failed = 0;
        for (int statement = 0; m_till.standing() == m_before; ++statement) {
            REQUIRE(statement < mostStatements);
            INFO("statement " << statement);
            failed += runFailing(statement) ? 1 : 0;
            REQUIRE((failed == statement + 1 || m_till.standing() != m_before)); // what was not made to fail has succeeded
        }
        return failed;
    }

    /// Again, with the statements of the repetition failing: the same answer, no second effect. Returns how many failed.
    int again()
    {
        const Standing after = m_till.standing();
        int statement = 0;
        for (; runFailing(statement); ++statement) {
            INFO("statement " << statement << " of the repetition");
            REQUIRE(statement < mostStatements);
            if (m_command.kind == Kind::Whole)
                REQUIRE(m_till.standing() == after);
        }
        return statement;
    }

private:
    /// Whether the failure came up; then the command must say so.
    bool runFailing(int statement)
    {
        failNthQueryForTest(statement);
        const Result<> done = m_command.run(m_till, m_id);
        const bool failed = !isQueryFailurePending();
        failNthQueryForTest(-1);
        if (failed)
            CHECK_FALSE(done);
        else
            must(done);
        return failed;
    }

    Bench &m_till;
    const TillCommand &m_command;
    const CommandId m_id = CommandId::generate();
    const Standing m_before;
};

void verifies(Bench &till)
{
    TillProjector projector;
    VerifyOptions options;
    options.record = till.workplace().ledger->identity();
    options.threads = 1;
    const VerifyReport verified = must(verifyLedger(till.workplace().db().file(), options, projector));
    if (verified.defect)
        FAIL(verified.defect->position.number << ": " << verified.defect->what.toStdString());
    CHECK(verified.replayed);
}

} // namespace

TEST_CASE("whichever statement of whichever command fails, it has happened whole or not at all, and with the same id once")
{
    for (const TillCommand &command : allCommands()) {
        DYNAMIC_SECTION(command.name)
        {
            Bench till;
            command.prepare(till);
            const qint64 head = must(selectInteger(till.workplace().db(), selectHeadNumber));
            FailingRuns runs{till, command};
            CHECK(runs.untilItStands() > 1);
            CHECK(runs.again() > 0);
            CHECK(typesSince(till, head) == command.facts);
            verifies(till);
        }
    }
}

TEST_CASE_METHOD(Bench, "whichever statement fails, a wrong PIN is never taken for a right one, and counted once")
{
    int statement = 0;
    for (;; ++statement) {
        REQUIRE(statement < mostStatements);
        failNthQueryForTest(statement);
        const auto entered = staff().logIn(u"manager"_s, u"9999"_s);
        const bool failed = !isQueryFailurePending();
        failNthQueryForTest(-1);
        CHECK(refusal(entered) == (failed ? ErrorCode::DatabaseFailed : ErrorCode::PinWrong));
        CHECK(must(staff().current()).user == u"seller");
        if (!failed)
            break;
    }
    CHECK(statement >= 3);
    for (int tries = 1; tries < 5; ++tries)
        CHECK(refusal(staff().logIn(u"manager"_s, u"9999"_s)) == ErrorCode::PinWrong);
    CHECK(refusal(staff().logIn(u"manager"_s, u"2222"_s)) == ErrorCode::LockedOut);
}

TEST_CASE_METHOD(Bench, "whichever statement fails, nobody is let in or approves by half")
{
    CHECK(refusal(staff().logIn(u"manager"_s, u"9999"_s)) == ErrorCode::PinWrong); // so that a right PIN has something to write
    int statement = 0;
    for (;; ++statement) {
        REQUIRE(statement < mostStatements);
        failNthQueryForTest(statement);
        const auto approved = staff().approve(u"manager"_s, u"2222"_s);
        const bool failed = !isQueryFailurePending();
        failNthQueryForTest(-1);
        CHECK(approved.has_value() == !failed);
        CHECK(workplace().approval.has_value() == !failed);
        if (!failed)
            break;
    }
    CHECK(statement >= 3);
}
