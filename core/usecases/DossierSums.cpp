// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DossierStore.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/TrainingOverlay.h"
#include "core/usecases/Workplace.h"

#include <limits>

/// How many dossiers a search finds and what they come to (DOS-2).
namespace guichet {

namespace {

/// Training has a handful of dossiers: they are looked through.
Result<DossierSum> sumOfTraining(const Workplace &workplace, DossierSearch search)
{
    search.offset = 0;
    search.limit = std::numeric_limits<int>::max();
    TRY_LET(rows, TrainingOverlay{workplace}.search(search));
    DossierSum sum;
    for (const DossierRow &row : rows) {
        ++sum.count;
        if (row.state == DossierState::Settled || row.state == DossierState::Confirmed)
            sum.total += row.total - row.refunded;
    }
    return sum;
}

} // namespace

Result<DossierSum> DossierDesk::sum(const DossierSearch &search) const
{
    if (m_workplace.training)
        return sumOfTraining(m_workplace, search);
    DossierSearch known = search;
    if (search.till == m_workplace.settings.tillKey)
        known.till = m_workplace.tillUid();
    return DossierStore{m_workplace.db()}.sum(known);
}

} // namespace guichet
