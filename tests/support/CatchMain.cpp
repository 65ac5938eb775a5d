// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CatchRun.h"

#include <QCoreApplication>

/// Qt Sql finds its drivers only within an application.
int main(int argc, char **argv)
{
    const QCoreApplication application{argc, argv};
    return guichet::runCatch(argc, argv);
}
