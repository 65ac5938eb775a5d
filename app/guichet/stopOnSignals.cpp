// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/stopOnSignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <tuple>
#include <unistd.h>
#endif

namespace guichet {

#ifdef Q_OS_UNIX

namespace {

int stopSockets[2];

/// Of all that one may do here, only this wakes the event loop.
void askToStop(int)
{
    const char byte = 1;
    std::ignore = ::write(stopSockets[0], &byte, 1);
}

} // namespace

void stopOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, stopSockets) != 0)
        return;
    auto *notifier = new QSocketNotifier{stopSockets[1], QSocketNotifier::Read, &application};
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [notifier] {
        notifier->setEnabled(false); // once is enough
        QCoreApplication::quit();
    });
    std::signal(SIGTERM, askToStop);
    std::signal(SIGINT, askToStop);
}

#else

void stopOnSignals(QCoreApplication &) {}

#endif

} // namespace guichet
