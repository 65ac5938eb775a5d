// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncLedger.h"

#include "core/ledger/MachineState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

namespace name {
const QString url = u"sync.url"_s;
const QString account = u"sync.account"_s;
const QString centre = u"sync.centre"_s; ///< Hex of its public key.
const QString cursor = u"sync.cursor"_s;
const QString contact = u"sync.contact"_s;
const QString trouble = u"sync.trouble"_s;
QString anchor(qint64 incarnation)
{
    return u"sync.anchor.%1"_s.arg(incarnation);
}
} // namespace name

QString anchorText(const CentreAnchor &anchor)
{
    return u"%1 %2 %3"_s.arg(anchor.number).arg(toHex(anchor.hash), toHex(anchor.signature));
}

std::optional<CentreAnchor> anchorOf(qint64 incarnation, const QString &text)
{
    const QStringList words = text.split(u' ');
    if (words.size() != 3)
        return std::nullopt;
    return CentreAnchor{.incarnation = incarnation,
                        .number = words[0].toLongLong(),
                        .hash = QByteArray::fromHex(words[1].toLatin1()),
                        .signature = QByteArray::fromHex(words[2].toLatin1())};
}

} // namespace

Result<std::vector<ChainIdentity>> SyncLedger::ownChains()
{
    TRY_LET(chains, Journal::chains(db()));
    std::erase_if(chains, [](const ChainIdentity &chain) { return !chain.own; });
    std::ranges::sort(chains, {}, &ChainIdentity::incarnation);
    return chains;
}

Result<EnrolRequest> SyncLedger::enrolment(const QString &code)
{
    TRY_LET(chains, ownChains());
    return EnrolRequest{.code = code, .chains = std::move(chains)};
}

Result<> SyncLedger::takeTillCode(const QString &profile, const QString &code, const DocumentChange &change)
{
    DocumentStore documents{db()};
    TRY_LET(known, documents.get(DocumentKind::TillProfile, profile));
    if (!known)
        return failure(ErrorCode::NotFound, u"no profile of this till"_s, {profile});
    known->body[u"code"_s] = code;
    TRY(documents.put(DocumentKind::TillProfile, known->body, change));
    return {};
}

Result<> SyncLedger::keepEnrolment(const QUrl &url, const EnrolAnswer &answer, const QString &profile, const DocumentChange &change)
{
    return inTransaction(db(), [&]() -> Result<> {
        TRY(takeTillCode(profile, answer.tillCode, change));
        TRY(setMachineState(db(), name::url, url.toString()));
        TRY(setMachineState(db(), name::account, answer.account));
        TRY(setMachineState(db(), name::centre, toHex(answer.centre.bytes())));
        TRY(setMachineState(db(), name::cursor, u"0"_s));
        return noteTrouble({});
    });
}

Result<QUrl> SyncLedger::url()
{
    TRY_LET(url, machineState(db(), name::url));
    if (url.isEmpty())
        return failure(ErrorCode::NotEnrolled);
    return QUrl{url};
}

Result<qint64> SyncLedger::acknowledged(qint64 incarnation)
{
    TRY_LET(text, machineState(db(), name::anchor(incarnation)));
    return anchorOf(incarnation, text).value_or(CentreAnchor{}).number;
}

Result<SyncLedger::Waiting> SyncLedger::nextPush()
{
    TRY_LET(chains, ownChains());
    for (const ChainIdentity &chain : chains) {
        TRY_LET(known, acknowledged(chain.incarnation));
        TRY_LET(facts, ownFactsAfter(db(), chain, known, protocol::mostFacts));
        if (!facts.empty())
            return Waiting{.incarnation = chain.incarnation, .push = {.facts = std::move(facts)}};
    }
    return Waiting{};
}

Result<> SyncLedger::acknowledge(const CentreAnchor &anchor, const QDateTime &now)
{
    TRY_LET(key, machineState(db(), name::centre));
    const Result<PublicKey> centre = PublicKey::fromBytes(QByteArray::fromHex(key.toLatin1()));
    const QString till = m_ledger.identity().till;
    if (!centre || !centre->verifies(anchorMessage(till, anchor), anchor.signature))
        return failure(ErrorCode::ChainBroken, u"an anchor that the centre did not sign"_s);
    if (anchor.number > 0) {
        TRY_LET(fact, m_ledger.journal().fact({till, anchor.incarnation, anchor.number}));
        if (fact.hash != anchor.hash)
            return failure(ErrorCode::ChainBroken, u"the centre has another fact %1"_s.arg(anchor.number));
    }
    return inTransaction(db(), [&]() -> Result<> {
        TRY(setMachineState(db(), name::anchor(anchor.incarnation), anchorText(anchor)));
        TRY(noteTrouble({}));
        return noteContact(now);
    });
}

Result<> SyncLedger::goBackTo(qint64 incarnation, qint64 number)
{
    return setMachineState(db(), name::anchor(incarnation), anchorText({.incarnation = incarnation, .number = number - 1}));
}

Result<qint64> SyncLedger::cursor()
{
    TRY_LET(text, machineState(db(), name::cursor));
    return text.toLongLong();
}

/// A chain is believed the first time that it is named; a server that names another key for it later is refused. Never one of this till.
Result<> SyncLedger::learnChains(const std::vector<ChainIdentity> &chains)
{
    TRY_LET(known, Journal::chains(db()));
    for (const ChainIdentity &chain : chains) {
        if (chain.till == m_ledger.identity().till)
            return failure(ErrorCode::ChainBroken, u"the centre speaks for this till"_s);
        const auto same = std::ranges::find_if(
            known, [&](const ChainIdentity &other) { return other.till == chain.till && other.incarnation == chain.incarnation; });
        if (same != known.end() && *same != chain)
            return failure(ErrorCode::ChainBroken, u"another beginning of the chain of %1"_s.arg(chain.till));
        if (same == known.end())
            TRY(Journal::registerChain(db(), chain));
    }
    return {};
}

Result<int> SyncLedger::receiveAll(const std::vector<StoredBytes> &facts)
{
    for (const StoredBytes &stored : facts) {
        TRY_LET(fact, factFromBytes(stored.body, stored.content, stored.hash, stored.signature));
        TRY(m_ledger.journal().receive(fact));
    }
    return static_cast<int>(facts.size());
}

Result<int> SyncLedger::take(const ChangesPage &page, const QDateTime &now)
{
    return inTransaction(db(), [&]() -> Result<int> {
        TRY(learnChains(page.chains));
        TRY_LET(taken, receiveAll(page.facts));
        TRY(setMachineState(db(), name::cursor, QString::number(page.cursor)));
        TRY(noteContact(now));
        return taken;
    });
}

Result<> SyncLedger::noteContact(const QDateTime &now)
{
    return setMachineState(db(), name::contact, toRfc3339(now));
}

Result<> SyncLedger::noteTrouble(std::optional<ErrorCode> code)
{
    return setMachineState(db(), name::trouble, code ? QString{codeName(*code)} : QString{});
}

Result<CentreState> SyncLedger::state()
{
    CentreState state;
    TRY_LET(url, machineState(db(), name::url));
    state.enrolled = !url.isEmpty();
    TRY_LET(account, machineState(db(), name::account));
    state.account = account;
    TRY_LET(contact, machineState(db(), name::contact));
    state.lastContact = fromRfc3339(contact);
    TRY_LET(trouble, machineState(db(), name::trouble));
    state.trouble = errorCodeNamed(trouble);
    TRY_LET(chains, ownChains());
    for (const ChainIdentity &chain : chains) {
        TRY_LET(known, acknowledged(chain.incarnation));
        TRY_LET(tip, tipOf(db(), chain.till, chain.incarnation));
        state.waiting += tip.number - known;
    }
    return state;
}

Result<std::optional<CentreAnchor>> SyncLedger::anchor()
{
    const qint64 incarnation = m_ledger.journal().identity().incarnation;
    TRY_LET(text, machineState(db(), name::anchor(incarnation)));
    return anchorOf(incarnation, text);
}

} // namespace guichet
