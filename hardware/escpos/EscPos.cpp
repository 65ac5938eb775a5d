// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/EscPos.h"

#include "core/receipt/PaperLayout.h"
#include "hardware/escpos/Characters.h"
#include "hardware/escpos/Raster.h"

#include <QPainter>
#include <initializer_list>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytes(std::initializer_list<int> values)
{
    QByteArray result;
    for (const int value : values)
        result.append(static_cast<char>(value));
    return result;
}

QImage onWhite(const QImage &image)
{
    QImage opaque{image.size(), QImage::Format_RGB32};
    opaque.fill(Qt::white);
    QPainter{&opaque}.drawImage(0, 0, image);
    return opaque;
}

/// Writes the lines of a paper for one printer.
class Encoder
{
public:
    Encoder(const PrinterProfile &profile, const EscPosOptions &options) : m_profile{profile}, m_options{options} {}

    QByteArray encode(const Paper &paper)
    {
        initialise();
        if (paper.openDrawer)
            m_bytes += drawerKick(m_profile).mid(2); // initialised already
        const Paper spelt = respelt(paper, [this](const QString &text) { return encodable(text); });
        for (const PrintLine &line : layOut(spelt, m_profile.columns, LargeText::DoubleWide))
            print(line);
        if (m_printedSinceCut)
            cut();
        return std::move(m_bytes);
    }

private:
    void initialise()
    {
        m_bytes += bytes({0x1B, 0x40});
        if (m_profile.cancelKanji)
            m_bytes += bytes({0x1C, 0x2E});
        m_bytes += bytes({0x1B, 0x52, 0x00});
        selectPage(0);
    }

    void print(const PrintLine &line)
    {
        switch (line.kind) {
        case PrintLine::Kind::Text: return printText(line);
        case PrintLine::Kind::Qr: return printQr(line);
        case PrintLine::Kind::Logo: return printLogo();
        case PrintLine::Kind::Cut: return cut();
        }
    }

    void printText(const PrintLine &line)
    {
        m_printedSinceCut = true;
        if (m_profile.raster && !std::ranges::all_of(line.text, [this](QChar c) { return pageOf(c).has_value(); }))
            if (const QImage image = textImage(line.text, m_profile.dots, columnsOf(line), m_profile.lineDots, line.bold);
                !image.isNull()) {
                m_bytes += rasterCommands(image);
                return;
            }
        setStyle(line.bold, line.size);
        writeCharacters(line.text);
        m_bytes += '\n';
    }

    int columnsOf(const PrintLine &line) const { return line.size == TextSize::Large ? m_profile.columns / 2 : m_profile.columns; }

    void writeCharacters(const QString &text)
    {
        for (const QChar c : text) {
            if (c.isLowSurrogate())
                continue;
            const auto page = pageOf(c);
            if (page)
                selectPage(*page);
            m_bytes += page ? *byteFor(m_profile.codePages[*page].set, c) : '?';
        }
    }

    /// Simplifies what no page has. Before the layout: œ becomes two letters.
    QString encodable(const QString &text) const
    {
        QString result;
        for (const QChar c : text)
            result += pageOf(c) ? QString{c} : simplified(c);
        return result;
    }

    /// The page in force when it has the character, else the first that has it.
    std::optional<size_t> pageOf(QChar c) const
    {
        if (m_page && byteFor(m_profile.codePages[*m_page].set, c))
            return m_page;
        for (size_t i = 0; i < m_profile.codePages.size(); ++i)
            if (byteFor(m_profile.codePages[i].set, c))
                return i;
        return std::nullopt;
    }

    void selectPage(size_t page)
    {
        if (m_page == page || page >= m_profile.codePages.size())
            return;
        m_page = page;
        m_bytes += bytes({0x1B, 0x74, m_profile.codePages[page].number});
    }

    void setStyle(bool bold, TextSize size)
    {
        if (bold != m_bold)
            m_bytes += bytes({0x1B, 0x45, bold ? 1 : 0});
        if (size != m_size)
            m_bytes += bytes({0x1D, 0x21, size == TextSize::Normal ? 0x00 : size == TextSize::Tall ? 0x01 : 0x11});
        m_bold = bold;
        m_size = size;
    }

    void setCentred(bool on) { m_bytes += bytes({0x1B, 0x61, on ? 1 : 0}); }

    void printQr(const PrintLine &line)
    {
        m_printedSinceCut = true;
        setStyle(false, TextSize::Normal);
        const QImage image = m_profile.nativeQr || !m_profile.raster ? QImage{} : qrImage(line.payload, m_profile.dots);
        setCentred(true);
        if (!image.isNull())
            m_bytes += rasterCommands(image);
        else if (m_profile.nativeQr)
            nativeQr(line.payload.toUtf8());
        setCentred(false);
        const bool printed = !image.isNull() || m_profile.nativeQr;
        for (const QString &part : wrapped(line.text.isEmpty() && !printed ? line.payload : line.text, m_profile.columns))
            if (!part.isEmpty())
                printText({.text = QString((m_profile.columns - part.size()) / 2, u' ') + part});
    }

    void nativeQr(const QByteArray &data)
    {
        const int length = static_cast<int>(data.size()) + 3;
        m_bytes += bytes({0x1D, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0});
        m_bytes += bytes({0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x43, 6});
        m_bytes += bytes({0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31});
        m_bytes += bytes({0x1D, 0x28, 0x6B, length & 0xFF, length >> 8, 0x31, 0x50, 0x30}) + data;
        m_bytes += bytes({0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30});
    }

    void printLogo()
    {
        if (m_options.logo.isEmpty())
            return;
        m_printedSinceCut = true;
        setCentred(true);
        m_bytes += m_options.logo;
        setCentred(false);
    }

    void cut()
    {
        if (!m_printedSinceCut)
            return;
        m_printedSinceCut = false;
        setStyle(false, TextSize::Normal);
        m_bytes += bytes({0x1B, 0x64, m_profile.feedBeforeCut});
        switch (m_profile.cutter) {
        case PaperCutter::None: return;
        case PaperCutter::Full: m_bytes += bytes({0x1D, 0x56, 0x00}); return;
        case PaperCutter::Partial: m_bytes += bytes({0x1D, 0x56, 0x01}); return;
        case PaperCutter::FeedAndPartial: m_bytes += bytes({0x1D, 0x56, 0x42, 0x00}); return;
        }
    }

    const PrinterProfile &m_profile;
    const EscPosOptions &m_options;
    QByteArray m_bytes;
    std::optional<size_t> m_page;
    bool m_bold = false;
    TextSize m_size = TextSize::Normal;
    bool m_printedSinceCut = false;
};

} // namespace

QByteArray escPosLogo(const QImage &image, const PrinterProfile &profile)
{
    if (image.isNull() || !profile.raster)
        return {};
    const QImage logo = onWhite(image);
    const QImage fitted = logo.width() > profile.dots ? logo.scaledToWidth(profile.dots, Qt::SmoothTransformation) : logo;
    return rasterCommands(fitted.convertToFormat(QImage::Format_Mono, Qt::DiffuseDither));
}

QByteArray encodeEscPos(const Paper &paper, const PrinterProfile &profile, const EscPosOptions &options)
{
    return Encoder{profile, options}.encode(paper);
}

QByteArray drawerKick(const PrinterProfile &profile)
{
    return bytes({0x1B, 0x40, 0x1B, 0x70, profile.drawerPin, profile.drawerOnMs / 2, profile.drawerOffMs / 2});
}

} // namespace guichet
