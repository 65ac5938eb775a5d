// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table on the way. Binary, since a ledger has millions of values: the name of the table, the number of its columns, their names;
// then value after value, row after row: a byte that says what it is, then a whole number (8 bytes) or a length (4 bytes) and so many
// bytes; all big-endian.
#include "sync/protocol/Deflate.h"
#include "sync/protocol/Messages.h"

#include <QtEndian>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostColumns = 64;

enum class ValueTag : char { Nothing = 0, Number = 1, Text = 2, Bytes = 3 };

class RowWriter
{
public:
    void number(qint64 value) { append(value); }
    void tag(ValueTag tag) { m_bytes.append(static_cast<char>(tag)); }
    void bytes(const QByteArray &bytes)
    {
        append(static_cast<quint32>(bytes.size()));
        m_bytes.append(bytes);
    }
    void value(const QVariant &value)
    {
        if (value.isNull())
            return tag(ValueTag::Nothing);
        switch (value.typeId()) {
        case QMetaType::QByteArray: tag(ValueTag::Bytes); return bytes(value.toByteArray());
        case QMetaType::QString: tag(ValueTag::Text); return bytes(value.toString().toUtf8());
        default: tag(ValueTag::Number); return number(value.toLongLong());
        }
    }
    const QByteArray &all() const { return m_bytes; }

private:
    template <typename Number>
    void append(Number value)
    {
        const Number wire = qToBigEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&wire), sizeof wire);
    }
    QByteArray m_bytes;
};

/// Reads within its bytes; what does not fit ends it.
class RowReader
{
public:
    explicit RowReader(const QByteArray &bytes) : m_bytes{bytes} {}
    bool atEnd() const { return m_at == m_bytes.size(); }
    bool holds() const { return m_holds; }

    qint64 number() { return read<qint64>(); }
    QByteArray bytes()
    {
        const auto size = static_cast<qsizetype>(read<quint32>());
        const char *at = take(size);
        return at ? QByteArray{at, size} : QByteArray{};
    }
    QString text()
    {
        const QString text = QString::fromUtf8(bytes());
        m_holds = m_holds && !text.contains(QChar::Null);
        return text.isNull() ? u""_s : text;
    }
    QVariant value()
    {
        const char *tag = take(1);
        switch (tag ? static_cast<ValueTag>(*tag) : ValueTag::Nothing) {
        case ValueTag::Nothing: return {};
        case ValueTag::Number: return number();
        case ValueTag::Text: return text();
        case ValueTag::Bytes: {
            QByteArray read = bytes();
            return read.isNull() ? QByteArray{""} : read;
        }
        }
        m_holds = false;
        return {};
    }

private:
    const char *take(qsizetype size)
    {
        m_holds = m_holds && size <= m_bytes.size() - m_at;
        if (!m_holds)
            return nullptr;
        const char *at = m_bytes.constData() + m_at;
        m_at += size;
        return at;
    }
    template <typename Number>
    Number read()
    {
        const char *at = take(sizeof(Number));
        return at ? qFromBigEndian<Number>(at) : Number{};
    }
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_holds = true;
};

QVariantList readRow(RowReader &reader, qsizetype columns)
{
    QVariantList row;
    row.reserve(columns);
    for (qsizetype column = 0; column < columns; ++column)
        row.append(reader.value());
    return row;
}

} // namespace

QByteArray snapshotMessage(const QString &till, const QString &id, const QByteArray &hashOfPages)
{
    return sha256(u"TILLS1|%1|%2|%3"_s.arg(till, id, toHex(hashOfPages)).toUtf8());
}

QByteArray toBytes(const SnapshotRows &rows)
{
    RowWriter writer;
    writer.bytes(rows.table.toUtf8());
    writer.number(rows.columns.size());
    for (const QString &column : rows.columns)
        writer.bytes(column.toUtf8());
    for (const QVariantList &row : rows.rows)
        for (const QVariant &value : row)
            writer.value(value);
    return deflated(writer.all(), DeflateEffort::Quick);
}

Result<SnapshotRows> snapshotRowsFromBytes(const QByteArray &bytes)
{
    TRY_LET(plain, inflated(bytes, 2 * protocol::largestBody)); // one row may be larger than a page should be
    RowReader reader{plain};
    SnapshotRows read;
    read.table = reader.text();
    const qint64 columns = reader.number();
    if (!reader.holds() || read.table.isEmpty() || columns < 1 || columns > mostColumns)
        return failure(ErrorCode::InvalidInput, u"no rows of a table"_s, {u"rows"_s});
    for (qint64 column = 0; column < columns; ++column)
        read.columns.append(reader.text());
    while (reader.holds() && !reader.atEnd() && std::ssize(read.rows) < protocol::mostRows)
        read.rows.push_back(readRow(reader, columns));
    if (!reader.holds() || !reader.atEnd())
        return failure(ErrorCode::InvalidInput, u"a value that is none, or too many"_s, {u"rows"_s});
    return read;
}

} // namespace guichet
