// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "core/usecases/DemoTill.h"

namespace guichet {

/// Nobody calls for a visit in fewer days: what was booked within so many days before a day is still to come on it.
inline constexpr int demoBookingLead = 14;

/// Takes bookings on a demo till as a seller does, through Checkout. In the caller's transaction.
class DemoPhone
{
public:
    /// `till` outlives it.
    explicit DemoPhone(DemoTill &till) : m_till{till} {}

    /// Reads what people call for (resources/demo/calls.json).
    Result<> prepare();
    /// The next call. What is visited before `today` has been paid whole; of the rest some have paid a deposit, some nothing yet.
    /// Everything booked out: nothing happens.
    Result<> takeCall(QDate today);

private:
    struct Call
    {
        QString formula;
        std::vector<FormulaOrder::Units> units;
        std::optional<Money> deposit; ///< None: it is paid whole at once.
        Client client;
    };
    static Result<Call> callFromJson(const QJsonObject &object);
    int personsOf(const Call &call) const;
    Result<std::vector<Visit>> freeVisits(const Call &call, QDate first) const;
    Result<> payByPhone(std::optional<Money> amount);
    Result<> book(const Call &call, const Visit &visit, bool isGoneBy);

    DemoTill &m_till;
    std::vector<Call> m_calls;
    size_t m_taken = 0;
};

} // namespace guichet
