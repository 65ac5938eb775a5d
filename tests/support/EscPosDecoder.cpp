// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/EscPosDecoder.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// The tables as hexadecimal code points, from the published lists; only what receipts use, the rest reads as U+FFFD.
QChar fromWpc1252(int byte)
{
    if (byte < 0x80 || byte >= 0xA0)
        return QChar{byte};
    switch (byte) {
    case 0x80: return QChar{0x20AC};
    case 0x85: return QChar{0x2026};
    case 0x8C: return QChar{0x0152};
    case 0x91: return QChar{0x2018};
    case 0x92: return QChar{0x2019};
    case 0x93: return QChar{0x201C};
    case 0x94: return QChar{0x201D};
    case 0x96: return QChar{0x2013};
    case 0x97: return QChar{0x2014};
    case 0x9C: return QChar{0x0153};
    default: return QChar{0xFFFD};
    }
}

QChar fromCp858(int byte)
{
    if (byte < 0x80)
        return QChar{byte};
    switch (byte) {
    case 0x80: return QChar{0xC7};
    case 0x81: return QChar{0xFC};
    case 0x82: return QChar{0xE9};
    case 0x83: return QChar{0xE2};
    case 0x84: return QChar{0xE4};
    case 0x85: return QChar{0xE0};
    case 0x87: return QChar{0xE7};
    case 0x88: return QChar{0xEA};
    case 0x89: return QChar{0xEB};
    case 0x8A: return QChar{0xE8};
    case 0x8B: return QChar{0xEF};
    case 0x8C: return QChar{0xEE};
    case 0x90: return QChar{0xC9};
    case 0x93: return QChar{0xF4};
    case 0x94: return QChar{0xF6};
    case 0x96: return QChar{0xFB};
    case 0x97: return QChar{0xF9};
    case 0x9E: return QChar{0xD7};
    case 0xB7: return QChar{0xC0};
    case 0xD4: return QChar{0xC8};
    case 0xD5: return QChar{0x20AC};
    case 0xE1: return QChar{0xDF};
    case 0xF8: return QChar{0xB0};
    case 0xFA: return QChar{0xB7};
    default: return QChar{0xFFFD};
    }
}

QChar fromIso8859_15(int byte)
{
    switch (byte) {
    case 0xA4: return QChar{0x20AC};
    case 0xBC: return QChar{0x0152};
    case 0xBD: return QChar{0x0153};
    default: return byte < 0x80 || byte >= 0xA0 ? QChar{byte} : QChar{0xFFFD};
    }
}

QImage joined(const QImage &above, const QImage &below)
{
    QImage image{above.width(), above.height() + below.height(), QImage::Format_Grayscale8};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, y < above.height() ? above.pixel(x, y) : below.pixel(x, y - above.height()));
    return image;
}

} // namespace

QString EscPosDecoder::text() const
{
    QStringList texts;
    for (const Line &line : lines)
        texts << line.text;
    return texts.join(u'\n');
}

int EscPosDecoder::take()
{
    return m_at < m_bytes.size() ? static_cast<unsigned char>(m_bytes[m_at++]) : 0;
}

QByteArray EscPosDecoder::take(int count)
{
    const QByteArray part = m_bytes.mid(m_at, count);
    m_at += part.size();
    return part;
}

void EscPosDecoder::feed(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_at = 0;
    while (m_at < m_bytes.size()) {
        const int byte = take();
        if (byte == 0x1B)
            readEscape();
        else if (byte == 0x1D)
            readGroup();
        else if (byte == 0x10 && m_bytes.mid(m_at, 2) == "\x14\x01") {
            take(2);
            kicks.push_back(take(2));
        } else if (byte == 0x1C && m_at < m_bytes.size() && m_bytes[m_at] == '\x2E')
            kanjiCancelled = take() == 0x2E;
        else if (byte == 0x1C && m_bytes.mid(m_at, 6) == QByteArray::fromHex("284302003002")) {
            take(6);
            m_utf8.emplace(QStringConverter::Utf8);
        } else
            character(static_cast<char>(byte));
    }
}

void EscPosDecoder::character(char byte)
{
    m_imageOpen = false;
    const int value = static_cast<unsigned char>(byte);
    if (value == 0x0A) {
        lines.push_back(m_line);
        m_line.text.clear();
    } else if (value < 0x20 || value == 0x7F) {
        unknown.append(byte);
    } else if (m_utf8) {
        m_line.text += QString{m_utf8->decode(QByteArray(1, byte))};
    } else if (value < 0x80) {
        m_line.text += QChar{value};
    } else {
        m_line.text += !kanjiCancelled ? QChar{0x4E2D}
                       : m_page == 16  ? fromWpc1252(value)
                       : m_page == 19  ? fromCp858(value)
                       : m_page == 40  ? fromIso8859_15(value)
                                       : QChar{0xFFFD};
    }
}

void EscPosDecoder::readEscape()
{
    switch (const int command = take()) {
    case 0x40:
        initialised = true;
        m_line = {};
        m_page = 0;
        m_utf8.reset();
        return;
    case 0x52: take(); return;
    case 0x2A: return readColumns();
    case 0x32: return;
    case 0x33: take(); return;
    case 0x74: m_page = take(); return;
    case 0x45: m_line.bold = take() & 1; return;
    case 0x61: take(); return;
    case 0x2D: m_line.underline = take() & 1; return;
    case 0x4D: m_line.small = take() & 1; return;
    case 0x64: take(); return;
    case 0x70: kicks.push_back(take(3)); return;
    default: unknown.append("\x1B").append(static_cast<char>(command)); return;
    }
}

void EscPosDecoder::readGroup()
{
    switch (const int command = take()) {
    case 0x21: {
        const int size = take();
        m_line.width = (size >> 4) + 1;
        m_line.height = (size & 0x0F) + 1;
        return;
    }
    case 0x56:
        ++cuts;
        if (take() >= 0x41)
            take();
        return;
    case 0x42: m_line.inverse = take() & 1; return;
    case 0x48:
    case 0x66:
    case 0x68:
    case 0x77: take(); return;
    case 0x6B: {
        const int system = take();
        barcodes.push_back({.system = system, .data = take(take())});
        return;
    }
    case 0x76: return readRaster();
    case 0x28: return readQr();
    default: unknown.append("\x1D").append(static_cast<char>(command)); return;
    }
}

void EscPosDecoder::readQr()
{
    const int family = take();
    const int length = take() + 256 * take();
    const QByteArray content = take(length);
    if (family != 0x6B || content.size() < 2 || content[0] != '\x31')
        unknown.append("\x1D(");
    else if (content[1] == '\x50')
        m_qr = QString::fromUtf8(content.mid(3));
    else if (content[1] == '\x51')
        qrCodes << m_qr;
}

void EscPosDecoder::readRaster()
{
    take(2); // '0' and the mode
    const int bytes = take() + 256 * take();
    const int rows = take() + 256 * take();
    QImage slice{bytes * 8, rows, QImage::Format_Grayscale8};
    slice.fill(Qt::white);
    for (int y = 0; y < rows; ++y) {
        const QByteArray row = take(bytes);
        for (int x = 0; x < row.size() * 8; ++x)
            if (row[x / 8] & (0x80 >> (x % 8)))
                slice.setPixel(x, y, qRgb(0, 0, 0));
    }
    addSlice(slice);
}

void EscPosDecoder::addSlice(const QImage &slice)
{
    if (m_imageOpen && images.back().width() == slice.width())
        images.back() = joined(images.back(), slice);
    else
        images.push_back(slice);
    m_imageOpen = true;
}

/// `1B 2A 21 nL nH`: columns of 24 dots, with the end of their line.
void EscPosDecoder::readColumns()
{
    if (take() != 0x21)
        unknown.append("\x1B*");
    const int columns = take() + 256 * take();
    QImage slice{columns, 24, QImage::Format_Grayscale8};
    slice.fill(Qt::white);
    for (int x = 0; x < columns; ++x)
        for (int y = 0; y < 24; y += 8)
            for (int bits = take(), bit = 0; bit < 8; ++bit)
                if (bits & (0x80 >> bit))
                    slice.setPixel(x, y + bit, qRgb(0, 0, 0));
    if (take() != '\n')
        unknown.append("\x1B*");
    addSlice(slice);
}

} // namespace guichet
