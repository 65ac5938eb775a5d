// SPDX-License-Identifier: GPL-3.0-or-later
// A whole day sold through guichet-tool, with gift value, orders and closings, killed 200 times at random points (FIS-5). What was answered
// is there, once; what was not is sent again with the same id; nothing half-done is seen; the journal holds after every kill.
#include "tests/crash/Life.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

constexpr int kills = 200;
constexpr int sales = 108;

/// What of a report does not depend on the hour at which things happened.
QJsonObject figures(const QJsonObject &report)
{
    QJsonObject kept;
    for (const QString &field : {u"cash"_s, u"gross"_s, u"net"_s, u"vat"_s, u"sale_count"_s, u"refunds"_s, u"refund_count"_s, u"items"_s,
                                 u"series"_s, u"rounding"_s, u"grand_totals"_s, u"expected"_s})
        kept.insert(field, report[field]);
    QJsonArray methods;
    for (const QJsonValue &method : report[u"methods"_s].toArray())
        methods.append(
            QJsonObject{{u"method"_s, method[u"method"_s]}, {u"count"_s, method[u"count"_s]}, {u"received"_s, method[u"received"_s]}});
    kept.insert(u"methods"_s, methods);
    return kept;
}

/// The commands of a day in order, each with its own id.
class Day
{
public:
    Day()
    {
        add({{u"do"_s, u"open"_s}, {u"float"_s, 10000}});
        for (int sale = 0; sale < sales; ++sale) {
            sell(sale);
            if (sale % 15 == 4)
                sellAndUseGift(sale);
            if (sale % 15 == 9)
                orderAndCollect();
            if (sale % 40 == 20)
                closeAndReopen();
        }
        add({{u"do"_s, u"cash"_s}, {u"kind"_s, u"out"_s}, {u"amount"_s, 1500}, {u"reason"_s, u"achat"_s}});
        add({{u"do"_s, u"drawer"_s}, {u"reason"_s, u"monnaie"_s}});
    }
    const QList<QJsonObject> &commands() const { return m_commands; }

private:
    void add(QJsonObject command)
    {
        command.insert(u"id"_s, u"c%1"_s.arg(m_commands.size()));
        m_commands << command;
    }

    void sell(int sale)
    {
        add({{u"do"_s, u"add"_s}, {u"product"_s, u"p0%1"_s.arg(10 + sale % 80)}, {u"quantity"_s, 1 + sale % 3}});
        if (sale % 2 == 0)
            addVisit();
        if (sale % 7 == 3)
            add({{u"do"_s, u"park"_s}, {u"name"_s, u"garde%1"_s.arg(sale)}});
        if (sale % 7 == 3)
            add({{u"do"_s, u"recall"_s}, {u"name"_s, u"garde%1"_s.arg(sale)}});
        if (sale % 3 == 1)
            add({{u"do"_s, u"pay"_s}, {u"method"_s, u"bancontact"_s}});
        else
            payCash(50000);
        validate();
        if (sale % 11 == 5)
            add({{u"do"_s, u"refund"_s}, {u"dossier"_s, u"R%1"_s.arg(m_receipts)}, {u"method"_s, u"cash"_s}, {u"reason"_s, u"retour"_s}});
        m_receipts += sale % 11 == 5 ? 1 : 0;
    }

    void addVisit()
    {
        add({{u"do"_s, u"add"_s},
             {u"formula"_s, u"safari"_s},
             {u"units"_s, QJsonArray{QJsonObject{{u"resource"_s, u"adulte"_s}, {u"quantity"_s, 2}}}}});
    }

    void payCash(int amount) { add({{u"do"_s, u"pay"_s}, {u"method"_s, u"cash"_s}, {u"amount"_s, amount}}); }

    void validate(const QJsonObject &due = {})
    {
        add(due.isEmpty() ? QJsonObject{{u"do"_s, u"validate"_s}} : QJsonObject{{u"do"_s, u"validate"_s}, {u"due"_s, due}});
        ++m_receipts;
    }

    void sellAndUseGift(int sale)
    {
        const QString code = u"KDO%1"_s.arg(sale);
        add({{u"do"_s, u"gift"_s}, {u"kind"_s, u"sell_card"_s}, {u"amount"_s, 1500}, {u"code"_s, code}});
        payCash(1500);
        validate();
        addVisit();
        add({{u"do"_s, u"pay"_s}, {u"method"_s, u"gift_card"_s}, {u"code"_s, code}});
        payCash(50000);
        validate();
    }

    void orderAndCollect()
    {
        addVisit();
        payCash(1000);
        validate({{u"deposit"_s, 1000}, {u"on"_s, u"2026-11-30"_s}});
        add({{u"do"_s, u"collect"_s}, {u"dossier"_s, u"R%1"_s.arg(m_receipts)}});
        payCash(50000);
        validate();
    }

    void closeAndReopen()
    {
        add({{u"do"_s, u"z"_s},
             {u"counted"_s, QJsonObject{{u"cash"_s, 500'000}}},
             {u"nextFloat"_s, 10000},
             {u"comment"_s, u"compté vite"_s}});
        add({{u"do"_s, u"open"_s}, {u"float"_s, 10000}});
    }

    QList<QJsonObject> m_commands;
    int m_receipts = 0;
};

/// Sells a day, life after life, and keeps every answer.
class DayRun
{
public:
    DayRun(const QString &folder, const Day &day) : m_folder{folder}, m_commands{day.commands()} {}
    qsizetype done() const { return m_answers.size(); }
    bool isOver() const { return done() == m_commands.size(); }
    const QList<QJsonObject> &answers() const { return m_answers; }
    /// The figures of the closings, in order.
    QJsonArray closings() const
    {
        QJsonArray reports;
        for (qsizetype i = 0; i < done(); ++i)
            if (m_commands[i][u"do"_s] == u"z"_s)
                reports.append(figures(m_answers[i]));
        return reports;
    }

    /// Lives until some answers are in, then dies with one or more commands under way.
    void liveAndDie(QRandomGenerator &dice)
    {
        Life life{m_folder};
        for (int i = dice.bounded(3); i > 0 && !isOver(); --i)
            perform(life);
        const auto underWay = std::min<qsizetype>(1 + dice.bounded(3), m_commands.size() - done());
        for (qsizetype i = done(); i < done() + underWay; ++i) {
            life.ask(m_commands[i]);
            if (asksTerminal(m_commands[i]))
                break; // whoever waits for the terminal sells nothing meanwhile: it would be put into the same cart
        }
        for (const QJsonObject &said : life.kill(dice.bounded(60'000))) {
            if (isUnknownCharge(said))
                break; // asked about in the next life: the same id gives the same answer
            keep(said);
        }
    }

    void liveOn()
    {
        Life life{m_folder};
        while (!isOver())
            perform(life);
        life.end();
    }

private:
    static bool asksTerminal(const QJsonObject &command) { return command[u"method"_s].toString() == u"bancontact"; }

    static bool isUnknownCharge(const QJsonObject &answer)
    {
        const QString state = answer[u"state"_s].toString();
        return !state.isEmpty() && state != u"approved";
    }

    /// A charge that a kill has cut is doubtful: a person says that the terminal has approved it. One that was cut before it was sent has
    /// not begun: the person pays again, which is another command.
    void perform(Life &life)
    {
        life.ask(m_commands[done()]);
        QJsonObject said = life.answer();
        if (isUnknownCharge(said) && !settle(life, said)) {
            m_commands[done()].insert(u"id"_s, m_commands[done()][u"id"_s].toString() + u"-again"_s);
            return perform(life);
        }
        keep(said);
    }

    /// False: nothing is open.
    static bool settle(Life &life, QJsonObject &said)
    {
        life.ask({{u"do"_s, u"intents"_s}});
        const QJsonArray open = life.answer()[u"intents"_s].toArray();
        for (const QJsonValue &intent : open) {
            life.ask({{u"do"_s, u"resolve"_s}, {u"payment"_s, intent[u"payment"_s]}, {u"outcome"_s, u"approved"_s}});
            said = life.answer();
        }
        return !open.isEmpty();
    }

    void keep(const QJsonObject &said)
    {
        INFO(line(m_commands[done()]).toStdString() << QJsonDocument{said}.toJson(QJsonDocument::Compact).toStdString());
        REQUIRE(said[u"ok"_s].toBool());
        m_answers << said;
    }

    QString m_folder;
    QList<QJsonObject> m_commands;
    QList<QJsonObject> m_answers;
};

QJsonObject askOnce(const QString &folder, const QJsonObject &command)
{
    Life life{folder};
    life.ask(command);
    const QJsonObject said = life.answer();
    life.end();
    return said;
}

} // namespace

TEST_CASE("a day that is killed two hundred times ends with the same figures as a quiet one, and its journal holds after each kill")
{
    const QTemporaryDir temporary;
    const QString quiet = temporary.filePath(u"quiet"_s);
    const QString killed = temporary.filePath(u"killed"_s);
    createDemo(quiet);
    createDemo(killed);
    const Day day;
    DayRun quietRun{quiet, day};
    quietRun.liveOn();

    DayRun run{killed, day};
    QRandomGenerator dice{20261125};
    int kill = 0;
    for (; kill < kills && !run.isOver(); ++kill) {
        INFO("kill " << kill << ", command " << run.done());
        run.liveAndDie(dice);
        checkJournal(killed);
    }
    CHECK(kill == kills);
    run.liveOn();

    const QJsonObject expected = figures(askOnce(quiet, {{u"do"_s, u"x"_s}}));
    const QJsonObject found = figures(askOnce(killed, {{u"do"_s, u"x"_s}}));
    INFO(QJsonDocument{expected}.toJson().toStdString() << QJsonDocument{found}.toJson().toStdString());
    CHECK(expected == found);
    CHECK(run.closings().size() == 3);
    CHECK(run.closings() == quietRun.closings());
    for (const QJsonObject &answer : run.answers())
        if (answer.contains(u"receipt"_s))
            CHECK(askOnce(killed, {{u"do"_s, u"dossier"_s}, {u"number"_s, answer[u"receipt"_s]}})[u"ok"_s].toBool());
    checkJournal(killed);
}
