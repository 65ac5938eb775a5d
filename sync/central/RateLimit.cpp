// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/RateLimit.h"

#include <algorithm>

namespace guichet {
namespace {

constexpr qint64 thousandths = 1000;
constexpr qsizetype mostBuckets = 10'000;

} // namespace

std::chrono::milliseconds RateLimit::take(const QByteArray &asker, qint64 nowMs, int cost)
{
    const std::chrono::milliseconds wait = waitOf(asker, nowMs, cost);
    if (wait.count() > 0)
        return wait;
    if (m_buckets.size() >= mostBuckets && !m_buckets.contains(asker))
        forgetFull(nowMs);
    Bucket left = bucketOf(asker, nowMs);
    left.level -= priceOf(cost);
    m_buckets.insert(asker, left);
    return {};
}

/// A thousandth comes back per millisecond and request per second.
std::chrono::milliseconds RateLimit::waitOf(const QByteArray &asker, qint64 nowMs, int cost) const
{
    const qint64 missing = priceOf(cost) - bucketOf(asker, nowMs).level;
    return std::chrono::milliseconds{missing > 0 ? (missing + m_perSecond - 1) / m_perSecond : 0};
}

/// As it is now; who is not remembered has a full one.
RateLimit::Bucket RateLimit::bucketOf(const QByteArray &asker, qint64 nowMs) const
{
    const auto known = m_buckets.constFind(asker);
    return {.level = known == m_buckets.constEnd() ? m_atOnce * thousandths : levelOf(*known, nowMs), .atMs = nowMs};
}

/// In thousandths; what costs more than a bucket costs a full one.
qint64 RateLimit::priceOf(int cost) const
{
    return std::min<qint64>(cost, m_atOnce) * thousandths;
}

qint64 RateLimit::levelOf(const Bucket &bucket, qint64 nowMs) const
{
    const qint64 untilFull = m_atOnce * thousandths / m_perSecond + 1;
    return std::min(m_atOnce * thousandths, bucket.level + std::min(nowMs - bucket.atMs, untilFull) * m_perSecond);
}

/// A full bucket is as good as none. Where that makes no room somebody asks with ever new names, whom no bucket holds: all are forgotten.
void RateLimit::forgetFull(qint64 nowMs)
{
    m_buckets.removeIf([&](std::pair<const QByteArray &, Bucket &> one) { return levelOf(one.second, nowMs) >= m_atOnce * thousandths; });
    if (m_buckets.size() >= mostBuckets)
        m_buckets.clear();
}

} // namespace guichet
