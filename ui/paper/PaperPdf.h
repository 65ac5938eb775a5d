// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/receipt/Paper.h"

#include <QImage>

class QIODevice;

namespace guichet {

/// A PDF of 80 mm wide pages, each exactly as long as its sheet. Needs a QGuiApplication. FileFailed.
Result<> writeReceiptPdf(const Paper &paper, QIODevice &device, const QImage &logo = {});

/// A PDF of A4 pages with the title and page number at the foot. Needs a QGuiApplication. FileFailed.
Result<> writeA4Pdf(const Paper &paper, QIODevice &device, const QImage &logo = {});

enum class PdfFormat { Receipt, A4 };
/// Into a file, whole or not at all. FileFailed.
Result<> savePdf(const Paper &paper, PdfFormat format, const QString &path, const QImage &logo = {});

} // namespace guichet
