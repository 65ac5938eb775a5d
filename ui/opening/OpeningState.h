// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/TillDesk.h"
#include "ui/theme/Tokens.h"

#include <QCoreApplication>

namespace guichet {

/// What the person has said about the float so far (CASH-1).
struct OpeningInput
{
    enum class Way { Proposed, Counted, Typed };
    Way way = Way::Proposed;
    Money amount;                   ///< Counted or typed.
    bool clockQuestion = false;     ///< The clock looked wrong: the date is to be confirmed (decisions 19).
    bool replacedConfirmed = false; ///< Another machine is this till now: whoever is there opens here all the same.
    friend bool operator==(const OpeningInput &, const OpeningInput &) = default;
};

/// Everything the opening page shows.
struct OpeningState
{
    bool earlierDay = false; ///< A session of an earlier day is open: only its closing can be reached.
    bool replaced = false;   ///< Another machine is this till now: what that means comes before the float.
    QString title;
    QString explanation;
    QString date; ///< `lundi 23 novembre 2026`.
    QString floatOrigin;
    Money opening;      ///< The float with which it would open.
    QString difference; ///< Empty: none.
    Tone differenceTone = Tone::Muted;
    QString question; ///< About the clock, or what another machine makes of it; empty: none.
    QString openText;
    bool canReset = false; ///< There is a proposed float to go back to.
    friend bool operator==(const OpeningState &, const OpeningState &) = default;
};

/// What the opening page shows for this till. A pure function.
OpeningState presentOpening(const TillState &till, const OpeningInput &input, Language language = Language::French);

} // namespace guichet
