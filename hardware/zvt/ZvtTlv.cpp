// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtTlv.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 8;
constexpr int longestTag = 3;

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]);
}

std::unexpected<Error> brokenTlv(const QString &why)
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"zvt tlv: "_s + why);
}

struct Tag
{
    quint32 number = 0;
    qsizetype size = 0;
    bool isConstructed = false;
};

Result<Tag> tagFrom(QByteArrayView bytes)
{
    Tag tag{.number = byteAt(bytes, 0), .size = 1, .isConstructed = (byteAt(bytes, 0) & 0x20) != 0};
    if ((tag.number & 0x1F) != 0x1F)
        return tag;
    for (bool goesOn = true; goesOn; ++tag.size) {
        if (tag.size == longestTag || tag.size == bytes.size())
            return brokenTlv(u"tag without end"_s);
        goesOn = (byteAt(bytes, tag.size) & 0x80) != 0;
        tag.number = tag.number << 8 | byteAt(bytes, tag.size);
    }
    return tag;
}

Result<std::vector<ZvtTlv>> objectsFrom(QByteArrayView bytes, int depth)
{
    if (depth > deepest)
        return brokenTlv(u"too deep"_s);
    std::vector<ZvtTlv> objects;
    while (!bytes.isEmpty()) {
        TRY_LET(tag, tagFrom(bytes));
        TRY_LET(extent, zvtTlvExtent(bytes.sliced(tag.size)));
        ZvtTlv object{.tag = tag.number, .value = bytes.sliced(tag.size + extent.header, extent.value)};
        if (tag.isConstructed) {
            TRY_LET(in, objectsFrom(object.value, depth + 1));
            object.in = std::move(in);
        }
        bytes = bytes.sliced(tag.size + extent.header + extent.value);
        objects.push_back(std::move(object));
    }
    return objects;
}

} // namespace

Result<ZvtTlvExtent> zvtTlvExtent(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return brokenTlv(u"no length"_s);
    ZvtTlvExtent extent{.header = 1, .value = byteAt(bytes, 0)};
    if (extent.value >= 0x80) {
        extent.header += extent.value & 0x7F;
        if (extent.header < 2 || extent.header > 3 || bytes.size() < extent.header)
            return brokenTlv(u"no such length"_s);
        extent.value = byteAt(bytes, 1);
        if (extent.header == 3)
            extent.value = extent.value << 8 | byteAt(bytes, 2);
    }
    if (bytes.size() - extent.header < extent.value)
        return brokenTlv(u"%1 of %2 bytes"_s.arg(bytes.size() - extent.header).arg(extent.value));
    return extent;
}

Result<std::vector<ZvtTlv>> zvtTlvFrom(QByteArrayView bytes)
{
    return objectsFrom(bytes, 1);
}

const ZvtTlv *zvtFind(const std::vector<ZvtTlv> &objects, quint32 tag)
{
    for (const ZvtTlv &object : objects) {
        if (object.tag == tag)
            return &object;
        if (const ZvtTlv *const deeper = zvtFind(object.in, tag))
            return deeper;
    }
    return nullptr;
}

QByteArray zvtTlvLength(qsizetype length)
{
    QByteArray bytes;
    if (length > 0xFF)
        bytes = QByteArray{"\x82", 1} + static_cast<char>(length >> 8);
    else if (length > 0x7F)
        bytes = QByteArray{"\x81", 1};
    return bytes + static_cast<char>(length & 0xFF);
}

QByteArray zvtTlv(quint32 tag, const QByteArray &value)
{
    QByteArray bytes;
    for (int shift = 16; shift >= 0; shift -= 8)
        if (tag >> shift != 0)
            bytes += static_cast<char>(tag >> shift & 0xFF);
    return bytes + zvtTlvLength(value.size()) + value;
}

} // namespace guichet
