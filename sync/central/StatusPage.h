// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Overuse.h"
#include "sync/central/TillStanding.h"

/// The pages that a manager sees in a browser, as whole HTML documents that are XML too: no script, nothing from elsewhere, every value
/// escaped. In French.
namespace guichet::status {

/// `wrong`: what was typed before did not open it; `lockedOut`: it is not even looked at for a while.
enum class LoginTrouble { None, Wrong, LockedOut };
/// `account`: as it was typed, to be typed once.
QByteArray loginPage(LoginTrouble trouble, const QString &account = {});

struct Overview
{
    QString account; ///< Its name.
    QDateTime now;
    QDate today; ///< The business day.
    QString logOutKey;
    std::vector<TillStanding> tills;
    Overuse overuse = {};
};
QByteArray overviewPage(const Overview &overview);

/// Content-Security-Policy of both: the style of the page itself, and nothing else.
QByteArray securityPolicy();

} // namespace guichet::status
