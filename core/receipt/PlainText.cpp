// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/PlainText.h"

#include "core/receipt/PaperLayout.h"

namespace guichet {
namespace {

QString centred(const QString &text, int columns)
{
    return QString(std::max<qsizetype>(0, (columns - text.size()) / 2), u' ') + text;
}

QString codeLine(const PrintLine &line, int columns)
{
    const QString what = line.text.isEmpty() ? fixedPitch(line.payload) : line.text;
    const QString word = line.kind == PrintLine::Kind::Qr ? QStringLiteral("[QR %1]") : QStringLiteral("[%1]");
    QString text;
    for (const QString &part : wrapped(word.arg(what), columns))
        text += centred(part, columns) + u'\n';
    return text;
}

QString lineText(const PrintLine &line, int columns)
{
    switch (line.kind) {
    case PrintLine::Kind::Text: return line.text + u'\n';
    case PrintLine::Kind::Qr:
    case PrintLine::Kind::Barcode: return codeLine(line, columns);
    case PrintLine::Kind::Logo: return {};
    case PrintLine::Kind::Cut: return QStringLiteral("- ").repeated(columns / 2).trimmed() + u'\n';
    }
    Q_UNREACHABLE();
}

} // namespace

QString plainText(const Paper &paper, int columns)
{
    QString text;
    for (const PrintLine &line : layOut(paper, columns, LargeText::SingleWide))
        text += lineText(line, columns);
    return text;
}

} // namespace guichet
