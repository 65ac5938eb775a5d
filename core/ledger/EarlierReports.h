// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"

#include <QSet>

namespace guichet {

/// Which Z of a till an earlier version wrote, that did not know every figure that `verify` holds against the entries
/// (docs/decisions/0036).
class EarlierReports
{
public:
    /// Call for each own fact of the chains in order. Once one says that a version wrote it which knows every figure, none that comes after
    /// is of an earlier one, whatever it says: earlier programs refuse this ledger.
    void take(const FactBody &body);
    /// Whether the Z of this session is one of them.
    bool contains(const Id<TillSession> &session) const { return m_sessions.contains(session); }

private:
    bool m_ended = false;
    QSet<Id<TillSession>> m_sessions;
};

} // namespace guichet
