// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QFont guichetSans(QFont::Weight weight, int pixels)
{
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), Mode::Light);
    QFont font{u"Guichet Sans"_s};
    font.setWeight(weight);
    font.setPixelSize(pixels);
    return font;
}

} // namespace

TEST_CASE("every digit is as wide as every other, in all weights and sizes, so that amounts stand in columns")
{
    for (const QFont::Weight weight : {QFont::Normal, QFont::Medium, QFont::DemiBold, QFont::Bold}) {
        for (const int pixels : {14, 17, 24, 44}) {
            const QFont font = guichetSans(weight, pixels);
            REQUIRE(QFontInfo{font}.family() == u"Guichet Sans"_s);
            const QFontMetricsF metrics{font};
            const qreal zero = metrics.horizontalAdvance(u"0000"_s);
            for (const QChar digit : u"123456789"_s)
                REQUIRE(metrics.horizontalAdvance(QString{4, digit}) == zero);
            REQUIRE(metrics.horizontalAdvance(u"1\u202f711,14"_s) == metrics.horizontalAdvance(u"8\u202f088,80"_s));
            REQUIRE(metrics.horizontalAdvance(u"+"_s) == metrics.horizontalAdvance(u"\u2212"_s));
        }
    }
}

TEST_CASE("the four weights are four faces, not one thickened by the machine")
{
    const QStringList styles = (guichetSans(QFont::Normal, 17), QFontDatabase::styles(u"Guichet Sans"_s));
    for (const QString &style : {u"Regular"_s, u"Medium"_s, u"SemiBold"_s, u"Bold"_s})
        REQUIRE(styles.contains(style));
    REQUIRE(QFontMetricsF{guichetSans(QFont::Bold, 44)}.horizontalAdvance(u"0"_s) >
            QFontMetricsF{guichetSans(QFont::Normal, 44)}.horizontalAdvance(u"0"_s));
}

TEST_CASE("the face has every letter that our four languages and our receipts need")
{
    const QFontMetricsF metrics{guichetSans(QFont::Normal, 17)};
    for (const QChar c : u"àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆßĳ€£\u2212\u202f\u00a0«»’…–—×→←✓"_s)
        REQUIRE(metrics.inFont(c));
}
