// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"

namespace guichet {

/// As printed and typed: `R123`, second incarnation `R2-123`; empty for none.
QString documentNumberText(const DocumentNumber &number);
/// The inverse; `r123`, `R-123` and blanks around are taken too. Nothing for a dossier number (`P…`, in training `F` and ten figures) and
/// for anything else.
std::optional<DocumentNumber> documentNumberFromText(const QString &text);

} // namespace guichet
