// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiConversation.h"

#include "hardware/opi/OpiOutcome.h"
#include "hardware/opi/OpiRequestId.h"

#include <thread>

namespace guichet {
using namespace Qt::StringLiterals;

OpiRequest OpiConversation::request(OpiRequest::Element element, const QString &type)
{
    const QDateTime now = m_clock.now();
    qint64 id = opiServiceRequestId(now);
    if (m_lastId >= 0 && !isEarlierRequest(m_lastId, id)) // two in one centisecond, or a clock set back
        id = m_lastId + 1;
    if (id == m_avoided)
        ++id;
    m_lastId = id;
    return {.element = element, .type = type, .id = id, .at = now};
}

Result<std::unique_ptr<ByteStream>> OpiConversation::open()
{
    if (!m_quiet.hasExpired())
        std::this_thread::sleep_for(std::chrono::milliseconds{m_quiet.remainingTime()});
    return m_link.open();
}

Result<OpiAnswer> OpiConversation::askOnce(const OpiRequest &request, std::chrono::milliseconds limit, const OpiLink::Turn &turn)
{
    TRY_LET(line, open());
    const auto answer = m_link.ask(*line, request, QDeadlineTimer{limit}, turn);
    pauseFor(m_profile.limits.betweenRequests);
    return answer;
}

Result<OpiAnswer> OpiConversation::ask(const OpiRequest &request, std::chrono::milliseconds limit, const OpiLink::Turn &turn)
{
    TRY_LET(answer, askOnce(request, limit, turn));
    if (opiResultFrom(answer.overallResult) != OpiResult::LoggedOut)
        return answer;
    TRY(logIn(turn));
    return askOnce(request, limit, turn);
}

Result<OpiAnswer> OpiConversation::ask(OpiRequest::Element element, const QString &type, std::chrono::milliseconds limit,
                                       const OpiLink::Turn &turn)
{
    return ask(request(element, type), limit, turn);
}

Result<OpiAnswer> OpiConversation::askStatus()
{
    return ask(OpiRequest::Element::Service, m_profile.statusByDiagnosis ? u"Diagnosis"_s : u"GetStatus"_s, m_profile.limits.service);
}

Result<> OpiConversation::logIn(const OpiLink::Turn &turn)
{
    m_isLoggedIn = false;
    TRY_LET(answer, askOnce(request(OpiRequest::Element::Service, u"Login"_s), m_profile.limits.service, turn));
    const OpiResult result = opiResultFrom(answer.overallResult);
    m_isLoggedIn = result == OpiResult::Success || result == OpiResult::PrintLastTicket;
    if (m_isLoggedIn)
        return {};
    return failure(result == OpiResult::Busy ? ErrorCode::TerminalBusy : ErrorCode::TerminalUnavailable,
                   u"opi: Login: "_s + opiWords(answer), {m_profile.address});
}

Result<> OpiConversation::logInOnce(const OpiLink::Turn &turn)
{
    if (m_isLoggedIn)
        return {};
    return logIn(turn);
}

Result<> OpiConversation::logOff()
{
    m_isLoggedIn = false;
    TRY_LET(answer, askOnce(request(OpiRequest::Element::Service, u"Logoff"_s), m_profile.limits.service));
    if (opiResultFrom(answer.overallResult) == OpiResult::Success)
        return {};
    return failure(ErrorCode::TerminalUnavailable, u"opi: Logoff: "_s + opiWords(answer), {m_profile.address});
}

void OpiConversation::abort()
{
    const auto element = m_profile.abortsByService ? OpiRequest::Element::Service : OpiRequest::Element::Card;
    const auto line = m_link.open(); // at once: the payment waits on its own line
    if (line)
        std::ignore = m_link.ask(**line, request(element, u"AbortRequest"_s), QDeadlineTimer{m_profile.limits.abort});
}

} // namespace guichet
