// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ChainWalk.h"

#include "core/ledger/BodyFields.h"
#include "core/ledger/Query.h"

#include <QJsonDocument>
#include <deque>
#include <future>
#include <thread>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t batchSize = 256;

constexpr Sql selectChainLinks = R"(
    SELECT number, body, content, hash, signature FROM fact
    WHERE till = :till AND incarnation = :incarnation AND number > :number ORDER BY number)";

constexpr Sql selectChainFacts = R"(
    SELECT number, body, content, hash, signature, type, label, session, business_date, at, hlc, series, document_number
    FROM fact WHERE till = :till AND incarnation = :incarnation AND number > :number ORDER BY number)";

/// A row as stored; nothing is believed yet.
struct StoredFact
{
    qint64 number = 0;
    QByteArray body, content, hash, signature;
    QStringList columns; ///< Full walk only.
};

/// What a worker found out about one row.
struct Proof
{
    WalkedFact fact;
    QString problem; ///< Empty: it holds by itself.
};

QStringList columnsOf(const Row &row)
{
    QStringList columns;
    for (int column = 5; column <= 12; ++column)
        columns.append(row.text(column));
    return columns;
}

QStringList columnsOf(const FactBody &body)
{
    return {factTypeName(body.type), eventLabelName(body.label), body.session.toString(), body.businessDate.toString(Qt::ISODate),
            toRfc3339(body.at),      QString::number(body.hlc),  body.document.series,    QString::number(body.document.number)};
}

StoredFact readRow(const Row &row, WalkDepth depth)
{
    StoredFact stored{.number = row.integer(0),
                      .body = row.blob(1),
                      .content = row.blob(2),
                      .hash = row.blob(3),
                      .signature = row.blob(4),
                      .columns = {}};
    if (depth == WalkDepth::Full)
        stored.columns = columnsOf(row);
    return stored;
}

/// Whether the body names its place and its content as stored.
QString problemOf(const StoredFact &stored, const BodyFields &fields, const ChainIdentity &chain)
{
    const bool inPlace = fields.till == chain.till.toUtf8() && fields.incarnation.toLongLong() == chain.incarnation &&
                         fields.number.toLongLong() == stored.number;
    if (!inPlace)
        return u"the body names another till or number"_s;
    if (sha256(stored.content).toHex() != fields.contentHash)
        return u"the content is not the one that was signed"_s;
    if (!stored.signature.isEmpty() && !chain.key.verifies(stored.hash, stored.signature))
        return u"the signature is not that of the till"_s;
    return {};
}

/// Reads the whole body, and holds the columns against it.
QString readBody(const StoredFact &stored, FactBody &body)
{
    auto read = factBodyFromJson(QJsonDocument::fromJson(stored.body).object());
    if (!read)
        return u"the body cannot be read: "_s + read.error().detail;
    body = std::move(*read);
    return columnsOf(body) == stored.columns ? QString{} : u"the columns beside the body say something else"_s;
}

Proof prove(StoredFact stored, const ChainIdentity &chain, WalkDepth depth)
{
    Proof proof;
    const auto fields = readBodyFields(stored.body);
    if (sha256(stored.body) != stored.hash)
        proof.problem = u"the hash is not that of the body"_s;
    else if (!fields)
        proof.problem = u"the body is not canonical JSON"_s;
    else
        proof.problem = problemOf(stored, *fields, chain);
    if (proof.problem.isEmpty() && depth == WalkDepth::Full)
        proof.problem = readBody(stored, proof.fact.body);
    proof.fact.number = stored.number;
    proof.fact.previousHash = fields ? QByteArray::fromHex(fields->previousHash.toByteArray()) : QByteArray{};
    proof.fact.content = std::move(stored.content);
    proof.fact.hash = std::move(stored.hash);
    proof.fact.isSigned = !stored.signature.isEmpty();
    return proof;
}

/// Reads on one thread, proves on many, joins the proofs in order: the chain itself can only be followed one by one.
class Walker
{
public:
    Walker(const ChainIdentity &chain, WalkPoint &point, WalkDepth depth, int threads, const std::function<void(const WalkedFact &)> &use)
        : m_chain{chain}, m_point{point}, m_depth{depth},
          m_width{threads > 0 ? static_cast<size_t>(threads) : std::max(1U, std::thread::hardware_concurrency())}, m_use{use}
    {}

    /// False: a defect was found, nothing more needs to be read.
    bool take(StoredFact stored)
    {
        m_batch.push_back(std::move(stored));
        return m_batch.size() < batchSize || send();
    }

    bool finish()
    {
        bool holds = send();
        while (holds && !m_running.empty())
            holds = joinOldest();
        return holds;
    }

    std::optional<Defect> defect() const { return m_defect; }

private:
    bool send()
    {
        if (m_defect)
            return false;
        m_running.push_back(std::async(std::launch::async, [batch = std::exchange(m_batch, {}), this]() mutable {
            std::vector<Proof> proofs;
            proofs.reserve(batch.size());
            for (StoredFact &stored : batch)
                proofs.push_back(prove(std::move(stored), m_chain, m_depth));
            return proofs;
        }));
        return m_running.size() <= m_width || joinOldest();
    }

    bool joinOldest()
    {
        const std::vector<Proof> proofs = m_running.front().get();
        m_running.pop_front();
        for (const Proof &proof : proofs)
            if (!follow(proof))
                return false;
        return true;
    }

    bool follow(const Proof &proof)
    {
        const QString problem = proof.problem.isEmpty() ? problemInChain(proof.fact) : proof.problem;
        if (!problem.isEmpty()) {
            m_defect = Defect{{m_chain.till, m_chain.incarnation, m_point.number + 1}, problem};
            return false;
        }
        step(proof.fact);
        if (m_use)
            m_use(proof.fact);
        return true;
    }

    QString problemInChain(const WalkedFact &fact) const
    {
        if (fact.number != m_point.number + 1)
            return u"it is missing; the next one is %1"_s.arg(fact.number);
        if (fact.previousHash != m_point.hash)
            return u"it does not follow the one before"_s;
        if (fact.isSigned && m_point.pending > 0)
            return u"facts before it have no signature"_s;
        return m_depth == WalkDepth::Full ? problemInSums(fact.body) : QString{};
    }

    QString problemInSums(const FactBody &body) const
    {
        if (body.totals != totalsAfter(m_point.totals, body))
            return u"the perpetual totals do not add up"_s;
        if (!body.document.isNull() && body.document.number != m_point.series.value(body.document.series) + 1)
            return u"the series %1 has a gap before %2"_s.arg(body.document.series).arg(body.document.number);
        if (body.hlc <= m_point.hlc)
            return u"its logical clock runs backwards"_s;
        return {};
    }

    void step(const WalkedFact &fact)
    {
        m_point.number = fact.number;
        m_point.hash = fact.hash;
        m_point.pending += fact.isSigned ? 0 : 1;
        if (m_depth == WalkDepth::Chain)
            return;
        m_point.totals = fact.body.totals;
        m_point.hlc = fact.body.hlc;
        if (!fact.body.document.isNull())
            m_point.series.insert(fact.body.document.series, fact.body.document.number);
    }

    const ChainIdentity &m_chain;
    WalkPoint &m_point;
    WalkDepth m_depth;
    size_t m_width;
    const std::function<void(const WalkedFact &)> &m_use;
    std::vector<StoredFact> m_batch;
    std::deque<std::future<std::vector<Proof>>> m_running;
    std::optional<Defect> m_defect;
};

} // namespace

WalkPoint startOf(const ChainIdentity &chain)
{
    return {.number = 0, .hash = genesisHash(chain), .totals = chain.previousTotals, .series = {}};
}

Result<std::optional<Defect>> walkChain(Database &db, const ChainIdentity &chain, WalkPoint &point, WalkDepth depth, int threads,
                                        const std::function<void(const WalkedFact &)> &use)
{
    Walker walker{chain, point, depth, threads, use};
    const Sql &select = depth == WalkDepth::Full ? selectChainFacts : selectChainLinks; // the driver reads every column it is asked for
    TRY_LET(rows, selectRows(db, select, {{":till", chain.till}, {":incarnation", chain.incarnation}, {":number", point.number}}));
    bool holds = true;
    while (holds && rows.next())
        holds = walker.take(readRow(rows.row(), depth));
    if (holds && walker.finish())
        TRY(rows.finish());
    return walker.defect();
}

} // namespace guichet
