// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCommandLineParser;

namespace guichet {

/// The commands on a ledger as a whole: verify, rebuild, export, backup, restore. Prints one JSON object; returns the exit status:
/// 0 sound or done, 1 a defect or a failure, 2 self-consistent but not anchored, or a wrong call.
int runLedgerCommand(const QString &command, const QCommandLineParser &parser);

} // namespace guichet
