// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/OnlineCentre.h"

namespace guichet {

template <typename Ask>
auto OnlineCentre::ask(Ask ask) -> std::invoke_result_t<Ask, CentralClient &>
{
    if (!m_address) {
        TRY_LET(found, m_find());
        m_address = std::move(found);
    }
    CentralClient client{*m_address, m_patience};
    auto answer = ask(client);
    if (!answer)
        m_address.reset();
    return answer;
}

/// Nobody may grant what was not asked.
Result<HoldAnswer> OnlineCentre::hold(const PlaceHold &hold)
{
    TRY_LET(answer, ask([&](CentralClient &client) { return client.hold(hold); }));
    bool isOfIt = answer.granted.size() == hold.places.size();
    for (size_t i = 0; isOfIt && i < hold.places.size(); ++i)
        isOfIt = answer.granted[i] <= hold.places[i].units;
    if (!isOfIt)
        return failure(ErrorCode::InvalidInput, QStringLiteral("not an answer to this hold"), {QStringLiteral("granted")});
    return answer;
}

Result<GiftDecision> OnlineCentre::debit(const GiftDebit &debit)
{
    return ask([&](CentralClient &client) { return client.debit(debit); });
}

Result<CodeDecision> OnlineCentre::use(const CodeUse &use)
{
    return ask([&](CentralClient &client) { return client.use(use); });
}

} // namespace guichet
