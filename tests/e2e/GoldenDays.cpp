// SPDX-License-Identifier: GPL-3.0-or-later
// Scripted days whose figures were computed by hand (tests/e2e/days/README.md).
#include "app/tool/ScriptSession.h"
#include "tests/support/Catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

QString text(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument{QJsonArray{value}}.toJson(QJsonDocument::Compact));
}

/// Where `answer` is not what `expected` says; empty: nowhere. Objects by the named fields, lists item by item.
QString difference(const QJsonValue &expected, const QJsonValue &answer, const QString &path)
{
    if (expected.isObject()) {
        const QJsonObject fields = expected.toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            if (const QString found = difference(it.value(), answer.toObject()[it.key()], path + u'.' + it.key()); !found.isEmpty())
                return found;
        return {};
    }
    if (expected.isArray()) {
        const QJsonArray items = expected.toArray();
        if (items.size() != answer.toArray().size())
            return u"%1: %2 items instead of %3"_s.arg(path).arg(answer.toArray().size()).arg(items.size());
        for (qsizetype i = 0; i < items.size(); ++i)
            if (const QString found = difference(items[i], answer.toArray()[i], u"%1[%2]"_s.arg(path).arg(i)); !found.isEmpty())
                return found;
        return {};
    }
    return expected == answer ? QString{} : u"%1: %2 instead of %3"_s.arg(path, text(answer), text(expected));
}

/// Values of earlier answers by name: `"payment":"$doute"` is the payment of the command with the id `doute`.
QByteArray filledIn(QByteArray line, const QMap<QString, QJsonObject> &answers)
{
    for (auto it = answers.begin(); it != answers.end(); ++it)
        line.replace('$' + it.key().toUtf8() + '$', it.value()[u"payment"_s].toString().toUtf8());
    return line;
}

void play(ScriptSession &session, const QString &name)
{
    QFile file{QStringLiteral(GUICHET_DAYS "/") + name};
    REQUIRE(file.open(QIODevice::ReadOnly));
    QMap<QString, QJsonObject> answers;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = filledIn(file.readLine().trimmed(), answers);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        QJsonObject command = QJsonDocument::fromJson(line).object();
        REQUIRE_FALSE(command.isEmpty());
        const QJsonValue expected = command.contains(u"expect"_s) ? command.take(u"expect"_s) : QJsonObject{{u"ok"_s, true}};
        const QJsonObject answer = session.run(QJsonDocument{command}.toJson(QJsonDocument::Compact));
        answers[command[u"id"_s].toString(u"_"_s)] = answer;
        INFO((u"%1:%2 %3\n-> %4"_s.arg(name).arg(number).arg(QString::fromUtf8(line), text(answer))).toStdString());
        CHECK(difference(expected, answer, u"answer"_s).toStdString() == "");
    }
}

} // namespace

TEST_CASE("three days of a little attraction come out as computed by hand")
{
    const QTemporaryDir folder;
    ScriptSession session{folder.filePath(u"till"_s), fromRfc3339(u"2026-11-23T09:00:00+01:00"_s)};
    play(session, u"catalogue.jsonl"_s);
    play(session, u"plain.jsonl"_s);
    play(session, u"vouchers.jsonl"_s);
    play(session, u"settlement.jsonl"_s);
}
