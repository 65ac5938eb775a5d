// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hardware/opi/OpiFixture.h"

#include <QTcpServer>
#include <future>

/// A terminal that means harm, or is broken: no crash, no hang, no approval that the intent does not match (hardware.md §4).
namespace guichet {
namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Lets everybody in and does to a request what it is told.
class HostileTerminal
{
public:
    using Deed = std::function<void(SimulatedOpiLine &line, const SimulatedOpiRequest &request)>;

    explicit HostileTerminal(Deed deed) : m_deed{std::move(deed)}
    {
        std::promise<void> listening;
        m_thread = std::thread{[this, &listening] { listen(listening); }};
        listening.get_future().wait();
    }
    ~HostileTerminal()
    {
        m_isOff = true;
        m_thread.join();
    }
    OpiProfile profile() const
    {
        OpiProfile made = OpiProfile::oneSocket(u"127.0.0.1"_s);
        made.port = m_port;
        made.limits = OpiLimits{}.dividedBy(1000);
        made.limits.payment = 500ms;
        made.limits.inactivity = 400ms;
        return made;
    }

private:
    void listen(std::promise<void> &listening)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        listening.set_value();
        while (!m_isOff) {
            server.waitForNewConnection(10);
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                socket->setParent(nullptr);
                serve(std::unique_ptr<QTcpSocket>{socket});
            }
        }
    }
    void serve(std::unique_ptr<QTcpSocket> socket)
    {
        SimulatedOpiLine line{std::make_unique<TcpStream>(std::move(socket)), m_isOff};
        const auto root = line.receive(2s);
        const auto request = root ? simulatedOpiRequestFrom(*root) : std::nullopt;
        if (request && (request->type == u"Login" || request->type == u"Diagnosis"))
            line.send(m_messages.answer(*request, u"Success"_s));
        else if (request)
            m_deed(line, *request);
    }

    Deed m_deed;
    SimulatedOpiMessages m_messages{SimulatedOpiSettings::oneSocket()};
    std::atomic<bool> m_isOff = false;
    quint16 m_port = 0;
    std::thread m_thread;
};

struct HostileFixture
{
    SystemClock clock;
    RecordedLog log;
    KeptMemory memory;
    Id<PaymentIntent> intent = OpiFixture::newIntent();

    Charge charge(const HostileTerminal &terminal)
    {
        OpiTerminal driver{terminal.profile(), log, memory, clock};
        const QDeadlineTimer limit{5000};
        const Charge made = driver.charge(intent, price, {}).value();
        CHECK_FALSE(limit.hasExpired());
        return made;
    }
    Charge lookUp(const HostileTerminal &terminal)
    {
        OpiTerminal driver{terminal.profile(), log, memory, clock};
        const QDeadlineTimer limit{5000};
        const Charge found = driver.lookUp(intent, price).value();
        CHECK_FALSE(limit.hasExpired());
        return found;
    }
};

QString approval(const QString &header, const QString &amount = u"24.00"_s, const QString &inner = {})
{
    const QString at = SystemClock{}.now().toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    return u"<CardServiceResponse %1 OverallResult=\"Success\"><Terminal TerminalID=\"X\" STAN=\"7\"/><Tender>"
           u"<TotalAmount Currency=\"EUR\">%2</TotalAmount><Authorisation ApprovalCode=\"1\" ReceiptNumber=\"7\" "
           u"TimeStamp=\"%3\"/></Tender>%4"
           u"</CardServiceResponse>"_s.arg(header, amount, at, inner);
}

QString headerOf(const SimulatedOpiRequest &request)
{
    return u"WorkstationID=\"%1\" RequestID=\"%2\" RequestType=\"%3\""_s.arg(request.workstationId, request.id, request.type);
}

TEST_CASE_METHOD(HostileFixture, "an approval for somebody else is none")
{
    const auto header = GENERATE(values<const char16_t *>({u"WorkstationID=\"2\" RequestID=\"%1\" RequestType=\"CardPayment\"",
                                                           u"WorkstationID=\"1\" RequestID=\"1%1\" RequestType=\"CardPayment\"",
                                                           u"WorkstationID=\"1\" RequestID=\"\" RequestType=\"CardPayment\"",
                                                           u"WorkstationID=\"1\" RequestID=\"%1\" RequestType=\"PaymentRefund\"",
                                                           u"WorkstationID=\"1\" RequestType=\"CardPayment\""}));
    const HostileTerminal terminal{[&](SimulatedOpiLine &line, const SimulatedOpiRequest &request) {
        line.send(approval(QString::fromUtf16(header).replace(u"%1"_s, request.id)).toUtf8());
    }};
    CHECK(charge(terminal).state == ChargeState::Unknown);
    CHECK(log.count(u"answer to another request"_s) == 1);
}

TEST_CASE_METHOD(HostileFixture, "the right answer after wrong ones is taken; so the wrong ones are known to be refused for a reason")
{
    const HostileTerminal terminal{[](SimulatedOpiLine &line, const SimulatedOpiRequest &request) {
        line.send(approval(u"WorkstationID=\"1\" RequestID=\"1\" RequestType=\"CardPayment\""_s).toUtf8());
        line.send(approval(headerOf(request)).toUtf8());
    }};
    CHECK(charge(terminal).state == ChargeState::Approved);
}

TEST_CASE_METHOD(HostileFixture, "whatever bytes come, the payment is unknown and the till goes on")
{
    const auto laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;\">]><a>&d;</a>"_ba;
    const std::vector<QByteArray> answers{opiFrame(laughs),
                                          opiFrame(QByteArray("<a>").repeated(100'000)),
                                          QByteArray::fromHex("40000000") + QByteArray(10'000, 'x'),
                                          QByteArray::fromHex("00000000"),
                                          opiFrame("\xFF\xFE\x00"),
                                          opiFrame("<CardServiceResponse/>"),
                                          "HTTP/1.1 400 Bad Request\r\n\r\n"_ba,
                                          {}};
    for (const QByteArray &bytes : answers) {
        const HostileTerminal terminal{[&](SimulatedOpiLine &line, const SimulatedOpiRequest &) { line.sendRaw(bytes); }};
        intent = OpiFixture::newIntent();
        CHECK(charge(terminal).state == ChargeState::Unknown);
    }
}

TEST_CASE_METHOD(HostileFixture, "a terminal that drips, or asks for devices without end, is left when its time is over")
{
    const HostileTerminal dripping{[](SimulatedOpiLine &line, const SimulatedOpiRequest &) {
        const QByteArray frame = opiFrame(QByteArray(200'000, ' '));
        for (qsizetype at = 0; at < frame.size() && line.sendRaw(frame.mid(at, 1)); ++at)
            QThread::msleep(2);
    }};
    CHECK(charge(dripping).state == ChargeState::Unknown);
    const HostileTerminal asking{[](SimulatedOpiLine &line, const SimulatedOpiRequest &) {
        const QByteArray request = "<DeviceRequest RequestID='1' RequestType='Output'><Output OutDeviceTarget='CashierDisplay'>"
                                   "<TextLine>again</TextLine></Output></DeviceRequest>"_ba;
        while (line.send(request) && line.receive(1s)) {
        }
    }};
    intent = OpiFixture::newIntent();
    CHECK(charge(asking).state == ChargeState::Unknown);
}

TEST_CASE_METHOD(HostileFixture, "a terminal that is busy for ever, or logged out for ever, is not asked for ever")
{
    for (const QString &result : {u"DeviceUnavailable"_s, u"LoggedOut"_s, u"PrintLastTicket"_s, u"Failure"_s}) {
        const HostileTerminal terminal{[&](SimulatedOpiLine &line, const SimulatedOpiRequest &request) {
            line.send(SimulatedOpiMessages{{}}.answer(request, result));
        }};
        intent = OpiFixture::newIntent();
        CHECK(charge(terminal).state == (result == u"Failure" ? ChargeState::Declined : ChargeState::NotStarted));
        CHECK(lookUp(terminal).state == ChargeState::Unknown);
    }
}

TEST_CASE_METHOD(HostileFixture, "a terminal that must print first is asked again after it has printed")
{
    bool hasPrinted = false;
    const HostileTerminal terminal{[&](SimulatedOpiLine &line, const SimulatedOpiRequest &request) {
        if (request.type == u"RepeatLastMessage" && !hasPrinted)
            return static_cast<void>(line.send(SimulatedOpiMessages{{}}.answer(request, u"PrintLastTicket"_s)));
        hasPrinted = true;
        const QString original = u"<OriginalHeader RequestID=\"%1\"/>"_s.arg(opiRequestId(intent));
        line.send(approval(headerOf(request), u"24.00"_s, original).toUtf8());
    }};
    CHECK(lookUp(terminal).authorised == price);
}

TEST_CASE_METHOD(HostileFixture, "a repeated answer must be that to this intent")
{
    const qint64 own = opiRequestId(intent);
    const auto original = [](qint64 id, const QString &type, const QString &workstation) {
        return u"<OriginalHeader WorkstationID=\"%1\" RequestID=\"%2\" RequestType=\"%3\"/>"_s.arg(workstation).arg(id).arg(type);
    };
    struct Told
    {
        QString header;
        ChargeState found;
    };
    const std::vector<Told> cases{{original(own, u"CardPayment"_s, u"1"_s), ChargeState::Approved},
                                  {original(own, {}, {}), ChargeState::Approved},
                                  {original(own, u"PaymentRefund"_s, u"1"_s), ChargeState::Unknown},
                                  {original(own, u"Login"_s, u"1"_s), ChargeState::Unknown},
                                  {original(own, u"CardPayment"_s, u"2"_s), ChargeState::Unknown},
                                  {original(own + 1, u"CardPayment"_s, u"1"_s), ChargeState::Unknown},
                                  {original(own - 1, u"CardPayment"_s, u"1"_s), ChargeState::NotStarted},
                                  {original(own - 1, u"CardPayment"_s, u"2"_s), ChargeState::Unknown},
                                  {original(own - 1, u"Login"_s, u"1"_s), ChargeState::Unknown},
                                  {u"<OriginalHeader/>"_s, ChargeState::Unknown},
                                  {{}, ChargeState::Unknown}};
    for (const auto &[header, found] : cases) {
        const HostileTerminal terminal{[&](SimulatedOpiLine &line, const SimulatedOpiRequest &request) {
            line.send(approval(headerOf(request), u"24.00"_s, header).toUtf8());
        }};
        CAPTURE(header);
        CHECK(lookUp(terminal).state == found);
    }
}

TEST_CASE_METHOD(HostileFixture, "a reprinted ticket must fit in amount, currency, time, number and approval code")
{
    OpiMemory known{memory, log};
    OpiAnswer before;
    before.stan = u"6"_s;
    before.authorisation = OpiAuthorisation{.receiptNumber = u"6"_s};
    known.begin(5);
    known.settle(5, before);
    known.begin(opiRequestId(intent));
    const QString right = approval(u"%1"_s);
    const std::vector<std::pair<QString, QString>> changes{{u"24.00"_s, u"24.01"_s},
                                                           {u"EUR"_s, u"CHF"_s},
                                                           {u"TimeStamp=\"20"_s, u"TimeStamp=\"19"_s},
                                                           {u"ApprovalCode=\"1\""_s, {}},
                                                           {u"ReceiptNumber=\"7\""_s, u"ReceiptNumber=\"6\""_s},
                                                           {u"ReceiptNumber=\"7\""_s, {}},
                                                           {u"\"Success\""_s, u"\"Failure\""_s}};
    for (const auto &[from, to] : changes) {
        const HostileTerminal terminal{[&](SimulatedOpiLine &line, const SimulatedOpiRequest &request) {
            line.send(QString{right}.replace(u"%1"_s, headerOf(request)).replace(from, to).toUtf8());
        }};
        CAPTURE(from, to);
        CHECK(lookUp(terminal).state == ChargeState::Unknown);
    }
    const HostileTerminal honest{[&](SimulatedOpiLine &line, const SimulatedOpiRequest &request) {
        line.send(QString{right}.replace(u"%1"_s, headerOf(request)).toUtf8());
    }};
    CHECK(lookUp(honest).authorised == price);
}

TEST_CASE_METHOD(HostileFixture, "a till that ends does not wait for a terminal that ends its day")
{
    std::promise<void> asked;
    std::promise<void> stopped;
    const HostileTerminal silent{[&](SimulatedOpiLine &, const SimulatedOpiRequest &) {
        asked.set_value();
        stopped.get_future().wait_for(30s);
    }};
    OpiProfile profile = silent.profile();
    profile.limits.totals = 10min;
    OpiTerminal driver{profile, log, memory, clock};
    auto day = std::async(std::launch::async, [&] { return driver.totals(true); });
    asked.get_future().wait();
    driver.cancel();
    CHECK(day.get().error().code == ErrorCode::Timeout);
    stopped.set_value();
}

} // namespace
} // namespace guichet
