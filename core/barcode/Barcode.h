// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>
#include <vector>

namespace guichet {

/// The dark and light modules of a symbol, without quiet zone. A bar code has one row.
class BitMatrix
{
public:
    BitMatrix(int width, int height) : m_width{width}, m_dark(static_cast<size_t>(width) * static_cast<size_t>(height)) {}
    int width() const { return m_width; }
    int height() const { return m_width == 0 ? 0 : static_cast<int>(m_dark.size()) / m_width; }
    bool dark(int x, int y) const { return m_dark[index(x, y)]; } ///< 0 ≤ x < width, 0 ≤ y < height.
    void setDark(int x, int y) { m_dark[index(x, y)] = true; }
    friend bool operator==(const BitMatrix &, const BitMatrix &) = default;

private:
    size_t index(int x, int y) const { return static_cast<size_t>(y) * static_cast<size_t>(m_width) + static_cast<size_t>(x); }
    int m_width;
    std::vector<bool> m_dark;
};

/// How much of a QR code may be dirty: 7, 15, 25, 30 %. Payments by EPC QR need M (belgium.md §7).
enum class QrLevel { L, M, Q, H };

/// Light modules that must surround a symbol for scanners to find it.
inline constexpr int qrQuietZone = 4;
inline constexpr int eanQuietZone = 11;

/// The smallest QR code that holds the text, as UTF-8 bytes. InvalidInput: empty or too long. Thread-safe.
Result<BitMatrix> qrCode(const QString &text, QrLevel level = QrLevel::M);

/// The bar codes that printers know. What is in one: 13 or 8 digits; visible ASCII; GS1 elements with their identifiers in brackets,
/// `(01)05412345678908(10)A7`.
enum class BarcodeKind { Ean13, Ean8, Code128, Gs1_128 };

/// The modules of a bar code, without quiet zones. BarcodeInvalid: not what that kind holds, or a wrong check digit. Thread-safe.
Result<BitMatrix> barcode(BarcodeKind kind, const QString &text);

/// The 95 modules of an EAN-13. BarcodeInvalid: not 13 digits, or a wrong check digit.
Result<BitMatrix> ean13(const QString &digits);

} // namespace guichet
