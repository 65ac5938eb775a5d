// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// The text of tests/core/receipt/golden/NAME.txt. With GUICHET_WRITE_GOLDEN=1 in the environment the file is written first: then read it,
/// line by line, against belgium.md before it is committed.
QString golden(const QString &name, const QString &actual);

} // namespace guichet
