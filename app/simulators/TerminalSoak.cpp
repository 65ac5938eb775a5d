// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/TerminalSoak.h"

#include "app/simulators/SoakTill.h"
#include "app/simulators/TerminalBooth.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QThread>

#include <algorithm>
#include <tuple>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int boothHaste = 1000;
constexpr int scenarioCount = 4;
constexpr int givesBackOneIn = 5;
constexpr int diesAtWorkOneIn = 25;
constexpr int longestLife = 250;        // ms
constexpr auto lastBytesArrive = 500ms; // what a dead till had sent: the pause between two look-ups is hurried, a busy machine is not
constexpr auto lateness = 500ms;        // beyond the limits of a hurried driver

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

/// How many payments have a fault.
int faultyOf(const SoakPlan &plan, int faultCount)
{
    return std::max(plan.payments / 2, plan.timesEach * (faultCount - 1));
}

/// What goes wrong, payment by payment: each fault as often as the others, shuffled; a fifth at least goes well.
std::vector<int> deckOf(const SoakPlan &plan, int faultCount, std::mt19937 &dice)
{
    const int faulty = faultyOf(plan, faultCount);
    std::vector<int> deck(static_cast<size_t>(std::max(plan.payments, faulty + faulty / 4)), 0);
    for (int at = 0; at < faulty; ++at)
        deck[static_cast<size_t>(at)] = 1 + at % (faultCount - 1);
    std::ranges::shuffle(deck, dice);
    return deck;
}

} // namespace

/// One run. On one thread; the terminal has its own.
class Soak
{
public:
    Soak(const SoakPlan &plan, const QString &folder, std::unique_ptr<TerminalBooth> booth)
        : m_dice{plan.seed}, m_tool{plan.tool}, m_soFar{plan.soFar}, m_booth{std::move(booth)}, m_faults{m_booth->faults()},
          m_till{folder, m_booth->settings()[u"terminal"_s].toObject(), m_booth->settings()[u"secret"_s].toString(), m_dice}
    {
        m_figures.protocol = plan.protocol;
        const int faultCount = static_cast<int>(m_faults.size());
        m_deck = deckOf(plan, faultCount, m_dice);
        m_figures.faults = faultyOf(plan, faultCount);
        m_figures.fewestOfAFault = m_figures.faults / (faultCount - 1);
    }

    Result<SoakFigures> run()
    {
        m_watch.start();
        TRY(m_till.create());
        while (m_next < m_deck.size())
            TRY(serveCustomer());
        TRY(compareDay());
        return figures();
    }

private:
    const SoakFigures &figures()
    {
        m_figures.kills = m_till.kills();
        m_figures.seconds = static_cast<double>(m_watch.elapsed()) / 1000;
        return m_figures;
    }

    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(m_dice); }

    BoothScript scriptFor(int fault)
    {
        const QString name = m_faults[fault];
        BoothScript script{.scenario = below(scenarioCount), .fault = fault};
        script.customer = std::chrono::milliseconds{below(20)};
        script.outage = name == u"late" ? lateness : std::chrono::milliseconds{below(30)};
        script.waitsForCard = name == u"abort_too_late";
        if (name == u"other_amount" && script.scenario >= 2) // a tip or a part that lies: only the totals of the day show it
            script.scenario = 0;
        return script;
    }

    Result<> serveCustomer()
    {
        TRY(m_till.fillCart());
        if (!m_tool.isEmpty() && !m_isScripted && below(diesAtWorkOneIn) == 0) {
            TRY(dieAtWork());
            return m_till.sell();
        }
        TRY_LET(paid, watched([this](const SoakTill::Look &look) { return m_till.pay(look); }));
        if (!paid.payment.isNull() && m_next < m_deck.size() && below(givesBackOneIn) == 0)
            TRY(watched([&](const SoakTill::Look &look) { return m_till.giveBack(paid.payment, look); }));
        return m_till.sell();
    }

    /// The till is killed while the customer looks for his card; then he finds it.
    Result<> dieAtWork()
    {
        const std::chrono::milliseconds life{below(longestLife)};
        TRY(m_booth->run({u"card"_s, u"wait"_s}));
        TRY(counted([&](const SoakTill::Look &look) { return m_till.payKilled(m_tool, life, [this] { findCard(); }, look); }));
        TRY(m_booth->run({u"card"_s, u"now"_s}));
        return {};
    }

    void findCard()
    {
        QThread::msleep(static_cast<unsigned long>(lastBytesArrive.count()));
        std::ignore = m_booth->run({u"card"_s}); // every booth knows it
    }

    /// A payment beside what the terminal's log says of it.
    template <typename Pay>
    Result<SoakTill::Paid> counted(Pay pay)
    {
        const size_t before = m_booth->moved().size();
        TRY_LET(paid, pay([this, before] { return sumSince(before); }));
        count(paid, before);
        return paid;
    }

    /// The same with a script of its own. One that was killed before the terminal heard of it leaves its script to the
    /// next.
    template <typename Pay>
    Result<SoakTill::Paid> watched(Pay pay)
    {
        if (!m_isScripted)
            m_booth->scriptNext(scriptFor(m_deck[m_next]));
        m_isScripted = true;
        TRY_LET(paid, counted(std::move(pay)));
        if (paid.wasAsked) {
            ++m_next;
            m_isScripted = false;
        }
        if (paid.wasAsked && m_soFar && m_figures.payments % 500 == 0)
            m_soFar(figures());
        return paid;
    }

    Money sumSince(size_t before) const
    {
        Money sum;
        const std::vector<Money> moved = m_booth->moved();
        for (size_t at = before; at < moved.size(); ++at)
            sum += moved[at];
        return sum;
    }

    void count(const SoakTill::Paid &paid, size_t before)
    {
        const Money taken = sumSince(before);
        const Money known = paid.payment.isNull() ? Money{} : paid.intent.authorised;
        m_figures.payments += paid.wasAsked ? 1 : 0;
        m_figures.approved += known.isZero() ? 0 : 1;
        m_figures.reversed += known.isZero() || paid.intent.reverses.isEmpty() ? 0 : 1;
        m_figures.doubtful += paid.wasAsked && paid.wasDoubtful ? 1 : 0;
        m_figures.byPerson += paid.byPerson ? 1 : 0;
        m_figures.killedAtWork += paid.wasAtWork ? 1 : 0;
        m_figures.doubled += m_booth->moved().size() > before + 1 ? 1 : 0;
        if (taken == known)
            return;
        if (taken.isZero())
            ++m_figures.invented;
        else if (paid.byPerson && !known.isZero()) {
            ++m_figures.otherAmount;
            m_saidByPerson += known - taken;
        } else
            ++m_figures.lost;
    }

    /// The whole day: what the Z says beside the terminal's log.
    Result<> compareDay()
    {
        TRY_LET(charged, m_till.charged());
        if (charged - m_saidByPerson == sumSince(0) || m_figures.lost + m_figures.invented > 0)
            return {};
        return failure(ErrorCode::Internal, u"the day: the till knows %1, the terminal %2"_s.arg(charged.cents()).arg(sumSince(0).cents()));
    }

    std::mt19937 m_dice;
    QString m_tool;
    std::function<void(const SoakFigures &)> m_soFar;
    QElapsedTimer m_watch;
    std::unique_ptr<TerminalBooth> m_booth;
    QStringList m_faults;
    SoakTill m_till;
    std::vector<int> m_deck;
    size_t m_next = 0;
    bool m_isScripted = false;
    Money m_saidByPerson; ///< By how much persons were wrong.
    SoakFigures m_figures;
};

QJsonObject toJson(const SoakFigures &figures)
{
    return {{u"protocol"_s, figures.protocol},
            {u"payments"_s, figures.payments},
            {u"faults"_s, figures.faults},
            {u"fewest_of_a_fault"_s, figures.fewestOfAFault},
            {u"kills"_s, figures.kills},
            {u"killed_at_work"_s, figures.killedAtWork},
            {u"approved"_s, figures.approved},
            {u"reversed"_s, figures.reversed},
            {u"doubtful"_s, figures.doubtful},
            {u"by_person"_s, figures.byPerson},
            {u"other_amount"_s, figures.otherAmount},
            {u"lost"_s, figures.lost},
            {u"invented"_s, figures.invented},
            {u"double"_s, figures.doubled},
            {u"seconds"_s, figures.seconds}};
}

QStringList soakProtocols()
{
    return {u"nexo"_s, u"opi-nl"_s, u"opi-de"_s, u"zvt-tcp"_s, u"zvt-keeps"_s, u"plugin"_s};
}

Result<SoakFigures> soakTerminal(const SoakPlan &plan, const QString &folder, const Clock &clock)
{
    if (!soakProtocols().contains(plan.protocol) || plan.payments < 1)
        return failure(ErrorCode::InvalidInput, u"soak: %1 %2"_s.arg(plan.protocol).arg(plan.payments));
    TRY_LET(booth, makeTerminalBooth(plan.protocol, {.tillPort = freePort(), .haste = boothHaste}, clock));
    return Soak{plan, folder, std::move(booth)}.run();
}

} // namespace guichet
