// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/UserAdmission.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// Users of whom another till or the centre has said more than stands here: an administrator of this till lets it take effect, or not
/// (decisions 25). On the ledger thread.
class UserDesk
{
public:
    explicit UserDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// What waits, in words that a person can judge.
    struct Waiting
    {
        WaitingUser value;
        UserRise rise;
        QString name;       ///< As it would be.
        QString standsAs;   ///< The name of that key here; empty: nobody's.
        LocalizedText till; ///< Where it was said; empty: a till of which nothing is here yet.
        QString by;         ///< Who said it, as that till calls him; empty: it never said.
    };
    /// Oldest first.
    Result<std::vector<Waiting>> all() const;
    /// Lets it take effect here, as an administrator says with a PIN: Staff::approve() goes before. NeedsAdministrator; NotFound: something
    /// else waits by now; InvalidInput: no administrator would be left; TrainingActive.
    Result<> confirm(const CommandId &id, const WaitingUser &waiting);
    /// What stands goes on standing at this till. Errors as confirm().
    Result<> refuse(const CommandId &id, const WaitingUser &waiting);

private:
    Result<Waiting> wordsOf(const WaitingUser &waiting) const;
    Result<QString> nameAt(const QString &till, const QString &user) const;

    Workplace &m_workplace;
};

} // namespace guichet
