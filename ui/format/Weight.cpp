// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Weight.h"

namespace guichet {

using namespace Qt::StringLiterals;

QString formatWeight(qint64 grams)
{
    const qint64 positive = std::abs(grams);
    const QString minus = grams < 0 ? QString{QChar{0x2212}} : QString{};
    return minus + u"%1,%2 kg"_s.arg(positive / 1000).arg(positive % 1000, 3, 10, QChar{u'0'});
}

} // namespace guichet
