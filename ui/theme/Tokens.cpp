// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Tokens.h"

#include <QApplication>
#include <QVariant>
#include <QWidget>
#include <cmath>
#include <utility>

namespace guichet {

namespace {

const Tokens light{
    .surface = QColor{0xF6F7F9},
    .raised = QColor{0xFFFFFF},
    .sunken = QColor{0xE9ECF1},
    .ink = QColor{0x14181F},
    .muted = QColor{0x5B6472},
    .line = QColor{0xD5DAE2},
    .primary = QColor{0x0B6E5F},
    .onPrimary = QColor{0xFFFFFF},
    .positive = QColor{0x1E7F3C},
    .warning = QColor{0xB26A00},
    .danger = QColor{0xB3261E},
    .onDanger = QColor{0xFFFFFF},
    .primaryInk = QColor{0x095F52},
    .positiveInk = QColor{0x165F2D},
    .warningInk = QColor{0x794800},
    .dangerInk = QColor{0xA1221B},
    .shadow = QColor{20, 24, 31, 26},
};

const Tokens dark{
    .surface = QColor{0x14171C},
    .raised = QColor{0x1D2128},
    .sunken = QColor{0x0F1216},
    .ink = QColor{0xF2F4F7},
    .muted = QColor{0x9AA4B2},
    .line = QColor{0x2C323B},
    .primary = QColor{0x38B6A0},
    .onPrimary = QColor{0x0F1216},
    .positive = QColor{0x5BC27C},
    .warning = QColor{0xF0B357},
    .danger = QColor{0xF2837B},
    .onDanger = QColor{0x0F1216},
    .primaryInk = QColor{0x4EBEAA},
    .positiveInk = QColor{0x5BC27C},
    .warningInk = QColor{0xF0B357},
    .dangerInk = QColor{0xF3918A},
    .shadow = QColor{0, 0, 0, 90},
};

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Tokens &tokens(Mode mode)
{
    return mode == Mode::Dark ? dark : light;
}

Mode modeOf(const QWidget *)
{
    return qApp->property("guichetDark").toBool() ? Mode::Dark : Mode::Light;
}

const Tokens &tokensOf(const QWidget *widget)
{
    return tokens(modeOf(widget));
}

QColor toneInk(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Normal: return tokens.ink;
    case Tone::Muted: return tokens.muted;
    case Tone::Primary: return tokens.primaryInk;
    case Tone::Positive: return tokens.positiveInk;
    case Tone::Warning: return tokens.warningInk;
    case Tone::Danger: return tokens.dangerInk;
    }
    Q_UNREACHABLE();
}

QColor toneFill(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Normal: return tokens.ink;
    case Tone::Muted: return tokens.muted;
    case Tone::Primary: return tokens.primary;
    case Tone::Positive: return tokens.positive;
    case Tone::Warning: return tokens.warning;
    case Tone::Danger: return tokens.danger;
    }
    Q_UNREACHABLE();
}

QColor tinted(const QColor &colour, const QColor &ground, int percent)
{
    const auto mix = [percent](int over, int under) { return (over * percent + under * (100 - percent) + 50) / 100; };
    return {mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue())};
}

QColor visibleOn(const QColor &colour, const QColor &ground)
{
    const QColor target = luminance(ground) > 0.4 ? QColor{Qt::black} : QColor{Qt::white};
    for (int percent = 0; percent < 100; percent += 10) {
        const QColor candidate = tinted(target, colour, percent);
        if (contrastRatio(candidate, ground) >= 3.0)
            return candidate;
    }
    return target;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    double bright = luminance(a) + 0.05;
    double dim = luminance(b) + 0.05;
    if (bright < dim)
        std::swap(bright, dim);
    return bright / dim;
}

} // namespace guichet
