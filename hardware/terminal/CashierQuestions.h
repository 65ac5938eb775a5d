// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/TerminalAttendant.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace guichet {

/// What a terminal asks its cashier during a charge (hardware.md §2, §4.4): shown as the prompt of the charge, while the driver waits. One
/// question at a time; whoever does not answer has said no. From any thread.
class CashierQuestions
{
public:
    /// The time of a charge, in which there is a cashier to ask.
    class Charging
    {
    public:
        Charging(CashierQuestions &questions, PaymentTerminal::Progress progress);
        ~Charging();
        Charging(const Charging &) = delete;
        Charging &operator=(const Charging &) = delete;

    private:
        CashierQuestions &m_questions;
    };

    /// AskCashier. False also when another question waits.
    bool ask(const QString &question, std::chrono::milliseconds limit);
    void reply(QuestionNumber question, bool yes); ///< Ignored when it is not the one that waits.
    void refuse();                                 ///< No to whatever waits.
    QuestionNumber question() const;

private:
    bool wait(std::chrono::milliseconds limit);
    void answer(bool yes);

    mutable std::mutex m_mutex;
    std::condition_variable m_answered;
    PaymentTerminal::Progress m_progress; ///< None: no charge runs.
    std::optional<bool> m_answer;
    QuestionNumber m_asked = QuestionNumber::None; ///< Until its answer is on its way to the driver.
    quint64 m_count = 0;                           ///< Of the questions so far.
};

} // namespace guichet
