// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <vector>

namespace guichet {

/// One object of a TLV container: BMP 06, BER tags and lengths (hardware.md §6.1). Looks into bytes of others: they outlive it.
struct ZvtTlv
{
    quint32 tag = 0;             ///< `24`, `1F07`, as written.
    QByteArrayView value = {};   ///< Of a constructed one, too.
    std::vector<ZvtTlv> in = {}; ///< Of a constructed one.
};

/// What a container holds. DeviceAnswerInvalid: a tag of more than three bytes, a length beyond the end or of a form that ZVT has not, more
/// than eight levels.
Result<std::vector<ZvtTlv>> zvtTlvFrom(QByteArrayView bytes);
/// The first object with that tag at any depth; null: none. Terminals put the same tag at different depths.
const ZvtTlv *zvtFind(const std::vector<ZvtTlv> &objects, quint32 tag);

/// Tag, length and value. `value` ≤ 65535 bytes.
QByteArray zvtTlv(quint32 tag, const QByteArray &value);
/// BER length, as before the value.
QByteArray zvtTlvLength(qsizetype length);

/// A BER length at the start of `bytes`, and how many bytes it takes. DeviceAnswerInvalid: as above, the end included.
struct ZvtTlvExtent
{
    qsizetype header = 0;
    qsizetype value = 0;
};
Result<ZvtTlvExtent> zvtTlvExtent(QByteArrayView bytes);

} // namespace guichet
