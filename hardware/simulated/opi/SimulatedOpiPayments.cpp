// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/opi/SimulatedOpiServer.h"

/// How a simulated OPI terminal takes a payment, and what goes wrong with it.
namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto customerLimit = 60s; ///< Then the terminal gives up by itself.
constexpr auto endlessLimit = 5s;

} // namespace

bool SimulatedOpiServer::isPayment(const SimulatedOpiRequest &request) const
{
    static const QStringList types{u"CardPayment"_s, u"PaymentRefund"_s, u"PaymentReversal"_s};
    return request.element == OpiRequest::Element::Card && types.contains(request.type);
}

QString SimulatedOpiServer::admit(const SimulatedOpiRequest &request, OpiScript &script)
{
    const std::lock_guard lock{m_mutex};
    script = m_next.empty() ? m_standing : m_next.front();
    const bool isUnseen = script.fault == OpiFault::CutBeforeRead;
    const bool isFirst = isUnseen || ++m_arrivals[request.id.toLongLong()] == 1;
    if (script.fault == OpiFault::LoggedOut && isFirst)
        m_isLoggedIn = false;
    if (script.fault == OpiFault::PrintLastTicket && isFirst)
        m_isTicketPending = m_book.lastTicket().has_value();
    if (m_isBusy)
        return u"DeviceUnavailable"_s;
    if (!m_isLoggedIn && !isUnseen)
        return u"LoggedOut"_s;
    if (m_isTicketPending && !isUnseen)
        return u"PrintLastTicket"_s;
    if (!m_next.empty())
        m_next.pop_front();
    if (script.fault == OpiFault::Busy)
        return u"DeviceUnavailable"_s;
    m_isBusy = !isUnseen;
    return {};
}

void SimulatedOpiServer::pay(SimulatedOpiLine &line, const SimulatedOpiRequest &request)
{
    OpiScript script;
    const QString refusal = admit(request, script);
    if (!refusal.isEmpty()) {
        line.send(m_messages.answer(request, refusal));
        return;
    }
    if (script.fault != OpiFault::CutBeforeRead)
        run(line, request, script);
}

void SimulatedOpiServer::becomeIdle()
{
    const std::lock_guard lock{m_mutex};
    m_isBusy = false;
    m_display = u"ready"_s;
}

void SimulatedOpiServer::run(SimulatedOpiLine &line, const SimulatedOpiRequest &request, const OpiScript &script)
{
    SimulatedOpiTill till = tillOf(request, line);
    till.show(u"Présentez la carte"_s);
    if (script.fault == OpiFault::Reboot) {
        reboot(script.outage);
        becomeIdle();
        return;
    }
    if (script.fault == OpiFault::InProgress)
        line.cut();
    if (request.type != u"PaymentReversal")
        awaitCard(script);
    const SimulatedOpiRecord record = decide(request, script, till);
    if (record.isApproved() && request.tillPrints && !till.deliver(record)) {
        const std::lock_guard lock{m_mutex};
        m_isTicketPending = true;
    }
    if (script.fault == OpiFault::RebootRemembering) {
        reboot(script.outage);
        becomeIdle();
        return;
    }
    reply(line, request, record, script);
}

void SimulatedOpiServer::awaitCard(const OpiScript &script)
{
    std::unique_lock lock{m_mutex};
    m_givenUp.clear();
    m_isCardThere = false;
    m_isWaitingForCard = true;
    m_isAbortTooLate = script.fault == OpiFault::AbortTooLate;
    m_display = u"Présentez la carte"_s;
    const std::chrono::milliseconds patience = script.fault == OpiFault::InProgress ? script.customer + script.outage : script.customer;
    const auto isOver = [this] { return m_isOff || m_isCardThere || !m_givenUp.isEmpty(); };
    const bool ended = m_changed.wait_for(lock, script.waitsForCard ? customerLimit : patience, isOver);
    m_isWaitingForCard = false;
    if (m_givenUp.isEmpty() && (m_isOff || (script.waitsForCard && !ended)))
        m_givenUp = u"TimedOut"_s;
    if (m_givenUp.isEmpty() && script.fault == OpiFault::CutAfterRead)
        m_givenUp = u"Aborted"_s;
}

SimulatedOpiRecord SimulatedOpiServer::decide(const SimulatedOpiRequest &request, const OpiScript &script, SimulatedOpiTill &till)
{
    const bool isRefused = script.asksForSignature && !till.ask(u"Signature OK ?"_s);
    const std::lock_guard lock{m_mutex};
    const QString givenUp = isRefused ? u"Aborted"_s : std::exchange(m_givenUp, {});
    return givenUp.isEmpty() ? m_book.perform(request, script) : m_book.giveUp(request, givenUp);
}

void SimulatedOpiServer::reply(SimulatedOpiLine &line, const SimulatedOpiRequest &request, const SimulatedOpiRecord &record,
                               const OpiScript &script)
{
    SimulatedOpiRequest to = request;
    if (script.fault == OpiFault::OtherAnswer)
        to.id = QString::number(request.id.toLongLong() + 7);
    const QByteArray answer = m_messages.answer(to, record, false);
    if (script.fault == OpiFault::Slow)
        sleep(script.outage);
    becomeIdle();
    switch (script.fault) {
    case OpiFault::CutAfterRead:
    case OpiFault::CutAfterApproval: line.cut(); return;
    case OpiFault::DuplicateAnswer: line.send(answer); break;
    case OpiFault::Garbage: line.send("\x01\x02<garbage"); return;
    case OpiFault::EndlessFrame: {
        line.sendRaw(QByteArray::fromHex("7fffffff"));
        for (const auto until = std::chrono::steady_clock::now() + endlessLimit; std::chrono::steady_clock::now() < until && !m_isOff;)
            if (!line.sendRaw(QByteArray(4096, 'x')))
                return;
        return;
    }
    default: break;
    }
    line.send(answer);
}

} // namespace guichet
