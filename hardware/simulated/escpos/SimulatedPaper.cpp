// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/escpos/SimulatedPaper.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace guichet {
namespace {

constexpr int fontWidth = 12; ///< Of font A; B is 9 × 17.
constexpr int smallWidth = 9;
constexpr int fontHeight = 24;
constexpr int smallHeight = 17;
constexpr int tabColumns = 8;
constexpr int growth = 1024;
constexpr qsizetype longestText = 200'000; ///< Of a sheet: feeding without end does not fill the memory.

int heightOf(const SimulatedStyle &style)
{
    return (style.small ? smallHeight : fontHeight) * style.height;
}

bool canDrawText()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
}

QFont fontOf(const SimulatedStyle &style)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize((style.small ? smallHeight : fontHeight) * 4 / 5);
    font.setBold(style.bold);
    font.setUnderline(style.underline);
    font.setStyleStrategy(QFont::NoAntialias);
    return font;
}

} // namespace

int SimulatedPaper::widthOf(const SimulatedStyle &style)
{
    return (style.small ? smallWidth : fontWidth) * style.width;
}

int SimulatedPaper::lineWidth() const
{
    int width = 0;
    for (const Glyph &glyph : m_line)
        width += widthOf(glyph.style);
    return width;
}

/// A character that no longer fits begins the next line, as on a printer.
void SimulatedPaper::write(QChar character, const SimulatedStyle &style)
{
    if (lineWidth() + widthOf(style) > m_dots)
        endLine(heightOf(style));
    m_line.push_back({.character = character, .style = style});
}

void SimulatedPaper::tab()
{
    const SimulatedStyle plain;
    do
        write(u' ', plain);
    while (m_line.size() % tabColumns != 0);
}

int SimulatedPaper::left(int width, SimulatedStyle::Align align) const
{
    const int free = std::max(0, m_dots - width);
    switch (align) {
    case SimulatedStyle::Align::Left: return 0;
    case SimulatedStyle::Align::Centre: return free / 2;
    case SimulatedStyle::Align::Right: return free;
    }
    Q_UNREACHABLE();
}

void SimulatedPaper::endLine(int spacing)
{
    int height = spacing;
    QString text;
    for (const Glyph &glyph : m_line) {
        height = std::max(height, heightOf(glyph.style));
        text += glyph.character;
    }
    const int top = m_rows;
    grow(height);
    if (!m_line.empty() && m_rows == top + height)
        draw(top, left(lineWidth(), m_line.front().style.align));
    note(text);
    m_line.clear();
}

void SimulatedPaper::draw(int top, int left)
{
    if (!canDrawText())
        return;
    QPainter painter{&m_image};
    for (const Glyph &glyph : m_line) {
        const SimulatedStyle &style = glyph.style;
        const QRect cell{left, top, widthOf(style), heightOf(style)};
        painter.save();
        painter.translate(cell.topLeft());
        if (style.inverse)
            painter.fillRect(QRect{{}, cell.size()}, Qt::black);
        painter.setPen(style.inverse ? Qt::white : Qt::black);
        painter.setFont(fontOf(style));
        painter.scale(style.width, style.height);
        painter.drawText(QRect{0, 0, cell.width() / style.width, cell.height() / style.height}, Qt::AlignCenter | Qt::TextDontClip,
                         QString{glyph.character});
        painter.restore();
        left += cell.width();
    }
}

void SimulatedPaper::feed(int dots)
{
    grow(dots);
}

void SimulatedPaper::printRow(const QByteArray &bits, SimulatedStyle::Align align)
{
    const int offset = left(static_cast<int>(bits.size()) * 8, align);
    const int row = m_rows;
    grow(1);
    if (m_rows == row)
        return;
    const auto width = static_cast<int>(std::min<qsizetype>(bits.size() * 8, m_dots));
    uchar *const pixels = m_image.scanLine(row);
    for (int x = 0; x < width && offset + x < m_dots; ++x)
        if (bits[x / 8] & (0x80 >> (x % 8)))
            pixels[offset + x] = 0;
}

void SimulatedPaper::printImage(const QImage &image, SimulatedStyle::Align align)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        QByteArray bits((grey.width() + 7) / 8, '\0');
        for (int x = 0; x < grey.width(); ++x)
            if (grey.constScanLine(y)[x] < 128)
                bits[x / 8] = static_cast<char>(bits[x / 8] | (0x80 >> (x % 8)));
        printRow(bits, align);
    }
}

void SimulatedPaper::note(const QString &text)
{
    if (m_text.size() < longestText)
        m_text += text + u'\n';
}

void SimulatedPaper::grow(int rows)
{
    const int wanted = m_rows + std::max(0, rows);
    if (wanted > longestSheet)
        return;
    if (wanted > m_image.height()) {
        QImage longer{m_dots, std::min(longestSheet, wanted + growth), QImage::Format_Grayscale8};
        longer.fill(Qt::white);
        for (int y = 0; y < m_rows; ++y)
            std::copy_n(m_image.constScanLine(y), m_dots, longer.scanLine(y));
        m_image = longer;
    }
    m_rows = wanted;
}

SimulatedSheet SimulatedPaper::current() const
{
    return {.text = m_text, .image = m_rows > 0 ? m_image.copy(0, 0, m_dots, m_rows) : QImage{}};
}

void SimulatedPaper::cut()
{
    SimulatedSheet sheet = current();
    sheet.isCut = true;
    m_sheets.push_back(std::move(sheet));
    if (m_sheets.size() > mostSheets)
        m_sheets.erase(m_sheets.begin());
    m_text.clear();
    m_image = {};
    m_rows = 0;
}

} // namespace guichet
