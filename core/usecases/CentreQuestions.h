// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/OnlineDecisions.h"
#include "core/usecases/Checkout.h"

namespace guichet {

/// What this till asks of the centre before it sells, and what it keeps of the answers (decisions 23). On the ledger thread; nothing here
/// waits for a line.
class CentreQuestions
{
public:
    explicit CentreQuestions(Workplace &workplace) : m_workplace{workplace} {}

    /// A hold, and a use of a limited code, of one cart.
    struct Question
    {
        PlaceHold hold;
        QString code;      ///< Key; empty: none is wanted.
        QString givenBack; ///< Key of a code that was promised and is not wanted any more.
        bool isRelease() const { return hold.places.empty() && code.isEmpty(); }
    };
    /// What the centre answered; errors: nothing.
    struct Answer
    {
        Result<HoldAnswer> hold = HoldAnswer{};
        Result<CodeDecision> code = CodeDecision{};
    };
    enum class Carts { InProgress, All };
    /// The cart in progress comes first: what it wants and has no answer, or one that lapses soon. Then parked ones and those that are no
    /// more. None: this till has no centre.
    Result<std::vector<Question>> waiting(Carts carts);
    /// True: something about the cart is known now that was not before.
    Result<bool> record(const Question &question, const Answer &answer);

private:
    Result<std::optional<Question>> ofCartInProgress();
    Result<> number(std::vector<Question> &questions);
    Result<> goOnFrom(const Error &refusal);

    Workplace &m_workplace;
};

/// Runs work on the ledger thread and waits for it; Internal: there is no till any more.
using OnLedger = std::function<Result<>(const std::function<Result<>(Workplace &)> &)>;

/// Asks what waits and keeps the answers; ends at the first question that gets none, unless it was refused for what it says. True:
/// something is known that was not. Blocks: never on the thread of the window or of the ledger.
Result<bool> askCentre(OnlineDecisions &decisions, const OnLedger &ledger, CentreQuestions::Carts carts);
/// The payment as it is made next, with the centre's word on the gift value that it takes. Blocks too.
PaymentRequest withGiftDecision(OnlineDecisions &decisions, const OnLedger &ledger, const CommandId &id, const PaymentRequest &request);

} // namespace guichet
