// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace guichet {

/// In what a terminal writes its texts (hardware.md §6.3): it should be CP437, or UTF-8 when it has agreed to it, and is not always.
enum class ZvtCharset { Utf8, Latin1, Cp437 };

/// What texts are written in, by their bytes: the more of them, the surer. Plain ASCII counts as UTF-8.
ZvtCharset zvtCharsetOf(QByteArrayView text);
/// Without control characters.
QString zvtDecode(QByteArrayView text, ZvtCharset charset);
/// A single text, in whatever it is written.
QString zvtDecode(QByteArrayView text);

} // namespace guichet
