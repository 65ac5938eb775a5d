// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/EmbeddedCode.h"

#include "core/catalogue/Product.h"
#include "core/scan/Digits.h"

#include <array>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

using DigitTable = std::array<int, 10>;
constexpr DigitTable twoMinus{0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
constexpr DigitTable three{0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
constexpr DigitTable fivePlus{0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
constexpr DigitTable fiveMinus{0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

qsizetype valueStart(const EmbeddedCodeLayout &layout)
{
    return layout.prefix.size() + layout.itemDigits + (layout.verifier ? 1 : 0);
}

bool hasLayout(const QString &ean13, const EmbeddedCodeLayout &layout)
{
    return valueStart(layout) + layout.valueDigits == 12 && !layout.prefix.isEmpty() && ean13.startsWith(layout.prefix);
}

/// As products carry it: the value digits zero, with and without its check digit, whole, and the item alone.
QStringList candidatesOf(const QString &ean13, const QString &item, qsizetype valueAt)
{
    const QString head = ean13.left(valueAt);
    const QString zeroed = head.leftJustified(12, u'0');
    return {zeroed + QString::number(eanCheckDigit(zeroed)), head, ean13, item};
}

void takeValue(EmbeddedCode &code, qint64 value, const EmbeddedCodeLayout &layout)
{
    switch (layout.field) {
    case EmbeddedCodeLayout::Field::Price: code.price = Money::fromCents(scaledValue(value, layout.decimals, 2)); return;
    case EmbeddedCodeLayout::Field::Weight: code.grams = scaledValue(value, layout.decimals, 3); return;
    case EmbeddedCodeLayout::Field::Pieces: code.pieces = static_cast<int>(value); return;
    }
}

} // namespace

int priceVerifier(const QString &digits)
{
    if (!isDigits(digits))
        return -1;
    const auto at = [&](qsizetype i, const DigitTable &table) { return table.at(static_cast<size_t>(digits[i].digitValue())); };
    if (digits.size() == 4)
        return (at(0, twoMinus) + at(1, twoMinus) + at(2, three) + at(3, fiveMinus)) * 3 % 10;
    if (digits.size() != 5)
        return -1;
    const int sum = at(0, fivePlus) + at(1, twoMinus) + at(2, fiveMinus) + at(3, fivePlus) + at(4, twoMinus);
    const auto digit = std::ranges::find(fiveMinus, (10 - sum % 10) % 10);
    return static_cast<int>(digit - fiveMinus.begin());
}

Result<std::optional<EmbeddedCode>> readEmbeddedCode(const QString &ean13, const QList<EmbeddedCodeLayout> &layouts)
{
    const auto layout = std::ranges::find_if(layouts, [&](const EmbeddedCodeLayout &l) { return hasLayout(ean13, l); });
    if (ean13.size() != 13 || layout == layouts.end())
        return std::optional<EmbeddedCode>{};
    const qsizetype valueAt = valueStart(*layout);
    const QString digits = ean13.mid(valueAt, layout->valueDigits);
    if (layout->verifier && priceVerifier(digits) != ean13[valueAt - 1].digitValue())
        return failure(ErrorCode::BarcodeInvalid, u"price verifier"_s, {ean13});
    if (layout->field == EmbeddedCodeLayout::Field::Pieces && digits.toLongLong() > highestPieces)
        return failure(ErrorCode::BarcodeInvalid, u"pieces"_s, {ean13});
    EmbeddedCode code{.item = ean13.mid(layout->prefix.size(), layout->itemDigits), .candidates = {}};
    code.candidates = candidatesOf(ean13, code.item, layout->prefix.size() + layout->itemDigits);
    takeValue(code, digits.toLongLong(), *layout);
    return code;
}

} // namespace guichet
