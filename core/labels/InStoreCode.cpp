// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/InStoreCode.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int highestPrefix = 29;
constexpr int lowestPrefix = 20;
constexpr int largestTill = 999;

} // namespace

Result<QString> inStorePrefix(const QList<EmbeddedCodeLayout> &layouts)
{
    for (int number = highestPrefix; number >= lowestPrefix; --number) {
        const QString prefix = QString::number(number);
        const bool isTaken = std::ranges::any_of(layouts, [&](const EmbeddedCodeLayout &layout) {
            return layout.prefix.startsWith(prefix) || prefix.startsWith(layout.prefix);
        });
        if (!isTaken)
            return prefix;
    }
    return failure(ErrorCode::NotFound, u"the layouts of price codes take the prefixes 20 to 29"_s, {u"embeddedCodes"_s});
}

Result<QString> inStoreCode(const QString &prefix, int tillNumber, qint64 counter)
{
    const bool isInRange = tillNumber >= 0 && tillNumber <= largestTill && counter >= 1 && counter <= mostInStoreCodes;
    const QString digits = prefix + u"%1%2"_s.arg(tillNumber, 3, 10, QChar{u'0'}).arg(counter, 7, 10, QChar{u'0'});
    const int check = eanCheckDigit(digits);
    if (!isInRange || check < 0)
        return failure(ErrorCode::InvalidInput, u"no in-store code from %1, %2, %3"_s.arg(prefix).arg(tillNumber).arg(counter),
                       {u"code"_s});
    return digits + QString::number(check);
}

QString labelBarcode(const Product &product)
{
    for (const QString &code : product.barcodes) {
        const QString thirteen = code.size() == 12 ? u'0' + code : code;
        if (thirteen.size() == 13 && isValidEan(thirteen))
            return thirteen;
    }
    return {};
}

} // namespace guichet
