// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payment/Payment.h"

#include "core/base/EnumNames.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr EnumNames<IntentState, 6> intentStates{{"persisted"_L1, "sent"_L1, "approved"_L1, "declined"_L1, "not_started"_L1, "unknown"_L1}};
constexpr EnumNames<PaymentPurpose, 4> purposes{{"sale"_L1, "advance"_L1, "receivable"_L1, "refund"_L1}};

} // namespace

QString intentStateName(IntentState state)
{
    return intentStates.nameOf(state);
}

std::optional<IntentState> intentStateFromName(const QString &name)
{
    return intentStates.valueOf(name);
}

QString paymentPurposeName(PaymentPurpose purpose)
{
    return purposes.nameOf(purpose);
}

std::optional<PaymentPurpose> paymentPurposeFromName(const QString &name)
{
    return purposes.valueOf(name);
}

} // namespace guichet
