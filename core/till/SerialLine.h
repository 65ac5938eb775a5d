// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// How settings write a serial line, `serial:PORT[:BAUD]`: a regular expression that the whole text must match.
inline QString serialLineForm()
{
    return QStringLiteral(R"(serial:[^\s:]+(:\d{3,7})?)");
}

} // namespace guichet
