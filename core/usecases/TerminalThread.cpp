// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalThread.h"

#include "core/usecases/Checkout.h"
#include "core/usecases/DossierDesk.h"

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
    m_terminal.cancel();
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<Charge>> TerminalThread::run(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress)
{
    return runOn(m_context.get(),
                 [this, intent, amount, progress = std::move(progress)] { return m_terminal.charge(intent, amount, progress); });
}

QFuture<Result<PaymentOutcome>> TerminalThread::charge(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress)
{
    return run(intent, amount, std::move(progress))
        .then([this, intent](const Result<Charge> &answer) {
            return m_till.call([intent, answer](Workplace &workplace) { return Checkout{workplace}.finishCharge(intent, answer); });
        })
        .unwrap();
}

QFuture<Result<RefundOutcome>> TerminalThread::refund(const Id<PaymentIntent> &intent, Money amount, PaymentTerminal::Progress progress)
{
    return run(intent, amount, std::move(progress))
        .then([this, intent](const Result<Charge> &answer) {
            return m_till.call([intent, answer](Workplace &workplace) { return DossierDesk{workplace}.finishRefund(intent, answer); });
        })
        .unwrap();
}

} // namespace guichet
