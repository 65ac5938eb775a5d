// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/InvitationPicture.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

Result<BitMatrix> symbolOf(const CentreInvitation &invitation)
{
    TRY_LET(text, invitationText(invitation));
    return qrCode(text);
}

/// Around the symbol all is light.
bool isDark(const BitMatrix &symbol, int x, int y)
{
    return x >= 0 && y >= 0 && x < symbol.width() && y < symbol.height() && symbol.dark(x, y);
}

QChar halves(bool upper, bool lower)
{
    if (upper && lower)
        return u'█';
    if (upper)
        return u'▀';
    return lower ? u'▄' : u' ';
}

/// The dark modules of a row from `x` on.
int darkRun(const BitMatrix &symbol, int x, int y)
{
    int run = 0;
    while (isDark(symbol, x + run, y))
        ++run;
    return run;
}

QString pathOf(const BitMatrix &symbol)
{
    QString path;
    for (int y = 0; y < symbol.height(); ++y)
        for (int x = 0; x < symbol.width();) {
            const int run = darkRun(symbol, x, y);
            if (run > 0)
                path += u"M%1 %2h%3v1h-%3z"_s.arg(x + qrQuietZone).arg(y + qrQuietZone).arg(run);
            x += std::max(run, 1);
        }
    return path;
}

} // namespace

Result<QString> invitationLines(const CentreInvitation &invitation)
{
    TRY_LET(symbol, symbolOf(invitation));
    QString lines;
    for (int y = -qrQuietZone; y < symbol.height() + qrQuietZone; y += 2) {
        lines += u"\x1b[30;107m"_s;
        for (int x = -qrQuietZone; x < symbol.width() + qrQuietZone; ++x)
            lines += halves(isDark(symbol, x, y), isDark(symbol, x, y + 1));
        lines += u"\x1b[0m\n"_s;
    }
    return lines;
}

Result<QByteArray> invitationSvg(const CentreInvitation &invitation)
{
    TRY_LET(symbol, symbolOf(invitation));
    const int side = symbol.width() + 2 * qrQuietZone;
    return u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80mm\" height=\"80mm\" viewBox=\"0 0 %1 %1\" shape-rendering=\"crispEdges\">"
           "<rect width=\"%1\" height=\"%1\" fill=\"#fff\"/><path d=\"%2\"/></svg>\n"_s.arg(side)
               .arg(pathOf(symbol))
               .toUtf8();
}

} // namespace guichet
