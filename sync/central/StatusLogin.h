// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/AccountStore.h"

namespace guichet {

class Clock;

/// Who may look at the status page of an account: whoever knows its password, which the centre makes. Tries are counted (ACC-2). On the
/// thread of the store.
class StatusLogin
{
public:
    static constexpr std::chrono::hours lasts{12};

    StatusLogin(AccountStore &store, const Clock &clock) : m_store{store}, m_clock{clock} {}

    /// A new password, shown once; whoever is logged in is so no more. NotFound.
    Result<QString> newPassword(const QString &account);
    /// The token of a session. PinWrong: no such account, or not its password; LockedOut: too many wrong tries.
    Result<QByteArray> logIn(const QString &account, const QString &password);
    /// None: nobody's token, or it lapsed.
    Result<std::optional<CentralAccount>> accountOf(const QByteArray &token);
    Result<> logOut(const QByteArray &token);

private:
    AccountStore &m_store;
    const Clock &m_clock;
};

} // namespace guichet
