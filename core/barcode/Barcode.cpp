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

bool isVisibleAscii(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// One row of modules: what zint gives has several for the guard bars.
Result<BitMatrix> bars(const Symbol &symbol, const QString &text)
{
    if (!isVisibleAscii(text))
        return failure(ErrorCode::BarcodeInvalid, QStringLiteral("not visible ASCII"));
    TRY_LET(matrix, encoded(symbol, text.toLatin1(), ErrorCode::BarcodeInvalid));
    BitMatrix row{matrix.width(), 1};
    for (int x = 0; x < matrix.width(); ++x)
        if (matrix.dark(x, 0))
            row.setDark(x, 0);
    return row;
}

Result<BitMatrix> eanBars(const QString &digits, int count)
{
    const bool isRight = digits.size() == count && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isRight)
        return failure(ErrorCode::BarcodeInvalid, QStringLiteral("not %1 digits").arg(count));
    return bars(makeSymbol(BARCODE_EANX_CHK), digits);
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

Result<BitMatrix> barcode(BarcodeKind kind, const QString &text)
{
    switch (kind) {
    case BarcodeKind::Ean13: return eanBars(text, 13);
    case BarcodeKind::Ean8: return eanBars(text, 8);
    case BarcodeKind::Code128: return bars(makeSymbol(BARCODE_CODE128), text);
    case BarcodeKind::Gs1_128: {
        const Symbol symbol = makeSymbol(BARCODE_GS1_128);
        if (symbol)
            symbol->input_mode = GS1_MODE | GS1PARENS_MODE;
        return bars(symbol, text);
    }
    }
    Q_UNREACHABLE();
}

Result<BitMatrix> ean13(const QString &digits)
{
    return barcode(BarcodeKind::Ean13, digits);
}

} // namespace guichet
