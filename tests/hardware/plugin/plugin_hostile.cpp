// SPDX-License-Identifier: GPL-3.0-or-later
// A process that does not keep to what was agreed: a library can overwrite whatever it wants in it. Shell scripts stand for it.
#include "tests/hardware/plugin/PluginFixture.h"

#include <QElapsedTimer>
#include <QFile>

#include <future>
#include <thread>

namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A host that is a script; `$intent` is what was asked about.
struct Hostile : PluginFixture
{
    void playHost(const QByteArray &words)
    {
        QFile script{folder.filePath(u"host.sh"_s)};
        REQUIRE(script.open(QIODevice::WriteOnly | QIODevice::Truncate));
        script.write(words);
        profile.host = u"/bin/sh"_s;
        profile.library = script.fileName();
    }
    Charge chargeUnder(const QByteArray &afterCharge)
    {
        playHost("read open; echo '{\"id\":1,\"status\":\"ok\"}'\nread charge\nintent=" + intent.toString().toUtf8() + "\n" + afterCharge +
                 "\n");
        return driver()->charge(intent, price, {}).value();
    }
    static QByteArray reply(const QByteArray &result, const QByteArray &id = "2")
    {
        return "printf '{\"id\":" + id + R"(,"status":"ok","result":)" + result + "}\\n' ";
    }
    static QByteArray approval(const QByteArray &cents) { return R"({"intent":"%s","state":"approved","cents":)" + cents + "}"; }
};

TEST_CASE_METHOD(Hostile, "a process that says what was agreed is believed")
{
    const Charge charge = chargeUnder(reply(approval("1250")) + "$intent");
    CHECK(charge.state == ChargeState::Approved);
    CHECK(charge.authorised == price);
}

TEST_CASE_METHOD(Hostile, "a process that says anything else leaves the payment unknown, and the till alive")
{
    const QByteArray said = GENERATE_COPY(
        as<QByteArray>{}, "exit 0", "kill -9 $$", "kill -SEGV $$", "echo", "echo '[1]'", "echo '{}'", "echo nonsense", "printf '{\"id\":2'",
        "printf '\\000\\000\\n'", "echo '{\"id\":1,\"status\":\"ok\"}'", "echo '{\"id\":\"2\",\"status\":\"ok\"}'",
        "echo '{\"id\":2,\"status\":\"fine\"}'", "echo '{\"id\":2,\"status\":\"ok\"}'", "echo '{\"id\":2,\"status\":\"ok\",\"result\":[]}'",
        "cat /dev/zero", "yes", "yes | tr -d '\\n'", "yes '{\"notice\":\"prompt\",\"text\":\"encore\"}'", "yes '{\"notice\":7}'",
        "while :; do printf ' '; sleep 0.01; done", // drip by drip
        "sleep 1000", "exec 0<&- 1>&-; sleep 1000", "trap '' TERM; (sleep 1000) & wait", reply(approval("1250"), "3") + "$intent",
        reply(approval("1250")) + "another", reply(approval("-1250")) + "$intent", reply(approval("0")) + "$intent",
        reply(approval("1e300")) + "$intent", reply(approval("12.5")) + "$intent", reply(approval("\"1250\"")) + "$intent",
        reply(approval("9223372036854775807")) + "$intent", reply(R"({"intent":"%s","state":"APPROVED","cents":1250})") + "$intent",
        reply(R"({"state":"approved","cents":1250})"), reply(R"({"intent":"%s","state":"unknown","cents":1250})") + "$intent");
    CAPTURE(said.toStdString());
    QElapsedTimer watch;
    watch.start();
    const Charge charge = chargeUnder(said);
    CHECK(charge.state == ChargeState::Unknown);
    CHECK(charge.authorised.isZero());
    CHECK(watch.elapsed() < 20'000); // a guard against a hang, no bar
    CHECK(log.lines().size() < PluginHost::mostLines + 100);
}

TEST_CASE_METHOD(Hostile, "a process that does not get ready has got no payment")
{
    profile.limits.start = 300ms;
    const QByteArray words = GENERATE_COPY(as<QByteArray>{}, "sleep 1000", "exit 1", "kill -SEGV $$", "yes", "read open; echo '{\"id\":1}'",
                                           "read open; echo '{\"id\":1,\"status\":\"unavailable\"}'; sleep 1000");
    CAPTURE(words.toStdString());
    playHost(words);
    CHECK(driver()->charge(intent, price, {}).error().code == ErrorCode::TerminalUnavailable);
    CHECK(log.count(u"\"charge\""_s) == 0);
}

TEST_CASE_METHOD(Hostile, "a process that answers out of turn is not listened to")
{
    const auto till = driver();
    REQUIRE(till->diagnose());
    playHost("read open; echo '{\"id\":1,\"status\":\"ok\"}'; read any; echo '{\"id\":2,\"status\":\"ok\"}'\n"
             "printf '{\"id\":3,\"status\":\"ok\",\"result\":{\"intent\":\"" +
             intent.toString().toUtf8() + "\",\"state\":\"approved\",\"cents\":1250}}\\n'; read any; sleep 1000\n");
    const auto early = driver();
    REQUIRE(early->diagnose());
    std::this_thread::sleep_for(300ms);
    CHECK(early->charge(intent, price, {}).value().state == ChargeState::Unknown); // a fresh process, which says nothing of it
    CHECK(log.count(u"out of turn"_s) == 1);
}

TEST_CASE_METHOD(Hostile, "what a library notes between two calls is logged, and harms nothing")
{
    playHost("read open; echo '{\"id\":1,\"status\":\"ok\"}'; read any; echo '{\"id\":2,\"status\":\"ok\"}'\n"
             "echo '{\"notice\":\"note\",\"text\":\"keeping the line alive\"}'; read any; echo '{\"id\":3,\"status\":\"ok\"}'; read any\n");
    const auto till = driver();
    REQUIRE(till->diagnose());
    std::this_thread::sleep_for(100ms);
    CHECK(till->diagnose());
    CHECK(log.count(u"keeping the line alive"_s) == 1);
    CHECK(log.count(u"is ended"_s) == 0);
}

TEST_CASE_METHOD(Hostile, "a till that ends does not wait for a terminal that ends its day")
{
    playHost("read open; echo '{\"id\":1,\"status\":\"ok\"}'; read totals; sleep 1000\n");
    profile.limits.endOfDay = 10min;
    const auto till = driver();
    auto day = std::async(std::launch::async, [&] { return till->totals(true); });
    while (log.count(u"endOfDay"_s) == 0)
        std::this_thread::sleep_for(5ms);
    till->cancel();
    CHECK(day.get().error().code == ErrorCode::Timeout);
}

TEST_CASE("a process that is closed leaves nothing of what it has started")
{
    const QTemporaryDir folder;
    ProcessStream stream{u"/bin/sh"_s, {u"-c"_s, u"sleep 1000 & echo $!; wait"_s}};
    REQUIRE(stream.open(1s));
    QByteArray said;
    while (!said.contains('\n'))
        said += stream.read(1s).value();
    CHECK(QFile::exists(u"/proc/"_s + QString::fromLatin1(said.trimmed())));
    stream.kill();
    for (int tries = 0; tries < 1000 && QFile::exists(u"/proc/"_s + QString::fromLatin1(said.trimmed())); ++tries) {
        QFile status{u"/proc/%1/stat"_s.arg(QString::fromLatin1(said.trimmed()))};
        if (status.open(QIODevice::ReadOnly) && status.readAll().contains(") Z "))
            break; // nobody has to fetch it here
        std::this_thread::sleep_for(5ms);
    }
    CHECK_FALSE(stream.isOpen());
    CHECK(stream.read(10ms).error().code == ErrorCode::DeviceUnavailable);
    CHECK(stream.write("x", 10ms).error().code == ErrorCode::DeviceUnavailable);
}

} // namespace
} // namespace guichet
