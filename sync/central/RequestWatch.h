// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ServerLimits.h"

#include <QByteArray>
#include <optional>

namespace guichet {

/// Looks at the bytes of a request on their way to Qt HttpServer, which in 6.4 takes any size and misunderstands some heads: it knows when
/// head and body end, and refuses what is too large or not plain. Anything that two readers could read in two ways is refused. Pure.
class RequestWatch
{
public:
    explicit RequestWatch(const ServerLimits &limits) : m_limits{limits} {}

    enum class Stage { Between, Head, Body, Whole };
    /// Takes bytes as they come. The limit that they meet; nullopt: none. Malformed too: another request behind it, before this one is
    /// answered.
    std::optional<Limit> take(QByteArrayView bytes);
    Stage stage() const { return m_stage; }
    qint64 bodySize() const { return m_bodySize; } ///< As declared, from the end of the head on.
    /// The next request begins.
    void next();

private:
    qsizetype takeHead(QByteArrayView bytes);
    std::optional<Limit> readHead();
    bool readField(QByteArrayView line);

    ServerLimits m_limits;
    Stage m_stage = Stage::Between;
    QByteArray m_head;
    int m_lengths = 0; ///< Fields that say how long the body is.
    qint64 m_bodySize = 0;
    qint64 m_left = 0;
};

} // namespace guichet
