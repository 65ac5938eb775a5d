// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace guichet {

/// Keys of the managers who approved something on a cart, each once, parted by spaces: so they are recorded with the sale (ACC-2).
inline QString withApprover(const QString &approvers, const QString &user)
{
    QStringList users = approvers.split(u' ', Qt::SkipEmptyParts);
    if (!user.isEmpty() && !users.contains(user))
        users << user;
    return users.join(u' ');
}

} // namespace guichet
