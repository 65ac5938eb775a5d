// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/plugin/SimulatedPluginBook.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

using Kind = PluginBooking::Kind;

Kind kindOf(const PluginWish &wish)
{
    if (!wish.original.isEmpty())
        return Kind::Reversal;
    return wish.amount.isNegative() ? Kind::Refund : Kind::Payment;
}

} // namespace

void SimulatedPluginBook::noteArrival(const QString &id)
{
    const std::lock_guard lock{m_mutex};
    ++m_arrivals[id];
}

int SimulatedPluginBook::arrivals(const QString &id) const
{
    const std::lock_guard lock{m_mutex};
    return m_arrivals.value(id);
}

std::vector<PluginBooking> SimulatedPluginBook::bookings()
{
    const std::lock_guard lock{m_mutex};
    catchUp();
    return m_bookings;
}

QByteArray SimulatedPluginBook::remember(const QString &id, const QByteArray &state, Money amount, const QString &transaction)
{
    const QByteArray reference = transaction.isEmpty() ? "-"_ba : QByteArray::number(100'000 + static_cast<qint64>(m_bookings.size()));
    const QByteArray answer = "ANSWER " + id.toUtf8() + ' ' + state + ' ' + QByteArray::number(amount.cents()) + ' ' +
                              (transaction.isEmpty() ? "-"_ba : transaction.toUtf8()) + ' ' + reference;
    m_answers.insert(id, answer);
    return answer;
}

/// Zero: it is declined.
Money SimulatedPluginBook::movedBy(const PluginWish &wish, const PluginScript &script)
{
    if (script.scenario == PluginScenario::Decline || wish.amount.absolute().cents() % 100 == 5)
        return {};
    if (kindOf(wish) == Kind::Reversal) {
        const auto original = std::ranges::find(m_bookings, wish.original, &PluginBooking::transaction);
        const bool canBe = original != m_bookings.end() && !original->isReversed && original->amount == wish.amount;
        if (canBe)
            original->isReversed = true;
        return canBe ? -wish.amount : Money{};
    }
    if (wish.amount.isNegative())
        return wish.amount;
    if (script.scenario == PluginScenario::Partial)
        return Money::fromCents(std::max<qint64>(1, wish.amount.cents() / 2));
    return script.scenario == PluginScenario::Tip ? wish.amount + script.tip : wish.amount;
}

QByteArray SimulatedPluginBook::performNow(const PluginWish &wish, const PluginScript &script)
{
    const Money moved = movedBy(wish, script);
    if (moved.isZero())
        return remember(wish.id, "declined"_ba, {}, {});
    const QString transaction = u"SIM%1"_s.arg(m_bookings.size() + 1, 6, 10, QChar{u'0'});
    m_bookings.push_back({.kind = kindOf(wish), .id = wish.id, .transaction = transaction, .amount = moved});
    return remember(wish.id, "approved"_ba, moved, transaction);
}

QByteArray SimulatedPluginBook::perform(const PluginWish &wish, const PluginScript &script)
{
    const std::lock_guard lock{m_mutex};
    return performNow(wish, script);
}

QByteArray SimulatedPluginBook::abort(const PluginWish &wish)
{
    const std::lock_guard lock{m_mutex};
    return remember(wish.id, "declined"_ba, {}, {});
}

void SimulatedPluginBook::postpone(const PluginWish &wish, const PluginScript &script)
{
    const std::lock_guard lock{m_mutex};
    m_postponed = Postponed{.wish = wish, .script = script, .due = QDeadlineTimer{script.outage}};
}

/// Does what is due by now.
void SimulatedPluginBook::catchUp()
{
    if (!m_postponed || !m_postponed->due.hasExpired())
        return;
    performNow(m_postponed->wish, m_postponed->script);
    m_postponed.reset();
}

QByteArray SimulatedPluginBook::status(const QString &id)
{
    const std::lock_guard lock{m_mutex};
    catchUp();
    if (m_postponed && m_postponed->wish.id == id)
        return "ANSWER " + id.toUtf8() + " in_progress 0 - -";
    return m_answers.value(id, "ANSWER " + id.toUtf8() + " not_started 0 - -");
}

bool SimulatedPluginBook::isBusy()
{
    const std::lock_guard lock{m_mutex};
    catchUp();
    return m_postponed.has_value();
}

QList<QByteArray> SimulatedPluginBook::totals(bool endOfDay)
{
    const std::lock_guard lock{m_mutex};
    catchUp();
    Money sum;
    for (size_t at = m_counted; at < m_bookings.size(); ++at)
        sum += m_bookings[at].amount;
    const QByteArray row = "TOTAL Bancontact " + QByteArray::number(static_cast<qint64>(m_bookings.size() - m_counted)) + ' ' +
                           QByteArray::number(sum.cents());
    const bool isEmpty = m_counted == m_bookings.size();
    if (endOfDay)
        m_counted = m_bookings.size();
    return isEmpty ? QList<QByteArray>{} : QList<QByteArray>{row};
}

} // namespace guichet
