// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/PaperBlocks.h"

#include "core/barcode/Barcode.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <QtMath>
#include <ranges>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal gap = 14; ///< Between a left text and the figure beside it.
constexpr qreal indentWidth = 11;
constexpr qreal barHeight = 76;
constexpr qreal barModule = 3;

QFont sheetFont(qreal size, bool bold)
{
    QFont font;
    font.setFamilies({u"Guichet Sans"_s, u"Inter"_s, u"sans-serif"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(qRound(size));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting); // the same widths on screen and in the PDF
    return font;
}

/// Breaks at blanks; a word wider than the sheet is cut.
QStringList brokenLines(const QString &text, const QFontMetricsF &metrics, qreal width)
{
    QStringList lines{QString{}};
    for (QString word : printable(text).split(u' ', Qt::SkipEmptyParts)) {
        const QString joined = lines.last().isEmpty() ? word : lines.last() + u' ' + word;
        if (metrics.horizontalAdvance(joined) <= width) {
            lines.last() = joined;
            continue;
        }
        if (!lines.last().isEmpty())
            lines << QString{};
        while (metrics.horizontalAdvance(word) > width && word.size() > 1) {
            qsizetype fits = word.size() - 1;
            while (fits > 1 && metrics.horizontalAdvance(word.left(fits)) > width)
                --fits;
            lines.last() = word.left(fits);
            lines << QString{};
            word.remove(0, fits);
        }
        lines.last() = word;
    }
    return lines;
}

/// A run of text at a place of a line.
struct Piece
{
    QString text;
    qreal x = 0;
    int line = 0;
};

SheetBlock textBlock(std::vector<Piece> pieces, const QFont &font)
{
    const QFontMetricsF metrics{font};
    const qreal pitch = metrics.height() * 1.06;
    int lines = 1;
    for (const Piece &piece : pieces)
        lines = std::max(lines, piece.line + 1);
    return {.height = pitch * lines,
            .paint = [pieces = std::move(pieces), font, pitch, ascent = metrics.ascent()](QPainter &painter, qreal top) {
                painter.setFont(font);
                for (const Piece &piece : pieces)
                    painter.drawText(QPointF{piece.x, top + ascent + piece.line * pitch}, piece.text);
            }};
}

/// Fills whole device pixels, at least one, so that no rule vanishes between two of them.
void fillSnapped(QPainter &painter, const QRectF &area)
{
    const QRectF device = painter.worldTransform().mapRect(area);
    painter.save();
    painter.resetTransform();
    painter.fillRect(
        QRectF{std::round(device.x()), std::round(device.y()), std::round(device.width()), std::max(1.0, std::round(device.height()))},
        painter.pen().color());
    painter.restore();
}

/// Modules of whole device pixels: scanners like them even.
void paintModules(QPainter &painter, const BitMatrix &matrix, const QRectF &area, qreal module)
{
    const QPointF centre = painter.worldTransform().map(area.center());
    const qreal pixels = std::max(1.0, std::floor(module * painter.worldTransform().m11() + 0.3));
    const QPointF corner{std::round(centre.x() - pixels * matrix.width() / 2), std::round(centre.y() - pixels * matrix.height() / 2)};
    painter.save();
    painter.resetTransform();
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            if (matrix.dark(x, y))
                painter.fillRect(QRectF{corner.x() + x * pixels, corner.y() + y * pixels, pixels, pixels}, Qt::black);
    painter.restore();
}

/// One row of modules, as high as the area.
void paintBars(QPainter &painter, const BitMatrix &matrix, const QRectF &area, qreal module)
{
    const QRectF device = painter.worldTransform().mapRect(area);
    const qreal pixels = std::max(1.0, std::floor(module * painter.worldTransform().m11() + 0.3));
    const qreal left = std::round(device.center().x() - pixels * matrix.width() / 2);
    painter.save();
    painter.resetTransform();
    for (int x = 0; x < matrix.width(); ++x)
        if (matrix.dark(x, 0))
            painter.fillRect(QRectF{left + x * pixels, device.top(), pixels, device.height()}, Qt::black);
    painter.restore();
}

struct Span
{
    qreal from = 0;
    qreal to = 0;
    qreal base = 0; ///< Baseline below the top.
};

constexpr int dotPitch = 12; ///< Of a leader; from the edge of the sheet, so that the dots of all lines stand below one another.

SheetBlock withLeader(SheetBlock block, const Span &blank)
{
    block.paint = [text = std::move(block.paint), blank](QPainter &painter, qreal top) {
        text(painter, top);
        for (int dot = qCeil(blank.from / dotPitch); dot * dotPitch < blank.to; ++dot)
            painter.fillRect(QRectF{qreal(dot * dotPitch), top + blank.base - 1.5, 1.8, 1.8}, QColor{0xA8, 0xA8, 0xA8});
    };
    return block;
}

/// Light on a dark band.
SheetBlock inversed(SheetBlock block, qreal width)
{
    block.paint = [text = std::move(block.paint), height = block.height, width](QPainter &painter, qreal top) {
        const QPen pen = painter.pen();
        painter.fillRect(QRectF{0, top, width, height}, pen.color());
        painter.setPen(Qt::white);
        text(painter, top);
        painter.setPen(pen);
    };
    return block;
}

/// Large figures breathe.
SheetBlock withAir(SheetBlock block, TextSize size)
{
    const qreal air = size == TextSize::Large ? 8 : size == TextSize::Tall ? 4 : 0;
    if (air == 0)
        return block;
    block.height += 2 * air;
    block.paint = [text = std::move(block.paint), air](QPainter &painter, qreal top) { text(painter, top + air); };
    return block;
}

/// Makes a block of each item.
class Sheet
{
public:
    Sheet(const SheetStyle &style, const QImage &logo) : m_style{style}, m_logo{logo} {}

    SheetBlock operator()(const PaperText &item) const
    {
        QFont font = fontOf(item.size, item.bold);
        font.setUnderline(item.underline);
        const QFontMetricsF metrics{font};
        std::vector<Piece> pieces;
        const qreal indent = item.align == Align::Left ? leadingBlanks(item.text) * indentWidth : 0;
        for (const QString &line : brokenLines(item.text, metrics, m_style.width - indent))
            pieces.push_back({.text = line,
                              .x = indent + place(metrics.horizontalAdvance(line), m_style.width, item.align),
                              .line = static_cast<int>(pieces.size())});
        SheetBlock block = textBlock(std::move(pieces), font);
        block.keepWithNext = item.bold;
        return item.inverse ? inversed(std::move(block), m_style.width) : block;
    }

    SheetBlock operator()(const PaperPair &item) const
    {
        const QFont font = fontOf(item.size, item.bold);
        const QFontMetricsF metrics{font};
        const QString right = printable(item.right);
        const qreal rightWidth = metrics.horizontalAdvance(right);
        const qreal indent = item.indent * indentWidth;
        const qreal room = m_style.width - indent - (right.isEmpty() ? 0 : rightWidth + gap);
        const bool beside = room > m_style.width / 5 || metrics.horizontalAdvance(printable(item.left)) <= room;
        std::vector<Piece> pieces;
        for (const QString &line : brokenLines(item.left, metrics, beside ? room : m_style.width - indent))
            pieces.push_back({.text = line, .x = indent, .line = static_cast<int>(pieces.size())});
        const int rightLine = beside ? 0 : static_cast<int>(pieces.size());
        pieces.push_back({.text = right, .x = m_style.width - rightWidth, .line = rightLine});
        const Span blank{.from = indent + metrics.horizontalAdvance(pieces.front().text) + gap / 2,
                         .to = m_style.width - rightWidth - gap / 2,
                         .base = metrics.ascent()};
        SheetBlock block = textBlock(std::move(pieces), font);
        const bool led = m_style.leaders && beside && !right.isEmpty() && !item.bold && item.size == TextSize::Normal;
        return led ? withLeader(std::move(block), blank) : withAir(std::move(block), item.size);
    }

    SheetBlock operator()(const PaperRow &item) const;

    SheetBlock operator()(const PaperRule &item) const
    {
        const qreal thickness = item.strong ? 3 : 1.4;
        return {.height = 17,
                .keepWithNext = true,
                .startsSection = true,
                .paint = [thickness, width = m_style.width](QPainter &painter, qreal top) {
                    fillSnapped(painter, QRectF{0, top + 8, width, thickness});
                }};
    }
    SheetBlock operator()(const PaperSpace &item) const
    {
        return {.height = m_style.fontSize * 0.75 * item.lines, .paint = [](QPainter &, qreal) {}};
    }
    SheetBlock operator()(const PaperQr &item) const;
    SheetBlock operator()(const PaperBarcode &item) const;
    SheetBlock operator()(const PaperLogo &) const;
    SheetBlock operator()(const PaperCut &) const
    {
        return {.height = 0, .cut = true, .paint = [](QPainter &, qreal) {}};
    }

private:
    static qreal place(qreal length, qreal width, Align align)
    {
        return align == Align::Left ? 0 : align == Align::Centre ? (width - length) / 2 : width - length;
    }
    static int leadingBlanks(const QString &text)
    {
        int blanks = 0;
        while (blanks < text.size() && text[blanks] == u' ')
            ++blanks;
        return blanks;
    }
    QFont fontOf(TextSize size, bool bold) const
    {
        switch (size) {
        case TextSize::Normal: return sheetFont(m_style.fontSize, bold);
        case TextSize::Tall: return sheetFont(m_style.tallSize, bold);
        case TextSize::Large: return sheetFont(m_style.largeSize, bold);
        case TextSize::Small: return sheetFont(m_style.fontSize * 3 / 4, bold);
        }
        Q_UNREACHABLE();
    }

    const SheetStyle &m_style;
    const QImage &m_logo;
};

/// From right to left, as in columns: figures keep their right edge, left texts wrap in what remains.
SheetBlock Sheet::operator()(const PaperRow &item) const
{
    const QFont font = fontOf(TextSize::Normal, item.bold);
    const QFontMetricsF metrics{font};
    const qreal unit = m_style.width / 48;
    int at = 0;
    for (const PaperRow::Cell &cell : item.cells)
        at += cell.width;
    std::vector<Piece> pieces;
    qreal limit = m_style.width;
    for (const PaperRow::Cell &cell : std::views::reverse(item.cells)) {
        const qreal end = std::min(limit, at * unit);
        at -= cell.width;
        const QString text = printable(cell.text);
        if (text.isEmpty())
            continue;
        const qreal length = metrics.horizontalAdvance(text);
        if (cell.align != Align::Left) {
            const qreal x = cell.align == Align::Right ? end - length : at * unit + (end - at * unit - length) / 2;
            pieces.push_back({.text = text, .x = x});
            limit = std::min(limit, x - gap);
            continue;
        }
        for (int line = 0; const QString &part : brokenLines(text, metrics, std::max(unit * 2, end - at * unit)))
            pieces.push_back({.text = part, .x = at * unit, .line = line++});
        limit = at * unit;
    }
    return textBlock(std::move(pieces), font);
}

SheetBlock Sheet::operator()(const PaperQr &item) const
{
    const auto matrix = qrCode(item.payload);
    if (!matrix)
        return (*this)(PaperText{.text = item.caption.isEmpty() ? item.payload : item.caption, .align = Align::Centre});
    const qreal module = std::floor(m_style.qrSide / (matrix->width() + 2 * qrQuietZone) * 2) / 2;
    const qreal side = module * (matrix->width() + 2 * qrQuietZone);
    SheetBlock caption = (*this)(PaperText{.text = item.caption, .align = Align::Centre});
    const qreal captionHeight = item.caption.isEmpty() ? 0 : caption.height;
    return {.height = side + captionHeight,
            .paint = [matrix = *matrix, module, side, caption, width = m_style.width](QPainter &painter, qreal top) {
                paintModules(painter, matrix, QRectF{(width - side) / 2, top, side, side}, module);
                caption.paint(painter, top + side);
            }};
}

SheetBlock Sheet::operator()(const PaperBarcode &item) const
{
    const SheetBlock words = (*this)(PaperText{.text = item.text, .align = Align::Centre});
    const auto matrix = barcode(item.kind, item.text);
    if (!matrix)
        return words;
    const qreal module = std::clamp(std::floor(m_style.width / (matrix->width() + 2 * eanQuietZone)), 1.0, barModule);
    return {.height = barHeight + words.height,
            .paint = [matrix = *matrix, module, words, width = m_style.width](QPainter &painter, qreal top) {
                paintBars(painter, matrix, QRectF{0, top, width, barHeight - 6}, module);
                words.paint(painter, top + barHeight);
            }};
}

SheetBlock Sheet::operator()(const PaperLogo &) const
{
    if (m_logo.isNull())
        return {.paint = [](QPainter &, qreal) {}};
    const QSizeF size = QSizeF{m_logo.size()}.scaled(m_style.width * 0.7, 160, Qt::KeepAspectRatio);
    return {.height = size.height() + 10, .paint = [logo = m_logo, size, width = m_style.width](QPainter &painter, qreal top) {
                painter.drawImage(QRectF{QPointF{(width - size.width()) / 2, top}, size}, logo);
            }};
}

} // namespace

SheetStyle receiptStyle()
{
    return {};
}

SheetStyle a4Style()
{
    return {.width = 1424, .fontSize = 24, .tallSize = 30, .largeSize = 40, .qrSide = 240, .leaders = true}; // 178 mm; 8,5 points
}

std::vector<SheetBlock> sheetBlocks(const Paper &paper, const SheetStyle &style, const QImage &logo)
{
    const Sheet sheet{style, logo};
    std::vector<SheetBlock> blocks;
    for (const PaperItem &item : paper.items)
        blocks.push_back(std::visit(sheet, item));
    return blocks;
}

} // namespace guichet
