// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Catch.h"

#include <rapidcheck.h>
#include <sstream>

namespace guichet {

/// Checks that `holds` is true of everything RapidCheck draws for its arguments; a counter-example, shrunk, fails the test case and is
/// printed. Inside, use RC_ASSERT, RC_PRE and *rc::gen::…, not REQUIRE. RC_PARAMS="seed=… max_success=1000" repeats or deepens a run.
template <typename Testable>
void property(const std::string &sentence, Testable &&holds)
{
    const rc::detail::TestResult result = rc::detail::checkTestable(std::forward<Testable>(holds));
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    INFO(sentence << "\n" << message.str());
    REQUIRE(result.template is<rc::detail::SuccessResult>());
}

/// Amounts of up to `largest` either way, small ones more often.
inline rc::Gen<Money> anyMoney(Money largest = largestAmount)
{
    return rc::gen::map(
        rc::gen::oneOf(rc::gen::inRange<qint64>(-1000, 1001), rc::gen::inRange<qint64>(-largest.cents(), largest.cents() + 1)),
        [](qint64 cents) { return Money::fromCents(cents); });
}

} // namespace guichet
