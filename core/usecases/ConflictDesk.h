// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/LostValues.h"
#include "core/planning/Overuse.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// Changes of documents that lost against those of another till (decisions 24). On the ledger thread.
class ConflictDesk
{
public:
    explicit ConflictDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// A lost value with what a person calls its document.
    struct Conflict
    {
        LostValue value;
        LocalizedText title;                         ///< The key where it has no name.
        QJsonValue standing = QJsonValue::Undefined; ///< What is in force; undefined: nothing.
        LocalizedText till;                          ///< Where the lost value was said; empty: a till of which nothing is here yet.
        bool mine = false;                           ///< Said at this till.
    };
    Result<std::vector<Conflict>> all() const;
    /// What tills have sold beyond its number, each without knowing of the other (decisions 23): from today on.
    Result<Overuse> overuse() const;
    /// Says the lost value again, for everybody: the right to change such a document. NotFound, InvalidInput (also: no administrator would
    /// be left); TillReplaced: it would reach nobody.
    Result<> restore(const CommandId &id, const LostValue &value);
    /// Lets what won stand: the lost value is shown here no more. The same right. NotFound.
    Result<> dismiss(const CommandId &id, const LostValue &value);

private:
    Workplace &m_workplace;
};

} // namespace guichet
