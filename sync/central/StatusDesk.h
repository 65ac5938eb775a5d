// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/CentralApi.h"
#include "sync/central/StatusLogin.h"

namespace guichet {

/// The status page over HTTP: login, page, logout. A cookie names the session, which names the account: nothing in a request does. On the
/// thread of its Centre.
class StatusDesk
{
public:
    explicit StatusDesk(Centre &centre) : m_centre{centre}, m_login{centre.accounts(), centre.clock()} {}
    /// NotFound: no page of its; NotAllowed: a form that is not of this session.
    Result<CentralReply> answer(const CentralRequest &request);

private:
    Result<CentralReply> logIn(const CentralRequest &request);
    Result<CentralReply> logOut(const CentralRequest &request);
    Result<CentralReply> show(const CentralRequest &request);

    Centre &m_centre;
    StatusLogin m_login;
};

} // namespace guichet
