// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/payment/Payment.h"
#include "hardware/opi/OpiLink.h"
#include "hardware/terminal/StopRequest.h"

namespace guichet {

/// What the till says to the terminal besides payments: its requests one after the other with the pauses that the terminal wants, and a
/// Login when it has logged us out (hardware.md §4.5, §4.6). On one thread.
class OpiConversation
{
public:
    /// All outlive it.
    OpiConversation(const OpiProfile &profile, OpiLink &link, const Clock &clock) : m_profile{profile}, m_link{link}, m_clock{clock} {}

    /// A request with an id of its own, never that of avoid().
    OpiRequest request(OpiRequest::Element element, const QString &type);
    /// On a line of its own; when the terminal is logged out, once more after a Login.
    Result<OpiAnswer> ask(const OpiRequest &request, std::chrono::milliseconds limit, const OpiLink::Turn &turn = {});
    /// The same with a new request.
    Result<OpiAnswer> ask(OpiRequest::Element element, const QString &type, std::chrono::milliseconds limit,
                          const OpiLink::Turn &turn = {});
    /// How it is: GetStatus or, where there is none, Diagnosis.
    Result<OpiAnswer> askStatus();
    /// TerminalBusy, TerminalUnavailable, Timeout: it does not let us.
    Result<> logIn(const OpiLink::Turn &turn = {});
    Result<> logOff();
    /// The terminal has logged us out, as CloseDay does.
    void forgetLogin() { m_isLoggedIn = false; }
    /// Logs in unless that was done already.
    Result<> logInOnce(const OpiLink::Turn &turn = {});
    /// Asks the terminal to stop what it is doing; whatever it answers is only logged.
    void abort();

    /// A line for one request, after the pause that is due.
    Result<std::unique_ptr<ByteStream>> open();
    /// Nothing is sent before so long.
    void pauseFor(std::chrono::milliseconds duration) { m_quiet = QDeadlineTimer{duration}; }
    void avoid(qint64 requestId) { m_avoided = requestId; }

private:
    Result<OpiAnswer> askOnce(const OpiRequest &request, std::chrono::milliseconds limit, const OpiLink::Turn &turn = {});

    const OpiProfile &m_profile;
    OpiLink &m_link;
    const Clock &m_clock;
    QDeadlineTimer m_quiet{0}; ///< Over: the next request may go.
    qint64 m_lastId = -1;
    qint64 m_avoided = -1;
    bool m_isLoggedIn = false;
};

} // namespace guichet
