// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/TillCreation.h"
#include "ui/theme/Tokens.h"

#include <QCoreApplication>
#include <QMap>

namespace guichet {

/// What was typed to make a till (ACC-8, short form).
struct StartInput
{
    QString legalName;
    QString enterpriseNumber;
    bool vatLiable = true;
    QString street;
    QString postcode;
    QString city;
    QString iban;
    QString tillName;
    QString administrator;
    QString email;
    QString pin;
    QString pinAgain;
    friend bool operator==(const StartInput &, const StartInput &) = default;
};

/// What stands under a field while it is typed.
struct FieldNote
{
    QString text;
    Tone tone = Tone::Muted;
    friend bool operator==(const FieldNote &, const FieldNote &) = default;
};

struct StartState
{
    FieldNote enterprise;
    FieldNote iban;
    FieldNote pin;
    bool canCreate = false;
    QString missing; ///< What is still to be typed, beside the button.
    friend bool operator==(const StartState &, const StartState &) = default;
};
StartState presentStart(const StartInput &input);
TillCreation creationOf(const StartInput &input);

/// What was typed, or scanned, to take the place of a till whose machine is gone (SYN-4).
struct ReplacementInput
{
    QString address; ///< Of the centre; https is understood.
    QString code;
    QString authority; ///< A file: the only certificate or authority that is believed there; may be empty.
    QString administrator;
    QString pin; ///< Only when the till had left nobody at the centre who may manage it.
    friend bool operator==(const ReplacementInput &, const ReplacementInput &) = default;
};

struct ReplacementState
{
    FieldNote address;
    FieldNote code;
    FieldNote authority;
    FieldNote administrator;
    bool canReplace = false;
    friend bool operator==(const ReplacementState &, const ReplacementState &) = default;
};
ReplacementState presentReplacement(const ReplacementInput &input);
/// As it is sent: the address with its scheme, the code in capitals without blanks and dashes.
ReplacementInput plainReplacement(ReplacementInput input);

} // namespace guichet
