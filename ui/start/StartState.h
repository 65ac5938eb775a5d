// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/TillCreation.h"
#include "ui/pages/CentreForm.h"
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
    CentreAccess centre;
    QString administrator;
    QString pin; ///< Only when the till had left nobody at the centre who may manage it.
    friend bool operator==(const ReplacementInput &, const ReplacementInput &) = default;
};

struct ReplacementState
{
    FieldNote administrator;
    bool canReplace = false;
    friend bool operator==(const ReplacementState &, const ReplacementState &) = default;
};
ReplacementState presentReplacement(const ReplacementInput &input);
/// As it is sent: plainAccess().
ReplacementInput plainReplacement(ReplacementInput input);
/// Why there is no till yet: errorSentence() but for what it says of a till that sells on.
QString firstStartSentence(const Error &error, const QString &authority = {});

} // namespace guichet
