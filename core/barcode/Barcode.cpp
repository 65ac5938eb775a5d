// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/barcode/Barcode.h"

#include <memory>
#include <zint.h>

namespace guichet {
namespace {

using Symbol = std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)>;

Symbol makeSymbol(int symbology)
{
    Symbol symbol{ZBarcode_Create(), &ZBarcode_Delete};
    if (symbol) {
        symbol->symbology = symbology;
        symbol->input_mode = DATA_MODE; // bytes as they are, no ECI in front: what banking apps read
    }
    return symbol;
}

BitMatrix modulesOf(const zint_symbol &symbol)
{
    BitMatrix matrix{symbol.width, symbol.rows};
    for (int y = 0; y < symbol.rows; ++y)
        for (int x = 0; x < symbol.width; ++x)
            if ((symbol.encoded_data[y][x >> 3] >> (x & 7)) & 1)
                matrix.setDark(x, y);
    return matrix;
}

Result<BitMatrix> encoded(const Symbol &symbol, const QByteArray &data, ErrorCode onError)
{
    if (!symbol)
        return failure(ErrorCode::Internal, QStringLiteral("zint: no memory"));
    const std::vector<unsigned char> bytes(data.begin(), data.end());
    if (ZBarcode_Encode(symbol.get(), bytes.data(), static_cast<int>(bytes.size())) >= ZINT_ERROR)
        return failure(onError, QString::fromUtf8(symbol->errtxt));
    return modulesOf(*symbol);
}

int zintLevel(QrLevel level)
{
    return static_cast<int>(level) + 1;
}

} // namespace

Result<BitMatrix> qrCode(const QString &text, QrLevel level)
{
    const Symbol symbol = makeSymbol(BARCODE_QRCODE);
    if (text.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("empty QR code"));
    if (symbol)
        symbol->option_1 = zintLevel(level);
    return encoded(symbol, text.toUtf8(), ErrorCode::InvalidInput);
}

Result<BitMatrix> ean13(const QString &digits)
{
    const bool thirteen = digits.size() == 13 && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!thirteen)
        return failure(ErrorCode::BarcodeInvalid, QStringLiteral("not 13 digits"));
    const auto symbol = encoded(makeSymbol(BARCODE_EANX_CHK), digits.toLatin1(), ErrorCode::BarcodeInvalid);
    TRY(symbol);
    BitMatrix bars{symbol->width(), 1};
    for (int x = 0; x < symbol->width(); ++x)
        if (symbol->dark(x, 0))
            bars.setDark(x, 0);
    return bars;
}

} // namespace guichet
