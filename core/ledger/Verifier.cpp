// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Verifier.h"

#include "core/facts/Contents.h"
#include "core/ledger/EarlierReports.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Query.h"
#include "core/ledger/Rebuild.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/SessionSums.h"
#include "core/ledger/ZStore.h"

#include <QJsonDocument>
#include <QSet>
#include <future>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql selectStranger = R"(
    SELECT fact.till, fact.incarnation, fact.number FROM fact
    LEFT JOIN chain ON chain.till = fact.till AND chain.incarnation = fact.incarnation
    WHERE chain.till IS NULL ORDER BY fact.arrival LIMIT 1)";

bool isKnownKey(const ChainIdentity &chain, const VerifyOptions &options)
{
    if (!options.keys.isEmpty())
        return std::any_of(options.keys.begin(), options.keys.end(), [&](const QString &key) { return chain.key.matches(key); });
    return std::any_of(options.record->incarnations.begin(), options.record->incarnations.end(),
                       [&](const TillIdentity::Incarnation &known) {
                           return options.record->till == chain.till && known.number == chain.incarnation && known.key == chain.key;
                       });
}

/// Plays the journal into an empty ledger in memory and compares its tables. Empty when they are equal. A still picture of its own: a
/// running till goes on writing.
Result<QString> differenceToReplay(const QString &file, Projector &projector)
{
    TRY_LET(db, Database::open(file, {.access = DatabaseOptions::Access::ReadOnly}));
    TRY_LET(replayed, Database::openInMemory());
    TRY(migrate(*replayed));
    return inTransaction(*db, [&]() -> Result<QString> {
        const auto facts = replayInto(*db, *replayed, projector);
        if (!facts)
            return u"the journal cannot be replayed: "_s + facts.error().detail;
        TRY_LET(difference, firstDifference(*db, *replayed, projector.projectionTables()));
        return difference.isEmpty() ? QString{} : u"the tables are not those of a replay: "_s + difference;
    });
}

/// One verification, step by step; the first step that finds a defect ends it.
class Verification
{
public:
    Verification(Database &db, const VerifyOptions &options, Projector &projector) : m_db{db}, m_options{options}
    {
        if (!options.chainOnly)
            m_replay = std::async(std::launch::async, differenceToReplay, db.file(), std::ref(projector));
    }

    Result<VerifyReport> run()
    {
        TRY_LET(chains, Journal::chains(m_db));
        m_chains = std::move(chains);
        for (const auto step : {&Verification::compareKeys, &Verification::lookForStrangers, &Verification::walkAll,
                                &Verification::compareAnchors, &Verification::compareIncarnations, &Verification::compareReplay})
            if (!m_report.defect)
                TRY((this->*step)());
        return std::move(m_report);
    }

private:
    void blame(const ChainIdentity &chain, qint64 number, const QString &what)
    {
        m_report.defect = Defect{{chain.till, chain.incarnation, number}, what};
    }

    Result<> compareKeys()
    {
        if (std::none_of(m_chains.begin(), m_chains.end(), [](const ChainIdentity &chain) { return chain.own; }))
            m_report.defect = Defect{{}, u"the ledger names no chain of its own"_s};
        m_report.keyed = !m_options.keys.isEmpty() || m_options.record;
        if (!m_report.keyed)
            return {};
        for (const ChainIdentity &chain : m_chains)
            if (chain.own && !isKnownKey(chain, m_options) && !m_report.defect)
                blame(chain, 1, u"the key of the ledger (%1) is not the one on record"_s.arg(chain.key.fingerprint()));
        return compareRecord();
    }

    /// A chain on record that the ledger does not have was cut off whole.
    Result<> compareRecord()
    {
        if (!m_options.record || m_report.defect)
            return {};
        for (const TillIdentity::Incarnation &known : m_options.record->incarnations)
            if (std::none_of(m_chains.begin(), m_chains.end(),
                             [&](const ChainIdentity &chain) { return chain.own && chain.key == known.key; }))
                m_report.defect = Defect{{m_options.record->till, known.number, 1}, u"the ledger has no chain for a key on record"_s};
        return {};
    }

    Result<> lookForStrangers()
    {
        TRY_LET(stranger, firstRow(m_db, selectStranger, {},
                                   [](const Row &row) { return FactPosition{row.text(0), row.integer(1), row.integer(2)}; }));
        if (stranger)
            m_report.defect = Defect{*stranger, u"it is of a till that is not on record"_s};
        return {};
    }

    Result<> walkAll()
    {
        for (const ChainIdentity &chain : m_chains)
            if (!m_report.defect)
                TRY(walkOne(chain));
        return {};
    }

    Result<> walkOne(const ChainIdentity &chain)
    {
        VerifyReport::Chain walked{.identity = chain, .head = startOf(chain)};
        const auto use = [&](const WalkedFact &fact) {
            noteAnchors(chain, fact);
            noteLinks(chain, fact);
            if (chain.own)
                noteLateSigning(fact);
            if (!m_options.chainOnly && chain.own) {
                m_sums.take(fact, fact.number > handoverOf(chain));
                m_earlier.take(fact.body);
            }
        };
        const WalkDepth depth = m_options.chainOnly ? WalkDepth::Chain : WalkDepth::Full;
        TRY_LET(defect, walkChain(m_db, chain, walked.head, depth, m_options.threads, use));
        // Of two defects the earlier one: a wrong Z may stand before a broken link.
        m_report.defect = m_sums.defect() ? m_sums.defect() : defect;
        m_report.facts += walked.head.number;
        m_report.zReports = m_sums.zReports();
        m_report.outsideSessions = m_sums.outside();
        m_report.pendingSignatures += walked.head.pending;
        m_report.chains.push_back(std::move(walked));
        return {};
    }

    /// The last fact of a chain that the next one knew of: what follows is found.
    qint64 handoverOf(const ChainIdentity &chain) const
    {
        for (const ChainIdentity &next : m_chains)
            if (next.till == chain.till && next.incarnation > chain.incarnation) // ascending
                return next.previousNumber;
        return std::numeric_limits<qint64>::max();
    }

    bool concerns(const Anchor &anchor, const ChainIdentity &chain) const
    {
        return chain.own && (anchor.incarnation == 0 ? chain == currentChain() : anchor.incarnation == chain.incarnation);
    }

    const ChainIdentity &currentChain() const
    {
        return *std::max_element(m_chains.begin(), m_chains.end(), [](const ChainIdentity &a, const ChainIdentity &b) {
            return std::pair{a.own, a.incarnation} < std::pair{b.own, b.incarnation};
        });
    }

    void noteAnchors(const ChainIdentity &chain, const WalkedFact &fact)
    {
        for (const Anchor &anchor : m_options.anchors)
            if (anchor.number == fact.number && concerns(anchor, chain) && toHex(fact.hash).startsWith(anchor.hash))
                m_met.push_back(&anchor);
    }

    /// The fact with which the next incarnation begins (decisions 13).
    void noteLinks(const ChainIdentity &chain, const WalkedFact &fact)
    {
        for (const ChainIdentity &next : m_chains)
            if (isBefore(chain, next) && next.previousNumber == fact.number && next.previousHash == fact.hash)
                m_linked.insert(&next);
    }

    /// The till says itself what it signed later.
    void noteLateSigning(const WalkedFact &fact)
    {
        static const QByteArray name = technicalEventName(TechnicalEvent::SignedLate).toLatin1();
        if (!fact.content.contains(name))
            return;
        const auto content = technicalContentFromJson(QJsonDocument::fromJson(fact.content).object());
        if (!content || content->event != TechnicalEvent::SignedLate)
            return;
        const QJsonObject &details = content->details;
        m_report.signedLate.push_back({.incarnation = details.value(u"incarnation").toInteger(),
                                       .from = details.value(u"from").toInteger(),
                                       .to = details.value(u"to").toInteger()});
    }

    Result<> compareAnchors()
    {
        m_report.anchored = !m_options.anchors.empty();
        for (const Anchor &anchor : m_options.anchors)
            if (std::find(m_met.begin(), m_met.end(), &anchor) == m_met.end() && !m_report.defect)
                blame(currentChain(), anchor.number, u"it is missing or not the one of the anchor"_s);
        for (VerifyReport::SignedLate &late : m_report.signedLate)
            late.anchored = std::any_of(m_met.begin(), m_met.end(), [&](const Anchor *anchor) {
                const qint64 incarnation = anchor->incarnation == 0 ? currentChain().incarnation : anchor->incarnation;
                return incarnation == late.incarnation && anchor->number >= late.to;
            });
        return {};
    }

    static bool isBefore(const ChainIdentity &chain, const ChainIdentity &next)
    {
        return chain.till == next.till && chain.incarnation < next.incarnation;
    }

    /// An incarnation begins at a fact of an earlier one: it must be there as named, if an earlier chain is here at all (decisions 13).
    Result<> compareIncarnations()
    {
        for (const ChainIdentity &next : m_chains) {
            const VerifyReport::Chain *before = nullptr;
            for (const VerifyReport::Chain &chain : m_report.chains)
                if (isBefore(chain.identity, next))
                    before = &chain;
            const bool atStart = before && next.previousNumber == 0 && next.previousHash == genesisHash(before->identity);
            if (before && !atStart && !m_linked.contains(&next) && !m_report.defect)
                blameLink(*before, next);
        }
        return {};
    }

    void blameLink(const VerifyReport::Chain &before, const ChainIdentity &next)
    {
        if (before.head.number < next.previousNumber)
            blame(before.identity, before.head.number + 1, u"it is missing: the next incarnation names fact %1"_s.arg(next.previousNumber));
        else
            blame(before.identity, next.previousNumber, u"it is not the fact with which incarnation %1 begins"_s.arg(next.incarnation));
    }

    Result<> compareReplay()
    {
        if (!m_replay.valid())
            return {};
        TRY_LET(difference, m_replay.get());
        if (!difference.isEmpty())
            blame(currentChain(), 0, difference);
        m_report.replayed = true;
        return m_report.defect ? Result<>{} : compareReports();
    }

    /// Every figure of each Z that follows from its entries, made again from the tables, which are those of a replay.
    Result<> compareReports()
    {
        const QString &till = currentChain().till;
        TRY_LET(numbers, ZStore{m_db}.zNumbers(till));
        for (const ZNumber &number : numbers) {
            TRY_LET(closed, ZStore{m_db}.zReport(till, number));
            TRY_LET(recomputed, ReportStore{m_db}.session(closed.session));
            const HeldFigures held = m_earlier.contains(closed.session) ? HeldFigures::ThoseItHas : HeldFigures::All;
            const QStringList different = reportDifferences(closed, recomputed, held);
            if (!different.isEmpty() && !m_report.defect)
                m_report.defect =
                    Defect{{till, number.incarnation, closed.factTo + 1},
                           u"the Z %1 says something else than its entries: %2"_s.arg(number.toString(), different.join(u", "))};
        }
        return {};
    }

    Database &m_db;
    const VerifyOptions &m_options;
    std::future<Result<QString>> m_replay; ///< Runs beside the walk.
    std::vector<ChainIdentity> m_chains;
    SessionSums m_sums;
    EarlierReports m_earlier;
    QSet<const ChainIdentity *> m_linked; ///< Chains whose beginning was met in an earlier one.
    std::vector<const Anchor *> m_met;
    VerifyReport m_report;
};

} // namespace

int VerifyReport::exitStatus() const
{
    if (defect)
        return 1;
    const bool lateShown = std::all_of(signedLate.begin(), signedLate.end(), [](const SignedLate &late) { return late.anchored; });
    return (keyed || anchored) && pendingSignatures == 0 && lateShown ? 0 : 2;
}

Result<VerifyReport> verifyLedger(const QString &file, const VerifyOptions &options, Projector &projector)
{
    TRY_LET(db, Database::open(file, {.access = DatabaseOptions::Access::ReadOnly}));
    // The chain is the same in every schema; the tables are not.
    TRY(requireSchema(*db, options.chainOnly ? OlderSchema::Taken : OlderSchema::Refused));
    // One reading transaction: a running till goes on writing, this one sees a still picture.
    return inTransaction(*db, [&] { return Verification{*db, options, projector}.run(); });
}

} // namespace guichet
