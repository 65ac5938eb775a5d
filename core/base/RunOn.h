// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>

namespace guichet {

/// Runs `work` on the thread of `context`. Go on with the result on your own thread: `.then(this, …)`.
template <typename Work>
auto runOn(QObject *context, Work work)
{
    return QtFuture::makeReadyFuture().then(context, std::move(work));
}

} // namespace guichet
