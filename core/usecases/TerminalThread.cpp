// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalThread.h"

#include "core/usecases/Checkout.h"
#include "core/usecases/DossierDesk.h"

#include <tuple>

namespace guichet {

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
    m_terminal.cancel();
    m_thread.quit();
    m_thread.wait();
}

Call<Result<Charge>> TerminalThread::run(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress)
{
    return callOn(m_context.get(),
                  [this, intent, amount, progress = std::move(progress)] { return m_terminal.charge(intent, amount, progress); });
}

/// On the terminal's thread.
std::vector<TerminalThread::Found> TerminalThread::lookUpAll(const std::vector<PaymentIntent> &open)
{
    std::vector<Found> found;
    for (const PaymentIntent &intent : open) {
        if (intent.state == IntentState::Persisted) {
            found.push_back({intent.id, {.state = ChargeState::NotStarted, .authorised = {}, .reference = {}, .text = {}}});
            continue;
        }
        Result<Charge> answer = failure(ErrorCode::TerminalUnavailable);
        if (intent.terminal == m_terminal.name())
            answer = m_terminal.lookUp(intent.id, intent.asked);
        found.push_back({intent.id, answer.value_or(Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}})});
    }
    return found;
}

Call<void> TerminalThread::resolveOpen()
{
    return m_till.call([](Workplace &workplace) { return Checkout{workplace}.openIntents().value_or(std::vector<PaymentIntent>{}); })
        .then(m_context.get(), [this](const std::vector<PaymentIntent> &open) { return lookUpAll(open); })
        .then(m_context.get(), [this](const std::vector<Found> &found) {
            return m_till.call([found](Workplace &workplace) {
                for (const auto &[intent, charge] : found)
                    std::ignore = Checkout{workplace}.recordLookUp(intent, charge); // what fails stays open, and is shown
            });
        });
}

Call<Result<PaymentOutcome>> TerminalThread::charge(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress)
{
    return run(intent, amount, std::move(progress)).then(m_context.get(), [this, intent](const Result<Charge> &answer) {
        return m_till.call([intent, answer](Workplace &workplace) { return Checkout{workplace}.finishCharge(intent, answer); });
    });
}

Call<Result<RefundOutcome>> TerminalThread::refund(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress)
{
    return run(intent, amount, std::move(progress)).then(m_context.get(), [this, intent](const Result<Charge> &answer) {
        return m_till.call([intent, answer](Workplace &workplace) { return DossierDesk{workplace}.finishRefund(intent, answer); });
    });
}

} // namespace guichet
