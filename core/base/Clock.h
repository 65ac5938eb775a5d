// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace guichet {

/// Europe/Brussels: the zone of every visit, slot and business day.
const QTimeZone &brussels();

/// What time it is. Rules take it as an argument, never from the system.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, in Europe/Brussels.
    virtual QDateTime now() const = 0;
};

/// The computer's clock.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
};

/// A clock that moves only when told: tests, `guichet-tool --clock`, history of the demo.
class SimulatedClock final : public Clock
{
public:
    explicit SimulatedClock(const QDateTime &start) : m_now{start.toTimeZone(brussels())} {}
    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now.toTimeZone(brussels()); }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now;
};

/// The hour at which a business day begins while no setting says another one (decisions 19).
constexpr int usualDayStart = 4;
/// The accounting date of an instant: before `startHour` (local) it is still the day before (decisions 19). Who has a ledger asks
/// Journal::businessDate() or Workplace::businessToday(), which know the hour of the settings.
QDate businessDateAt(const QDateTime &instant, int startHour);

/// RFC 3339 with milliseconds and offset: `2026-11-23T10:00:00.000+01:00`.
QString toRfc3339(const QDateTime &instant);
/// The inverse of toRfc3339(), in Europe/Brussels; seconds without a fraction and `Z` are taken too. Invalid for anything else, and for
/// what would not be written as it was read: years there before 1900 or after 9999.
QDateTime fromRfc3339(const QString &text);

} // namespace guichet
