// SPDX-License-Identifier: GPL-3.0-or-later
// The threads that exchange in the program, on a bad line: what the other simulation, whose seed gives the same again, has no room for.
#include "sync/client/SyncThread.h"
#include "tests/simulation/Agreement.h"
#include "tests/simulation/FaultProxy.h"
#include "tests/simulation/SimulatedCentre.h"
#include "tests/sync/RawClient.h"

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t tills = 3;
constexpr int operations = 240;
constexpr int faultsOfHundred = 30;
constexpr int betweenMs = 25;
constexpr int mostMs = 60'000;
constexpr SyncPace pace{.lookEvery = 20ms, .firstRest = 20ms, .longestRest = 100ms, .longPoll = 2s};

/// Three tills that exchange in the background with a process of guichet-central, which is killed now and then.
class BusyTills
{
public:
    BusyTills()
    {
        std::array<QString, tills> codes;
        for (QString &code : codes)
            code = m_centre.enrolmentCode();
        m_centre.start();
        m_line.setTargets(m_centre.ports());
        m_line.setKill([this] { m_centre.kill(); });
        const QUrl url = must(centralUrl(u"http://127.0.0.1:%1"_s.arg(m_line.serverPort())));
        for (size_t i = 0; i < tills; ++i) {
            CentralClient client{{.url = url, .token = {}}};
            must(m_tills[i].keep(url, must(client.enrol(m_tills[i].enrolment(codes[i])))));
            exchange(m_tills[i]); // its catalogue is there before the next one comes
        }
        m_line.setFaults(faultsOfHundred);
        for (SyncedTill &till : m_tills)
            m_threads.push_back(std::make_unique<SyncThread>(till, till.secrets, till.clock, pace));
    }
    /// A sale, or a new name for what all sell, at one till while its threads work.
    void step(int number)
    {
        SyncedTill &till = m_tills[static_cast<size_t>(number) % tills];
        must(till.run(
            [&](SyncLedger &) -> Result<> { return number % 8 == 0 ? rename(till, u"Nom %1"_s.arg(number)) : (till.sell(), Result<>{}); }));
        m_sales += number % 8 == 0 ? 0 : 1;
        std::ignore = soon([] { return false; }, betweenMs);
    }
    /// The line is clean: the threads bring all to all, without anybody's help.
    bool settles()
    {
        m_line.setFaults(0);
        return soon([this] { return isQuiet(); }, mostMs);
    }
    void checkThatAllAgree()
    {
        m_threads.clear();
        const auto centre = m_centre.stopAndOpen();
        for (SyncedTill &till : m_tills) {
            checkThatItAgrees(till, *centre);
            CHECK(till.countFacts(u"SALE"_s) == m_sales);
        }
        CHECK(m_line.drawn().size() > 5);
    }

private:
    static void exchange(SyncedTill &till)
    {
        CentralClient client{till.address()};
        Exchange once{client, till, till.clock};
        must(once.push());
        must(once.pullAll());
    }
    static Result<> rename(SyncedTill &till, const QString &name)
    {
        DocumentStore documents{till.workplace().db()};
        TRY_LET(adult, documents.get(DocumentKind::Resource, u"adulte"_s));
        adult->body[u"name"_s] = name;
        TRY(documents.put(DocumentKind::Resource, adult->body, {.user = u"boss"_s, .at = till.clock.now()}));
        return {};
    }
    bool isQuiet()
    {
        std::vector<std::vector<QString>> known;
        for (SyncedTill &till : m_tills)
            must(till.run([&](SyncLedger &ledger) -> Result<> {
                TRY_LET(state, ledger.state());
                TRY_LET(facts, heads(till.workplace().db()));
                TRY_LET(documents, sharedDocuments(till.workplace().db()));
                facts.insert(facts.end(), documents.begin(), documents.end());
                if (state.waiting == 0 && !state.trouble)
                    known.push_back(std::move(facts));
                return {};
            }));
        return known.size() == tills && std::ranges::all_of(known, [&](const auto &one) { return one == known.front(); });
    }

    CentreOfItsOwn m_centre;
    FaultProxy m_line{20261128};
    std::array<SyncedTill, tills> m_tills;
    std::vector<std::unique_ptr<SyncThread>> m_threads; ///< Before the tills and the line are gone.
    qint64 m_sales = 0;
};

} // namespace

TEST_CASE("with the threads of the program: three tills sell on a bad line while the centre is killed; then all have all, once")
{
    BusyTills busy;
    for (int number = 0; number < operations; ++number)
        busy.step(number);
    CHECK(busy.settles());
    busy.checkThatAllAgree();
}
