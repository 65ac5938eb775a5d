// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DemoDays.h"

#include "core/usecases/DemoCounter.h"
#include "core/usecases/DemoPhone.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TillDesk.h"
#include "core/usecases/Workplace.h"

#include <algorithm>
#include <array>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array monthlyVisitors{40, 60, 90, 160, 190, 200, 360, 380, 170, 140, 60, 70}; ///< Tickets of an ordinary day, by month.
constexpr int visitorsForAShopSale = 8;
constexpr int visitorsForAMeal = 5;
constexpr int callsOfADay = 3; ///< At most.
constexpr Money counterFloat = Money::fromCents(25'000);
const QTime demoOpening{8, 45};
const QTime demoClosing{18, 15};

/// Writes one day after the other.
class DemoDays
{
public:
    DemoDays(DemoTill till, QDate today) : m_till{std::move(till)}, m_today{today}, m_counter{m_till}, m_phone{m_till} {}
    DemoDays(const DemoDays &) = delete;
    DemoDays &operator=(const DemoDays &) = delete;

    Result<> prepare()
    {
        TRY(m_counter.prepare());
        return m_phone.prepare();
    }

    Result<> write(QDate date)
    {
        return inTransaction(m_till.workplace.db(), [&]() -> Result<> {
            m_till.date = date;
            m_till.dossiers = 0;
            m_till.cash = {};
            TRY(open());
            TRY(workAllDay());
            TRY(close());
            return discardPaper();
        });
    }

private:
    /// There is no drawer at the telephone.
    Money drawerFloat() const { return m_till.profile.kind == TillProfile::Kind::Phone ? Money{} : counterFloat; }

    Result<> open()
    {
        m_till.at(demoOpening);
        m_till.workplace.user = m_till.manager;
        TRY(TillDesk{m_till.workplace}.open({}, {.amount = drawerFloat(), .count = {}, .clockConfirmed = true}));
        TRY_LET(session, m_till.workplace.openSession());
        m_till.session = session;
        return {};
    }

    Result<> close()
    {
        m_till.at(demoClosing);
        m_till.workplace.user = m_till.manager;
        TRY(TillDesk{m_till.workplace}.close(
            {},
            {.count = {}, .countedCash = drawerFloat() + m_till.cash, .countedMethods = {}, .nextFloat = drawerFloat(), .comment = {}}));
        return {};
    }

    int visitorsToday()
    {
        const int ordinary = monthlyVisitors[static_cast<size_t>(m_till.date.month() - 1)];
        const bool weekend = m_till.date.dayOfWeek() >= 6;
        return ordinary * (weekend ? 135 : 86) / 100 * (80 + m_till.dice.below(41)) / 100;
    }

    Result<> workAllDay()
    {
        switch (m_till.profile.kind) {
        case TillProfile::Kind::Desk: return sellVisits(visitorsToday());
        case TillProfile::Kind::Shop: return sellGoods(visitorsToday() / visitorsForAShopSale);
        case TillProfile::Kind::Cafeteria: return sellGoods(visitorsToday() / visitorsForAMeal);
        case TillProfile::Kind::Phone: return takeCalls(1 + m_till.dice.below(callsOfADay));
        }
        Q_UNREACHABLE();
    }

    /// The moment of one of so many sales, spread over the day, and who makes it.
    void customerComes(int index, int expected)
    {
        const int minute = std::min(9 * 60 + 5 + index * 500 / expected, 17 * 60 + 40);
        m_till.at(QTime{minute / 60, minute % 60, m_till.dice.below(60)});
        m_till.workplace.user = m_till.dice.pick(m_till.sellers);
    }

    Result<> sellVisits(int wanted)
    {
        const int expected = std::max(1, wanted * 10 / 24);
        for (int tickets = 0, sale = 0; tickets < wanted; ++sale) {
            customerComes(sale, expected);
            TRY_LET(sold, m_counter.sellVisit());
            tickets += sold;
        }
        return {};
    }

    Result<> sellGoods(int sales)
    {
        for (int sale = 0; sale < sales; ++sale) {
            customerComes(sale, sales);
            TRY(m_counter.sellGoods());
        }
        return {};
    }

    Result<> takeCalls(int calls)
    {
        for (int call = 0; call < calls; ++call) {
            customerComes(call, calls);
            TRY(m_phone.takeCall(m_today));
        }
        return {};
    }

    /// What the past has printed is on paper.
    Result<> discardPaper()
    {
        PrintQueue queue{m_till.workplace};
        TRY_LET(waiting, queue.waiting());
        for (const PrintJob &job : waiting)
            TRY(queue.printed(job.id));
        return {};
    }

    DemoTill m_till;
    QDate m_today;
    DemoCounter m_counter;
    DemoPhone m_phone;
};

} // namespace

Result<> writeDemoDays(Workplace &workplace, SimulatedClock &clock, QDate from, QDate today)
{
    TRY_LET(till, demoTillOf(workplace, clock));
    DemoDays days{std::move(till), today};
    TRY(days.prepare());
    for (QDate date = from; date < today; date = date.addDays(1))
        if (!workplace.catalogue->calendar.closures.contains(date))
            TRY(days.write(date));
    return {};
}

} // namespace guichet
