// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Deflate.h"

#include <algorithm>
#include <zlib.h>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype pieceSize = 64 * 1024;

/// An inflating stream that is ended whatever happens.
class Inflater
{
public:
    explicit Inflater(const QByteArray &bytes)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData())); // zlib only reads it
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        m_status = inflateInit(&m_stream);
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Some more bytes; empty: none come any more.
    QByteArray next()
    {
        QByteArray piece{pieceSize, Qt::Uninitialized};
        m_stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        m_stream.avail_out = static_cast<uInt>(piece.size());
        if (m_status == Z_OK)
            m_status = inflate(&m_stream, Z_NO_FLUSH);
        piece.truncate(pieceSize - static_cast<qsizetype>(m_stream.avail_out));
        return piece;
    }

    bool isWhole() const { return m_status == Z_STREAM_END && m_stream.avail_in == 0; }

private:
    z_stream m_stream{};
    int m_status = Z_OK;
};

} // namespace

QByteArray deflated(const QByteArray &bytes, DeflateEffort effort)
{
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    QByteArray packed{static_cast<qsizetype>(size), Qt::Uninitialized};
    compress2(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(bytes.constData()),
              static_cast<uLong>(bytes.size()),
              effort == DeflateEffort::Quick
                  ? Z_BEST_SPEED
                  : Z_DEFAULT_COMPRESSION); // cannot fail: there is room, and memory ends the program elsewhere too
    packed.truncate(static_cast<qsizetype>(size));
    return packed;
}

Result<QByteArray> inflated(const QByteArray &bytes, qsizetype largest)
{
    Inflater inflater{bytes};
    QByteArray whole;
    for (QByteArray piece = inflater.next(); !piece.isEmpty(); piece = inflater.next()) {
        if (whole.size() + piece.size() > largest)
            return failure(ErrorCode::InvalidInput, u"more than %1 bytes"_s.arg(largest), {u"body"_s, u"too large"_s});
        whole += piece;
    }
    if (!inflater.isWhole())
        return failure(ErrorCode::InvalidInput, u"not a deflate stream"_s, {u"body"_s});
    return whole;
}

} // namespace guichet
