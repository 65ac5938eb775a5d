// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "ui/theme/Theme.h"

#include <QApplication>

using namespace guichet;

namespace {

constexpr Tone tones[] = {Tone::Normal, Tone::Muted, Tone::Primary, Tone::Positive, Tone::Warning, Tone::Danger};

} // namespace

TEST_CASE("every text can be read on every ground on which the kit puts it, at 4.5 to 1")
{
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        const Tokens &t = tokens(mode);
        for (const Tone tone : tones)
            for (const QColor &ground : {t.surface, t.raised, t.sunken}) {
                CAPTURE(static_cast<int>(mode), static_cast<int>(tone), ground.name().toStdString());
                CHECK(contrastRatio(toneInk(t, tone), ground) >= 4.5);
            }
        for (const Tone tone : tones) // banners, toasts, selected rows, tint buttons
            CHECK(contrastRatio(t.ink, tinted(toneFill(t, tone), t.raised, 14)) >= 4.5);
        CHECK(contrastRatio(t.muted, tinted(t.primary, t.raised, 14)) >= 4.5); // a primary button that is not active yet
        CHECK(contrastRatio(t.muted, tinted(t.danger, t.raised, 14)) >= 4.5);
        CHECK(contrastRatio(t.onPrimary, t.primary) >= 4.5);
        CHECK(contrastRatio(t.onDanger, t.danger) >= 4.5);
        CHECK(contrastRatio(t.ink, tinted(t.primary, t.surface, 16)) >= 4.5); // the bubble of a tab
    }
}

TEST_CASE("amounts stand out by 7 to 1 in every tone that an amount may have")
{
    for (const Mode mode : {Mode::Light, Mode::Dark})
        for (const Tone tone : {Tone::Normal, Tone::Primary, Tone::Positive, Tone::Warning, Tone::Danger})
            for (const QColor &ground : {tokens(mode).surface, tokens(mode).raised}) {
                CAPTURE(static_cast<int>(mode), static_cast<int>(tone));
                CHECK(contrastRatio(toneInk(tokens(mode), tone), ground) >= 7.0);
            }
}

TEST_CASE("a tint of any group colour leaves its text readable, and its edge visible")
{
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        const Tokens &t = tokens(mode);
        for (const QRgb rgb : {0x000000u, 0xFFFFFFu, 0xFFFF00u, 0x1857A6u, 0x7B3FA0u, 0xB07A3Fu, 0x0B6E5Fu, 0xFF0000u, 0x5B6472u}) {
            const QColor edge = visibleOn(QColor{rgb}, t.raised);
            CAPTURE(static_cast<int>(mode), edge.name().toStdString());
            CHECK(contrastRatio(edge, t.raised) >= 3.0);
            CHECK(contrastRatio(t.ink, tinted(edge, t.raised)) >= 7.0);
        }
    }
}

TEST_CASE("contrast is the one of WCAG")
{
    CHECK(contrastRatio(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrastRatio(QColor{0x777777}, Qt::white) == Approx(4.48).margin(0.01));
}

TEST_CASE("no text is smaller than 14 px, and the sizes are those of the design")
{
    for (const TextRole role : {TextRole::Total, TextRole::Figure, TextRole::Amount, TextRole::Title, TextRole::Heading,
                                TextRole::BodyStrong, TextRole::Body, TextRole::SecondaryStrong, TextRole::Secondary})
        CHECK(textFont(role).pixelSize() >= 14);
    CHECK(textFont(TextRole::Total).pixelSize() == 44);
    CHECK(textFont(TextRole::Amount).pixelSize() == 24);
    CHECK(textFont(TextRole::Body).pixelSize() == 17);
    CHECK(textFont(TextRole::Secondary).pixelSize() == 14);
}

TEST_CASE("every icon is drawn, in the colour asked for")
{
    applyTheme(*qApp, Mode::Light);
#define GUICHET_ICON(Name, file)                                                                                                           \
    {                                                                                                                                      \
        const QImage image = iconPixmap(IconName::Name, QColor{0xB3261E}, 24).toImage();                                                   \
        INFO(#file);                                                                                                                       \
        bool coloured = false;                                                                                                             \
        for (int y = 0; y < image.height(); ++y)                                                                                           \
            for (int x = 0; x < image.width(); ++x)                                                                                        \
                coloured = coloured || (image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).red() > 150);                       \
        CHECK(coloured);                                                                                                                   \
    }
#include "ui/theme/Icons.def"
#undef GUICHET_ICON
}
