// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/LastHead.h"

#include "core/ledger/PrivateFile.h"
#include "core/ledger/Query.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql selectFirstPending = R"(
    SELECT COALESCE(MIN(number), 0) FROM fact WHERE till = :till AND incarnation = :incarnation AND length(signature) = 0)";

constexpr Sql selectHash = "SELECT hash FROM fact WHERE till = :till AND incarnation = :incarnation AND number = :number";

/// What is signed: never to be taken for the hash of a fact.
QByteArray messageOf(const QString &till, const Anchor &head)
{
    return sha256(u"TILLHEAD1|%1|%2"_s.arg(till, head.toString()).toUtf8());
}

/// The hash of a fact, hex; empty when it is not there.
Result<QString> hashAt(Database &db, const ChainIdentity &chain, qint64 number)
{
    TRY_LET(hash, firstRow(db, selectHash, {{":till", chain.till}, {":incarnation", chain.incarnation}, {":number", number}},
                           [](const Row &row) { return toHex(row.blob(0)); }));
    return hash.value_or(QString{});
}

/// The first fact without a signature; 0: none waits.
Result<qint64> firstPending(Database &db, const ChainIdentity &chain)
{
    return selectInteger(db, selectFirstPending, {{":till", chain.till}, {":incarnation", chain.incarnation}});
}

QByteArray textOf(const LastHead &left)
{
    QByteArray text = left.head->toString().toLatin1() + '\n';
    for (const SignedHead &known : left.signedHeads)
        text += known.at.toString().toLatin1() + ' ' + known.signature.toHex() + '\n';
    return text;
}

std::optional<SignedHead> signedHeadFrom(const QString &line)
{
    const QStringList words = line.split(u' ');
    const auto at = Anchor::fromString(words.front());
    const auto signature = words.size() == 2 ? fromHex(words.back()) : failure(ErrorCode::InvalidInput);
    return at && signature ? std::optional{SignedHead{*at, *signature}} : std::nullopt;
}

} // namespace

LastHead readLastHead(const DataFolder &folder)
{
    const auto bytes = readPrivateFile(folder.lastHeadFile());
    if (!bytes)
        return {};
    QStringList lines = QString::fromLatin1(*bytes).split(u'\n', Qt::SkipEmptyParts);
    LastHead left;
    if (lines.isEmpty())
        return left;
    if (const auto head = Anchor::fromString(lines.takeFirst()))
        left.head = *head;
    for (const QString &line : std::as_const(lines))
        if (auto known = signedHeadFrom(line))
            left.signedHeads.push_back(*std::move(known));
    return left;
}

Result<> writeLastHead(const DataFolder &folder, Journal &journal)
{
    TRY_LET(head, journal.head());
    LastHead left = readLastHead(folder);
    left.head = {.incarnation = head.position.incarnation, .number = head.position.number, .hash = toHex(head.hash)};
    if (const auto signature = journal.signature(messageOf(head.position.till, *left.head))) {
        std::erase_if(left.signedHeads, [&](const SignedHead &known) { return known.at.incarnation == head.position.incarnation; });
        left.signedHeads.push_back({*left.head, *signature});
    }
    return writePrivateFile(folder.lastHeadFile(), textOf(left));
}

std::optional<Anchor> signedHeadOf(const LastHead &left, const ChainIdentity &chain)
{
    for (const SignedHead &known : left.signedHeads)
        if (known.at.incarnation == chain.incarnation && chain.key.verifies(messageOf(chain.till, known.at), known.signature))
            return known.at;
    return std::nullopt;
}

Result<ChainIdentity> ownChain(Database &db, const TillIdentity &identity)
{
    TRY_LET(chains, Journal::chains(db));
    for (const ChainIdentity &chain : chains)
        if (chain.till == identity.till && chain.incarnation == identity.current().number && chain.key == identity.current().key)
            return chain;
    return failure(ErrorCode::ChainBroken, u"the ledger is not that of identity.json"_s);
}

Result<PendingProof> proveHead(Database &db, const DataFolder &folder, const ChainIdentity &chain)
{
    const LastHead left = readLastHead(folder);
    for (const auto &known : {left.head, signedHeadOf(left, chain)}) {
        if (!known || known->incarnation != chain.incarnation || known->number == 0)
            continue;
        TRY_LET(hash, hashAt(db, chain, known->number));
        if (hash != known->hash)
            return failure(ErrorCode::ChainBroken, u"the ledger does not hold fact %1 as it was left"_s.arg(known->number));
    }
    TRY_LET(waits, firstPending(db, chain));
    const bool isLost =
        std::ranges::none_of(left.signedHeads, [&](const SignedHead &at) { return at.at.incarnation == chain.incarnation; });
    if (waits != 0 && isLost)
        return PendingProof::Lost;
    TRY(provePending(db, folder, chain));
    return PendingProof::Shown;
}

Result<> provePending(Database &db, const DataFolder &folder, const ChainIdentity &chain)
{
    TRY_LET(waits, firstPending(db, chain));
    if (waits == 0)
        return {};
    const auto head = signedHeadOf(readLastHead(folder), chain);
    if (!head)
        return failure(ErrorCode::ChainBroken, u"nothing shows that this till wrote fact %1, which has no signature"_s.arg(waits));
    TRY_LET(hash, hashAt(db, chain, head->number));
    if (waits <= head->number || hash != head->hash)
        return failure(ErrorCode::ChainBroken, u"fact %1 was signed, and is not any more"_s.arg(std::min(waits, head->number)));
    return {};
}

} // namespace guichet
