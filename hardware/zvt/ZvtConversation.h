// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/zvt/ZvtDialog.h"
#include "hardware/zvt/ZvtRequests.h"

namespace guichet {

/// A connection to the terminal for one purpose, registered first (hardware.md §6.2). It ends with the object.
class ZvtConversation
{
public:
    /// Both outlive it.
    ZvtConversation(const ZvtProfile &profile, DeviceLog &log) : m_profile{profile}, m_log{log} {}
    ~ZvtConversation();
    ZvtConversation(const ZvtConversation &) = delete;
    ZvtConversation &operator=(const ZvtConversation &) = delete;

    /// Connects and registers. InvalidInput: the profile is wrong. TerminalBusy, TerminalUnavailable, Timeout, DeviceAnswerInvalid.
    Result<> open();
    /// Connects without registering: only for what the terminal takes from anybody.
    Result<> connect();
    ZvtAnswer ask(const ZvtApdu &command, const ZvtWatch &watch = {});
    /// The same for what moves no money: what does not complete is an error, as above.
    Result<ZvtAnswer> demand(const ZvtApdu &command, const ZvtWatch &watch = {});

private:
    const ZvtProfile &m_profile;
    DeviceLog &m_log;
    std::unique_ptr<ZvtLine> m_line;
};

/// Why a command did not complete, as an error; `answer.end` is not Completed.
Error zvtErrorOf(const ZvtAnswer &answer, const QString &address);

} // namespace guichet
