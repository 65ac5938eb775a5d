// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/terminal/TipCeiling.h"

#include <QJsonObject>

namespace guichet {

/// What a library was asked about.
struct PluginAsked
{
    Id<PaymentIntent> intent;
    Money amount; ///< Negative: back to the card.
    TipCeiling tips = {};
};

/// What a library says of a payment.
struct PluginAnswer
{
    Charge charge;
    bool isInProgress = false; ///< The charge is Unknown then.
};

/// Believed only when it names the intent and moves an amount that can be, the asked way. Anything else is
/// Unknown.
PluginAnswer pluginAnswerFrom(const QJsonObject &result, const PluginAsked &asked);

/// DeviceAnswerInvalid: not readable.
Result<TerminalTotals> pluginTotalsFrom(const QJsonObject &reply);

} // namespace guichet
