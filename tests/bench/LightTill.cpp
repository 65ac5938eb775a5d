// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/LightTill.h"

#include "core/base/CanonicalJson.h"
#include "core/base/Crockford.h"
#include "core/facts/Contents.h"
#include "core/facts/HybridClock.h"
#include "tests/bench/BenchCentre.h"
#include "tests/bench/Figure.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int enoughFacts = 100;

/// Everything that is an id becomes another one, the same for the same.
QJsonObject withNewIds(const QJsonObject &content, QHash<QString, QString> &ids)
{
    static const QRegularExpression id{u"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s};
    const QString text = QString::fromUtf8(QJsonDocument{content}.toJson(QJsonDocument::Compact));
    QString changed;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &found : id.globalMatch(text)) {
        QString &other = ids[found.captured()];
        if (other.isEmpty())
            other = Id<Dossier>::generate().toString();
        changed += QStringView{text}.sliced(from, found.capturedStart() - from);
        changed += other;
        from = found.capturedEnd();
    }
    changed += QStringView{text}.sliced(from);
    return QJsonDocument::fromJson(changed.toUtf8()).object();
}

} // namespace

SaleTemplate SaleTemplate::of(BenchTill &till, int lines)
{
    till.composeSale(lines);
    till.validate();
    Journal &journal = till.workplace().journal();
    const qint64 last = journal.head()->position.number;
    const auto stored = got(ownFactsAfter(till.workplace().db(), journal.identity(), std::max<qint64>(last - enoughFacts, 0), enoughFacts));
    SaleTemplate made;
    for (const StoredBytes &bytes : stored) {
        const Fact fact = got(factFromBytes(bytes.body, bytes.content, bytes.hash, bytes.signature));
        if (fact.body.type == FactType::Payment)
            made.facts = {fact};
        if (fact.body.type == FactType::Sale)
            made.facts.push_back(fact);
    }
    if (made.facts.size() != 2)
        fail(u"a sale is not a payment and a sale any more"_s);
    return made;
}

const Clock &LightTill::systemClock()
{
    static const SystemClock clock;
    return clock;
}

LightTill::LightTill(int number, const Clock &clock) : m_till{number}, m_clock{clock}, m_session{Id<TillSession>::generate()}
{
    m_chain = {.till = Id<Journal>::generate().toString(), .key = m_key.publicKey()};
    m_hash = genesisHash(m_chain);
}

/// `P` + yymmdd + two characters of the till + counter (decisions 20); here the counter runs on.
QString LightTill::nextDossierNumber(const QDateTime &now)
{
    return u"P"_s + now.toString(u"yyMMdd"_s) + crockford(m_till, 2) + crockford(++m_dossiers, 2);
}

StoredBytes LightTill::write(FactBody body, QJsonObject content)
{
    const QDateTime now = m_clock.now();
    m_hlc = std::max(hlcOf(now), m_hlc + 1);
    body.position = {m_chain.till, 1, ++m_number};
    body.hlc = m_hlc;
    body.at = now;
    body.businessDate = businessDateAt(now, usualDayStart);
    body.session = m_session;
    body.previousHash = m_hash;
    body.totals = totalsAfter(m_totals, body);
    StoredBytes stored;
    stored.content = got(toCanonicalJson(content));
    body.contentHash = sha256(stored.content);
    stored.body = got(toCanonicalJson(toJson(body)));
    stored.hash = sha256(stored.body);
    stored.signature = m_key.sign(stored.hash);
    m_hash = stored.hash;
    m_totals = body.totals;
    return stored;
}

std::vector<StoredBytes> LightTill::sell(const SaleTemplate &sale)
{
    std::vector<StoredBytes> facts;
    if (m_number == 0) {
        FactBody opened = sale.facts.front().body;
        opened.type = FactType::SessionOpened;
        opened.payments.clear();
        facts.push_back(
            write(opened, toJson(SessionOpenedContent{.session = m_session, .expectedFloat = {}, .countedFloat = {}, .count = {}})));
    }
    QHash<QString, QString> ids;
    const QString number = nextDossierNumber(m_clock.now());
    for (const Fact &fact : sale.facts) {
        FactBody body = fact.body;
        body.reference.reset();
        if (!body.document.isNull() && body.type == FactType::Sale)
            body.document.number = ++m_receipts;
        QJsonObject content = withNewIds(fact.content, ids);
        if (content.contains(u"number"_s))
            content[u"number"_s] = number;
        facts.push_back(write(body, content));
    }
    return facts;
}

} // namespace guichet::bench
