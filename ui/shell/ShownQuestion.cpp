// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShownQuestion.h"

#include <QApplication>

#include <utility>

namespace guichet {

void ShownQuestion::show(QuestionNumber question)
{
    if (question != m_shown)
        m_sinceShown.start();
    m_shown = question;
}

QuestionNumber ShownQuestion::take()
{
    if (m_shown == QuestionNumber::None || m_sinceShown.elapsed() < QApplication::doubleClickInterval())
        return QuestionNumber::None;
    return std::exchange(m_shown, QuestionNumber::None);
}

} // namespace guichet
