// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

namespace guichet {

/// Whether `count` takes the singular: 0 and 1 in French (`0 article`), 1 elsewhere.
bool isSingular(qint64 count, Language language = Language::French);
/// `6 articles`, `1 234 articles`, with the narrow space of French figures.
QString counted(qint64 count, const QString &singular, const QString &plural, Language language = Language::French);

} // namespace guichet
