// SPDX-License-Identifier: GPL-3.0-or-later
// A till that is killed at work with a card terminal and a receipt printer on its desk, which both live on (FIS-5, PAY-4, HW-1): the log of
// the terminal and the paper in the printer are the truth.
#include "app/simulators/TerminalBooth.h"
#include "core/ledger/Query.h"
#include "hardware/simulated/escpos/SimulatedPrinter.h"
#include "tests/crash/Life.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>

#include <algorithm>
#include <ranges>
#include <set>

namespace {

using namespace guichet;

constexpr int killsAtDesk = 14; // at each terminal
constexpr int mostCustomers = 60;
constexpr int deskHaste = 20;
constexpr int diesOneIn = 4;
constexpr int killWithin = 150'000; // microseconds after a command was sent
constexpr int mostInquiries = 100;
constexpr int mostPrintings = 20;
constexpr std::chrono::seconds dayEndsWithin{60};
constexpr auto reprintMark = "première impression incertaine";

constexpr Sql selectCharged = R"(SELECT authorised_cents FROM payment_intent WHERE state = 'approved' ORDER BY id)";

quint16 anyFreePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

QString onlyMatch(const QString &pattern, const QString &text)
{
    return QRegularExpression{pattern}.match(text).captured(1);
}

/// A day at a desk. The parent of the till that is killed.
class KilledDeskDay
{
public:
    KilledDeskDay(QString folder, TerminalBooth &booth, const SimulatedPrinter &printer, quint32 seed)
        : m_folder{std::move(folder)}, m_booth{booth}, m_printer{printer}, m_dice{seed}
    {}

    void open()
    {
        begin();
        const QJsonObject terminal = m_booth.settings();
        must({{u"do"_s, u"pay_at"_s}, {u"terminal"_s, terminal[u"terminal"_s]}, {u"secret"_s, terminal[u"secret"_s]}});
        must({{u"do"_s, u"open"_s}, {u"float"_s, 10'000}});
    }

    int kills() const { return m_kills; }

    void serve(int customer)
    {
        perform({{u"do"_s, u"add"_s}, {u"product"_s, u"p0%1"_s.arg(10 + customer % 80)}, {u"quantity"_s, 1 + customer % 3}});
        if (customer % 4 == 3) {
            perform({{u"do"_s, u"pay"_s}, {u"method"_s, u"cash"_s}, {u"amount"_s, 50'000}});
        } else {
            payByCard();
            if (customer % 4 == 1) {
                giveBack();
                payByCard();
            }
        }
        m_receipts << perform({{u"do"_s, u"validate"_s}})[u"receipt"_s].toString();
        print();
    }

    /// A slow machine needs many printings until the printer has let go of the last till that was killed.
    void close()
    {
        const QDeadlineTimer deadline{dayEndsWithin};
        while (!print()) {
            REQUIRE_FALSE(deadline.hasExpired());
            QThread::msleep(20);
        }
        m_life->end();
        m_life.reset();
    }

    /// All that was cut off at the printer, in order.
    const std::vector<SimulatedSheet> &paper() const { return m_paper; }
    const QStringList &receipts() const { return m_receipts; }
    int byPerson() const { return m_byPerson; }
    int printedAgain() const { return m_printedAgain; }

private:
    void begin() { m_life = std::make_unique<Life>(QStringLiteral(HURRIED_TILL), QStringList{m_folder, QString::number(deskHaste)}); }

    QJsonObject say(const QJsonObject &command)
    {
        m_life->ask(command);
        return m_life->answer();
    }

    QJsonObject must(const QJsonObject &command)
    {
        const QJsonObject said = say(command);
        INFO(line(command).toStdString() << QJsonDocument{said}.toJson(QJsonDocument::Compact).toStdString());
        REQUIRE(said[u"ok"_s].toBool());
        return said;
    }

    /// The same command with the same id until it was answered; the till may be killed over it.
    QJsonObject perform(QJsonObject command)
    {
        command.insert(u"id"_s, u"d%1"_s.arg(++m_command));
        while (dies(command))
            recover();
        return must(command);
    }

    bool dies(const QJsonObject &command)
    {
        if (m_kills == killsAtDesk || m_dice.bounded(diesOneIn) > 0)
            return false;
        m_life->ask(command);
        m_life->kill(m_dice.bounded(killWithin));
        ++m_kills;
        return true;
    }

    /// As a till does at its start: the terminal is asked, then a person looks.
    void recover()
    {
        checkJournal(m_folder);
        begin();
        settle();
        lookAtDoubtful();
    }

    /// How many jobs wait, when a person has looked at those that are doubtful.
    qsizetype lookAtDoubtful()
    {
        const QJsonArray jobs = must({{u"do"_s, u"jobs"_s}, {u"print"_s, u"text"_s}})[u"jobs"_s].toArray();
        for (const QJsonValue &job : jobs)
            if (job[u"doubtful"].toBool())
                lookAtPaper(job[u"job"].toString(), job[u"text"].toString());
        return jobs.size();
    }

    void settle()
    {
        for (int inquiry = 0; inquiry < mostInquiries; ++inquiry) {
            const QJsonObject said = say({{u"do"_s, u"ask_terminal"_s}});
            if (said[u"ok"_s].toBool() && said[u"open"_s].toInt() == 0)
                return;
            if (said[u"ok"_s].toBool() && inquiry > 5)
                break;
            QThread::msleep(20);
        }
        for (const QJsonValue &intent : must({{u"do"_s, u"intents"_s}})[u"intents"_s].toArray()) {
            const bool hasMoved = m_booth.moved().size() > m_movedBefore;
            must({{u"do"_s, u"resolve"_s}, {u"payment"_s, intent[u"payment"]}, {u"outcome"_s, hasMoved ? u"approved"_s : u"declined"_s}});
            ++m_byPerson;
        }
    }

    Money due() { return Money::fromCents(must({{u"do"_s, u"cart"_s}})[u"due"_s].toInteger()); }

    /// Until it is paid, however often it must be begun anew.
    void payByCard()
    {
        while (due().isPositive())
            move({{u"do"_s, u"pay"_s}, {u"method"_s, u"bancontact"_s}});
    }

    void giveBack()
    {
        const QJsonArray payments = must({{u"do"_s, u"cart"_s}})[u"payments"_s].toArray();
        while (!due().isPositive())
            move({{u"do"_s, u"reverse"_s}, {u"payment"_s, payments[0][u"payment"]}});
    }

    void move(const QJsonObject &command)
    {
        m_movedBefore = m_booth.moved().size();
        perform(command);
        settle();
    }

    /// Whether nothing waits any more: a printer that is still at the call of a till that was killed takes nothing yet.
    bool print()
    {
        for (int printing = 0; printing < mostPrintings; ++printing) {
            perform({{u"do"_s, u"print_jobs"_s}, {u"printer"_s, m_printer.address()}});
            collectPaper();
            if (lookAtDoubtful() == 0)
                return true;
        }
        return false;
    }

    /// The printer throws old sheets away.
    void collectPaper()
    {
        std::vector<SimulatedSheet> now = m_printer.sheets();
        std::erase_if(now, [](const SimulatedSheet &sheet) { return !sheet.isCut; });
        const auto goesOn = [&](size_t gone) {
            return std::ranges::equal(m_lying | std::views::drop(gone), now | std::views::take(m_lying.size() - gone), {},
                                      &SimulatedSheet::text, &SimulatedSheet::text);
        };
        size_t gone = 0;
        while (gone < m_lying.size() && !goesOn(gone))
            ++gone;
        const auto known = static_cast<std::ptrdiff_t>(m_lying.size() - gone);
        m_paper.insert(m_paper.end(), now.begin() + known, now.end());
        m_lying = now;
    }

    void lookAtPaper(const QString &job, const QString &text)
    {
        const QString end = onlyMatch(u"(Journal [0-9-]+)"_s, text);
        REQUIRE_FALSE(end.isEmpty());
        bool isThere = false;
        for (const SimulatedSheet &sheet : m_printer.sheets())
            isThere = isThere || (sheet.isCut && sheet.text.contains(end + u' '));
        must({{u"do"_s, u"decide_job"_s}, {u"job"_s, job}, {u"outcome"_s, isThere ? u"printed"_s : u"again"_s}});
        m_printedAgain += isThere ? 0 : 1;
    }

    QString m_folder;
    TerminalBooth &m_booth;
    const SimulatedPrinter &m_printer;
    QRandomGenerator m_dice;
    std::unique_ptr<Life> m_life;
    int m_kills = 0;
    int m_command = 0;
    size_t m_movedBefore = 0;
    std::vector<SimulatedSheet> m_lying;
    std::vector<SimulatedSheet> m_paper;
    QStringList m_receipts;
    int m_byPerson = 0;
    int m_printedAgain = 0;
};

std::vector<Money> chargedIn(const QString &folder)
{
    const auto db = Database::open(DataFolder{folder}.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    REQUIRE(db);
    const auto amounts = allRows(**db, selectCharged, {}, [](const Row &row) { return row.money(0); });
    REQUIRE(amounts);
    return *amounts;
}

} // namespace

TEST_CASE("a till that is killed at its desk books what the terminal moved, once, and prints no receipt twice unknowingly")
{
    const QTemporaryDir temporary;
    const QString folder = temporary.filePath(u"till"_s);
    const QString kind = GENERATE(u"nexo"_s, u"opi-de"_s, u"zvt-tcp"_s);
    createDemo(folder);
    const SystemClock clock;
    const auto booth = makeTerminalBooth(kind, {.tillPort = anyFreePort(), .haste = deskHaste}, clock);
    const auto printer = SimulatedPrinter::start();
    REQUIRE(booth);
    REQUIRE(printer);
    KilledDeskDay day{folder, **booth, **printer, 20261126};
    day.open();
    int customer = 0;
    for (; day.kills() < killsAtDesk && customer < mostCustomers; ++customer)
        day.serve(customer);
    day.close();
    CHECK(day.kills() == killsAtDesk);
    INFO(kind.toStdString() << ", " << customer << " customers, " << day.byPerson() << " payments said by a person, " << day.printedAgain()
                            << " receipts printed again");
    CHECK(chargedIn(folder) == (*booth)->moved());

    std::set<QString> once{day.receipts().begin(), day.receipts().end()};
    CHECK(once.size() == static_cast<size_t>(day.receipts().size()));
    for (const QString &receipt : day.receipts()) {
        int unmarked = 0;
        int whole = 0;
        for (const SimulatedSheet &sheet : day.paper()) {
            if (!sheet.text.contains(QRegularExpression{u"\\b%1 +[0-9]{2}/"_s.arg(receipt)}))
                continue;
            unmarked += sheet.text.contains(QString::fromUtf8(reprintMark)) ? 0 : 1;
            whole += sheet.text.contains(u"Journal "_s) ? 1 : 0;
        }
        INFO(receipt.toStdString());
        CHECK(unmarked <= 1);
        CHECK(whole >= 1);
    }
    checkJournal(folder);
}
