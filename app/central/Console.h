// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QDateTime>
#include <QTextStream>

/// What guichet-central says, and what it ends with: 0, or one of two kinds of failure.
namespace guichet::commands {

/// What was asked for.
QTextStream &out();
/// As a clock in Brussels shows it, to the minute; `never` when it is no instant.
QString momentWords(const QDateTime &at);
/// Says why a command was refused, to standard error; its exit status.
int say(const Result<> &result);
/// Of the command line itself: what was wrong, in one line, and where to read on. Its exit status.
int misuse(const QString &what);

} // namespace guichet::commands
