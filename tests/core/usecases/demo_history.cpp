// SPDX-License-Identifier: GPL-3.0-or-later
// The past of a demo: ours, and what is received of its other tills (decisions 15).
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/Rebuild.h"
#include "core/ledger/StockStore.h"
#include "core/ledger/Verifier.h"
#include "core/ledger/ZStore.h"
#include "core/usecases/TillCreation.h"
#include "tests/core/usecases/TillFixture.h"

#include <QSet>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int days = 3;
const QDate today{2026, 11, 23};

constexpr Sql countOwnOfOthers = R"(SELECT COUNT(*) FROM fact WHERE own AND till <> :till)";

void makeDemo(const QString &folder, int historyDays)
{
    const SimulatedClock clock{QDateTime{today, QTime{10, 0}, brussels()}};
    TillCreation creation;
    creation.demo = true;
    creation.historyDays = historyDays;
    creation.secretStore = u"file"_s;
    must(createTill(folder, creation, clock));
}

std::unique_ptr<Database> ledgerIn(const QString &folder)
{
    return must(Database::open(DataFolder{folder}.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly}));
}

std::vector<Fact> factsOf(Database &db)
{
    std::vector<Fact> facts;
    must(forEachFact(db, 0, [&facts](const Fact &fact, qint64) -> Result<> {
        facts.push_back(fact);
        return {};
    }));
    return facts;
}

/// A demo with three days behind it, made once for all tests, which only read it.
class DemoWithPast
{
public:
    DemoWithPast() : m_folder{made()}, db{ledgerIn(m_folder)}, own{must(readIdentity(DataFolder{m_folder})).till}, facts{factsOf(*db)} {}

    /// The tills by the code that their dossiers carry.
    QMap<QString, QString> tillsByCode() const
    {
        QMap<QString, QString> tills;
        for (const Fact &fact : facts) {
            if (fact.body.type != FactType::Sale && fact.body.type != FactType::Order)
                continue;
            const QString code = must(saleContentFromJson(fact.content)).dossierNumber.mid(7, 2);
            CHECK(tills.value(code, fact.body.position.till) == fact.body.position.till);
            tills.insert(code, fact.body.position.till);
        }
        return tills;
    }

private:
    static QString made()
    {
        static const QTemporaryDir place;
        static const QString folder = [] {
            makeDemo(place.filePath(u"till"_s), days);
            return place.filePath(u"till"_s);
        }();
        return folder;
    }

    QString m_folder;

public:
    const std::unique_ptr<Database> db;
    const QString own;
    const std::vector<Fact> facts;
};

/// All that does not differ by key or id.
QStringList storyOf(const std::vector<Fact> &facts)
{
    QStringList story;
    for (const Fact &fact : facts)
        story.append(u"%1 %2 %3 %4%5 %6"_s.arg(factTypeName(fact.body.type), toRfc3339(fact.body.at), fact.body.actor.user,
                                               fact.body.document.series, QString::number(fact.body.document.number),
                                               QString::number(turnoverOf(fact.body).cents())));
    return story;
}

} // namespace

TEST_CASE_METHOD(DemoWithPast, "the other tills of a demo with a past are received: each a chain with its own key, ours holds only ours")
{
    QSet<QString> keys;
    for (const ChainIdentity &chain : must(Journal::chains(*db))) {
        CHECK(chain.own == (chain.till == own));
        keys.insert(chain.key.fingerprint());
    }
    CHECK(keys.size() == 4);
    CHECK(must(selectInteger(*db, countOwnOfOthers, {{":till", own}})) == 0);
    QMap<QString, qint64> numbers;
    for (const Fact &fact : facts)
        CHECK(fact.body.position.number == ++numbers[fact.body.position.till]);
    CHECK(numbers.size() == 4);
    const QMap<QString, QString> tills = tillsByCode();
    CHECK(tills.keys() == QStringList{u"01"_s, u"02"_s, u"03"_s, u"04"_s});
    CHECK(tills[u"01"_s] == own);
}

TEST_CASE_METHOD(DemoWithPast, "what is received of the other tills moves neither our Z, nor our numbers, nor our perpetual totals")
{
    CHECK(must(ZStore{*db}.zNumbers(own)).size() == days);
    GrandTotals totals;
    GrandTotals last;
    qint64 receipts = 0;
    for (const Fact &fact : facts) {
        if (fact.body.position.till != own)
            continue;
        totals = totalsAfter(totals, fact.body);
        last = fact.body.totals;
        if (fact.body.document.series == u"R")
            CHECK(fact.body.document.number == ++receipts);
    }
    CHECK(last == totals);
    CHECK(last.net.isPositive());
}

TEST_CASE_METHOD(DemoWithPast, "a demo with a past verifies, and comes out the same when it is rebuilt")
{
    TillProjector projector;
    VerifyOptions options;
    options.record = must(readIdentity(DataFolder{QFileInfo{db->file()}.path()}));
    const VerifyReport report = must(verifyLedger(db->file(), options, projector));
    INFO((report.defect ? report.defect->what : QString{}).toStdString());
    CHECK(report.exitStatus() == 0);
    CHECK(report.replayed);
    CHECK(report.chains.size() == 4);
    CHECK(report.zReports == days);
    const auto target = must(Database::openInMemory());
    CHECK(must(rebuildInto(*db, *target, projector)) == static_cast<qint64>(facts.size()));
    CHECK(must(firstDifference(*db, *target, projector.projectionTables())) == QString{});
}

TEST_CASE_METHOD(DemoWithPast, "what the other tills sold has left the stock, which was opened once")
{
    QHash<QString, qint64> expected;
    qint64 soldElsewhere = 0;
    for (const Fact &fact : facts) {
        if (fact.body.type == FactType::StockMoved) {
            CHECK(fact.body.position.till == own);
            for (const StockMovement &movement : must(stockContentFromJson(fact.content)).movements)
                expected[movement.product] += movement.quantity;
        } else if (fact.body.type == FactType::Sale) {
            for (const SaleLine &line : must(saleContentFromJson(fact.content)).lines) {
                if (line.priced.kind != LineKind::Product)
                    continue;
                expected[line.priced.item] -= line.priced.quantity;
                soldElsewhere += fact.body.position.till == own ? 0 : line.priced.quantity;
            }
        } else if (fact.body.type == FactType::Refund) {
            for (const SaleLine &line : must(refundContentFromJson(fact.content)).takenBack)
                if (line.priced.kind == LineKind::Product)
                    expected[line.priced.item] -= line.priced.quantity; // negative: it came back
        }
    }
    CHECK(std::ranges::count_if(facts, [](const Fact &fact) { return fact.body.type == FactType::StockMoved; }) == 1);
    CHECK(soldElsewhere > 0);
    REQUIRE_FALSE(expected.isEmpty());
    CHECK(must(StockStore{*db}.levels(expected.keys())) == expected);
}

TEST_CASE_METHOD(DemoWithPast, "what was booked by telephone stands among our dossiers: for days to come, by name, some with a deposit")
{
    DossierSearch search;
    search.till = tillsByCode()[u"04"_s];
    search.visitFrom = today;
    const std::vector<DossierRow> rows = must(DossierStore{*db}.search(search));
    search.visitFrom = {};
    CHECK(must(DossierStore{*db}.sum(search)).count == static_cast<qint64>(rows.size()));
    CHECK(rows.size() >= days); // somebody calls every day
    for (const DossierRow &row : rows) {
        CHECK(row.number.mid(7, 2) == u"04");
        CHECK_FALSE(row.customerName.isEmpty());
    }
    const auto of = [&rows](const QString &customer) {
        const auto row = std::ranges::find(rows, customer, &DossierRow::customerName);
        REQUIRE(row != rows.end());
        return *row;
    };
    const DossierRow school = of(u"École communale de Val-Brune"_s);
    CHECK(stateShown(school) == DossierState::Confirmed);
    CHECK(must(PaymentStore{*db}.money(school.id)).advances == cents(5000));
    CHECK(school.due == school.total - cents(5000));
    const DossierRow family = of(u"Pieter Claes"_s);
    CHECK(stateShown(family) == DossierState::Settled);
    CHECK(family.due.isZero());
    const DossierRow walkers = of(u"Amicale des marcheurs du plateau"_s);
    CHECK(walkers.due == walkers.total);
}

TEST_CASE_METHOD(DemoWithPast, "the past of a demo is the same each time, that of the other tills too")
{
    const QTemporaryDir place;
    makeDemo(place.filePath(u"again"_s), days);
    CHECK(storyOf(factsOf(*ledgerIn(place.filePath(u"again"_s)))) == storyOf(facts));
}

TEST_CASE("a demo without a past is a fresh attraction: nobody has sold, no other till is known")
{
    const QTemporaryDir place;
    makeDemo(place.filePath(u"till"_s), 0);
    const auto db = ledgerIn(place.filePath(u"till"_s));
    CHECK(must(Journal::chains(*db)).size() == 1);
    for (const Fact &fact : factsOf(*db))
        CHECK((fact.body.type == FactType::Technical || fact.body.type == FactType::StockMoved));
}
