// SPDX-License-Identifier: GPL-3.0-or-later
// A sale paid at each kind of card terminal (HW-3, PAY-4): the real drivers, settings and files against simulated terminals on loopback.
#include "hardware/simulated/nexo/SimulatedNexoTerminal.h"
#include "hardware/simulated/opi/SimulatedOpiTerminal.h"
#include "hardware/simulated/plugin/SimulatedPluginTerminal.h"
#include "hardware/simulated/zvt/SimulatedZvtTerminal.h"
#include "tests/app/tool/Tool.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTcpServer>
#include <QThread>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int haste = 100;     // limits of the drivers, so that a lost answer does not take minutes
constexpr int questions = 200; // about a doubtful payment

/// A simulated terminal as a technician knows it.
struct Device
{
    QJsonObject settings;
    QString secret;
    std::function<void()> loseAnswer;          ///< The next payment is approved, its answer is lost.
    std::function<void()> decline;             ///< The next payment is declined.
    std::function<std::vector<Money>()> taken; ///< What the cards have really paid.
};

template <typename Booking>
std::vector<Money> amountsOf(const std::vector<Booking> &bookings)
{
    std::vector<Money> amounts;
    for (const Booking &booking : bookings)
        amounts.push_back(booking.amount);
    return amounts;
}

const SystemClock &realClock()
{
    static const SystemClock clock;
    return clock;
}

Device nexoDevice()
{
    const std::shared_ptr terminal = SimulatedNexoTerminal::start({}, realClock()).value();
    const NexoProfile profile = terminal->profile();
    return {.settings = {{u"kind"_s, u"nexo"_s},
                         {u"address"_s, profile.host},
                         {u"port"_s, profile.port},
                         {u"tillId"_s, profile.saleId},
                         {u"poiId"_s, profile.poiId},
                         {u"isLive"_s, profile.isLive},
                         {u"keyIdentifier"_s, profile.key.identifier},
                         {u"keyVersion"_s, profile.key.version},
                         {u"rootPem"_s, QString::fromLatin1(profile.rootPem)}},
            .secret = profile.key.passphrase,
            .loseAnswer = [terminal] { terminal->scriptNext({.fault = NexoFault::CutAfterApproval}); },
            .decline = [terminal] { terminal->scriptNext({.scenario = NexoScenario::Decline}); },
            .taken = [terminal] { return amountsOf(terminal->bookings()); }};
}

quint16 freePort()
{
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    return server.serverPort();
}

Device opiDevice(const QString &kind, const SimulatedOpiSettings &simulated)
{
    const std::shared_ptr terminal = SimulatedOpiTerminal::start(simulated, realClock()).value();
    const OpiProfile profile = terminal->profile();
    const quint16 tillPort = freePort();
    terminal->sendDeviceRequestsTo(tillPort);
    return {.settings = {{u"kind"_s, kind}, {u"address"_s, profile.address}, {u"port"_s, profile.port}, {u"tillPort"_s, tillPort}},
            .secret = {},
            .loseAnswer = [terminal] { terminal->scriptNext({.fault = OpiFault::CutAfterApproval}); },
            .decline = [terminal] { terminal->scriptNext({.scenario = OpiScenario::Decline}); },
            .taken = [terminal] { return amountsOf(terminal->bookings()); }};
}

Device opiNlDevice()
{
    return opiDevice(u"opi-nl"_s, SimulatedOpiSettings::twoChannels());
}

Device opiDeDevice()
{
    return opiDevice(u"opi-de"_s, SimulatedOpiSettings::oneSocket());
}

Device zvtDeviceOf(SimulatedZvtSettings simulated)
{
    simulated.password = u"123456"_s;
    simulated.reversesWhenNotAcknowledged = false; // the money stays taken: the till must find it
    const std::shared_ptr terminal = SimulatedZvtTerminal::start(simulated, realClock()).value();
    const QString address = terminal->profile().address;
    return {
        .settings = {{u"kind"_s, u"zvt-tcp"_s}, {u"address"_s, address.section(u':', 1, 1)}, {u"port"_s, address.section(u':', 2).toInt()}},
        .secret = simulated.password,
        .loseAnswer = [terminal] { terminal->scriptNext({.fault = ZvtFault::CutAfterApproval}); },
        .decline = [terminal] { terminal->scriptNext({.scenario = ZvtScenario::Decline}); },
        .taken = [terminal] { return amountsOf(terminal->bookings()); }};
}

Device zvtDevice()
{
    return zvtDeviceOf({});
}

Device pluginDevice()
{
    const std::shared_ptr terminal = SimulatedPluginTerminal::start().value();
    return {.settings = {{u"kind"_s, u"plugin"_s},
                         {u"library"_s, SimulatedPluginTerminal::library()},
                         {u"address"_s, u"127.0.0.1"_s},
                         {u"port"_s, terminal->port()}},
            .secret = u"not in the log"_s,
            .loseAnswer = [terminal] { terminal->scriptNext({.fault = PluginFault::CrashAfter}); },
            .decline = [terminal] { terminal->scriptNext({.scenario = PluginScenario::Decline}); },
            .taken = [terminal] { return amountsOf(terminal->bookings()); }};
}

/// The demo till, at a terminal.
class Shop : public Tool
{
public:
    explicit Shop(const Device &device)
    {
        must(R"({"do":"create","demo":true,"secretStore":"file"})");
        must(R"({"do":"login","user":"Claire","pin":"5555"})");
        must(R"({"do":"open","float":10000})");
        session().wiring().setHaste(haste);
        payAt(device);
    }
    void payAt(const Device &device)
    {
        must(QJsonDocument{QJsonObject{{u"do"_s, u"pay_at"_s}, {u"terminal"_s, device.settings}, {u"secret"_s, device.secret}}}.toJson(
            QJsonDocument::Compact));
    }
    QJsonObject payByCard()
    {
        must(R"({"do":"add","product":"p101"})");
        return must(R"({"do":"pay","method":"bancontact"})");
    }
    /// Asks the terminal until nothing is doubtful any more.
    void settleDoubts()
    {
        qint64 open = 1;
        for (int question = 0; question < questions && open > 0; ++question) {
            const QJsonObject answer = run(R"({"do":"ask_terminal"})"); // it may be restarting
            open = answer[u"open"_s].toInteger(1);
            QThread::msleep(20);
        }
        REQUIRE(open == 0);
    }
    /// Pays all, asking the terminal while it is doubtful; what could not begin on a busy computer is begun again, as a cashier would.
    void payThroughDoubt()
    {
        qint64 due = 1;
        for (int attempt = 0; attempt < 5 && due > 0; ++attempt) {
            must(R"({"do":"pay","method":"bancontact"})");
            settleDoubts();
            due = must(R"({"do":"cart"})")[u"due"_s].toInteger(1);
        }
        REQUIRE(due == 0);
    }
    /// Sells what is in the cart and is paid; its dossier, as a script reads it.
    QJsonObject dossierOfSale()
    {
        const QByteArray number = must(R"({"do":"validate"})")[u"dossier"_s].toString().toUtf8();
        return must(R"({"do":"dossier","number":")" + number + R"("})");
    }
    Money sell() { return Money::fromCents(must(R"({"do":"validate"})")[u"total"_s].toInteger()); }
    /// What a file of the data folder holds anywhere.
    bool anyFileHolds(const QString &text) const
    {
        QDirIterator files{folder.filePath(u"till/devices"_s), QDir::Files, QDirIterator::Subdirectories};
        bool holds = false;
        while (files.hasNext()) {
            QFile file{files.next()};
            REQUIRE(file.open(QIODevice::ReadOnly));
            holds = holds || file.readAll().contains(text.toUtf8());
        }
        return holds;
    }
};

} // namespace

TEST_CASE("a sale is paid at each kind of terminal; an answer that is lost is asked for, and nobody pays twice")
{
    const Device device = GENERATE(&nexoDevice, &opiNlDevice, &opiDeDevice, &zvtDevice, &pluginDevice)();
    CAPTURE(device.settings[u"kind"_s].toString());
    Shop shop{device};
    CHECK(shop.payByCard()[u"due"_s].toInteger() == 0);
    const Money first = shop.sell();
    device.decline();
    const QJsonObject declined = shop.payByCard();
    CHECK(declined[u"state"_s].toString() == u"declined");
    device.loseAnswer();
    shop.payThroughDoubt();
    const Money second = shop.sell();
    CHECK(device.taken() == std::vector{first, second});
    CHECK(first == second);
    CHECK((device.secret.isEmpty() || !shop.anyFileHolds(device.secret)));
    shop.must(R"({"do":"z","counted":{"cash":10000}})");
}

TEST_CASE("a dossier says of a payment what its terminal said of the card, whose number is never whole")
{
    SimulatedZvtSettings talkative;
    talkative.sendsWholeCardNumber = true;
    const Device device = zvtDeviceOf(talkative);
    Shop shop{device};
    shop.payByCard();
    const QJsonObject dossier = shop.dossierOfSale();
    const QJsonArray payments = dossier[u"payments"_s].toArray();
    REQUIRE(payments.size() == 1);
    QJsonObject card = payments[0][u"card"_s].toObject();
    CHECK(fromRfc3339(card.take(u"at"_s).toString()).isValid());
    CHECK(card == QJsonObject{{u"brand"_s, u"Bancontact"_s},
                              {u"pan"_s, u"************4321"_s},
                              {u"entry"_s, u"contactless"_s},
                              {u"terminal"_s, talkative.terminalId},
                              {u"merchant"_s, u"123456789"_s},
                              {u"receipt"_s, u"0001"_s}});
    CHECK_FALSE(QJsonDocument{dossier}.toJson().contains("670300"));
    shop.must(R"({"do":"add","product":"p101"})");
    shop.must(R"({"do":"pay","method":"cash"})");
    CHECK_FALSE(shop.dossierOfSale()[u"payments"_s][0].toObject().contains(u"card"_s));
}

TEST_CASE("the terminal of the settings is there again after a restart; settings that do not do refuse cards and nothing else")
{
    const Device device = zvtDevice();
    Shop shop{device};
    shop.restart();
    shop.must(R"({"do":"login","user":"Claire","pin":"5555"})");
    CHECK(shop.payByCard()[u"due"_s].toInteger() == 0);
    shop.sell();
    CHECK(device.taken().size() == 1);
    CHECK(shop.refusal(R"({"do":"pay_at","terminal":{"kind":"zvt-tcp","address":""}})") == u"invalid_input"_s);
    CHECK(shop.refusal(R"({"do":"pay_at","terminal":{"kind":"zvt-tcp","address":"192.0.2.1"},"secret":"12ab"})") == u"invalid_input"_s);
    CHECK(shop.payByCard()[u"due"_s].toInteger() == 0); // nothing of it was stored: the terminal in use stays
    shop.sell();
    CHECK(device.taken().size() == 2);
    CHECK(shop.refusal(R"({"do":"pay_at","terminal":{"kind":"nexo","address":"192.0.2.1"}})") == u"invalid_input"_s);
    shop.must(R"({"do":"add","product":"p101"})");
    const QJsonObject missing = shop.must(R"({"do":"pay","method":"bancontact"})");
    CHECK(missing[u"state"_s].toString() == u"not_started");
    CHECK(missing[u"cause"_s].toString() == u"invalid_input");
    shop.must(R"({"do":"pay","method":"cash"})");
    shop.sell();
    CHECK(shop.refusal(R"({"do":"pay_at","terminal":{"kind":"carrier pigeon"}})") == u"invalid_input"_s);
}
