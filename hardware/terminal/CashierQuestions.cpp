// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/CashierQuestions.h"

namespace guichet {
using namespace Qt::StringLiterals;

CashierQuestions::Charging::Charging(CashierQuestions &questions, PaymentTerminal::Progress progress) : m_questions{questions}
{
    const std::lock_guard lock{m_questions.m_mutex};
    m_questions.m_progress = std::move(progress);
}

CashierQuestions::Charging::~Charging()
{
    {
        const std::lock_guard lock{m_questions.m_mutex};
        m_questions.m_progress = {};
    }
    m_questions.refuse();
}

bool CashierQuestions::ask(const QString &question, std::chrono::milliseconds limit)
{
    PaymentTerminal::Progress show; // called without the lock: the screen asks question()
    {
        const std::lock_guard lock{m_mutex};
        if (!m_progress || m_asked != QuestionNumber::None)
            return false;
        show = m_progress;
        m_asked = QuestionNumber{++m_count};
        m_answer.reset();
    }
    show(question);
    const bool isYes = wait(limit);
    show(u"WAIT"_s); // nothing is asked any more
    return isYes;
}

bool CashierQuestions::wait(std::chrono::milliseconds limit)
{
    std::unique_lock lock{m_mutex};
    m_answered.wait_for(lock, limit, [this] { return m_answer.has_value(); });
    m_asked = QuestionNumber::None;
    return m_answer.value_or(false);
}

/// Under the lock: the first word counts.
void CashierQuestions::answer(bool yes)
{
    if (m_asked != QuestionNumber::None && !m_answer)
        m_answer = yes;
    m_answered.notify_all();
}

void CashierQuestions::reply(QuestionNumber question, bool yes)
{
    const std::lock_guard lock{m_mutex};
    if (question == m_asked)
        answer(yes);
}

void CashierQuestions::refuse()
{
    const std::lock_guard lock{m_mutex};
    answer(false);
}

QuestionNumber CashierQuestions::question() const
{
    const std::lock_guard lock{m_mutex};
    return m_answer ? QuestionNumber::None : m_asked;
}

} // namespace guichet
