// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CustomerTraces.h"

#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/HomeStore.h"
#include "core/ledger/WorkingStore.h"

namespace guichet {

Result<> forgetTracesOf(Database &db, const QString &customer)
{
    TRY_LET(dossiers, DossierStore{db}.ofCustomer(customer));
    for (const auto &[dossier, number] : dossiers) {
        const QString note = dossierNoteKey(dossier);
        TRY_LET(written, DocumentStore{db}.get(DocumentKind::Note, note));
        if (written)
            TRY(DocumentFeed{db}.forgetErased(DocumentKind::Note, note));
        TRY(HomeStore{db}.forgetEverywhere(DocumentKind::Note, note));
        TRY(WorkingStore{db}.forgetJobsOf(number));
    }
    return {};
}

} // namespace guichet
