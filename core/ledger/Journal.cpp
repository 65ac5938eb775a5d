// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Journal.h"

#include "core/base/CanonicalJson.h"
#include "core/facts/Contents.h"
#include "core/facts/HybridClock.h"
#include "core/ledger/FoundFacts.h"
#include "core/ledger/Query.h"
#include "core/ledger/ReceivedClaims.h"

#include <QJsonDocument>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// The clock of a computer is corrected by small steps all the time: only more is a jump.
constexpr qint64 clockToleranceMs = 1000;

constexpr Sql insertFact = R"(
    INSERT INTO fact (till, incarnation, number, own, type, label, session, business_date, at, hlc,
                      series, document_number, body, content, hash, signature)
    VALUES (:till, :incarnation, :number, :own, :type, :label, :session, :business_date, :at, :hlc,
            :series, :document_number, :body, :content, :hash, :signature))";

constexpr Sql selectLastFact = R"(
    SELECT body, content, hash, signature FROM fact
    WHERE till = :till AND incarnation = :incarnation ORDER BY number DESC LIMIT 1)";

constexpr Sql selectLastHlc = "SELECT MAX(hlc) FROM fact";

constexpr Sql selectLastDocument = R"(
    SELECT MAX(document_number) FROM fact
    WHERE till = :till AND incarnation = :incarnation AND series = :series AND series <> '')";

constexpr Sql selectFact = R"(
    SELECT body, content, hash, signature FROM fact WHERE till = :till AND incarnation = :incarnation AND number = :number)";

constexpr Sql selectByDocument = R"(
    SELECT body, content, hash, signature FROM fact
    WHERE till = :till AND series = :series AND document_number = :number AND series <> '' ORDER BY incarnation DESC LIMIT 1)";

constexpr Sql selectFacts = R"(
    SELECT arrival, body, content, hash, signature FROM fact WHERE arrival > :arrival ORDER BY arrival)";

constexpr Sql completePending = R"(
    UPDATE fact SET signature = :signature
    WHERE till = :till AND incarnation = :incarnation AND number = :number AND length(signature) = 0)";

constexpr Sql insertChain = R"(
    INSERT INTO chain (till, incarnation, own, public_key, previous_number, previous_hash, previous_net_cents, previous_absolute_cents)
    VALUES (:till, :incarnation, :own, :public_key, :previous_number, :previous_hash, :previous_net_cents, :previous_absolute_cents))";

constexpr Sql selectChains = R"(
    SELECT till, incarnation, own, public_key, previous_number, previous_hash, previous_net_cents, previous_absolute_cents
    FROM chain ORDER BY own DESC, till, incarnation)";

Result<Fact> factOf(const Row &row, int firstColumn)
{
    return factFromBytes(row.blob(firstColumn), row.blob(firstColumn + 1), row.blob(firstColumn + 2), row.blob(firstColumn + 3));
}

Result<> storeFact(Database &db, const Fact &fact, const QByteArray &body, const QByteArray &content, bool own)
{
    const FactBody &b = fact.body;
    return runQuery(db, insertFact,
                    {{":till", b.position.till},
                     {":incarnation", b.position.incarnation},
                     {":number", b.position.number},
                     {":own", own},
                     {":type", factTypeName(b.type)},
                     {":label", eventLabelName(b.label)},
                     {":session", b.session},
                     {":business_date", b.businessDate},
                     {":at", b.at},
                     {":hlc", b.hlc},
                     {":series", b.document.series},
                     {":document_number", b.document.number},
                     {":body", body},
                     {":content", content},
                     {":hash", fact.hash},
                     {":signature", fact.signature}});
}

/// Nothing but the fact itself and its key: hash, content hash and signature, if it has one, hold.
Result<> proveFact(const Fact &fact, const QByteArray &body, const QByteArray &content, const PublicKey &key)
{
    const QString name = u"fact %1"_s.arg(fact.body.position.number);
    if (sha256(content) != fact.body.contentHash)
        return failure(ErrorCode::ChainBroken, name + u": the content is not the one that was signed"_s);
    if (sha256(body) != fact.hash)
        return failure(ErrorCode::ChainBroken, name + u": the hash is not that of the body"_s);
    if (!fact.signature.isEmpty() && !key.verifies(fact.hash, fact.signature))
        return failure(ErrorCode::ChainBroken, name + u": the signature is not that of its till"_s);
    return {};
}

} // namespace

QByteArray genesisHash(const ChainIdentity &chain)
{
    QString text = u"TILLJ1|%1|%2"_s.arg(chain.till, toHex(chain.key.bytes()));
    if (chain.incarnation > 1)
        text += u"|%1|%2|%3"_s.arg(chain.incarnation).arg(chain.previousNumber).arg(toHex(chain.previousHash));
    return sha256(text.toUtf8());
}

Money turnoverOf(const FactBody &body)
{
    const bool counts = body.label == EventLabel::N && (body.type == FactType::Sale || body.type == FactType::Refund);
    Money turnover;
    if (counts)
        for (const VatAmount &row : body.vat)
            turnover += row.total;
    return turnover;
}

GrandTotals totalsAfter(const GrandTotals &before, const FactBody &body)
{
    const Money turnover = turnoverOf(body);
    return {.net = before.net + turnover, .absolute = before.absolute + turnover.absolute()};
}

QString seriesName(const QString &series, qint64 incarnation)
{
    return incarnation == 1 || series.isEmpty() ? series : u"%1%2-"_s.arg(series).arg(incarnation);
}

Result<Fact> factFromBytes(const QByteArray &body, const QByteArray &content, const QByteArray &hash, const QByteArray &signature)
{
    const QJsonDocument bodyJson = QJsonDocument::fromJson(body);
    const QJsonDocument contentJson = QJsonDocument::fromJson(content);
    if (!bodyJson.isObject() || !contentJson.isObject())
        return failure(ErrorCode::ChainBroken, u"a fact is no JSON"_s);
    auto parsed = factBodyFromJson(bodyJson.object());
    if (!parsed)
        return failure(ErrorCode::ChainBroken, parsed.error().detail);
    return Fact{.body = *std::move(parsed), .content = contentJson.object(), .hash = hash, .signature = signature};
}

Result<> forEachFact(Database &db, qint64 afterArrival, const std::function<Result<>(const Fact &, qint64)> &use)
{
    return forEachRow(db, selectFacts, {{":arrival", afterArrival}}, [&](const Row &row) -> Result<> {
        TRY_LET(fact, factOf(row, 1));
        return use(fact, row.integer(0));
    });
}

Result<> forEachStored(Database &db, const std::function<Result<>(const StoredBytes &)> &use)
{
    return forEachRow(db, selectFacts, {{":arrival", 0}}, [&](const Row &row) {
        return use({.body = row.blob(1), .content = row.blob(2), .hash = row.blob(3), .signature = row.blob(4)});
    });
}

Journal::Journal(Database &db, Projector &projector, const Clock &clock, ChainIdentity own, std::optional<KeyPair> key)
    : m_db{db}, m_projector{projector}, m_clock{clock}, m_own{std::move(own)}, m_key{std::move(key)}
{
    Q_ASSERT(!m_key || m_key->publicKey() == m_own.key);
}

Result<> Journal::registerChain(Database &db, const ChainIdentity &chain)
{
    return inTransaction(db, [&]() -> Result<> {
        TRY(runQuery(db, insertChain,
                     {{":till", chain.till},
                      {":incarnation", chain.incarnation},
                      {":own", chain.own},
                      {":public_key", chain.key.bytes()},
                      {":previous_number", chain.previousNumber},
                      {":previous_hash", chain.previousHash},
                      {":previous_net_cents", chain.previousTotals.net},
                      {":previous_absolute_cents", chain.previousTotals.absolute}}));
        return chain.incarnation > 1 ? takeOutOfSessions(db, chain) : Result<>{};
    });
}

Result<std::vector<ChainIdentity>> Journal::chains(Database &db)
{
    std::vector<ChainIdentity> all;
    TRY(forEachRow(db, selectChains, {}, [&](const Row &row) -> Result<> {
        TRY_LET(key, PublicKey::fromBytes(row.blob(3)));
        all.push_back({.till = row.text(0),
                       .incarnation = row.integer(1),
                       .key = key,
                       .previousNumber = row.integer(4),
                       .previousHash = row.blob(5),
                       .previousTotals = {.net = row.money(6), .absolute = row.money(7)},
                       .own = row.boolean(2)});
        return {};
    }));
    return all;
}

Result<> Journal::remember()
{
    if (m_rememberedAt == m_db.rollbacks())
        return {};
    const ChainIdentity &own = m_own;
    m_head = {.position = {own.till, own.incarnation, 0}, .hash = genesisHash(own), .at = {}, .totals = own.previousTotals};
    m_series.clear();
    qint64 ownHlc = 0;
    TRY_LET(last, firstRow(m_db, selectLastFact, {{":till", own.till}, {":incarnation", own.incarnation}},
                           [](const Row &row) { return factOf(row, 0); }));
    if (last) {
        TRY_LET(fact, std::move(*last));
        m_head = {.position = fact.body.position, .hash = fact.hash, .at = fact.body.at, .totals = fact.body.totals};
        ownHlc = fact.body.hlc;
    }
    TRY_LET(seen, selectInteger(m_db, selectLastHlc));
    m_hlc = std::max(std::min(seen, lastFollowedHlc), ownHlc);
    m_rememberedAt = m_db.rollbacks();
    return {};
}

Result<Journal::Head> Journal::head()
{
    TRY(remember());
    return m_head;
}

Result<Fact> Journal::append(const FactDraft &draft)
{
    return inTransaction(m_db, [&]() -> Result<Fact> {
        TRY(remember());
        const QDateTime now = m_clock.now();
        TRY(recordClockJump(now));
        return appendNow(draft, now);
    });
}

Result<Fact> Journal::appendTechnical(TechnicalEvent event, const QJsonObject &details, const Actor &actor)
{
    return append({.type = FactType::Technical, .actor = actor, .content = toJson(TechnicalContent{.event = event, .details = details})});
}

Result<> Journal::recordClockJump(const QDateTime &now)
{
    const qint64 back = m_head.at.isValid() ? now.msecsTo(m_head.at) : 0;
    if (back <= clockToleranceMs)
        return {};
    const QJsonObject details{{u"back_ms"_s, back}, {u"last"_s, toRfc3339(m_head.at)}};
    TRY(appendNow({.content = toJson(TechnicalContent{.event = TechnicalEvent::ClockJump, .details = details})}, now));
    return {};
}

Result<Fact> Journal::document(const DocumentNumber &document)
{
    const Bindings key{{":till", m_own.till}, {":series", document.series}, {":number", document.number}};
    TRY_LET(found, firstRow(m_db, selectByDocument, key, [](const Row &row) { return factOf(row, 0); }));
    if (!found)
        return failure(ErrorCode::NotFound, u"no document %1%2"_s.arg(document.series).arg(document.number));
    return std::move(*found);
}

Result<qint64> Journal::nextNumber(const QString &series)
{
    TRY(remember());
    TRY_LET(document, nextDocument({.series = series}));
    return document.number;
}

Result<DocumentNumber> Journal::nextDocument(const FactDraft &draft)
{
    if (draft.series.isEmpty())
        return DocumentNumber{};
    const QString series = seriesName(draft.label == EventLabel::T ? u"F"_s : draft.series, m_own.incarnation);
    if (!m_series.contains(series)) {
        TRY_LET(last,
                selectInteger(m_db, selectLastDocument, {{":till", m_own.till}, {":incarnation", m_own.incarnation}, {":series", series}}));
        m_series.insert(series, last);
    }
    return DocumentNumber{.series = series, .number = m_series.value(series) + 1};
}

FactBody Journal::makeBody(const FactDraft &draft, const QDateTime &now)
{
    FactBody body;
    body.position = {m_own.till, m_own.incarnation, m_head.position.number + 1};
    body.hlc = std::max(hlcOf(now), m_hlc + 1);
    body.at = now;
    body.businessDate = draft.businessDate.isValid() ? draft.businessDate : businessDate(now);
    body.session = draft.session;
    body.type = draft.type;
    body.label = draft.label;
    body.actor = draft.actor;
    body.actor.role = {}; // not in the body: a projector must not see what a replay does not
    body.softwareVersion = QStringLiteral(GUICHET_VERSION);
    body.vat = draft.vat;
    body.payments = draft.payments;
    body.reference = draft.reference;
    body.previousHash = m_head.hash;
    body.totals = totalsAfter(m_head.totals, body);
    return body;
}

Result<Fact> Journal::appendNow(const FactDraft &draft, const QDateTime &now)
{
    if (!m_db.commitsWait())
        return failure(ErrorCode::Internal, u"a fact waits for the disk"_s);
    TRY_LET(content, toCanonicalJson(draft.content));
    Fact fact{.body = makeBody(draft, now), .content = draft.content, .hash = {}, .signature = {}};
    TRY_LET(document, nextDocument(draft));
    fact.body.document = document;
    fact.body.contentHash = sha256(content);
    TRY_LET(body, toCanonicalJson(toJson(fact.body)));
    fact.hash = sha256(body);
    if (m_key)
        fact.signature = m_key->sign(fact.hash);
    TRY(storeFact(m_db, fact, body, content, true));
    TRY(m_projector.apply(m_db, fact));

    m_head = {.position = fact.body.position, .hash = fact.hash, .at = now, .totals = fact.body.totals};
    m_hlc = fact.body.hlc;
    if (!document.isNull())
        m_series.insert(document.series, document.number);
    return fact;
}

Result<> Journal::receive(const Fact &fact)
{
    TRY(storeLate(fact, Unsigned::Refused));
    return {};
}

Result<bool> Journal::takeOver(const Fact &fact)
{
    return storeLate(fact, Unsigned::Taken);
}

Result<bool> Journal::storeLate(const Fact &fact, Unsigned unsignedFacts)
{
    const FactPosition &at = fact.body.position;
    if (fact.signature.isEmpty() && (unsignedFacts == Unsigned::Refused || at.till != m_own.till))
        return failure(ErrorCode::ChainBroken, u"fact %1 has no signature"_s.arg(at.number));
    TRY_LET(known, chains(m_db));
    const auto chain = std::find_if(known.begin(), known.end(),
                                    [&](const ChainIdentity &c) { return c.till == at.till && c.incarnation == at.incarnation; });
    if (chain == known.end() || (at.till == m_own.till && at.incarnation == m_own.incarnation))
        return failure(ErrorCode::ChainBroken, u"a fact of a till that is not known here: "_s + at.till);
    TRY_LET(body, toCanonicalJson(toJson(fact.body)));
    TRY_LET(content, toCanonicalJson(fact.content));
    TRY(proveFact(fact, body, content, chain->key));
    return inTransaction(m_db, [&]() -> Result<bool> {
        TRY(remember());
        TRY_LET(isNew, follows(fact, *chain));
        if (!isNew) {
            TRY(completeSignature(fact));
            return false;
        }
        if (at.till != m_own.till)
            TRY(checkClaims(m_db, m_own.till, fact));
        TRY(storeFact(m_db, fact, body, content, at.till == m_own.till));
        m_hlc = std::max(m_hlc, std::min(fact.body.hlc, lastFollowedHlc));
        TRY(m_projector.apply(m_db, fact));
        return true;
    });
}

/// A fact that is here without its signature gets it.
Result<> Journal::completeSignature(const Fact &fact)
{
    if (fact.signature.isEmpty())
        return {};
    return runQuery(m_db, completePending,
                    {{":signature", fact.signature},
                     {":till", fact.body.position.till},
                     {":incarnation", fact.body.position.incarnation},
                     {":number", fact.body.position.number}});
}

Result<bool> Journal::follows(const Fact &fact, const ChainIdentity &chain)
{
    const FactPosition &at = fact.body.position;
    const auto storedAt = [&](qint64 number) {
        return firstRow(m_db, selectFact, {{":till", at.till}, {":incarnation", at.incarnation}, {":number", number}}, [](const Row &row) {
            return StoredBytes{.body = {}, .content = {}, .hash = row.blob(2), .signature = row.blob(3)};
        });
    };
    TRY_LET(same, storedAt(at.number));
    if (same && same->hash != fact.hash)
        return failure(ErrorCode::ChainBroken, u"another fact has number %1"_s.arg(at.number));
    if (same)
        return false;
    TRY_LET(before, storedAt(at.number - 1));
    const QByteArray expected = at.number == 1 ? genesisHash(chain) : before.value_or(StoredBytes{}).hash;
    if (fact.body.previousHash != expected)
        return failure(ErrorCode::ChainBroken, u"fact %1 does not follow what is here"_s.arg(at.number));
    if (before && before->signature.isEmpty() && !fact.signature.isEmpty())
        return failure(ErrorCode::ChainBroken, u"fact %1 is signed, the one before it is not"_s.arg(at.number));
    return true;
}

Result<Fact> Journal::fact(const FactPosition &position)
{
    const Bindings key{{":till", position.till}, {":incarnation", position.incarnation}, {":number", position.number}};
    TRY_LET(found, firstRow(m_db, selectFact, key, [](const Row &row) { return factOf(row, 0); }));
    if (!found)
        return failure(ErrorCode::NotFound, u"no fact %1"_s.arg(position.number));
    return std::move(*found);
}

} // namespace guichet
