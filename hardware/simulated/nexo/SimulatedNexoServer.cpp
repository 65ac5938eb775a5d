// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/nexo/SimulatedNexoServer.h"

#include "hardware/nexo/NexoAmount.h"
#include "hardware/nexo/NexoText.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTcpSocket>
#include <chrono>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool movesMoney(const QString &category)
{
    return category == u"Payment" || category == u"Reversal";
}

/// The same answer with something of the seal changed.
QByteArray withWrongHmac(const QByteArray &sealed)
{
    QByteArray wrong = sealed;
    const qsizetype at = wrong.indexOf("\"Hmac\":\"") + 8;
    wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
    return wrong;
}

QString utc(const Clock &clock)
{
    return clock.now().toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QSslConfiguration tlsOf(const SimulatedCertificate &certificate)
{
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate{certificate.leaf});
    tls.setPrivateKey(QSslKey{certificate.key, QSsl::Ec});
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return tls;
}

} // namespace

SimulatedNexoServer::SimulatedNexoServer(const SimulatedNexoSettings &settings, const SimulatedCertificate &certificate, const Clock &clock)
    : m_settings{settings}, m_tls{tlsOf(certificate)}, m_keys{deriveNexoKeys(settings.key.passphrase)}, m_clock{clock}, m_book{clock},
      m_customer{this}
{
    m_customer.setSingleShot(true);
    connect(&m_customer, &QTimer::timeout, this, &SimulatedNexoServer::finish);
}

bool SimulatedNexoServer::start()
{
    if (!listen(QHostAddress::LocalHost, m_settings.port))
        return false;
    m_settings.port = serverPort(); // it comes back there after a restart
    return true;
}

void SimulatedNexoServer::incomingConnection(qintptr descriptor)
{
    auto *const line = new SimulatedNexoLine{descriptor, m_tls, this};
    connect(line, &SimulatedNexoLine::arrived, this, [this, line](const QByteArray &wire) { read(*line, wire); });
}

NexoScript SimulatedNexoServer::takeScript()
{
    if (m_next.empty())
        return m_standing;
    const NexoScript script = m_next.front();
    m_next.pop_front();
    return script;
}

/// Whether the line breaks with this request in it: the terminal never reads it.
bool SimulatedNexoServer::losesLine(const QByteArray &wire)
{
    const QJsonObject outer = readNexoJson(wire).value_or(QJsonObject{}).value(u"SaleToPOIRequest"_s).toObject();
    const bool next = (m_next.empty() ? m_standing : m_next.front()).fault == NexoFault::CutBeforeRead;
    return next && movesMoney(nexoTextAt(outer, u"MessageHeader.MessageCategory"));
}

void SimulatedNexoServer::read(SimulatedNexoLine &line, const QByteArray &wire)
{
    if (losesLine(wire)) {
        takeScript();
        return line.cut();
    }
    const auto plain = openNexo(wire, m_keys);
    const auto request = plain ? nexoMessageFromJson(*plain) : std::unexpected(plain.error());
    if (!request || request->header.poiId != m_settings.poiId)
        return rejectInTheClear(line);
    handle(line, *request);
}

void SimulatedNexoServer::rejectInTheClear(SimulatedNexoLine &line) const
{
    NexoMessage notice;
    notice.header = {.messageClass = u"Event"_s, .category = u"Event"_s, .type = u"Notification"_s, .poiId = m_settings.poiId};
    notice.body = {{u"EventToNotify"_s, u"Reject"_s}, {u"EventDetails"_s, u"message=cannot+read+it"_s}, {u"TimeStamp"_s, utc(m_clock)}};
    line.answer(httpAnswer("200 OK", toJson(notice)));
}

void SimulatedNexoServer::handle(SimulatedNexoLine &line, const NexoMessage &request)
{
    const QString category = request.header.category;
    if (movesMoney(category))
        return begin(line, request);
    if (category == u"Abort") {
        abort(request);
        return line.answer(httpAnswer("200 OK", {}));
    }
    if (category == u"TransactionStatus")
        return reply(line, request, m_book.status(request, m_run ? &m_run->request : nullptr));
    if (category == u"Diagnosis")
        return reply(line, request, SimulatedNexoBook::diagnosis(isServing()));
    if (category == u"GetTotals" || category == u"Reconciliation")
        return reply(line, request, isServing() ? SimulatedNexoBook::refused(u"Busy"_s) : m_book.totals(request));
    reply(line, request, SimulatedNexoBook::refused(u"UnavailableService"_s));
}

void SimulatedNexoServer::begin(SimulatedNexoLine &line, const NexoMessage &request)
{
    ++m_arrivals[request.header.serviceId];
    if (isServing())
        return reply(line, request, SimulatedNexoBook::refused(u"Busy"_s));
    const NexoScript script = takeScript();
    switch (script.fault) {
    case NexoFault::CutAfterRead: return line.close();
    case NexoFault::RebootForgetting: return reboot(script.outage, true);
    case NexoFault::Busy: return reply(line, request, SimulatedNexoBook::refused(u"Busy"_s));
    default: return run(line, request, script);
    }
}

void SimulatedNexoServer::run(SimulatedNexoLine &line, const NexoMessage &request, const NexoScript &script)
{
    m_run = Run{.request = request, .script = script, .line = &line};
    showStep(u"TENDER_CREATED"_s);
    if (script.fault == NexoFault::InProgress)
        line.close();
    const bool needsCard = request.header.category != u"Reversal"; // it names what it gives back
    if (!script.waitsForCard || !needsCard)
        m_customer.start(script.customer);
}

void SimulatedNexoServer::finish()
{
    if (!m_run)
        return;
    m_customer.stop();
    const Run run = *std::exchange(m_run, std::nullopt);
    deliver(run, m_book.perform(run.request, run.script));
}

void SimulatedNexoServer::abort(const NexoMessage &request)
{
    const QJsonObject reference = request.body.value(u"MessageReference"_s).toObject();
    if (!m_run || nexoTextAt(reference, u"ServiceID") != m_run->request.header.serviceId ||
        nexoTextAt(reference, u"SaleID") != m_run->request.header.saleId)
        return;
    if (m_run->script.fault == NexoFault::AbortTooLate)
        return finish();
    m_customer.stop();
    const Run run = *std::exchange(m_run, std::nullopt);
    deliver(run, m_book.abort(run.request));
}

void SimulatedNexoServer::deliver(const Run &run, const QJsonObject &body)
{
    if (run.script.fault == NexoFault::RebootRemembering)
        return reboot(run.script.outage, false);
    if (!run.line)
        return;
    const QByteArray http = httpAnswer("200 OK", sealed(run.request, body));
    NexoMessage other = run.request;
    other.header.serviceId = u"OTHER00001"_s;
    switch (run.script.fault) {
    case NexoFault::OriginalForgotten:
        if (run.request.header.category == u"Reversal")
            return run.line->cut();
        return run.line->answer(http);
    case NexoFault::CutAfterApproval: return run.line->cut();
    case NexoFault::DuplicateAnswer: return run.line->answer(http + http);
    case NexoFault::OtherAnswer: return reply(*run.line, other, body);
    case NexoFault::Slow: return run.line->trickle(http, run.script.outage);
    case NexoFault::WrongHmac: return run.line->answer(httpAnswer("200 OK", withWrongHmac(sealed(run.request, body))));
    case NexoFault::Garbage: return run.line->answer(httpAnswer("200 OK", QByteArray::fromHex("7b22ff00c0deba5e5d7d")));
    default: return run.line->answer(http);
    }
}

/// All lines break, nothing answers for a while. A payment in progress is dropped without money.
void SimulatedNexoServer::reboot(std::chrono::milliseconds outage, bool forgets)
{
    m_customer.stop();
    m_run.reset();
    if (forgets)
        m_book.forget();
    close();
    for (SimulatedNexoLine *const line : findChildren<SimulatedNexoLine *>())
        line->cut();
    QTimer::singleShot(outage, this, [this] { comeBack(); });
}

void SimulatedNexoServer::comeBack()
{
    if (!start()) // the port is still held
        QTimer::singleShot(100ms, this, [this] { comeBack(); });
}

QByteArray SimulatedNexoServer::sealed(const NexoMessage &request, const QJsonObject &body) const
{
    NexoMessage answer{.header = request.header, .body = body, .toTerminal = false};
    answer.header.type = u"Response"_s;
    return sealNexo(answer, m_settings.key, m_keys, makeNexoNonce()).value_or(QByteArray{});
}

void SimulatedNexoServer::reply(SimulatedNexoLine &line, const NexoMessage &request, const QJsonObject &body) const
{
    line.answer(httpAnswer("200 OK", sealed(request, body)));
}

/// Tells the till how far it is, where it wants to know.
void SimulatedNexoServer::showStep(const QString &event)
{
    if (m_noticePort == 0)
        return;
    NexoMessage notice;
    notice.header = m_run->request.header;
    notice.header.messageClass = u"Device"_s;
    notice.header.category = u"Display"_s;
    notice.header.type = u"Notification"_s;
    const QJsonObject content{{u"OutputFormat"_s, u"MessageRef"_s},
                              {u"PredefinedContent"_s, QJsonObject{{u"ReferenceID"_s, QString{u"TransactionID=SIM&event="_s + event}}}}};
    notice.body = {
        {u"DisplayOutput"_s,
         QJsonArray{QJsonObject{{u"Device"_s, u"CashierDisplay"_s}, {u"InfoQualify"_s, u"Status"_s}, {u"OutputContent"_s, content}}}}};
    auto *const socket = new QTcpSocket{this};
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
    socket->connectToHost(QHostAddress::LocalHost, m_noticePort);
    socket->write(httpPost("/", "localhost", sealNexo(notice, m_settings.key, m_keys, makeNexoNonce()).value_or(QByteArray{})));
}

} // namespace guichet
