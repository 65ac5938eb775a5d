// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <chrono>

namespace guichet {

/// A bucket of tokens for each asker: a request takes one, and they come back at a steady pace. Pure: the time is an argument.
class RateLimit
{
public:
    struct Pace
    {
        int perSecond = 1; ///< On average.
        int atOnce = 1;    ///< Of a full bucket.
    };
    explicit RateLimit(Pace pace) : m_perSecond{pace.perSecond}, m_atOnce{pace.atOnce} {}

    /// Takes `cost` of the bucket of `asker`. Zero: taken; else nothing was, and so long it lasts until it can be.
    std::chrono::milliseconds take(const QByteArray &asker, qint64 nowMs, int cost = 1);
    /// How long it lasts until take() takes; takes nothing.
    std::chrono::milliseconds waitOf(const QByteArray &asker, qint64 nowMs, int cost = 1) const;
    qsizetype remembered() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        qint64 level = 0; ///< In thousandths.
        qint64 atMs = 0;
    };
    qint64 levelOf(const Bucket &bucket, qint64 nowMs) const;
    Bucket bucketOf(const QByteArray &asker, qint64 nowMs) const;
    qint64 priceOf(int cost) const;
    void forgetFull(qint64 nowMs);

    qint64 m_perSecond;
    qint64 m_atOnce;
    QHash<QByteArray, Bucket> m_buckets;
};

} // namespace guichet
