// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimulatedAttraction.h"

#include "core/ledger/AskedHoldStore.h"
#include "core/ledger/Columns.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/StockDesk.h"
#include "sync/client/OnlineCentre.h"
#include "tests/simulation/Agreement.h"
#include "tests/sync/RawClient.h"

#include <QJsonArray>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql countSalesOf = R"(SELECT COUNT(*) FROM receipt WHERE kind = 'sale' AND dossier = :dossier)";
constexpr Sql countAllSales = R"(SELECT COUNT(*) FROM receipt WHERE kind = 'sale')";

constexpr Sql countPlaces = R"(
SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM visit_use WHERE formula = :formula AND visit_date = :visit_date AND slot = :slot)";
constexpr Sql countDepartures = R"(
SELECT COUNT(*) FROM (SELECT visit_date, slot FROM visit_use WHERE formula = :formula GROUP BY visit_date, slot) AS departures)";

const QString boat = u"bateau"_s;
constexpr int boatCapacity = 7;
constexpr int minutesBetweenBoats = 15;
constexpr std::chrono::minutes mostUnsent{8};
constexpr int mostAttempts = 200;
constexpr std::chrono::milliseconds patienceOfQuestion{20'000}; ///< What is asked in vain, the line drops at once.
constexpr int percentOfFaults = 35;
constexpr int mostRounds = 30;

/// What a till may answer to somebody who asks too much. Nothing else may come of a bad line.
bool isRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::DiskFull:
    case ErrorCode::FileFailed:
    case ErrorCode::Internal:
    case ErrorCode::KeyUnavailable:
    case ErrorCode::ChainBroken: return false;
    default: return true;
    }
}

/// A till asks only while it sells places: the other sales take none, and would leave questions behind (SimulatedAttraction::isHeardOut()).
class AskingTill
{
public:
    explicit AskingTill(SyncedTill &till) : m_till{till} { m_till.workplace().centre = m_till.state(); }
    ~AskingTill() { m_till.workplace().centre = {}; }
    AskingTill(const AskingTill &) = delete;
    AskingTill &operator=(const AskingTill &) = delete;

private:
    SyncedTill &m_till;
};

/// A certificate in order, which is not the one that the tills pin.
QSslConfiguration identityOfImpostor()
{
    const OwnCertificate own = makeOwnCertificate(u"ec"_s);
    return must(serverIdentityOf(own.certificate, own.key));
}

} // namespace

SimulatedAttraction::SimulatedAttraction(std::unique_ptr<SimulatedCentre> centre, quint32 seed)
    : m_random{seed}, m_centre{std::move(centre)}, m_line{seed + 1}, m_pinned{makeOwnCertificate(u"ec"_s)},
      m_impostor{identityOfImpostor()}, m_now{fromRfc3339(u"2026-11-23T10:00:00.000+01:00"_s)}
{
    std::array<QString, tills> codes;
    for (QString &code : codes)
        code = m_centre->enrolmentCode();
    m_centre->start();
    m_line.setTargets(m_centre->ports());
    m_line.setKill([this] { m_centre->kill(); });
    const QUrl url = must(centralUrl(u"http://127.0.0.1:%1"_s.arg(m_line.serverPort())));
    for (size_t i = 0; i < tills; ++i) {
        std::unique_ptr<SyncedTill> &till = m_tills[i];
        till = std::make_unique<SyncedTill>();
        if (i == 0) { // what the others get from it
            till->putReason(u"pluie"_s, Reason::Kind::Cancellation);
            till->putReason(u"retour"_s, Reason::Kind::Refund);
            putBoats(*till);
        }
        logIn(*till);
        CentralClient client{{.url = url, .token = {}}};
        must(till->keep(url, must(client.enrol(till->enrolment(codes[i])))));
        must(exchangeOnce(*till, url)); // its catalogue is there before the next one comes
    }
    m_line.setFaults(percentOfFaults);
}

size_t SimulatedAttraction::indexOf(const SyncedTill &till) const
{
    return static_cast<size_t>(std::ranges::find_if(m_tills, [&](const auto &one) { return one.get() == &till; }) - m_tills.begin());
}

void SimulatedAttraction::logIn(SyncedTill &till)
{
    must(till.staff().logIn(u"manager"_s, u"2222"_s));
}

void SimulatedAttraction::setClocks()
{
    m_now = m_now.addMSecs(500 + below(3000));
    m_centre->setClock(m_now);
    for (size_t i = 0; i < tills; ++i)
        m_tills[i]->clock.set(m_now.addDays(m_daysOff[i]));
}

/// Whether it was done. A till may refuse what somebody asks; its machine room may not fail.
template <typename T>
bool SimulatedAttraction::allowed(const Result<T> &done)
{
    if (!done && !isRefusal(done.error().code))
        FAIL(codeName(done.error().code).latin1() << " " << done.error().detail.toStdString());
    return done.has_value();
}

void SimulatedAttraction::step()
{
    using Operation = void (SimulatedAttraction::*)(SyncedTill &);
    struct Share
    {
        const char *name;
        int weight;
        Operation operation;
    };
    static constexpr Share shares[] = {{"sell", 22, &SimulatedAttraction::sell},
                                       {"sell places", 8, &SimulatedAttraction::sellPlaces},
                                       {"sell a boat", 8, &SimulatedAttraction::sellBoat},
                                       {"sell with a code", 4, &SimulatedAttraction::sellWithCode},
                                       {"sell a gift", 4, &SimulatedAttraction::sellGift},
                                       {"use a gift", 5, &SimulatedAttraction::useGift},
                                       {"order", 4, &SimulatedAttraction::order},
                                       {"cancel", 3, &SimulatedAttraction::cancel},
                                       {"refund", 4, &SimulatedAttraction::refund},
                                       {"check in", 5, &SimulatedAttraction::checkIn},
                                       {"move stock", 5, &SimulatedAttraction::moveStock},
                                       {"edit", 6, &SimulatedAttraction::edit},
                                       {"edit a customer", 4, &SimulatedAttraction::editCustomer},
                                       {"close the day", 1, &SimulatedAttraction::closeDay},
                                       {"kill a till", 1, &SimulatedAttraction::kill},
                                       {"kill the centre", 1, &SimulatedAttraction::killCentre},
                                       {"exchange", 14, &SimulatedAttraction::exchange},
                                       {"meet an impostor", 1, &SimulatedAttraction::meetImpostor}};
    setClocks();
    sendInTime();
    int drawn = below(100);
    for (const Share &share : shares) {
        drawn -= share.weight;
        if (drawn >= 0)
            continue;
        INFO(share.name);
        ++m_done[QString::fromLatin1(share.name)];
        (this->*share.operation)(any());
        return;
    }
}

bool SimulatedAttraction::addVisit(SyncedTill &till, const QString &formula, int adults, const Visit &visit)
{
    FormulaOrder order;
    order.formula = formula;
    order.date = visit.date;
    order.slot = visit.slot;
    order.units = {{.key = u"adulte"_s, .quantity = adults}};
    return allowed(till.checkout().add(CommandId::generate(), order));
}

/// Pays what is due in cash and validates; what cannot be sold is given back.
bool SimulatedAttraction::finish(SyncedTill &till, const ValidateRequest &request)
{
    if (!request.paymentToCome)
        allowed(till.pay(u"cash"_s)); // nothing may be due
    const Result<SaleOutcome> outcome = till.validate(request);
    if (allowed(outcome)) {
        (outcome->order ? m_ordered : m_sold) << outcome->dossierNumber;
        if (!outcome->order)
            ++m_saleFacts[outcome->content.dossier.toString()];
        return true;
    }
    for (const Id<Payment> &payment : must(till.checkout().view()).returnable)
        allowed(till.checkout().reverse(CommandId::generate(), payment));
    allowed(till.checkout().clear(CommandId::generate()));
    return false;
}

void SimulatedAttraction::sell(SyncedTill &till)
{
    const bool hasVisit = below(3) > 0 && addVisit(till, u"parc"_s, 1 + below(4));
    if (!hasVisit || below(3) == 0)
        allowed(till.checkout().addProduct(CommandId::generate(), anyOf({u"ours"_s, u"p1002"_s, u"p2347"_s}), 1 + below(3)));
    finish(till);
}

void SimulatedAttraction::ask(SyncedTill &till, CentreQuestions::Carts carts)
{
    OnlineCentre centre{[&]() -> Result<CentralAddress> { return till.address(); }, patienceOfQuestion};
    must(askCentre(centre, [&](const std::function<Result<>(Workplace &)> &work) { return work(till.workplace()); }, carts));
}

/// Whether the centre knows what became of the till's last cart. Several that wait would be told in an order that no seed decides.
bool SimulatedAttraction::isHeardOut(SyncedTill &till)
{
    ask(till, CentreQuestions::Carts::All);
    return must(AskedHoldStore{till.workplace().db()}.waiting()).empty();
}

/// Whatever the centre says or does not say: what it refuses is not sold, and without its word a till sells all the same.
void SimulatedAttraction::sellPlaces(SyncedTill &till)
{
    const AskingTill asking{till};
    const Visit visit{.date = {}, .slot = {10 + below(8), 30 * below(2)}};
    const int adults = 1 + below(3);
    if (!isHeardOut(till) || !addVisit(till, u"grotte"_s, adults, visit))
        return;
    ask(till, CentreQuestions::Carts::InProgress);
    finish(till);
}

void SimulatedAttraction::putBoats(SyncedTill &till)
{
    Pool pool;
    pool.key = boat;
    pool.name = boat;
    pool.capacity = boatCapacity;
    SlotPattern pattern;
    pattern.first = {9, 0};
    pattern.last = {17, 45};
    pattern.everyMinutes = minutesBetweenBoats;
    Formula formula = *till.workplace().catalogue->formula(u"grotte"_s);
    formula.key = boat;
    formula.name = boat;
    formula.pools = {{.pool = boat, .units = 1}};
    formula.slotPatterns = {pattern};
    DocumentStore documents{till.workplace().db()};
    const DocumentChange change{.user = u"boss"_s, .at = till.clock.now()};
    must(documents.put(DocumentKind::Pool, toJson(pool), change));
    must(documents.put(DocumentKind::Formula, toJson(formula), change));
    must(till.workplace().documentsChanged());
}

/// One of the next, by the right clock: a till that is a day ahead finds that it has left.
Visit SimulatedAttraction::nextDeparture()
{
    constexpr int between = minutesBetweenBoats * 60'000;
    const int next = m_now.time().msecsSinceStartOfDay() / between + 1 + below(3);
    return {.date = m_now.date(), .slot = QTime::fromMSecsSinceStartOfDay(next * between % 86'400'000)};
}

/// A family that does not know how many it is: each time the centre is asked. Places in the cart.
int SimulatedAttraction::fillBoat(SyncedTill &till, const Visit &departure)
{
    const int changes = 1 + below(3);
    int places = 0;
    for (int change = 0; change < changes; ++change) {
        const int adults = 1 + below(3);
        const auto view = must(till.checkout().view());
        const bool isDone = view.cart.isEmpty()
                                ? addVisit(till, boat, adults, departure)
                                : allowed(till.checkout().setQuantity(CommandId::generate(), view.cart.lines.front().id, adults));
        if (!isDone)
            continue;
        places = adults;
        ask(till, CentreQuestions::Carts::InProgress);
    }
    return places;
}

/// Boats are sold by who has the centre's word, or has borrowed the places: never more than there are (decisions 23, SYN-3).
void SimulatedAttraction::sellBoat(SyncedTill &till)
{
    const AskingTill asking{till};
    if (!must(till.checkout().view()).cart.isEmpty() || !isHeardOut(till))
        return;
    const Visit departure = nextDeparture();
    const int places = fillBoat(till, departure);
    if (places == 0)
        return;
    const std::vector<LinePlaces> mentioned = must(till.checkout().view()).places;
    m_toldFull += std::ranges::any_of(mentioned, [](const LinePlaces &line) { return line.state == LinePlaces::State::SoldOut; }) ? 1 : 0;
    if (!mentioned.empty())
        allowed(till.checkout().clear(CommandId::generate()));
    else if (finish(till))
        noteBoat(till, departure, places);
}

void SimulatedAttraction::noteBoat(SyncedTill &till, const Visit &departure, int places)
{
    m_sold.removeLast(); // nobody gets money back for a boat: what was sold stays sold
    QDateTime &unsent = m_unsentSince[indexOf(till)];
    if (!unsent.isValid())
        unsent = m_now;
    INFO(departure.date << " " << departure.slot.toString());
    CHECK((m_boats[departure] += places) <= boatCapacity);
}

/// A hold lapses a quarter of an hour after its answer: until then a line that is bad, and not down, has let the sale through. The program
/// tries every few seconds.
void SimulatedAttraction::sendInTime()
{
    for (size_t i = 0; i < tills; ++i) {
        if (!m_unsentSince[i].isValid() || m_unsentSince[i].addSecs(std::chrono::seconds{mostUnsent}.count()) > m_now)
            continue;
        m_unsentSince[i] = {};
        for (int attempt = 0; m_tills[i]->state().waiting > 0; ++attempt) {
            REQUIRE(attempt < mostAttempts);
            exchange(*m_tills[i]);
        }
    }
}

void SimulatedAttraction::sellWithCode(SyncedTill &till)
{
    if (!addVisit(till, u"parc"_s, 1))
        return;
    allowed(till.checkout().applyPromoCode(CommandId::generate(), u"MOINS10"_s));
    finish(till);
}

void SimulatedAttraction::sellGift(SyncedTill &till)
{
    const QString code = u"SIM%1"_s.arg(qint64{m_gifts.size()}, 5, 10, QChar{u'0'});
    if (!allowed(till.checkout().sellGift(CommandId::generate(), GiftKind::Card, cents(1000 + 500 * below(10)), code)))
        return;
    if (finish(till))
        m_gifts << code;
}

void SimulatedAttraction::useGift(SyncedTill &till)
{
    if (m_gifts.isEmpty() || !addVisit(till, u"parc"_s, 1 + below(2)))
        return;
    allowed(till.pay(u"gift_card"_s, {}, anyOf(m_gifts)));
    finish(till);
}

void SimulatedAttraction::order(SyncedTill &till)
{
    ValidateRequest later;
    later.paymentToCome = true;
    later.dueOn = m_now.date().addDays(8);
    if (addVisit(till, below(2) == 0 ? u"parc"_s : u"grotte"_s, 1 + below(3), {}))
        finish(till, later);
}

void SimulatedAttraction::cancel(SyncedTill &till)
{
    allowed(DossierDesk{till.workplace()}.cancel(CommandId::generate(), anyOf(m_ordered), u"pluie"_s));
}

void SimulatedAttraction::refund(SyncedTill &till)
{
    allowed(DossierDesk{till.workplace()}.refund(CommandId::generate(), anyOf(m_sold),
                                                 {.lines = {}, .reason = u"retour"_s, .restock = below(2) == 0},
                                                 {.method = u"cash"_s, .reference = {}, .giftCode = {}}));
}

void SimulatedAttraction::checkIn(SyncedTill &till)
{
    allowed(DossierDesk{till.workplace()}.checkIn(CommandId::generate(), anyOf(m_sold), 1, VisitDay::Any));
}

void SimulatedAttraction::moveStock(SyncedTill &till)
{
    const auto kind = below(2) == 0 ? StockMovementKind::Restock : StockMovementKind::Breakage;
    allowed(StockDesk{till.workplace()}.move(CommandId::generate(), anyOf({u"ours"_s, u"p1002"_s, u"p2347"_s}), kind, 1 + below(20)));
}

void SimulatedAttraction::put(SyncedTill &till, DocumentKind kind, const QString &key, const QString &field, const QJsonValue &value)
{
    DocumentStore documents{till.workplace().db()};
    const std::optional<Document> known = must(documents.get(kind, key));
    if (!known)
        return;
    QJsonObject body = known->body;
    body[field] = value;
    must(documents.put(kind, body, {.user = u"boss"_s, .at = till.clock.now()}));
    must(till.workplace().documentsChanged());
}

void SimulatedAttraction::edit(SyncedTill &till)
{
    switch (below(4)) {
    case 0: return put(till, DocumentKind::Product, anyOf({u"ours"_s, u"p1002"_s}), u"price"_s, 100 + below(5000));
    case 1: return put(till, DocumentKind::Formula, anyOf({u"parc"_s, u"grotte"_s}), u"name"_s, u"Formule %1"_s.arg(below(1000)));
    case 2: return put(till, DocumentKind::PromoCode, u"moins10"_s, u"uses"_s, 1 + below(1000));
    default: return put(till, DocumentKind::Resource, u"adulte"_s, u"name"_s, u"Adulte %1"_s.arg(below(1000)));
    }
}

void SimulatedAttraction::editCustomer(SyncedTill &till)
{
    DocumentStore documents{till.workplace().db()};
    const DocumentChange change{.user = u"boss"_s, .at = till.clock.now()};
    const QString known = u"c%1"_s.arg(below(m_customers + 1));
    Client client;
    client.name = u"Client %1"_s.arg(below(1000));
    switch (below(4)) {
    case 0: must(documents.putCustomer(u"c%1"_s.arg(++m_customers), client, change)); return;
    case 1:
        if (must(documents.get(DocumentKind::Customer, known)))
            must(documents.erase(DocumentKind::Customer, known, change));
        return;
    default: put(till, DocumentKind::Customer, known, u"name"_s, client.name);
    }
}

/// The next day of the till may begin with a clock that is a day wrong.
void SimulatedAttraction::closeDay(SyncedTill &till)
{
    allowed(till.checkout().clear(CommandId::generate()));
    if (!allowed(till.desk().close(CommandId::generate(), {})))
        return;
    m_daysOff[indexOf(till)] = below(3) - 1;
    setClocks();
    OpenRequest request;
    request.amount = cents(10'000);
    request.clockConfirmed = true;
    must(till.desk().open(CommandId::generate(), request));
}

/// What it had in memory is gone: a cart with lines stays.
void SimulatedAttraction::kill(SyncedTill &till)
{
    addVisit(till, u"parc"_s, 1);
    till.restart();
    logIn(till);
    finish(till);
}

void SimulatedAttraction::killCentre(SyncedTill &)
{
    m_centre->kill();
}

Result<int> SimulatedAttraction::exchangeOnce(SyncedTill &till, const QUrl &url)
{
    CentralAddress address = till.address();
    address.url = url;
    address.authority = m_pinned.certificate;
    CentralClient client{address};
    Exchange exchange{client, till, till.clock};
    TRY_LET(sent, exchange.push());
    TRY_LET(taken, exchange.pullAll());
    return sent + taken;
}

void SimulatedAttraction::exchange(SyncedTill &till)
{
    allowed(exchangeOnce(till, till.address().url));
}

void SimulatedAttraction::meetImpostor(SyncedTill &till)
{
    CHECK(refusal(exchangeOnce(till, m_impostor.url())) == ErrorCode::CentreNotTrusted);
    CHECK(m_impostor.requests == 0);
}

void SimulatedAttraction::settle()
{
    m_line.setFaults(0);
    std::ignore = soon([] { return false; }, 300); // what was held back arrives, who was to be killed is
    m_centre->waitUntilServes();
    m_daysOff = {};
    int quiet = 0; // documents that come down are not counted: once more when nothing seems to move
    for (int round = 0; quiet < 2; ++round) {
        REQUIRE(round < mostRounds);
        setClocks();
        bool isMoving = false;
        for (const auto &till : m_tills)
            isMoving = must(exchangeOnce(*till, till->address().url)) > 0 || till->state().waiting > 0 || isMoving;
        quiet = isMoving ? 0 : quiet + 1;
    }
}

void SimulatedAttraction::checkThatAllAgree()
{
    const std::unique_ptr<Database> centre = m_centre->stopAndOpen();
    for (const auto &till : m_tills)
        checkThatItAgrees(*till, *centre);
    for (const auto &till : m_tills)
        CHECK(must(sharedDocuments(till->workplace().db())) == must(sharedDocuments(m_tills.front()->workplace().db())));
    qint64 sales = 0;
    for (const auto &[dossier, validated] : m_saleFacts) {
        INFO(dossier);
        CHECK(must(selectInteger(*centre, countSalesOf, {{":dossier", dossier}})) == validated);
        sales += validated;
    }
    CHECK(must(selectInteger(*centre, countAllSales)) == sales);
    checkBoats(*centre);
}

/// What the tills thought they sold is what the ledger says.
void SimulatedAttraction::checkBoats(Database &centre) const
{
    for (const auto &[departure, places] : m_boats) {
        INFO(departure.date << " " << departure.slot.toString());
        CHECK(must(selectInteger(centre, countPlaces,
                                 {{":formula", boat}, {":visit_date", departure.date}, {":slot", slotColumn(departure.slot)}})) == places);
    }
    CHECK(must(selectInteger(centre, countDepartures, {{":formula", boat}})) == static_cast<qint64>(m_boats.size()));
}

void SimulatedAttraction::checkThatBoatsWereFull() const
{
    CHECK(m_toldFull > 0);
    CHECK(std::ranges::any_of(m_boats, [](const auto &one) { return one.second == boatCapacity; }));
}

QString SimulatedAttraction::told() const
{
    QStringList words;
    for (const auto &[name, count] : m_done)
        words << u"%1: %2"_s.arg(name).arg(count);
    for (const auto &[fault, count] : m_line.drawn())
        words << u"fault %1: %2"_s.arg(static_cast<int>(fault)).arg(count);
    const auto full = std::ranges::count_if(m_boats, [](const auto &one) { return one.second == boatCapacity; });
    words << u"boats: %1, full: %2, told so: %3"_s.arg(m_boats.size()).arg(full).arg(m_toldFull);
    if (const QString ofCentre = m_centre->told(); !ofCentre.isEmpty())
        words << ofCentre;
    return words.join(u", "_s);
}

} // namespace guichet
