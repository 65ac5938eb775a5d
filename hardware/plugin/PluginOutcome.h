// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"

#include <QJsonObject>

namespace guichet {

/// What a library was asked about.
struct PluginAsked
{
    Id<PaymentIntent> intent;
    Money amount; ///< Negative: back to the card.
};

/// What a library says of a payment.
struct PluginAnswer
{
    Charge charge;
    bool isInProgress = false; ///< The charge is Unknown then.
};

/// Believed only when it names the intent and moves the money the asked way: never more than asked back to a card. Anything else is
/// Unknown.
PluginAnswer pluginAnswerFrom(const QJsonObject &result, const PluginAsked &asked);

/// DeviceAnswerInvalid: not readable.
Result<TerminalTotals> pluginTotalsFrom(const QJsonObject &reply);

} // namespace guichet
