// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CustomerTraces.h"

#include "core/ledger/DossierStore.h"
#include "core/ledger/HomeStore.h"
#include "core/ledger/WorkingStore.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Somebody else who bought by the same quote later keeps what was written for them; a note that names nobody may be about anyone.
bool isAbout(const QJsonObject &note, const QString &customer)
{
    const QString named = note.value(u"customer"_s).toString();
    return named.isEmpty() || named == customer;
}

/// The note of a dossier, or what it was before it was about somebody else; and the copies of it.
Result<> forgetNote(Database &db, const QString &key, const QString &customer)
{
    DocumentStore documents{db};
    TRY_LET(note, documents.get(DocumentKind::Note, key));
    const bool stays = note && !isAbout(note->body, customer);
    TRY(stays ? documents.forgetPast(DocumentKind::Note, key) : documents.forget(DocumentKind::Note, key));
    HomeStore home{db};
    TRY_LET(copies, home.copiesOf(DocumentKind::Note, key));
    for (const auto &[till, copy] : copies)
        if (isAbout(copy.body, customer))
            TRY(home.forget(till, DocumentKind::Note, key));
    return {};
}

} // namespace

Result<> forgetTracesOf(Database &db, const QString &customer)
{
    TRY_LET(dossiers, DossierStore{db}.ofCustomer(customer));
    for (const auto &[dossier, number] : dossiers) {
        TRY(forgetNote(db, dossierNoteKey(dossier), customer));
        TRY(WorkingStore{db}.forgetClientOf(dossier)); // else their sale would name them again
        if (!number.isEmpty())                         // of one whose sale has not arrived yet
            TRY(WorkingStore{db}.forgetJobsOf(number));
    }
    const auto own = dossierOfCustomerKey(customer);
    return own ? forgetNote(db, dossierNoteKey(*own), customer) : Result<>{}; // a copy of it may be here before the dossier is
}

} // namespace guichet
