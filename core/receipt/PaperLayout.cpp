// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/PaperLayout.h"

namespace guichet {
namespace {

constexpr int narrowestText = 6; ///< A left text squeezed below this goes on a line of its own.

QString rightTrimmed(QString text)
{
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

QString aligned(const QString &text, int columns, Align align)
{
    switch (align) {
    case Align::Left: return text;
    case Align::Centre: return QString(std::max<qsizetype>(0, (columns - text.size()) / 2), u' ') + text;
    case Align::Right: return text.rightJustified(columns);
    }
    Q_UNREACHABLE();
}

struct Placed
{
    int start = 0;
    int width = 0;
    Align align = Align::Left;
    QStringList parts = {};
};

/// A quantity that is too long for its column moves the title beside it.
void makeRoom(Placed &cell, Placed &next)
{
    const int length = static_cast<int>(cell.parts.first().size());
    const int more = cell.start + length + 1 - next.start;
    const bool bothLeft = cell.align == Align::Left && next.align == Align::Left;
    if (!bothLeft || cell.parts.first().contains(u' ') || more <= 0 || next.width - more < narrowestText)
        return;
    cell.width = length;
    next.start += more;
    next.width -= more;
}

/// Whether a left text has so little room beside the figures that a word would be cut.
bool isSqueezed(const Placed &cell)
{
    const QString text = cell.parts.first();
    qsizetype longest = 0;
    for (const QString &word : text.split(u' '))
        longest = std::max(longest, word.size());
    return cell.align == Align::Left && text.size() > cell.width && (longest > cell.width || cell.width < narrowestText);
}

/// Takes the left texts out of a row, to stand above its figures.
std::vector<Placed> takeLeftTexts(std::vector<Placed> &cells, int columns)
{
    std::vector<Placed> above;
    for (Placed &cell : cells) {
        if (cell.align != Align::Left || cell.parts.first().isEmpty())
            continue;
        if (!above.empty())
            above.back().width = cell.start - above.back().start;
        above.push_back({.start = cell.start, .width = columns - cell.start, .parts = cell.parts});
        cell.parts = {QString{}};
    }
    for (Placed &cell : above)
        cell.parts = wrapped(cell.parts.first(), std::max(1, cell.width));
    return above;
}

/// Lays items out one after the other.
class Layout
{
public:
    Layout(int columns, LargeText large) : m_columns{std::max(20, columns)}, m_large{large} {}
    std::vector<PrintLine> lines;

    void operator()(const PaperText &item)
    {
        const int columns = columnsAt(item.size);
        for (const QString &part : wrapped(item.text, columns))
            lines.push_back({.text = rightTrimmed(aligned(part, columns, item.align)),
                             .bold = item.bold,
                             .size = item.size,
                             .underline = item.underline,
                             .inverse = item.inverse});
    }

    void operator()(const PaperPair &item)
    {
        const int columns = columnsAt(item.size);
        const QString right = fixedPitch(item.right).left(columns);
        const QString indent(std::min(item.indent, columns / 2), u' ');
        const int space = static_cast<int>(columns - indent.size());
        const int beside = right.isEmpty() ? space : static_cast<int>(space - right.size() - 1);
        const bool fits = beside >= narrowestText || beside >= fixedPitch(item.left).size();
        const QStringList parts = wrapped(item.left, fits ? beside : space);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QString left = indent + parts[i];
            add(fits && i == 0 ? left + right.rightJustified(columns - left.size()) : left, item.bold, item.size);
        }
        if (!fits)
            add(right.rightJustified(columns), item.bold, item.size);
    }

    void operator()(const PaperRow &item);

    void operator()(const PaperRule &item) { add(QString(m_columns, item.strong ? u'=' : u'-'), false, TextSize::Normal); }
    void operator()(const PaperSpace &item)
    {
        for (int i = 0; i < item.lines; ++i)
            add({}, false, TextSize::Normal);
    }
    void operator()(const PaperQr &item)
    {
        lines.push_back({.kind = PrintLine::Kind::Qr, .text = fixedPitch(item.caption), .payload = item.payload});
    }
    void operator()(const PaperBarcode &item)
    {
        lines.push_back({.kind = PrintLine::Kind::Barcode, .text = fixedPitch(item.text), .payload = item.text, .barcode = item.kind});
    }
    void operator()(const PaperLogo &) { lines.push_back({.kind = PrintLine::Kind::Logo}); }
    void operator()(const PaperCut &) { lines.push_back({.kind = PrintLine::Kind::Cut}); }

private:
    int columnsAt(TextSize size) const
    {
        if (m_large == LargeText::SingleWide)
            return m_columns;
        return size == TextSize::Large ? m_columns / 2 : size == TextSize::Small ? m_columns * 4 / 3 : m_columns;
    }
    void add(const QString &text, bool bold, TextSize size) { lines.push_back({.text = rightTrimmed(text), .bold = bold, .size = size}); }
    std::vector<Placed> placed(const PaperRow &item) const;
    void addPlaced(const std::vector<Placed> &cells, bool bold);

    int m_columns;
    LargeText m_large;
};

/// From right to left: what aligns right keeps its right edge and pushes its neighbour when it is too long; what aligns left wraps in what
/// remains.
std::vector<Placed> Layout::placed(const PaperRow &item) const
{
    std::vector<Placed> cells;
    for (int at = 0; const PaperRow::Cell &cell : item.cells) {
        const int start = at * m_columns / 48;
        at += cell.width;
        cells.push_back({.start = start,
                         .width = std::min(m_columns, at * m_columns / 48) - start,
                         .align = cell.align,
                         .parts = {fixedPitch(cell.text)}});
    }
    for (int limit = m_columns, i = static_cast<int>(cells.size()) - 1; i >= 0; --i) {
        Placed &cell = cells[static_cast<size_t>(i)];
        const int end = std::min(limit, cell.start + cell.width);
        const int length = static_cast<int>(cell.parts.first().size());
        if (cell.align == Align::Right && length > end - cell.start)
            cell.start = std::max(0, end - length);
        cell.width = std::max(0, end - cell.start);
        if (length > 0)
            limit = std::max(0, cell.start - (i > 0 ? 1 : 0));
    }
    for (size_t i = 0; i + 1 < cells.size(); ++i)
        makeRoom(cells[i], cells[i + 1]);
    return cells;
}

void Layout::addPlaced(const std::vector<Placed> &cells, bool bold)
{
    qsizetype height = 1;
    for (const Placed &cell : cells)
        height = std::max(height, cell.parts.size());
    for (qsizetype row = 0; row < height; ++row) {
        QString text;
        for (const Placed &cell : cells)
            if (const QString part = cell.parts.value(row); !part.isEmpty())
                text = text.leftJustified(cell.start) + aligned(part, cell.width, cell.align);
        add(text, bold, TextSize::Normal);
    }
}

void Layout::operator()(const PaperRow &item)
{
    std::vector<Placed> cells = placed(item);
    if (std::ranges::any_of(cells, isSqueezed))
        addPlaced(takeLeftTexts(cells, m_columns), item.bold);
    for (Placed &cell : cells)
        if (cell.align == Align::Left)
            cell.parts = wrapped(cell.parts.value(0), std::max(1, cell.width));
    addPlaced(cells, item.bold);
}

bool isTypographicSpace(QChar c)
{
    return c == QChar{0x202F} || c == QChar{0x00A0} || (c >= QChar{0x2000} && c <= QChar{0x200A});
}

} // namespace

QString fixedPitch(const QString &text)
{
    QString plain = printable(text).normalized(QString::NormalizationForm_C);
    for (QChar &c : plain)
        if (isTypographicSpace(c))
            c = u' ';
        else if (c == QChar{0x2212})
            c = u'-';
    return plain;
}

QStringList wrapped(const QString &text, int columns)
{
    QStringList lines{QString{}};
    for (const QString &word : printable(text).split(u' ', Qt::SkipEmptyParts)) {
        QString rest = fixedPitch(word);
        if (!lines.last().isEmpty() && lines.last().size() + 1 + rest.size() > columns)
            lines << QString{};
        else if (!lines.last().isEmpty())
            lines.last() += u' ';
        for (; rest.size() > columns - lines.last().size(); lines << QString{}) {
            const qsizetype room = columns - lines.last().size();
            lines.last() += rest.left(room);
            rest.remove(0, room);
        }
        lines.last() += rest;
    }
    return lines;
}

std::vector<PrintLine> layOut(const Paper &paper, int columns, LargeText large)
{
    Layout layout{columns, large};
    for (const PaperItem &item : paper.items)
        std::visit(layout, item);
    return std::move(layout.lines);
}

} // namespace guichet
