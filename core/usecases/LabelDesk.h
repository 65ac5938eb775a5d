// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/labels/LabelFormat.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// Barcodes and labels of the goods (CAT-7). On the ledger thread.
class LabelDesk
{
public:
    explicit LabelDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// The product's EAN-13; one that the till makes where it has none. Needs EditCatalogue. NotFound: no such product, or no prefix is
    /// left; the errors of BackOffice::put().
    Result<QString> giveBarcode(const CommandId &id, const QString &product);
    /// What stands on its label: title, price (per kilogram where it is sold so), its EAN-13 if it has one. NotFound.
    Result<Label> label(const QString &product) const;

private:
    Result<QString> freeCode() const;

    Workplace &m_workplace;
};

} // namespace guichet
