// SPDX-License-Identifier: GPL-3.0-or-later
// The status page as a manager's browser shows it: headless Chromium logs in with the form and reads. Without Chromium the test says so.
#include "tests/sync/ServedCentre.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <cstdio>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int notInstalled = 77;
constexpr int patienceOfBrowser = 300'000; ///< Milliseconds; generous: a busy machine is no defect.

void nameAdults(SyncedTill &till, const QString &name)
{
    DocumentStore documents{till.workplace().db()};
    QJsonObject adult = must(documents.get(DocumentKind::Resource, u"adulte"_s))->body;
    adult[u"name"_s] = name;
    till.clock.advance(1s);
    must(documents.put(DocumentKind::Resource, adult, {.user = u"boss"_s, .at = till.clock.now()}));
}

/// What the script read; nothing: no browser here.
std::optional<QJsonObject> readByBrowser(ServedCentre &served, const Manager &manager)
{
    QProcess script;
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(QStringLiteral(STATUS_BROWSER_PYTHON),
                 {QStringLiteral(STATUS_BROWSER), u"http://127.0.0.1:%1"_s.arg(served.port), manager.account, manager.password});
    REQUIRE(soon([&] { return script.state() == QProcess::NotRunning; }, patienceOfBrowser)); // the server works meanwhile
    REQUIRE(script.exitStatus() == QProcess::NormalExit);
    if (script.exitCode() == notInstalled)
        return std::nullopt;
    REQUIRE(script.exitCode() == 0);
    return QJsonDocument::fromJson(script.readAllStandardOutput()).object();
}

QStringList wordsOf(const QJsonValue &list)
{
    QStringList words;
    for (const QJsonValue &word : list.toArray())
        words << word.toString();
    return words;
}

/// Of the window and of what is in it, in CSS pixels.
void checkFits(const QJsonValue &widths)
{
    constexpr int phone = 360;
    CHECK(widths[0].toInt() == phone);
    CHECK(widths[1].toInt() > 0);
    CHECK(widths[1].toInt() <= widths[0].toInt());
}

} // namespace

TEST_CASE("a manager logs in with a browser and reads tills, what waits, what was overruled, and the Z of the day")
{
    ServedCentre served;
    SyncedTill first;
    SyncedTill second;
    for (SyncedTill *till : {&first, &second}) {
        served.enrol(*till);
        served.exchange(*till);
    }
    served.trial.code(u"Chalet"_s); // a third one is to come
    nameAdults(first, u"La première"_s);
    second.clock.advance(1min);
    nameAdults(second, u"La seconde"_s); // overrules the first
    first.sell(2);
    first.closeDay();
    served.exchange(first);
    served.exchange(second);
    second.sell();
    CentralClient client{second.address()};
    must(Exchange{client, second, second.clock}.pull()); // it says that something waits, and does not send it
    Manager manager{served};
    const std::optional<QJsonObject> read = readByBrowser(served, manager);
    if (!read) {
        std::puts("SKIPPED: chromium and chromium-driver are not installed");
        return;
    }
    const QJsonObject &seen = *read;
    CHECK(seen[u"first"_s].toString() == u"/status/login");
    CHECK(seen[u"alert"_s].toString() == u"Compte ou mot de passe inconnu.");
    CHECK(seen[u"second"_s].toString() == u"/status");
    CHECK(seen[u"title"_s].toString() == u"Domaine des Roches-Brunes");
    CHECK(wordsOf(seen[u"heads"_s]) ==
          QStringList{u"Caisse"_s, u"Nom"_s, u"Dernier contact"_s, u"À envoyer"_s, u"Valeurs écartées"_s, u"Clôture"_s});
    const QJsonArray rows = seen[u"rows"_s].toArray();
    REQUIRE(rows.size() == 3);
    const QStringList one = wordsOf(rows[0]);
    const QStringList two = wordsOf(rows[1]);
    CHECK(one.mid(0, 5) == QStringList{u"01"_s, u"Accueil"_s, u"10:00"_s, u"0"_s, u"1"_s});
    CHECK(one.value(5).startsWith(u"Z 1 du 23/11/2026 (10:"));
    CHECK(two.value(3).toInt() > 0);
    CHECK(two.value(5) == u"journée ouverte");
    CHECK(wordsOf(rows[2]) == QStringList{u"03"_s, u"Chalet"_s, u"pas encore inscrite"_s, u"0"_s, u"0"_s, u"aucun Z"_s});
    CHECK(seen[u"collapsed"_s].toString() == u"collapse"); // its policy lets its own style in
    REQUIRE(seen[u"cookies"_s].toArray().size() == 1);
    CHECK(seen[u"cookies"_s][0][u"httpOnly"_s].toBool());
    CHECK(seen[u"cookies"_s][0][u"sameSite"_s].toString() == u"Strict");
    CHECK(wordsOf(seen[u"complaints"_s]).isEmpty());
    checkFits(seen[u"phone"_s][u"overview"_s]);
    checkFits(seen[u"phone"_s][u"login"_s]);
    CHECK(seen[u"last"_s].toString() == u"/status/login"); // it logged out
}
