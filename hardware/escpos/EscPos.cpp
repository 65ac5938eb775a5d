// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/EscPos.h"

#include "core/receipt/PaperLayout.h"
#include "hardware/escpos/Characters.h"
#include "hardware/escpos/EscPosBarcode.h"
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

/// n of `1D 21 n`.
int sizeByte(TextSize size)
{
    switch (size) {
    case TextSize::Normal:
    case TextSize::Small: return 0x00;
    case TextSize::Tall: return 0x01;
    case TextSize::Large: return 0x11;
    }
    Q_UNREACHABLE();
}

/// Those of the profile, then what Epson's numbers say of the other tables (hardware.md §7.1).
std::vector<CodePage> candidatePages(const PrinterProfile &profile)
{
    std::vector<CodePage> pages = profile.codePages;
    for (const CodePage &usual :
         {CodePage{CharacterSet::Wpc1252, 16}, CodePage{CharacterSet::Cp858, 19}, CodePage{CharacterSet::Iso8859_15, 40},
          CodePage{CharacterSet::Cp850, 2}, CodePage{CharacterSet::Cp437, 0}})
        if (std::ranges::find(pages, usual) == pages.end())
            pages.push_back(usual);
    return pages;
}

/// `n=16 WPC1252: éèêëàâçôûùïœÉÀ€`; what a table lacks is left out.
QByteArray codePageLine(const CodePage &page)
{
    QByteArray line = bytes({0x1B, 0x74, page.number}) + "n=" + QByteArray::number(page.number) + ' ' + nameOf(page.set) + ": ";
    for (const QChar c : u"éèêëàâçôûùïœÉÀ€"_s)
        if (const auto byte = byteFor(page.set, c))
            line += *byte;
    return line + '\n';
}

QByteArray kickCommand(const PrinterProfile &profile, int pin)
{
    const int socket = pin == 0 ? profile.drawerPin : pin == 5 ? 1 : 0;
    if (profile.drawerRealTime)
        return bytes({0x10, 0x14, 0x01, socket, std::clamp(profile.drawerOnMs / 100, 1, 8)});
    return bytes({0x1B, 0x70, socket, profile.drawerOnMs / 2, profile.drawerOffMs / 2});
}

QByteArray cutCommand(PaperCutter cutter)
{
    switch (cutter) {
    case PaperCutter::None: return {};
    case PaperCutter::Full: return bytes({0x1D, 0x56, 0x00});
    case PaperCutter::Partial: return bytes({0x1D, 0x56, 0x01});
    case PaperCutter::FeedAndPartial: return bytes({0x1D, 0x56, 0x42, 0x00});
    }
    Q_UNREACHABLE();
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
            m_bytes += kickCommand(m_profile, paper.drawerPin);
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
        if (m_profile.utf8)
            m_bytes += bytes({0x1C, 0x28, 0x43, 0x02, 0x00, 0x30, 0x02});
        else
            selectPage(0);
    }

    void print(const PrintLine &line)
    {
        switch (line.kind) {
        case PrintLine::Kind::Text: return printText(line);
        case PrintLine::Kind::Qr: return printQr(line);
        case PrintLine::Kind::Barcode: return printBarcode(line);
        case PrintLine::Kind::Logo: return printLogo();
        case PrintLine::Kind::Cut: return cut();
        }
    }

    void printText(const PrintLine &line)
    {
        m_printedSinceCut = true;
        if (printsPictures() && !isEncodable(line.text))
            if (const QImage image = textImage(line.text, m_profile.dots, columnsOf(line), m_profile.lineDots, line.bold);
                !image.isNull()) {
                printPicture(image);
                return;
            }
        setStyle({.bold = line.bold, .size = line.size, .underline = line.underline, .inverse = line.inverse});
        writeCharacters(line.text);
        m_bytes += '\n';
    }

    int columnsOf(const PrintLine &line) const
    {
        return line.size == TextSize::Large   ? m_profile.columns / 2
               : line.size == TextSize::Small ? m_profile.columns * 4 / 3
                                              : m_profile.columns;
    }

    bool printsPictures() const { return m_profile.pictures != PictureCommand::None; }
    bool isEncodable(const QString &text) const
    {
        return m_profile.utf8 || std::ranges::all_of(text, [this](QChar c) { return pageOf(c).has_value(); });
    }
    void printPicture(const QImage &image)
    {
        m_bytes += m_profile.pictures == PictureCommand::Columns ? columnCommands(image) : rasterCommands(image);
    }

    void writeCharacters(const QString &text)
    {
        if (m_profile.utf8) {
            m_bytes += text.toUtf8();
            return;
        }
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
        if (m_profile.utf8)
            return text;
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

    struct Style
    {
        bool bold = false;
        TextSize size = TextSize::Normal;
        bool underline = false;
        bool inverse = false;
    };

    void setStyle(const Style &style)
    {
        if (style.bold != m_style.bold)
            m_bytes += bytes({0x1B, 0x45, style.bold ? 1 : 0});
        if (sizeByte(style.size) != sizeByte(m_style.size))
            m_bytes += bytes({0x1D, 0x21, sizeByte(style.size)});
        if ((style.size == TextSize::Small) != (m_style.size == TextSize::Small))
            m_bytes += bytes({0x1B, 0x4D, style.size == TextSize::Small ? 1 : 0});
        if (style.underline != m_style.underline)
            m_bytes += bytes({0x1B, 0x2D, style.underline ? 1 : 0});
        if (style.inverse != m_style.inverse)
            m_bytes += bytes({0x1D, 0x42, style.inverse ? 1 : 0});
        m_style = style;
    }

    void setCentred(bool on) { m_bytes += bytes({0x1B, 0x61, on ? 1 : 0}); }

    void printQr(const PrintLine &line)
    {
        m_printedSinceCut = true;
        setStyle({});
        const QImage image = m_profile.nativeQr || !printsPictures() ? QImage{} : qrImage(line.payload, m_profile.dots);
        setCentred(true);
        if (!image.isNull())
            printPicture(image);
        else if (m_profile.nativeQr)
            nativeQr(line.payload.toUtf8());
        setCentred(false);
        const bool printed = !image.isNull() || m_profile.nativeQr;
        printCaption(line.text.isEmpty() && !printed ? line.payload : line.text);
    }

    void printCaption(const QString &caption)
    {
        for (const QString &part : wrapped(caption, m_profile.columns))
            if (!part.isEmpty())
                printText({.text = QString((m_profile.columns - part.size()) / 2, u' ') + part});
    }

    /// A native one has its text under it; what cannot be bars is its text alone.
    void printBarcode(const PrintLine &line)
    {
        m_printedSinceCut = true;
        setStyle({});
        const QByteArray native = m_profile.nativeBarcodes ? barcodeCommands(line.barcode, line.payload, m_profile.dots) : QByteArray{};
        const QImage image = native.isEmpty() && printsPictures() ? barcodeImage(line.barcode, line.payload, m_profile.dots) : QImage{};
        setCentred(true);
        m_bytes += native;
        if (!image.isNull())
            printPicture(image);
        setCentred(false);
        if (native.isEmpty())
            printCaption(line.text);
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
        setStyle({});
        m_bytes += bytes({0x1B, 0x64, m_profile.feedBeforeCut}) + cutCommand(m_profile.cutter);
    }

    const PrinterProfile &m_profile;
    const EscPosOptions &m_options;
    QByteArray m_bytes;
    std::optional<size_t> m_page;
    Style m_style;
    bool m_printedSinceCut = false;
};

} // namespace

QByteArray escPosLogo(const QImage &image, const PrinterProfile &profile)
{
    if (image.isNull() || profile.pictures == PictureCommand::None)
        return {};
    const QImage logo = onWhite(image);
    const QImage fitted = logo.width() > profile.dots ? logo.scaledToWidth(profile.dots, Qt::SmoothTransformation) : logo;
    const QImage dithered = fitted.convertToFormat(QImage::Format_Mono, Qt::DiffuseDither);
    return profile.pictures == PictureCommand::Columns ? columnCommands(dithered) : rasterCommands(dithered);
}

QByteArray encodeEscPos(const Paper &paper, const PrinterProfile &profile, const EscPosOptions &options)
{
    return Encoder{profile, options}.encode(paper);
}

QByteArray codePageSheet(const PrinterProfile &profile)
{
    QByteArray sheet = bytes({0x1B, 0x40, 0x1C, 0x2E, 0x1B, 0x52, 0x00});
    for (const CodePage &page : candidatePages(profile))
        sheet += codePageLine(page);
    return sheet + bytes({0x1B, 0x64, profile.feedBeforeCut}) + cutCommand(profile.cutter);
}

QByteArray drawerKick(const PrinterProfile &profile, int pin)
{
    const QByteArray kick = kickCommand(profile, pin);
    return profile.drawerRealTime ? kick : bytes({0x1B, 0x40}) + kick; // one in real time throws nothing away that waits
}

} // namespace guichet
