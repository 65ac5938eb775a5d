// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"

#include "core/base/Text.h"

#include <QStringDecoder>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr size_t mostRows = 200'000;
constexpr qsizetype mostColumns = 200;

/// Also behind apostrophes: such a text must not lose one on its way back.
bool looksLikeFormula(const QString &cell)
{
    const auto first = std::ranges::find_if(cell, [](QChar c) { return c != u'\''; });
    return first != cell.end() && u"=+-@\t\r"_s.contains(*first);
}

bool isPlainNumber(const QString &cell)
{
    bool number = false;
    QString{cell}.replace(u',', u'.').toDouble(&number);
    return number;
}

/// The one of which the first line has more, quoted cells apart.
QChar separatorOf(const QString &text)
{
    int semicolons = 0;
    int commas = 0;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        if (c == u'\n')
            break;
        semicolons += c == u';' ? 1 : 0;
        commas += c == u',' ? 1 : 0;
    }
    return semicolons >= commas ? u';' : u',';
}

/// Reads one character after the other; small enough to be seen right.
class Reader
{
public:
    explicit Reader(QChar separator) : m_separator{separator} {}

    void take(QChar c)
    {
        if (m_quoted)
            takeQuoted(c);
        else if (c == u'"' && m_cell.isEmpty())
            m_quoted = true;
        else if (c == m_separator)
            endCell();
        else if (c == u'\n')
            endRow();
        else if (c != u'\r')
            m_cell += c;
    }

    Result<std::vector<QStringList>> finish()
    {
        if (m_quoted && !m_pendingQuote)
            return failure(ErrorCode::InvalidInput, u"open quote"_s);
        if (!m_cell.isEmpty() || !m_row.isEmpty())
            endRow();
        return std::move(m_rows);
    }
    bool tooLarge() const { return m_rows.size() > mostRows || m_row.size() > mostColumns; }

private:
    void takeQuoted(QChar c)
    {
        if (c == u'"') {
            if (m_pendingQuote)
                m_cell += c;
            m_pendingQuote = !m_pendingQuote;
            return;
        }
        if (m_pendingQuote) {
            m_quoted = m_pendingQuote = false;
            take(c);
            return;
        }
        m_cell += c;
    }
    void endCell()
    {
        m_row << std::exchange(m_cell, {});
        m_quoted = m_pendingQuote = false;
    }
    void endRow()
    {
        endCell();
        if (m_row.size() > 1 || !m_row.front().isEmpty())
            m_rows.push_back(std::exchange(m_row, {}));
        m_row.clear();
    }

    QChar m_separator;
    QString m_cell;
    QStringList m_row;
    std::vector<QStringList> m_rows;
    bool m_quoted = false;
    bool m_pendingQuote = false;
};

/// `special`: what a cell of this row does not hold without quotes.
QString quoted(const QString &cell, QStringView special)
{
    const QString guarded = looksLikeFormula(cell) && !isPlainNumber(cell) ? u'\'' + cell : cell;
    const bool needsQuotes = std::ranges::any_of(guarded, [&](QChar c) { return special.contains(c); });
    return needsQuotes ? u'"' + QString{guarded}.replace(u"\""_s, u"\"\""_s) + u'"' : guarded;
}

} // namespace

Result<std::vector<QStringList>> parseCsv(const QByteArray &bytes)
{
    QStringDecoder decoder{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};
    const QString text = decoder(bytes);
    if (decoder.hasError() || hasForbiddenCharacters(text))
        return failure(ErrorCode::InvalidInput, u"not UTF-8 text"_s);
    Reader reader{separatorOf(text)};
    for (const QChar c : text) {
        reader.take(c);
        if (reader.tooLarge())
            return failure(ErrorCode::InvalidInput, u"too many rows or columns"_s);
    }
    return reader.finish();
}

QByteArray writeCsv(const std::vector<QStringList> &rows)
{
    QString text{QChar{0xFEFF}};
    QStringView special = u";\"\r\n,"; // the separator is told from the first row
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << quoted(cell, special);
        text += cells.join(u';') + u"\r\n"_s;
        special = u";\"\r\n";
    }
    return text.toUtf8();
}

QString withoutFormulaGuard(const QString &cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(cell.sliced(1)) ? cell.sliced(1) : cell;
}

} // namespace guichet
