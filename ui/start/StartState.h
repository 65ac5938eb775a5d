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

} // namespace guichet
