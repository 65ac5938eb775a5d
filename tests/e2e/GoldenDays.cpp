// SPDX-License-Identifier: GPL-3.0-or-later
// Scripted days whose figures and receipts were computed by hand (tests/e2e/days/README.md).
#include "app/tool/ScriptSession.h"
#include "core/ledger/DataFolder.h"
#include "core/ledger/Query.h"
#include "core/ledger/Rebuild.h"
#include "core/ledger/TillProjector.h"
#include "core/ledger/Verifier.h"
#include "tests/support/Catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

const QString anything = u"…"_s; ///< In what is expected: the program chooses.

QString text(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument{QJsonArray{value}}.toJson(QJsonDocument::Compact));
}

/// Reports leave out what is zero, false or empty.
bool isNothing(const QJsonValue &value)
{
    if (value.isObject())
        return std::ranges::all_of(value.toObject(), isNothing);
    return value.isUndefined() || value == 0 || value == false || value == u""_s || value == QJsonArray{};
}

/// Named fields only, or all: then what is not named must be nothing. Words for people are not compared here.
enum class Extent { Named, Whole };

QString difference(const QJsonValue &expected, const QJsonValue &answer, const QString &path, Extent extent);

QString differentField(const QJsonObject &expected, const QJsonObject &answer, const QString &path, Extent extent)
{
    for (auto it = expected.begin(); it != expected.end(); ++it)
        if (QString found = difference(it.value(), answer[it.key()], path + u'.' + it.key(), extent); !found.isEmpty())
            return found;
    for (auto it = answer.begin(); extent == Extent::Whole && it != answer.end(); ++it)
        if (!expected.contains(it.key()) && !it.key().endsWith(u"title"_s) && !isNothing(it.value()))
            return u"%1.%2: %3 was not expected"_s.arg(path, it.key(), text(it.value()));
    return {};
}

QString differentItem(const QJsonArray &expected, const QJsonArray &answer, const QString &path, Extent extent)
{
    if (expected.size() != answer.size())
        return u"%1: %2 items instead of %3: %4"_s.arg(path).arg(answer.size()).arg(expected.size()).arg(text(answer));
    for (qsizetype i = 0; i < expected.size(); ++i)
        if (QString found = difference(expected[i], answer[i], u"%1[%2]"_s.arg(path).arg(i), extent); !found.isEmpty())
            return found;
    return {};
}

/// Where `answer` is not what `expected` says; empty: nowhere.
QString difference(const QJsonValue &expected, const QJsonValue &answer, const QString &path, Extent extent)
{
    if (expected.isObject())
        return differentField(expected.toObject(), answer.toObject(), path, extent);
    if (expected.isArray())
        return differentItem(expected.toArray(), answer.toArray(), path, extent);
    const bool same = expected == anything ? !answer.isUndefined() : expected == answer || (isNothing(expected) && isNothing(answer));
    return same ? QString{} : u"%1: %2 instead of %3"_s.arg(path, text(answer), text(expected));
}

/// A line with `…` in it may stand elsewhere on the paper: what is centred moves with what the program chose.
bool isLine(const QString &line, const QString &expected)
{
    if (!expected.contains(anything))
        return line == expected;
    const QString pattern = QRegularExpression::escape(expected.simplified()).replace(QRegularExpression::escape(anything), u".+"_s);
    return QRegularExpression{QRegularExpression::anchoredPattern(pattern)}.match(line.simplified()).hasMatch();
}

QString differentLine(const QString &expected, const QString &paper)
{
    const QStringList wanted = expected.split(u'\n');
    const QStringList printed = paper.split(u'\n');
    for (qsizetype i = 0; i < std::max(wanted.size(), printed.size()); ++i)
        if (!isLine(printed.value(i, u"(end)"_s), wanted.value(i, u"(end)"_s)))
            return u"line %1: «%2» instead of «%3»"_s.arg(i + 1).arg(printed.value(i), wanted.value(i));
    return {};
}

QByteArray fileOf(const QString &name)
{
    QFile file{QStringLiteral(GUICHET_DAYS "/") + name};
    INFO(name.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// What is expected stands beside the command, or it names a file: a receipt, or a whole answer.
QString judge(const QJsonValue &expected, const QJsonObject &answer)
{
    if (!expected.isString())
        return difference(expected, answer, u"answer"_s, Extent::Named);
    const QString name = expected.toString();
    if (name.endsWith(u".txt"_s))
        return differentLine(QString::fromUtf8(fileOf(name)), answer[u"text"_s].toString());
    const QJsonObject whole = QJsonDocument::fromJson(fileOf(name)).object();
    return whole.isEmpty() ? name + u": no JSON"_s : difference(whole, answer, u"answer"_s, Extent::Whole);
}

/// One till, from day to day; each script is a run of the program of its own.
class Days
{
public:
    QString till() const { return m_folder.filePath(u"till"_s); }

    void play(const QString &name, const QString &start)
    {
        m_session = std::make_unique<ScriptSession>(till(), fromRfc3339(start));
        m_payments.clear();
        const QByteArrayList lines = fileOf(name).split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i)
            if (const QByteArray line = filledIn(lines[i].trimmed()); !line.isEmpty() && !line.startsWith('#'))
                perform(line, u"%1:%2"_s.arg(name).arg(i + 1));
        m_session.reset();
    }
    void playAll()
    {
        play(u"catalogue.jsonl"_s, u"2026-11-23T08:00:00+01:00"_s);
        play(u"plain.jsonl"_s, u"2026-11-23T09:00:00+01:00"_s);
        play(u"vouchers.jsonl"_s, u"2026-11-24T09:00:00+01:00"_s);
        play(u"settlement.jsonl"_s, u"2026-11-26T09:30:00+01:00"_s);
    }

private:
    /// `"payment":"$doute$"` is the payment of the command with the id `doute`.
    QByteArray filledIn(QByteArray line) const
    {
        for (auto it = m_payments.begin(); it != m_payments.end(); ++it)
            line.replace('$' + it.key().toUtf8() + '$', it.value().toUtf8());
        return line;
    }
    void perform(const QByteArray &line, const QString &place);

    QTemporaryDir m_folder;
    std::unique_ptr<ScriptSession> m_session;
    QMap<QString, QString> m_payments;
    QMap<QString, QJsonObject> m_first; ///< Answers of the first time, by the place of their command.
};

/// The second time, what was done is told again as it was; what was refused is refused, or finds nothing to do.
void Days::perform(const QByteArray &line, const QString &place)
{
    QJsonObject command = QJsonDocument::fromJson(line).object();
    INFO((place + u' ' + QString::fromUtf8(line)).toStdString());
    REQUIRE_FALSE(command.isEmpty());
    const QJsonValue expected = command.contains(u"expect"_s) ? command.take(u"expect"_s) : QJsonObject{{u"ok"_s, true}};
    const QString id = command[u"id"_s].toString(place);
    command[u"id"_s] = id;
    const QJsonObject answer = m_session->run(QJsonDocument{command}.toJson(QJsonDocument::Compact));
    m_payments[id] = answer[u"payment"_s].toString();
    INFO("-> " << text(answer).toStdString());
    if (!m_first.contains(place)) {
        const QString fault = judge(expected, answer);
        INFO(fault.toStdString());
        CHECK(fault.isEmpty());
        m_first[place] = answer;
    } else if (m_first[place][u"ok"_s].toBool()) {
        QJsonObject again = m_first[place];
        again[u"replayed"_s] = true;
        CHECK(text(answer).toStdString() == text(again).toStdString());
    }
}

constexpr Sql countFacts = R"(SELECT COUNT(*) FROM fact WHERE type <> 'TECHNICAL')";

/// Facts of the journal but starts, stops and jumps of the clock. It must hold with the key on record; its projections are the same when
/// played anew.
qint64 factsOf(const QString &till)
{
    const DataFolder folder{till};
    VerifyOptions options;
    const Result<TillIdentity> record = readIdentity(folder);
    REQUIRE(record);
    options.record = *record;
    TillProjector projector;
    const Result<VerifyReport> report = verifyLedger(folder.ledgerFile(), options, projector);
    REQUIRE(report);
    INFO((report->defect ? report->defect->what : QString{}).toStdString());
    CHECK(report->exitStatus() == 0);
    const auto source = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    const auto target = Database::openInMemory();
    REQUIRE((source && target));
    CHECK(rebuildInto(**source, **target, projector) == report->facts);
    CHECK(firstDifference(**source, **target, projector.projectionTables()) == QString{});
    const Result<qint64> facts = selectInteger(**source, countFacts);
    REQUIRE(facts);
    return *facts;
}

} // namespace

TEST_CASE("three days of a little attraction come out as computed by hand, and once only")
{
    Days days;
    days.playAll();
    const qint64 facts = factsOf(days.till());
    days.playAll();
    CHECK(factsOf(days.till()) == facts);
}
