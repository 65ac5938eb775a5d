// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/facts/Fact.h"
#include "core/ledger/SessionStore.h"
#include "core/people/User.h"

#include <random>

namespace guichet {

class SimulatedClock;
struct Workplace;

/// A small generator of our own: the same year on every machine.
class DemoDice
{
public:
    explicit DemoDice(quint64 seed) : m_engine{seed} {}
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint64>(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename List>
    const auto &pick(const List &list)
    {
        return list[static_cast<size_t>(below(static_cast<int>(list.size())))];
    }

private:
    std::mt19937_64 m_engine;
};

/// A till of the demo while its past is written: who works there, and the day that has been reached. On the ledger thread.
struct DemoTill
{
    Workplace &workplace;
    SimulatedClock &clock;
    TillProfile profile;
    DemoDice dice;
    std::vector<User> sellers;
    User manager;

    QDate date;
    SessionRecord session;
    qint64 dossiers = 0; ///< Numbered today at the counter.
    Money cash;          ///< That came into the drawer today.

    void at(QTime time);
    Actor actor() const;
};

/// The till of an open workplace; a seed of its own for each. NotFound: the catalogue lacks its profile, or the people who work there.
Result<DemoTill> demoTillOf(Workplace &workplace, SimulatedClock &clock);

} // namespace guichet
