// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/TerminalDoctor.h"

#include "core/usecases/TerminalDesk.h"

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenQuestions = 5s;
constexpr int keptErrors = 200; ///< Lines of the log that are looked through.
constexpr qsizetype shownErrors = 5;

} // namespace

TerminalDoctor::TerminalDoctor(TerminalWiring &wiring, TillThread &till, TerminalThread &terminals)
    : m_wiring{wiring}, m_till{till}, m_terminals{terminals}
{
    connect(&m_again, &QTimer::timeout, this, &TerminalDoctor::askAgain);
    m_again.start(betweenQuestions);
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
        .then(this, [this](const Result<> &applied) { m_trouble = applied ? std::nullopt : std::optional{applied.error()}; });
}

/// The log has the error too: it outlives the program.
Call<Result<QString>> TerminalDoctor::diagnose()
{
    return callAside([&wiring = m_wiring] {
        Result<QString> answer = wiring.terminal().diagnose();
        if (!answer)
            wiring.log().write(u"terminal"_s, DeviceLog::Direction::Note, u"error: "_s + answer.error().detail);
        return answer;
    });
}

Call<Result<>> TerminalDoctor::keepSecret(const QString &kind, const QString &secret)
{
    return callAside([secrets = m_wiring.secrets(), key = terminalSecretKey(kind), secret] { return secrets.write(key, secret); });
}

QStringList TerminalDoctor::lastErrors() const
{
    const QStringList errors = m_wiring.log().newest(u"terminal"_s, keptErrors).filter(u"-- error: "_s);
    return errors.mid(std::max<qsizetype>(0, errors.size() - shownErrors));
}

/// No payment is sent to that terminal while one of it is doubtful, so nothing that runs is asked about.
void TerminalDoctor::askAgain()
{
    if (m_isAsking || m_wiring.terminal().name() == u"manual")
        return;
    m_isAsking = true;
    m_till
        .call([name = m_wiring.terminal().name()](Workplace &workplace) { return TerminalDesk{workplace}.hasDoubt(name).value_or(false); })
        .then(this, [this](bool hasDoubt) {
            if (!hasDoubt) {
                m_isAsking = false;
                return;
            }
            m_terminals.resolveOpen().then(this, [this] {
                m_isAsking = false;
                Q_EMIT doubtResolved();
            });
        });
}

} // namespace guichet
