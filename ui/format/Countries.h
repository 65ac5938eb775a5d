// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

namespace guichet {

struct Country
{
    QString code; ///< ISO 3166-1 alpha-2: `BE`.
    QString name;
    friend bool operator==(const Country &, const Country &) = default;
};

/// The countries of the CLIENT tab (SELL-8): the neighbours first, then all others by name. French or Dutch names.
const std::vector<Country> &countries(Language language = Language::French);
/// The name of a country code, the code itself when unknown.
QString countryName(const QString &code, Language language = Language::French);
/// The twelve provinces of the Netherlands, asked for instead of a postcode (SELL-8).
QStringList dutchProvinces();

} // namespace guichet
