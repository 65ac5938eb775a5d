// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtConversation.h"

#include "hardware/zvt/ZvtResult.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

Error unavailable(const Error &error, const QString &address)
{
    const bool isLost = error.code == ErrorCode::DeviceUnavailable;
    return {.code = isLost ? ErrorCode::TerminalUnavailable : error.code, .detail = error.detail, .values = {address}};
}

} // namespace

Error zvtErrorOf(const ZvtAnswer &answer, const QString &address)
{
    if (answer.end == ZvtAnswer::End::Lost)
        return unavailable(answer.error, address);
    const bool isBusy = zvtResultOf(answer.code) == ZvtResult::Busy;
    return {.code = isBusy ? ErrorCode::TerminalBusy : ErrorCode::TerminalUnavailable,
            .detail = u"zvt: "_s + zvtResultWords(answer.code),
            .values = {address}};
}

ZvtConversation::~ZvtConversation()
{
    if (m_line)
        m_line->close();
}

Result<> ZvtConversation::connect()
{
    TRY_LET(line, makeZvtLine(m_profile));
    m_line = std::move(line);
    const auto opened = m_line->open();
    if (!opened)
        return std::unexpected(unavailable(opened.error(), m_profile.address));
    return {};
}

Result<> ZvtConversation::open()
{
    TRY(connect());
    TRY_LET(answer, demand(ZvtRequests{m_profile}.registration()));
    const auto status = zvtStatusFrom(answer.completion);
    if (status && !status->isInEuros())
        return failure(ErrorCode::TerminalUnavailable, u"zvt: the terminal counts in "_s + status->currency, {m_profile.address});
    return {};
}

ZvtAnswer ZvtConversation::ask(const ZvtApdu &command, const ZvtWatch &watch)
{
    return ZvtDialog{*m_line, m_profile, m_log, watch}.run(command);
}

Result<ZvtAnswer> ZvtConversation::demand(const ZvtApdu &command, const ZvtWatch &watch)
{
    const ZvtAnswer answer = ask(command, watch);
    if (answer.end != ZvtAnswer::End::Completed)
        return std::unexpected(zvtErrorOf(answer, m_profile.address));
    return answer;
}

} // namespace guichet
