// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// `0,350 kg`, with a true minus for what is taken back.
QString formatWeight(qint64 grams);

} // namespace guichet
