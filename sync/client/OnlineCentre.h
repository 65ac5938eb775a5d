// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/OnlineDecisions.h"
#include "sync/client/CentralClient.h"

#include <functional>

namespace guichet {

/// Asks the centre for its decisions, each time with its patience and no longer. Where the centre is, it finds out when it is asked first,
/// and again after a failure. On one thread at a time.
class OnlineCentre : public OnlineDecisions
{
public:
    using FindCentre = std::function<Result<CentralAddress>()>;
    explicit OnlineCentre(FindCentre find, std::chrono::milliseconds patience = std::chrono::seconds{2})
        : m_find{std::move(find)}, m_patience{patience}
    {}

    Result<HoldAnswer> hold(const PlaceHold &hold) override;
    Result<GiftDecision> debit(const GiftDebit &debit) override;
    Result<CodeDecision> use(const CodeUse &use) override;

private:
    template <typename Ask>
    auto ask(Ask ask) -> std::invoke_result_t<Ask, CentralClient &>;

    FindCentre m_find;
    std::chrono::milliseconds m_patience;
    std::optional<CentralAddress> m_address;
};

} // namespace guichet
