// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payment/Payment.h"

namespace guichet {

/// How a person says what became of a payment at the terminal that has no certain answer, or one that came too late.
struct DecisionWords
{
    QString approve; ///< It is booked.
    QString reject;  ///< It is not.
    friend bool operator==(const DecisionWords &, const DecisionWords &) = default;
};
DecisionWords decisionWords(const PaymentIntent &intent);

} // namespace guichet
