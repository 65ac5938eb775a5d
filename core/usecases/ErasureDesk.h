// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/CatalogueJson.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// Erases a person who asks for it (FIS-4, decisions 11). On the ledger thread.
class ErasureDesk
{
public:
    explicit ErasureDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// The customer with all revisions, what was written on their dossiers and the papers of the spool; with a centre at all tills. The
    /// dossiers keep their figures and the journal its chain, in which a technical event names the key. One who is erased already: nothing
    /// more. InvalidInput (a kind that is no customer), NotFound, TrainingActive, CartNotEmpty (a cart, parked ones too, sells or collects
    /// one of their dossiers; a cart of another till goes on without them), NotAllowed.
    Result<> erase(const CommandId &id, DocumentKind kind, const QString &key);

private:
    Workplace &m_workplace;
};

} // namespace guichet
