// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/FileSecretStore.h"
#include "tests/bench/BenchCentre.h"
#include "tests/bench/BenchTill.h"
#include "tests/bench/Figure.h"

#include <mutex>

namespace guichet::bench {

/// A till that exchanges in the background; a mutex stands for the queue of its ledger thread.
class SyncedBenchTill : public BenchTill, public LedgerAccess
{
public:
    using BenchTill::BenchTill;

    Result<> run(const std::function<Result<>(SyncLedger &)> &work) override
    {
        const std::scoped_lock lock{m_mutex};
        SyncLedger ledger{*workplace().ledger};
        return work(ledger);
    }
    void enrol(BenchCentre &centre, const QString &account)
    {
        SyncLedger ledger{*workplace().ledger};
        m_answer = centre.enrol(account, [&](const QString &code) { return got(ledger.enrolment(code)); });
    }
    /// The centre has an address only once it is started.
    void keepEnrolment(const QUrl &url)
    {
        SyncLedger ledger{*workplace().ledger};
        done(m_secrets.write(centreTokenName, m_answer.token));
        const TillEnrolment wanted{.address = {.url = url, .token = {}},
                                   .code = {},
                                   .profile = workplace().settings.tillKey,
                                   .change = {.user = QStringLiteral("u5"), .at = workplace().now()}};
        done(ledger.keepEnrolment(wanted, m_answer));
        done(workplace().documentsChanged());
    }
    Result<int> push(const QUrl &url)
    {
        CentralClient client{{.url = url, .token = m_answer.token}, std::chrono::seconds{60}};
        return Exchange{client, *this, clock}.push();
    }
    Result<int> pull(const QUrl &url)
    {
        CentralClient client{{.url = url, .token = m_answer.token}, std::chrono::seconds{60}};
        return Exchange{client, *this, clock}.pullAll();
    }
    /// As a person at the till has it: whoever is at the ledger is waited for.
    double secondsToValidate()
    {
        {
            const std::scoped_lock lock{m_mutex};
            composeSale();
        }
        return secondsOf([this] {
            const std::scoped_lock lock{m_mutex};
            validate();
        });
    }
    qint64 lastArrivalHere()
    {
        const std::scoped_lock lock{m_mutex};
        return got(lastArrival(workplace().db()));
    }
    qint64 waitingFacts()
    {
        qint64 waiting = 0;
        done(run([&waiting](SyncLedger &ledger) -> Result<> {
            TRY_LET(unsent, ledger.chains().waiting());
            waiting = unsent;
            return {};
        }));
        return waiting;
    }
    bool hasTrouble()
    {
        bool has = false;
        done(run([&has](SyncLedger &ledger) -> Result<> {
            TRY_LET(state, ledger.state());
            has = state.trouble.has_value();
            return {};
        }));
        return has;
    }
    SecretStore &secrets() { return m_secrets; }

    SystemClock clock;

private:
    FileSecretStore m_secrets{folder()};
    std::mutex m_mutex;
    EnrolAnswer m_answer;
};

} // namespace guichet::bench
