// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Tokens.h"

#include <QString>
#include <optional>

/// How the drawer at a printer's socket is found out (HW-1): which pin opens it, and what its contact says. Plain values.
namespace guichet {

struct DrawerFacts
{
    enum class Step {
        Choose,  ///< Which pin is tried?
        Opening, ///< The kick is on its way.
        Look,    ///< Has it opened?
        NotThis, ///< It has not.
        Listen,  ///< The printer is asked.
        Close,   ///< It is open; the person is to close it.
        Found
    };
    Step step = Step::Choose;
    int pin = 0; ///< Tried last.
    std::optional<bool> openLevel;
    QString sensor; ///< As TillSettings::drawerSensor; of use in Found.
};

/// What the sheet shows.
struct DrawerState
{
    QString words;
    Tone tone = Tone::Normal;
    bool asksWhetherOpen = false; ///< *Oui*, *Non*.
    bool asksWhetherClosed = false;
    bool canTry = true;
    friend bool operator==(const DrawerState &, const DrawerState &) = default;
};
DrawerState presentDrawer(const DrawerFacts &facts);

/// What the printer said of the contact; none: it says nothing. First while the drawer is open, then while it is closed.
void takeDrawerLevel(DrawerFacts &facts, std::optional<bool> level);

/// `broche 2 · contact : ouvert quand haut`, for the card of the printer.
QString drawerWords(int pin, const QString &sensor);

} // namespace guichet
