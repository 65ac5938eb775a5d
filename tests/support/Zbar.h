// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

namespace guichet {

/// What an independent scanner (zbarimg of zbar-tools) reads in a picture: one `QR-Code:text` or `EAN-13:digits` a symbol; none when it
/// sees nothing.
QStringList readBarcodes(const QImage &image);

} // namespace guichet
