// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace guichet {

/// A terminal with a link, as a test wants it; totals can be held back.
class LinkedTerminal final : public PaymentTerminal
{
public:
    QString name() const override { return QStringLiteral("zvt"); }
    Result<Charge> charge(const Id<PaymentIntent> &, Money amount, const Progress &) override
    {
        if (!ask)
            return Charge{};
        bool yes = true;
        for (int question = 0; question < questions; ++question)
            yes = ask(QStringLiteral("Signature OK ?"), std::chrono::minutes{1}) && yes;
        return Charge{.state = yes ? ChargeState::Approved : ChargeState::Declined,
                      .authorised = yes ? amount : Money{},
                      .reference = {},
                      .text = {}};
    }
    Result<Charge> lookUp(const Id<PaymentIntent> &, Money) override { return failure(ErrorCode::TerminalUnavailable); }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money, const QString &) override { return Charge{}; }
    Result<QString> diagnose() override
    {
        const std::lock_guard lock{m_mutex};
        return isUnplugged ? Result<QString>{failure(ErrorCode::TerminalUnavailable)} : Result<QString>{QStringLiteral("OK")};
    }
    Result<TerminalTotals> totals(bool endOfDay) override
    {
        std::unique_lock lock{m_mutex};
        m_asked.push_back(endOfDay);
        m_changed.wait(lock, [&] { return !(endOfDay && m_holdsDayEnd); });
        return isUnplugged ? Result<TerminalTotals>{failure(ErrorCode::TerminalUnavailable)} : Result<TerminalTotals>{counted};
    }
    void cancel() noexcept override { holdDayEnd(false); }
    void holdDayEnd(bool holds)
    {
        const std::lock_guard lock{m_mutex};
        m_holdsDayEnd = holds;
        m_changed.notify_all();
    }
    std::vector<bool> asked() const
    {
        const std::lock_guard lock{m_mutex};
        return m_asked;
    }

    // Before it is asked.
    TerminalTotals counted;
    AskCashier ask;    ///< Whom each charge asks about a signature; none: charges are unknown.
    int questions = 1; ///< Of a charge that asks.
    bool isUnplugged = false;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<bool> m_asked;
    bool m_holdsDayEnd = false;
};

} // namespace guichet
