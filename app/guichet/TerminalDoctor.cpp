// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/TerminalDoctor.h"

#include "core/usecases/TerminalDesk.h"

namespace guichet {

TerminalDoctor::TerminalDoctor(TerminalWiring &wiring, TillThread &till, TerminalThread &terminals, std::chrono::milliseconds between)
    : m_wiring{wiring}, m_till{till}, m_terminals{terminals}
{
    connect(&m_again, &QTimer::timeout, this, &TerminalDoctor::askAgain);
    m_again.start(between);
}

Call<void> TerminalDoctor::reload()
{
    return m_till.call([](Workplace &workplace) { return TerminalDesk{workplace}.settings(); })
        .then(this,
              [this](const Result<TerminalSettings> &settings) {
                  return callAside([&wiring = m_wiring, settings]() -> Result<> {
                      TRY(settings);
                      return wiring.apply(*settings);
                  });
              })
        .then(this, [](const Result<> &) {}); // what does not do is in the log, and said at each payment
}

/// No payment is sent to that terminal while one of it is doubtful, so nothing that runs is asked about; otherwise only decisions are.
void TerminalDoctor::askAgain()
{
    if (!m_question.expired() || m_wiring.terminal().name() == u"manual")
        return;
    const auto question = std::make_shared<bool>(true);
    m_question = question;
    m_till
        .call([name = m_wiring.terminal().name()](Workplace &workplace) {
            return TerminalDesk{workplace}.questions(name).value_or(TerminalQuestions{});
        })
        .then(this, [this, question](const TerminalQuestions &questions) {
            if (!questions.doubts && !questions.decisions)
                return;
            Call<void> asked = questions.doubts ? m_terminals.resolveOpen() : m_terminals.confirmDecisions();
            asked.then(this, [this, question] { Q_EMIT doubtResolved(); });
        });
}

} // namespace guichet
