// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Journal.h"

#include "core/ledger/Query.h"

/// Signatures of the journal: facts that were written while the key was out of reach get theirs later (decisions 14).
namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql selectPending = R"(
    SELECT number, hash FROM fact
    WHERE till = :till AND incarnation = :incarnation AND length(signature) = 0 ORDER BY number)";

constexpr Sql countPending = "SELECT COUNT(*) FROM fact WHERE till = :till AND length(signature) = 0";

constexpr Sql selectPendingIncarnations = R"(
    SELECT DISTINCT incarnation FROM fact WHERE till = :till AND length(signature) = 0 ORDER BY incarnation)";

constexpr Sql fillSignature = R"(
    UPDATE fact SET signature = :signature WHERE till = :till AND incarnation = :incarnation AND number = :number)";

} // namespace

Result<qint64> Journal::pendingSignatures()
{
    return selectInteger(m_db, countPending, {{":till", m_own.till}});
}

Result<std::vector<qint64>> Journal::pendingIncarnations()
{
    return allRows(m_db, selectPendingIncarnations, {{":till", m_own.till}}, [](const Row &row) { return row.integer(0); });
}

Result<Journal::LateSigning> Journal::signPending(Database &db, const ChainIdentity &chain, const KeyPair &key)
{
    if (!(key.publicKey() == chain.key))
        return failure(ErrorCode::KeyUnavailable, u"not the key of this chain"_s);
    struct Pending
    {
        qint64 number;
        QByteArray hash;
    };
    return inTransaction(db, [&]() -> Result<LateSigning> {
        TRY_LET(pending, allRows(db, selectPending, {{":till", chain.till}, {":incarnation", chain.incarnation}},
                                 [](const Row &row) { return Pending{row.integer(0), row.blob(1)}; }));
        for (const Pending &fact : pending)
            TRY(runQuery(db, fillSignature,
                         {{":signature", key.sign(fact.hash)},
                          {":till", chain.till},
                          {":incarnation", chain.incarnation},
                          {":number", fact.number}}));
        if (pending.empty())
            return LateSigning{};
        return LateSigning{.incarnation = chain.incarnation,
                           .from = pending.front().number,
                           .to = pending.back().number,
                           .count = static_cast<int>(pending.size())};
    });
}

Result<> Journal::recordLateSigning(const LateSigning &late)
{
    if (late.count == 0)
        return {};
    TRY(appendTechnical(
        TechnicalEvent::SignedLate,
        {{u"incarnation"_s, late.incarnation}, {u"from"_s, late.from}, {u"to"_s, late.to}, {u"reason"_s, u"key_out_of_reach"_s}}));
    return {};
}

Result<int> Journal::unlock(const KeyPair &key)
{
    const auto signedNow = inTransaction(m_db, [&]() -> Result<int> {
        TRY_LET(late, signPending(m_db, m_own, key));
        m_key = key; // from here on: what is signed must not stand behind what is not
        TRY(recordLateSigning(late));
        return late.count;
    });
    if (!signedNow)
        m_key.reset();
    return signedNow;
}

std::optional<QByteArray> Journal::signature(const QByteArray &message) const
{
    return m_key ? std::optional{m_key->sign(message)} : std::nullopt;
}

} // namespace guichet
