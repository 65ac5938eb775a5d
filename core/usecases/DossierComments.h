// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selling/Dossier.h"

namespace guichet {

struct Workplace;

/// What people wrote on a dossier (DOS-3): free text, kept in documents and never in a fact (decisions 11).
struct DossierComments
{
    QString comment;              ///< For the customer.
    QString internal;             ///< For the house.
    QMap<QString, QString> lines; ///< Line id → text.
    friend bool operator==(const DossierComments &, const DossierComments &) = default;
};

/// From the note of the dossier, else from its customer. On the ledger thread.
Result<DossierComments> commentsOf(const Workplace &workplace, const DossierDetail &detail);

} // namespace guichet
