// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalThread.h"

#include "core/usecases/Checkout.h"
#include "core/usecases/DossierDesk.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <tuple>

namespace guichet {
namespace {

constexpr std::chrono::milliseconds betweenCancels{50};
constexpr int mostUntold = 3; ///< A terminal that has gone on to other payments never can.

/// Counts a call as long as it lives.
class Counted
{
public:
    explicit Counted(std::atomic_int &calls) : m_calls{calls} { ++m_calls; }
    ~Counted() { --m_calls; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    std::atomic_int &m_calls;
};

/// Whoever is first gives the answer; the others are not heard.
class FirstAnswer
{
public:
    using Hear = Call<Result<TerminalTotals>>::Hear;
    explicit FirstAnswer(Hear hear) : m_hear{std::move(hear)} {}
    void give(Result<TerminalTotals> answer)
    {
        if (!m_isGiven.exchange(true))
            m_hear(std::move(answer));
    }

private:
    Hear m_hear;
    std::atomic_bool m_isGiven = false;
};

} // namespace

TerminalThread::TerminalThread(PaymentTerminal &terminal, TillThread &till)
    : m_terminal{terminal}, m_till{till}, m_context{std::make_unique<QObject>()}
{
    m_thread.setObjectName(QStringLiteral("terminal"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

TerminalThread::~TerminalThread()
{
    stop();
}

void TerminalThread::stop()
{
    m_stopping = true;
    m_thread.quit();
    do // a driver forgets what came before its charge began
        m_terminal.cancel();
    while (!m_thread.wait(QDeadlineTimer{betweenCancels}));
}

void TerminalThread::cancel()
{
    m_cancelled = true;
    m_terminal.cancel();
}

Call<Result<Charge>> TerminalThread::run(const TerminalRequest &request, PaymentTerminal::Progress progress)
{
    m_cancelled = false;
    return callOn(m_context.get(), [this, request, progress = std::move(progress)]() -> Result<Charge> {
        const Counted running{m_calls};
        if (m_cancelled || m_stopping)
            return failure(ErrorCode::TerminalUnavailable, QStringLiteral("cancelled before it began"));
        return perform(m_terminal, request, progress);
    });
}

/// On the terminal's thread.
Result<Charge> TerminalThread::lookUpOne(const PaymentIntent &intent)
{
    if (intent.terminal != m_terminal.name())
        return failure(ErrorCode::TerminalUnavailable);
    if (intent.isOpen())
        return m_terminal.lookUp(intent.id, intent.asked);
    if (m_stopping || m_untold.value(intent.id) >= mostUntold)
        return failure(ErrorCode::TerminalUnavailable);
    const Result<Charge> answer = m_terminal.lookUp(intent.id, intent.asked);
    if (answer && answer->state == ChargeState::Unknown)
        ++m_untold[intent.id];
    return answer;
}

/// On the terminal's thread.
std::vector<TerminalThread::Found> TerminalThread::lookUpAll(const std::vector<PaymentIntent> &intents)
{
    std::vector<Found> found;
    for (const PaymentIntent &intent : intents) {
        if (intent.state == IntentState::Persisted) {
            found.push_back({intent.id, {.state = ChargeState::NotStarted, .authorised = {}, .reference = {}, .text = {}}});
            continue;
        }
        found.push_back(
            {intent.id, lookUpOne(intent).value_or(Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}})});
    }
    return found;
}

Call<void> TerminalThread::resolveOpen()
{
    return lookUp([](Workplace &workplace) { return Checkout{workplace}.lookUps(); });
}

Call<void> TerminalThread::confirmDecisions()
{
    return lookUp([](Workplace &workplace) { return Checkout{workplace}.unconfirmed(); });
}

Call<void> TerminalThread::lookUp(LookUps which)
{
    return m_till.call([which](Workplace &workplace) { return which(workplace).value_or(std::vector<PaymentIntent>{}); })
        .then(m_context.get(), [this](const std::vector<PaymentIntent> &intents) { return lookUpAll(intents); })
        .then(m_context.get(), [this](const std::vector<Found> &found) {
            return m_till.call([found](Workplace &workplace) {
                for (const auto &[intent, charge] : found)
                    std::ignore = Checkout{workplace}.recordLookUp(intent, charge); // what fails stays open, and is shown
            });
        });
}

Call<Result<QString>> TerminalThread::diagnose()
{
    if (m_calls > 0)
        return answered<Result<QString>>(failure(ErrorCode::TerminalBusy, QStringLiteral("a call is running")));
    return callOn(m_context.get(), [this]() -> Result<QString> {
        const Counted running{m_calls};
        return m_terminal.diagnose();
    });
}

Call<Result<TerminalTotals>> TerminalThread::totals(bool endOfDay, std::chrono::milliseconds limit)
{
    return Call<Result<TerminalTotals>>{[this, endOfDay, limit](FirstAnswer::Hear hear) {
        const auto first = std::make_shared<FirstAnswer>(std::move(hear));
        QTimer::singleShot(limit, QCoreApplication::instance(), [first] { first->give(failure(ErrorCode::Timeout)); });
        callOn(m_context.get(), [this, endOfDay, first] {
            const Counted running{m_calls};
            first->give(m_stopping ? failure(ErrorCode::TerminalUnavailable) : m_terminal.totals(endOfDay));
        });
    }};
}

Call<Result<PaymentOutcome>> TerminalThread::charge(const TerminalRequest &request, const PaymentTerminal::Progress &progress)
{
    return run(request, progress)
        .then(m_context.get(),
              [this, intent = request.intent](const Result<Charge> &answer) {
                  return m_till.call([intent, answer](Workplace &workplace) { return Checkout{workplace}.finishCharge(intent, answer); });
              })
        .then(m_context.get(), [this, progress](const Result<PaymentOutcome> &done) { return goOn(done, progress); });
}

/// On the terminal's thread.
Call<Result<PaymentOutcome>> TerminalThread::goOn(const Result<PaymentOutcome> &done, const PaymentTerminal::Progress &progress)
{
    if (!done || !done->reversalRefused || m_cancelled || m_stopping)
        return answered(done);
    return m_till.call([refused = done->intent](Workplace &workplace) { return Checkout{workplace}.refundInstead(refused); })
        .then(m_context.get(), [this, progress](const Result<PaymentOutcome> &started) {
            return started && started->state == IntentState::Sent ? charge(started->request(), progress) : answered(started);
        });
}

Call<Result<RefundOutcome>> TerminalThread::refund(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress)
{
    return run({.intent = intent, .amount = amount}, std::move(progress))
        .then(m_context.get(), [this, intent](const Result<Charge> &answer) {
            return m_till.call([intent, answer](Workplace &workplace) { return DossierDesk{workplace}.finishRefund(intent, answer); });
        });
}

} // namespace guichet
