// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCommandLineParser;

namespace guichet {

class Clock;
class SecretStore;

/// The commands on a ledger as a whole: verify, rebuild, export, backup, restore. Prints one JSON object; returns the exit status:
/// 0 sound or done, 1 a defect or a failure, 2 self-consistent but not anchored, or a wrong call. `clock`: when a backup or
/// a restore is made. `keychain` keeps the secret of a restored
/// till, unless its secret is in a file.
int runLedgerCommand(const QString &command, const QCommandLineParser &parser, const Clock &clock, SecretStore &keychain);

} // namespace guichet
