// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/paintLabelSheets.h"

#include "core/base/WholeFile.h"
#include "ui/labels/LabelPicture.h"

#include <QPainter>
#include <QPdfWriter>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qreal tenthsPerInch = 254;
constexpr int pdfDotsPerInch = 1200;

Result<> checkSheets(const LabelSheets &sheets)
{
    if (sheets.labels.empty() || sheets.labels.size() > mostLabels || sheets.start < 0 || sheets.start >= sheets.format.count())
        return failure(ErrorCode::InvalidInput, u"%1 labels from %2"_s.arg(sheets.labels.size()).arg(sheets.start), {u"labels"_s});
    return {};
}

void paintAt(QPainter &painter, const LabelSheets &sheets, int index, const LabelPlace &place, qreal grain)
{
    painter.save();
    painter.translate(place.x, place.y);
    paintLabel(painter, sheets.labels[static_cast<size_t>(index)], sheets.format, grain);
    painter.restore();
}

void paintOutlines(QPainter &painter, const LabelSheets &sheets, int page)
{
    const LabelFormat &format = sheets.format;
    painter.setPen(QPen{QColor{0xB8, 0xBE, 0xC8}, 2});
    for (int i = 0; i < format.count(); ++i) {
        const LabelPlace place = placeOf(format, i, 0);
        const bool isGone = page == 0 && i < sheets.start;
        painter.setBrush(isGone ? QBrush{QColor{0xD5, 0xDA, 0xE2}} : Qt::NoBrush);
        painter.drawRect(place.x, place.y, format.width, format.height);
    }
}

} // namespace

Result<> paintLabelSheets(QPagedPaintDevice &device, const LabelSheets &sheets)
{
    TRY(checkSheets(sheets));
    device.setPageSize(QPageSize{QPageSize::A4});
    device.setPageMargins(QMarginsF{});
    QPainter painter;
    if (!painter.begin(&device))
        return failure(ErrorCode::DeviceUnavailable, u"no page can be begun"_s);
    const qreal scale = device.logicalDpiX() / tenthsPerInch;
    painter.scale(scale, scale);
    for (int i = 0, page = 0; i < static_cast<int>(sheets.labels.size()); ++i) {
        const LabelPlace place = placeOf(sheets.format, i, sheets.start);
        if (place.page != page && !device.newPage())
            return failure(ErrorCode::DeviceUnavailable, u"no further page"_s);
        page = place.page;
        paintAt(painter, sheets, i, place, 1 / scale);
    }
    return painter.end() ? Result<>{} : failure(ErrorCode::DeviceUnavailable, u"pages cannot be ended"_s);
}

Result<> writeLabelSheets(const LabelSheets &sheets, QIODevice &device)
{
    QPdfWriter writer{&device};
    writer.setResolution(pdfDotsPerInch);
    writer.setCreator(u"Guichet "_s + QStringLiteral(GUICHET_VERSION));
    const Result<> painted = paintLabelSheets(writer, sheets);
    if (!painted && painted.error().code == ErrorCode::DeviceUnavailable)
        return failure(ErrorCode::FileFailed, u"PDF cannot be written"_s);
    return painted;
}

Result<> saveLabelSheets(const LabelSheets &sheets, const QString &path)
{
    return writeWholeFile(path, [&sheets](QIODevice &file) { return writeLabelSheets(sheets, file); });
}

QImage sheetPicture(const LabelSheets &sheets, int page, int dotsPerMm)
{
    const qreal scale = dotsPerMm / 10.0;
    QImage image{QSizeF{a4Width * scale, a4Height * scale}.toSize(), QImage::Format_RGB32};
    image.fill(Qt::white);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paintOutlines(painter, sheets, page);
    for (int i = 0; i < static_cast<int>(sheets.labels.size()); ++i)
        if (const LabelPlace place = placeOf(sheets.format, i, sheets.start); place.page == page)
            paintAt(painter, sheets, i, place, 1 / scale);
    return image;
}

} // namespace guichet
