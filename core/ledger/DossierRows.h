// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Query.h"
#include "core/selling/Dossier.h"

namespace guichet {

/// The columns of `dossier d` from which dossierRow() reads.
#define GUICHET_DOSSIER_COLUMNS                                                                                                            \
    "d.id, d.number, d.at, d.actor, d.customer, d.quoted, d.ordered, d.sold, d.cancelled, d.quote_cents, d.order_cents, d.sale_cents, "    \
    "d.refund_cents, d.credit_cents, d.advance_cents, d.receivable_cents"

/// What a row of `dossier` says by itself.
DossierRow dossierRow(const Row &row);
/// Adds receipt, summary, methods and the customer's name.
Result<> completeRow(Database &db, DossierRow &row);

} // namespace guichet
