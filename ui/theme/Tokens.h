// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QWidget;

namespace guichet {

enum class Mode { Light, Dark };

/// What a text, a dot or an edge means. Never colour alone: a word or an icon always goes with it.
enum class Tone { Normal, Muted, Primary, Positive, Warning, Danger };

/// The colours of one mode, as `ui.md` names them. The `…Ink` colours are the same hues made legible as text: at least 7 : 1 on surface and
/// raised, so that amounts may use them (tests/ui/widgets proves it).
struct Tokens
{
    QColor surface; ///< The page.
    QColor raised;  ///< Cards and tiles.
    QColor sunken;  ///< Wells, search field, keypad gaps.
    QColor ink;
    QColor muted;
    QColor line;
    QColor primary;
    QColor onPrimary; ///< Text on a primary fill.
    QColor positive;
    QColor warning;
    QColor danger;
    QColor onDanger; ///< Text on a danger fill.
    QColor primaryInk;
    QColor positiveInk;
    QColor warningInk;
    QColor dangerInk;
    QColor shadow; ///< The one level of shadow, with alpha.
};

/// The tokens of a mode.
const Tokens &tokens(Mode mode);
/// The tokens in which `widget` is shown: those of the application, see applyTheme(). GUI thread.
const Tokens &tokensOf(const QWidget *widget);
/// The mode in which `widget` is shown.
Mode modeOf(const QWidget *widget);

/// The colour for a text of that tone.
QColor toneInk(const Tokens &tokens, Tone tone);
/// The colour for dots, edges, bars and fills of that tone.
QColor toneFill(const Tokens &tokens, Tone tone);

/// `percent` of `colour` laid over `ground`.
QColor tinted(const QColor &colour, const QColor &ground, int percent = 12);
/// A group's colour as it can be seen on `ground`: lightened or darkened until it stands out by 3 : 1.
QColor visibleOn(const QColor &colour, const QColor &ground);
/// WCAG contrast of two opaque colours, from 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// Sizes in px.
namespace metric {
inline constexpr int touch = 48;     ///< Smallest side of what can be touched.
inline constexpr int mainKey = 72;   ///< Height of the main keys.
inline constexpr int gap = 8;        ///< Between keys.
inline constexpr int margin = 16;    ///< Around a page or a card.
inline constexpr int corner = 10;    ///< Radius.
inline constexpr int edge = 6;       ///< Group colour edge of a tile.
inline constexpr int rowHeight = 48; ///< Rows of lists.
inline constexpr int topBar = 56;
inline constexpr int cartWidth = 392; ///< Right column at 1280.
inline constexpr int icon = 24;
} // namespace metric

} // namespace guichet
