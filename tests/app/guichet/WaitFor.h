// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <functional>

namespace guichet {

inline constexpr int longestWait = 30'000; ///< Milliseconds: the sanitizers are slow.

/// Turns the event loop until it is so; false: it took too long.
inline bool waitFor(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < longestWait)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return done();
}

} // namespace guichet
