// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Exchange.h"

namespace guichet {

using namespace Qt::StringLiterals;

Result<int> Exchange::push()
{
    int sent = 0;
    for (;;) {
        SyncLedger::Waiting waiting;
        TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
            TRY_LET(next, ledger.nextPush());
            waiting = std::move(next);
            return {};
        }));
        if (waiting.push.facts.empty())
            return sent;
        TRY(send(waiting));
        sent += static_cast<int>(waiting.push.facts.size());
    }
}

Result<> Exchange::send(const SyncLedger::Waiting &waiting)
{
    const Result<CentreAnchor> anchor = m_client.push(waiting.push);
    const QDateTime now = m_clock.now();
    if (anchor)
        return m_ledger.run([&](SyncLedger &ledger) { return ledger.acknowledge(*anchor, now); });
    const qint64 expected = anchor.error().values.value(0).toLongLong();
    TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY(ledger.noteTrouble(anchor.error().code));
        return expected > 0 ? ledger.goBackTo(waiting.incarnation, expected) : Result<>{};
    }));
    return std::unexpected(anchor.error());
}

/// A line that is down is no trouble while nothing waits to be sent; a till that is not known any more is.
std::unexpected<Error> Exchange::refusedPull(const Error &why)
{
    if (why.code != ErrorCode::CentreUnreachable)
        std::ignore = m_ledger.run([&](SyncLedger &ledger) { return ledger.noteTrouble(why.code); });
    return std::unexpected(why);
}

Result<Exchange::Pulled> Exchange::pull(std::chrono::seconds wait)
{
    qint64 cursor = 0;
    TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(known, ledger.cursor());
        cursor = known;
        return {};
    }));
    const Result<ChangesPage> asked = m_client.changes(cursor, wait);
    if (!asked)
        return refusedPull(asked.error());
    const ChangesPage &page = *asked;
    Pulled pulled{.facts = 0, .more = page.more};
    TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(taken, ledger.take(page, m_clock.now()));
        pulled.facts = taken;
        return {};
    }));
    return pulled;
}

Result<int> Exchange::pullAll()
{
    int facts = 0;
    for (bool more = true; more;) {
        TRY_LET(pulled, pull());
        facts += pulled.facts;
        more = pulled.more;
    }
    return facts;
}

} // namespace guichet
