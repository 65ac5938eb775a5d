// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DecisionThread.h"

namespace guichet {
namespace {

/// Whoever is first gives the answer; the others are not heard.
template <typename Answer>
class FirstWord
{
public:
    using Hear = Call<Answer>::Hear;
    explicit FirstWord(Hear hear) : m_hear{std::move(hear)} {}
    template <typename... Given>
    void give(Given &&...given)
    {
        if (!m_isGiven.exchange(true))
            m_hear(std::forward<Given>(given)...);
    }
    bool isGiven() const { return m_isGiven; }

private:
    Hear m_hear;
    std::atomic_bool m_isGiven = false;
};

} // namespace

DecisionThread::DecisionThread(OnlineDecisions &decisions, TillThread &till, const DecisionPace &pace)
    : m_decisions{decisions}, m_till{till}, m_pace{pace}, m_context{std::make_unique<QObject>()}, m_tick{new QTimer{m_context.get()}}
{
    m_thread.setObjectName(QStringLiteral("decisions"));
    m_tick->setInterval(m_pace.askEvery);
    connect(m_tick, &QTimer::timeout, m_context.get(), [this] { ask(CentreQuestions::Carts::All); });
    m_context->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_tick, qOverload<>(&QTimer::start));
}

DecisionThread::~DecisionThread()
{
    stop();
}

void DecisionThread::stop()
{
    m_stopping = true;
    if (m_thread.isRunning())
        callOn(m_context.get(), [this] { m_tick->stop(); }).result(); // a timer ends on its own thread
    m_thread.quit();
    m_thread.wait();
}

/// While no till is open there is nothing to ask. What is kept belongs to the cart in the making: no scan waits for the disk because of it
/// (docs/decisions/0030).
Result<> DecisionThread::onLedger(const std::function<Result<>(Workplace &)> &work)
{
    if (m_stopping)
        return failure(ErrorCode::Internal, QStringLiteral("stopping"));
    try {
        return m_till.callUnsynced([work](Workplace &workplace) { return work(workplace); }).result();
    } catch (const std::future_error &) {
        return failure(ErrorCode::Internal, QStringLiteral("no till is open"));
    }
}

/// On the thread of the questions.
void DecisionThread::ask(CentreQuestions::Carts carts)
{
    const Result<bool> asked = askCentre(m_decisions, [this](const auto &work) { return onLedger(work); }, carts);
    if (asked && *asked)
        Q_EMIT answered();
}

void DecisionThread::wake()
{
    if (m_stopping || m_isAsked.exchange(true))
        return;
    QMetaObject::invokeMethod(m_context.get(), [this] {
        m_isAsked = false;
        ask(CentreQuestions::Carts::All);
    });
}

Call<void> DecisionThread::settle()
{
    return Call<void>{[this](Call<void>::Hear hear) {
        const auto first = std::make_shared<FirstWord<void>>(std::move(hear));
        QTimer::singleShot(m_pace.patience, QCoreApplication::instance(), [first] { first->give(); });
        callOn(m_context.get(), [this, first] {
            ask(CentreQuestions::Carts::InProgress);
            first->give();
        });
    }};
}

Call<PaymentRequest> DecisionThread::beforePaying(const CommandId &id, const PaymentRequest &request)
{
    return Call<PaymentRequest>{[this, id, request](Call<PaymentRequest>::Hear hear) {
        const auto first = std::make_shared<FirstWord<PaymentRequest>>(std::move(hear));
        PaymentRequest unanswered = request;
        unanswered.gift = failure(ErrorCode::CentreUnreachable, QStringLiteral("no answer in time"));
        QTimer::singleShot(m_pace.patience, QCoreApplication::instance(), [first, unanswered] { first->give(unanswered); });
        callOn(m_context.get(), [this, id, request, first] {
            ask(CentreQuestions::Carts::InProgress);
            if (!first->isGiven()) // nobody would hear of that debit
                first->give(withGiftDecision(m_decisions, [this](const auto &work) { return onLedger(work); }, id, request));
        });
    }};
}

} // namespace guichet
