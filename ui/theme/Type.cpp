// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Type.h"

#include <QStringList>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QFont face(int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({u"Guichet Sans"_s, u"Inter"_s, u"sans-serif"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

QFont textFont(TextRole role)
{
    switch (role) {
    case TextRole::Total: return face(44, QFont::Bold);
    case TextRole::Figure: return face(32, QFont::Bold);
    case TextRole::Amount: return face(24, QFont::Bold);
    case TextRole::Title: return face(20, QFont::DemiBold);
    case TextRole::Heading: return face(17, QFont::Bold);
    case TextRole::BodyStrong: return face(17, QFont::DemiBold);
    case TextRole::Body: return face(17, QFont::Normal);
    case TextRole::SecondaryStrong: return face(14, QFont::DemiBold);
    case TextRole::Secondary: return face(14, QFont::Normal);
    }
    Q_UNREACHABLE();
}

} // namespace guichet
