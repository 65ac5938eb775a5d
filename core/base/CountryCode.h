// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// An ISO 3166-1 alpha-2 code, or XK as is used for Kosovo: `BE`. Upper case.
bool isCountryCode(const QString &code);

} // namespace guichet
