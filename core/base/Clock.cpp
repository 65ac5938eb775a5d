// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include <QRegularExpression>

#include <array>
#include <limits>

namespace guichet {

namespace {

constexpr qint64 msPerHour = 3'600'000;

/// Seconds that Brussels is ahead of UTC. Qt looks through all changes each time; they come on full hours, so the last answer is kept.
int brusselsOffset(qint64 sinceEpochMs)
{
    struct Known
    {
        qint64 hour = std::numeric_limits<qint64>::min();
        int seconds = 0;
    };
    static thread_local Known known;
    const qint64 hour = (sinceEpochMs - (sinceEpochMs < 0 ? msPerHour - 1 : 0)) / msPerHour;
    if (known.hour != hour)
        known = {.hour = hour, .seconds = brussels().offsetFromUtc(QDateTime::fromSecsSinceEpoch(hour * 3600, Qt::UTC))};
    return known.seconds;
}

/// Figures, and the sign before them (0: none).
struct Piece
{
    char before;
    int value;
    size_t width;
};

class FigureText
{
public:
    void put(const Piece &piece)
    {
        if (piece.before)
            m_text[m_size++] = piece.before;
        int rest = piece.value;
        for (size_t at = m_size + piece.width; at-- > m_size; rest /= 10)
            m_text[at] = static_cast<char>('0' + rest % 10);
        m_size += piece.width;
    }
    QString text() const { return QString::fromLatin1(m_text.data(), static_cast<qsizetype>(m_size)); }

private:
    std::array<char, 32> m_text{};
    size_t m_size = 0;
};

} // namespace

const QTimeZone &brussels()
{
    static const QTimeZone zone{"Europe/Brussels"};
    return zone;
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc().toTimeZone(brussels());
}

QDate businessDateAt(const QDateTime &instant, int startHour)
{
    const QDateTime local = instant.toTimeZone(brussels());
    return local.time().hour() < startHour ? local.date().addDays(-1) : local.date();
}

QString toRfc3339(const QDateTime &instant)
{
    if (!instant.isValid())
        return {};
    const qint64 ms = instant.toMSecsSinceEpoch();
    const int offset = brusselsOffset(ms);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms + offset * 1000, Qt::UTC);
    const QDate date = local.date();
    const QTime time = local.time();
    if (date.year() < 0 || date.year() > 9999)
        return {};
    FigureText figures;
    for (const Piece &piece :
         {Piece{'\0', date.year(), 4}, Piece{'-', date.month(), 2}, Piece{'-', date.day(), 2}, Piece{'T', time.hour(), 2},
          Piece{':', time.minute(), 2}, Piece{':', time.second(), 2}, Piece{'.', time.msec(), 3},
          Piece{offset < 0 ? '-' : '+', std::abs(offset) / 3600, 2}, Piece{':', std::abs(offset) / 60 % 60, 2}})
        figures.put(piece);
    return figures.text();
}

QDateTime fromRfc3339(const QString &text)
{
    // Qt alone would also take a bare date, a local time, a comma.
    static const QRegularExpression shape{
        QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{3})?(Z|[-+][0-9]{2}:[0-9]{2})\\z")};
    if (!shape.match(text).hasMatch())
        return {};
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    return parsed.isValid() ? parsed.toTimeZone(brussels()) : QDateTime{};
}

} // namespace guichet
