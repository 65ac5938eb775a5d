// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceLog.h"
#include "hardware/scanner/SerialScanner.h"
#include "hardware/simulated/scanner/SimulatedScanner.h"
#include "tests/support/Catch.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A scanner that runs, and what it has told.
class Bench
{
public:
    explicit Bench(ScannerSettings settings = {}, const SimulatedScanner::Habits &habits = {})
        : device{folder.filePath(u"scanner"_s), habits}
    {
        settings.line = device.setting();
        const SerialScanner::Listener listener{.scanned =
                                                   [this](const QString &code) {
                                                       const std::lock_guard lock{m_mutex};
                                                       m_codes << code;
                                                   },
                                               .changed =
                                                   [this](const Result<> &state) {
                                                       const std::lock_guard lock{m_mutex};
                                                       m_states.push_back(state.has_value());
                                                   }};
        m_scanner = std::make_unique<SerialScanner>(settings, listener, log);
        m_thread.reset(QThread::create([this] { m_scanner->run(); }));
        m_thread->start();
    }
    ~Bench()
    {
        m_scanner->stop();
        m_thread->wait();
    }
    QStringList codes()
    {
        const std::lock_guard lock{m_mutex};
        return m_codes;
    }
    std::vector<bool> states()
    {
        const std::lock_guard lock{m_mutex};
        return m_states;
    }
    template <typename Condition>
    static bool waitFor(Condition condition, std::chrono::milliseconds limit = 10s)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition() && timer.elapsed() < limit.count())
            QThread::msleep(2);
        return condition();
    }
    bool isThere()
    {
        return waitFor([this] { return !states().empty() && states().back(); });
    }
    bool isGone()
    {
        return waitFor([this] { return !states().empty() && !states().back(); });
    }
    bool hasHeard(const QStringList &wanted)
    {
        return waitFor([&] { return codes() == wanted; });
    }

    QTemporaryDir folder;
    SystemClock clock;
    FileDeviceLog log{folder.filePath(u"log"_s), clock};
    SimulatedScanner device;

private:
    std::mutex m_mutex;
    QStringList m_codes;
    std::vector<bool> m_states;
    std::unique_ptr<SerialScanner> m_scanner;
    std::unique_ptr<QThread> m_thread;
};

TEST_CASE("a scanner that is put in while the till runs is heard, and again after it was pulled out")
{
    Bench bench;
    CHECK(bench.isGone());
    REQUIRE(bench.device.plugIn());
    REQUIRE(bench.isThere());
    REQUIRE(bench.device.scan(u"5410000000019"_s));
    CHECK(bench.hasHeard({u"]E05410000000019"_s}));
    REQUIRE(bench.device.send("half a co"_ba));
    bench.device.unplug();
    REQUIRE(bench.isGone());
    REQUIRE(bench.device.plugIn());
    REQUIRE(bench.isThere());
    REQUIRE(bench.device.scan(u"96385074"_s));
    CHECK(Bench::waitFor([&] { return bench.codes().contains(u"]E496385074"_s); }));
    CHECK(bench.states() == std::vector{false, true, false, true});
    const QStringList log = bench.log.newest(u"scanner"_s, 50);
    CHECK(log.join(u'\n').contains(u"connected"_s));
    CHECK_FALSE(log.join(u'\n').contains(u"5410000000019"_s)); // a code may be money
}

TEST_CASE("codes without an end are ended by silence")
{
    Bench bench{{.silenceMs = 40}, {.suffix = {}, .saysSymbology = false}};
    REQUIRE(bench.device.plugIn());
    REQUIRE(bench.isThere());
    REQUIRE(bench.device.scan(u"P26112301A7"_s));
    CHECK(bench.hasHeard({u"P26112301A7"_s}));
    REQUIRE(bench.device.scan(u"P26112301A8"_s));
    CHECK(bench.hasHeard({u"P26112301A7"_s, u"P26112301A8"_s}));
}

TEST_CASE("bytes that no scanner sends harm nothing")
{
    Bench bench;
    REQUIRE(bench.device.plugIn());
    REQUIRE(bench.isThere());
    QByteArray noise;
    for (int i = 0; i < 20'000; ++i)
        noise += static_cast<char>((i * 7919) >> 3);
    REQUIRE(bench.device.send(noise));
    REQUIRE(bench.device.send("\r"_ba));
    REQUIRE(bench.device.scan(u"5410000000019"_s));
    CHECK(Bench::waitFor([&] { return bench.codes().contains(u"]E05410000000019"_s); }));
}

TEST_CASE("a scanner stops at once, there or not")
{
    for (const bool isThere : {true, false}) {
        QElapsedTimer timer;
        {
            Bench bench;
            if (isThere) {
                REQUIRE(bench.device.plugIn());
                REQUIRE(bench.isThere());
            } else {
                REQUIRE(bench.isGone());
            }
            timer.start();
        }
        CHECK(timer.elapsed() < 900);
    }
}

} // namespace
} // namespace guichet
