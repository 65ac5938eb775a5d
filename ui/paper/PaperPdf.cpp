// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/PaperPdf.h"

#include "core/base/WholeFile.h"
#include "ui/paper/PaperBlocks.h"

#include <QPainter>
#include <QPdfWriter>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal dotsPerMm = 8;
constexpr qreal rollWidthMm = 80;
constexpr qreal rollMarginMm = 4;
constexpr qreal a4WidthMm = 210;
constexpr qreal a4HeightMm = 297;
constexpr qreal a4MarginMm = 16;
constexpr qreal a4FootMm = 10;

using Blocks = std::vector<SheetBlock>;

qreal heightOf(const Blocks &blocks)
{
    qreal height = 0;
    for (const SheetBlock &block : blocks)
        height += block.height;
    return height;
}

/// One list of blocks a sheet; cuts part them.
std::vector<Blocks> sheetsOf(const Blocks &blocks)
{
    std::vector<Blocks> sheets{Blocks{}};
    for (const SheetBlock &block : blocks)
        if (block.cut)
            sheets.emplace_back();
        else
            sheets.back().push_back(block);
    std::erase_if(sheets, [](const Blocks &sheet) { return sheet.empty(); });
    return sheets;
}

/// What must come on one page from here on: a short section whole, else a heading with its first line.
qreal heightTogether(const Blocks &sheet, size_t from, qreal pageHeight)
{
    qreal section = sheet[from].height;
    for (size_t next = from + 1; sheet[from].startsSection && next < sheet.size() && !sheet[next].startsSection; ++next)
        section += sheet[next].height;
    if (section <= pageHeight / 3)
        return section;
    qreal heading = sheet[from].height;
    for (size_t next = from; next + 1 < sheet.size() && sheet[next].keepWithNext; ++next)
        heading += sheet[next + 1].height;
    return std::min(heading, pageHeight);
}

/// Fills pages; headings stay with what they head.
std::vector<Blocks> pagesOf(const std::vector<Blocks> &sheets, qreal pageHeight)
{
    std::vector<Blocks> pages;
    for (const Blocks &sheet : sheets) {
        pages.emplace_back();
        for (size_t i = 0; i < sheet.size(); ++i) {
            if (!pages.back().empty() && heightOf(pages.back()) + heightTogether(sheet, i, pageHeight) > pageHeight)
                pages.emplace_back();
            pages.back().push_back(sheet[i]);
        }
    }
    return pages;
}

/// A writer whose painter counts in dots.
class Pdf
{
public:
    Pdf(QIODevice &device, const QString &title) : m_writer{&device}
    {
        m_writer.setResolution(1200);
        m_writer.setTitle(title);
        m_writer.setCreator(u"Guichet "_s + QStringLiteral(GUICHET_VERSION));
        m_writer.setPageMargins(QMarginsF{});
    }

    Result<> page(QSizeF millimetres, const std::function<void(QPainter &)> &paint)
    {
        const QPageSize size{millimetres, QPageSize::Millimeter, QString{}, QPageSize::ExactMatch};
        m_writer.setPageSize(size);
        const bool started = m_painter.isActive() ? m_writer.newPage() : m_painter.begin(&m_writer);
        if (!started)
            return failure(ErrorCode::FileFailed, u"PDF cannot be written"_s);
        const qreal scale = m_writer.resolution() / 25.4 / dotsPerMm;
        m_painter.save();
        m_painter.scale(scale, scale);
        m_painter.setPen(Qt::black);
        paint(m_painter);
        m_painter.restore();
        return {};
    }

    Result<> finish()
    {
        const bool ended = m_painter.isActive() && m_painter.end();
        return ended ? Result<>{} : failure(ErrorCode::FileFailed, u"PDF cannot be written"_s);
    }

private:
    QPdfWriter m_writer;
    QPainter m_painter;
};

void paintBlocks(QPainter &painter, const Blocks &blocks)
{
    qreal top = 0;
    for (const SheetBlock &block : blocks) {
        block.paint(painter, top);
        top += block.height;
    }
}

} // namespace

Result<> writeReceiptPdf(const Paper &paper, QIODevice &device, const QImage &logo)
{
    const SheetStyle style = receiptStyle();
    Pdf pdf{device, paper.title};
    for (const Blocks &sheet : sheetsOf(sheetBlocks(paper, style, logo))) {
        const QSizeF size{rollWidthMm, heightOf(sheet) / dotsPerMm + 2 * rollMarginMm};
        TRY(pdf.page(size, [&](QPainter &painter) {
            painter.translate(rollMarginMm * dotsPerMm, rollMarginMm * dotsPerMm);
            paintBlocks(painter, sheet);
        }));
    }
    return pdf.finish();
}

Result<> writeA4Pdf(const Paper &paper, QIODevice &device, const QImage &logo)
{
    const SheetStyle style = a4Style();
    const qreal height = (a4HeightMm - 2 * a4MarginMm - a4FootMm) * dotsPerMm;
    const std::vector<Blocks> pages = pagesOf(sheetsOf(sheetBlocks(paper, style, logo)), height);
    SheetStyle footStyle = style;
    footStyle.leaders = false;
    Pdf pdf{device, paper.title};
    for (size_t i = 0; i < pages.size(); ++i) {
        const PaperPair foot{.left = paper.title, .right = u"%1 / %2"_s.arg(i + 1).arg(pages.size())};
        Paper line;
        line.items.emplace_back(foot);
        const Blocks footer = sheetBlocks(line, footStyle);
        TRY(pdf.page({a4WidthMm, a4HeightMm}, [&](QPainter &painter) {
            painter.translate(a4MarginMm * dotsPerMm, a4MarginMm * dotsPerMm);
            paintBlocks(painter, pages[i]);
            footer.front().paint(painter, height + a4FootMm * dotsPerMm / 2);
        }));
    }
    return pdf.finish();
}

Result<> savePdf(const Paper &paper, PdfFormat format, const QString &path, const QImage &logo)
{
    return writeWholeFile(path, [&](QIODevice &file) {
        return format == PdfFormat::A4 ? writeA4Pdf(paper, file, logo) : writeReceiptPdf(paper, file, logo);
    });
}

} // namespace guichet
