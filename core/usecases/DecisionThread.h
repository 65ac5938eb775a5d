// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CentreQuestions.h"
#include "core/usecases/TillThread.h"

#include <atomic>

namespace guichet {

/// How patiently the centre is asked.
struct DecisionPace
{
    std::chrono::milliseconds patience{2'000};  ///< How long a payment waits for an answer.
    std::chrono::milliseconds askEvery{30'000}; ///< What waits, and holds that lapse soon.
};

/// The thread on which the centre is asked before a sale: neither the window nor the ledger waits for a line (decisions 23). What is not
/// answered waits, and is asked again now and then.
class DecisionThread : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    DecisionThread(OnlineDecisions &decisions, TillThread &till, const DecisionPace &pace = {});
    ~DecisionThread() override;
    /// Ends the question under way, within its patience. Before the till is closed.
    void stop();

    /// The cart has changed: what it wants is asked in the background.
    void wake();
    /// Asks what the cart in progress wants; done when it is answered, or patience ends.
    Call<void> settle();
    /// settle(), and what the payment's gift value needs: the payment as it is made next. GUI thread, as settle().
    Call<PaymentRequest> beforePaying(const CommandId &id, const PaymentRequest &request);

Q_SIGNALS:
    void answered(); ///< The cart in progress may be shown otherwise. From any thread.

private:
    void ask(CentreQuestions::Carts carts);
    Result<> onLedger(const std::function<Result<>(Workplace &)> &work);

    OnlineDecisions &m_decisions;
    TillThread &m_till;
    DecisionPace m_pace;
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< Lives on m_thread.
    QTimer *m_tick;                     ///< Of m_context.
    std::atomic_bool m_isAsked = false; ///< A wake() is under way.
    std::atomic_bool m_stopping = false;
};

} // namespace guichet
