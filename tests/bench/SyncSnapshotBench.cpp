// SPDX-License-Identifier: GPL-3.0-or-later
// A machine takes the place of a till of a large attraction (SYN-4): from an empty folder to its first sale.
#include "sync/client/Replacement.h"

#include "core/usecases/Staff.h"
#include "tests/bench/LightTill.h"
#include "tests/bench/SyncedBenchTill.h"

#include <future>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int productsOfDemo = 340;
constexpr int sellingTills = 4;
constexpr int firstNumber = 50;     ///< In dossier numbers; the centre begins at 1.
constexpr size_t factsOfPush = 400; ///< The centre takes 500.
constexpr int linesOfSale = 2;      ///< Tickets of two kinds, or a ticket and a souvenir.
constexpr qint64 daysOfSales = 365;
constexpr auto largeAccount = "attraction"_L1;

/// A till of the attraction that has sold for a year, as its facts alone: the centre makes of them what it makes of any.
struct SellingTill
{
    explicit SellingTill(int number) : light{firstNumber + number, clock} {}
    /// Sells so many dossiers, spread over the year, and sends them in batches.
    void sell(const SaleTemplate &sale, int dossiers, const QUrl &url)
    {
        CentralClient client{{.url = url, .token = token}, std::chrono::seconds{60}};
        const auto between = std::chrono::milliseconds{std::chrono::days{daysOfSales}} / dossiers;
        FactPush push;
        for (int i = 0; i < dossiers; ++i) {
            for (StoredBytes &fact : light.sell(sale))
                push.facts.push_back(std::move(fact));
            clock.advance(between);
            if (push.facts.size() < factsOfPush && i + 1 < dossiers)
                continue;
            got(client.push(push));
            push.facts.clear();
        }
    }

    SimulatedClock clock{SystemClock{}.now().addDays(-daysOfSales)};
    LightTill light;
    QByteArray token;
};

/// A centre with the products of one till and the dossiers of others; that till is to be replaced.
class LargeAttraction
{
public:
    LargeAttraction(BenchEngine engine, const Options &options) : m_centre{engine}
    {
        SyncedBenchTill till{options.count(50'000 - productsOfDemo, 60)};
        m_centre.addAccount(largeAccount);
        till.enrol(m_centre, largeAccount);
        for (int i = 0; i < sellingTills; ++i) {
            SellingTill &selling = *m_selling.emplace_back(std::make_unique<SellingTill>(i));
            selling.token = m_centre.enrol(largeAccount, [&](const QString &code) { return selling.light.enrolment(code); }).token;
        }
        m_code = m_centre.replacementCode({.account = largeAccount, .code = u"01"_s});
        const SaleTemplate sale = SaleTemplate::of(till, linesOfSale);
        m_centre.startProcesses(1);
        till.keepEnrolment(url());
        got(till.push(url()));
        sellDossiers(sale, options.count(100'000, 400) / sellingTills);
    }
    QUrl url() const { return m_centre.url(); }
    const QString &code() const { return m_code; }

private:
    /// All at once: while the centre takes what one sends, the others sign.
    void sellDossiers(const SaleTemplate &sale, int each)
    {
        std::vector<std::future<void>> running;
        for (const auto &selling : m_selling)
            running.push_back(std::async(std::launch::async, [&, till = selling.get()] { till->sell(sale, each, url()); }));
        for (auto &one : running)
            one.get();
    }

    BenchCentre m_centre;
    std::vector<std::unique_ptr<SellingTill>> m_selling;
    QString m_code;
};

void replace(const QString &folder, const LargeAttraction &attraction)
{
    const SystemClock clock;
    FileSecretStore secrets{folder};
    const TillReplacement wanted{
        .address = {.url = attraction.url(), .token = {}}, .code = attraction.code(), .administrator = {}, .pin = {}, .preferFile = true};
    const ReplacementHooks hooks{
        .keepToken = [&](const TillIdentity &, const QByteArray &token) { return secrets.write(centreTokenName, token); }};
    got(replaceTill(folder, wanted, clock, secrets, hooks));
}

/// The day is open: it came with the till.
void sellFirst(const QString &folder)
{
    const SystemClock clock;
    ManualTerminal terminal;
    const auto workplace = got(Workplace::open({.dataFolder = folder, .clock = &clock, .terminal = &terminal}));
    got(Staff{*workplace}.logIn(u"Claire"_s, u"5555"_s));
    got(workplace->openSession());
    Checkout checkout{*workplace};
    got(checkout.addProduct(CommandId::generate(), u"p001"_s));
    got(checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = Money::fromCents(50'000)}));
    got(checkout.validate(CommandId::generate()));
}

std::vector<Figure> measure(BenchEngine engine, const QString &suffix, const Options &options)
{
    const LargeAttraction attraction{engine, options};
    const QTemporaryDir place;
    const QString machine = place.filePath(u"machine"_s);
    const double copied = secondsOf([&] { replace(machine, attraction); });
    const double sold = secondsOf([&] { sellFirst(machine); });
    return {{.name = u"sync_snapshot"_s + suffix, .value = copied + sold, .unit = u"s"_s, .reference = {}, .bar = 60},
            {.name = u"sync_snapshot_copy"_s + suffix, .value = copied, .unit = u"s"_s, .reference = {}, .bar = {}}};
}

} // namespace

std::vector<Figure> snapshotFigures(const Options &options)
{
    return measure(BenchEngine::Sqlite, {}, options);
}

std::vector<Figure> snapshotPostgresqlFigures(const Options &options)
{
    return measure(BenchEngine::Postgresql, u"_postgresql"_s, options);
}

} // namespace guichet::bench
