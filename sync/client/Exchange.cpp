// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Exchange.h"

namespace guichet {

using namespace Qt::StringLiterals;

Result<> Exchange::pushDocuments()
{
    for (;;) {
        SyncOutbox::WaitingDocuments waiting;
        TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
            TRY_LET(next, ledger.outbox().nextDocuments());
            waiting = std::move(next);
            return {};
        }));
        if (waiting.push.changes.empty())
            return {};
        const Result<DocumentReceipt> sent = m_client.pushDocuments(waiting.push);
        if (!sent)
            return refusedPush(sent.error(), 0);
        const QDateTime now = m_clock.now();
        TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
            TRY(noteClock(ledger, now));
            return ledger.outbox().acknowledgeDocuments(waiting, *sent, now);
        }));
    }
}

/// So that another machine can take this one's place (SYN-4).
Result<> Exchange::pushHome()
{
    for (;;) {
        SyncOutbox::WaitingHome waiting;
        TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
            TRY_LET(next, ledger.outbox().nextHome());
            waiting = std::move(next);
            return {};
        }));
        if (waiting.isEmpty())
            return {};
        const Result<> sent = m_client.pushHome(waiting.push);
        if (!sent)
            return refusedPush(sent.error(), 0);
        TRY(m_ledger.run([&](SyncLedger &ledger) { return ledger.outbox().acknowledgeHome(waiting); }));
    }
}

Result<bool> Exchange::isReplaced()
{
    bool replaced = false;
    TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(is, ledger.notes().isReplaced());
        replaced = is;
        return {};
    }));
    return replaced;
}

Result<int> Exchange::push()
{
    TRY_LET(sent, pushFacts()); // first: nothing that a document says holds a sale back
    TRY_LET(replaced, isReplaced());
    if (replaced)
        return sent;
    TRY(pushDocuments());
    TRY(pushHome());
    TRY(m_ledger.run([](SyncLedger &ledger) { return ledger.notes().endTrouble(SyncDirection::Up); }));
    TRY(renewAllotments(sent > 0));
    return sent;
}

/// A centre that does not answer this one has taken the facts all the same.
Result<> Exchange::renewAllotments(bool isNews)
{
    std::optional<AllotmentsAsked> asked;
    TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(due, ledger.allotments().begin(isNews, m_clock.now()));
        asked = due;
        return {};
    }));
    const Result<AllotmentsAnswer> answer = asked ? m_client.allot(*asked) : failure(ErrorCode::CentreUnreachable);
    return answer ? m_ledger.run([&](SyncLedger &ledger) { return ledger.allotments().take(*asked, *answer, m_clock.now()); }) : Result<>{};
}

Result<int> Exchange::pushFacts()
{
    int sent = 0;
    for (;;) {
        SyncOutbox::WaitingFacts waiting;
        TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
            TRY_LET(next, ledger.outbox().nextFacts());
            waiting = std::move(next);
            return {};
        }));
        if (waiting.push.facts.empty())
            return sent;
        TRY(send(waiting));
        sent += static_cast<int>(waiting.push.facts.size());
    }
}

Result<> Exchange::send(const SyncOutbox::WaitingFacts &waiting)
{
    const Result<CentreAnchor> anchor = m_client.push(waiting.push);
    const QDateTime now = m_clock.now();
    if (!anchor)
        return refusedPush(anchor.error(), waiting.incarnation);
    if (anchor->incarnation != waiting.incarnation || anchor->number < waiting.upTo) // else the same would be sent for ever
        return refusedPush({ErrorCode::CentreRefused, u"an anchor short of what was sent"_s, {}}, 0);
    return m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY(noteClock(ledger, now));
        return ledger.outbox().acknowledge(*anchor, now);
    });
}

/// `incarnation`: the chain that was sent, which may go on elsewhere; 0: none was.
std::unexpected<Error> Exchange::refusedPush(const Error &why, qint64 incarnation)
{
    const qint64 expected = incarnation > 0 ? why.values.value(0).toLongLong() : 0;
    const Result<> noted = m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY(ledger.notes().noteTrouble(SyncDirection::Up, why.code));
        return expected > 0 ? ledger.chains().goBackTo(incarnation, expected) : Result<>{};
    });
    return std::unexpected(noted ? why : noted.error());
}

/// `now`: when the last answer came.
Result<> Exchange::noteClock(SyncLedger &ledger, const QDateTime &now) const
{
    const QDateTime there = m_client.timeThere();
    return there.isValid() ? ledger.notes().noteClock(std::chrono::seconds{there.secsTo(now)}) : Result<>{};
}

/// A line that is down is no trouble while nothing waits to be sent: CentreState::isSilent() tells. A till that is not known any more is.
std::unexpected<Error> Exchange::refusedPull(const Error &why)
{
    if (why.code != ErrorCode::CentreUnreachable)
        std::ignore = m_ledger.run([&](SyncLedger &ledger) { return ledger.notes().noteTrouble(SyncDirection::Down, why.code); });
    return std::unexpected(why);
}

Result<Exchange::Pulled> Exchange::pull(std::chrono::seconds wait)
{
    TRY_LET(replaced, isReplaced());
    if (replaced) // the machine in its place is asked
        return failure(ErrorCode::TillReplaced);
    CentreNotes::Cursors cursors;
    qint64 waiting = 0;
    TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(known, ledger.inbox().cursors());
        cursors = known;
        TRY_LET(unsent, ledger.chains().waiting());
        waiting = unsent;
        return {};
    }));
    const Result<ChangesPage> asked = m_client.changes(cursors.facts, cursors.documents, wait, waiting, cursors.generation);
    if (!asked)
        return refusedPull(asked.error());
    const QDateTime now = m_clock.now();
    const ChangesPage &page = *asked;
    const bool holdsSomething = !page.facts.empty() || !page.documents.empty() || page.unread > 0;
    const bool isFurther = holdsSomething && (page.cursor > cursors.facts || page.documentCursor > cursors.documents);
    Pulled pulled{.facts = 0, .more = page.more && isFurther, .isFurther = isFurther};
    const Result<> taken = m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY(noteClock(ledger, now));
        TRY_LET(isAnew, ledger.meetGeneration(page.generation, now));
        if (isAnew) { // asked again after a rest: a centre that names another one each time keeps nobody busy
            pulled = {};
            return {};
        }
        TRY_LET(facts, ledger.inbox().take(page, now));
        pulled.facts = facts;
        return {};
    });
    if (!taken)
        return refusedPull(taken.error());
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
