// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/Centre.h"

#include <QCommandLineParser>

#include <functional>

/// The commands of guichet-central; docs/operations.md says how it is run. Each file has the options of its commands too.
namespace guichet::commands {

// Where the centre is, and its key (HomeCommands.cpp)
void describeHome(QCommandLineParser &parser);
/// The folder of a trial, or a database with the key that signs anchors. InvalidInput.
Result<CentreHome> homeOf(const QCommandLineParser &parser);
/// Before anything else on a database: all processes have copies of one key. A trial makes its own.
Result<> makeKey(const CentreHome &home);
Result<> showKey(const Centre &centre);

// The server (ServeCommand.cpp)
void describeServe(QCommandLineParser &parser);
/// Until it is asked to stop. Exit status.
int serve(Centre &centre, const QCommandLineParser &parser);

// Tills, and the codes they come with (TillCommands.cpp)
void describeTills(QCommandLineParser &parser);
Result<> addTill(Centre &centre, const QString &account, const QString &name, const QCommandLineParser &parser);
Result<> replaceTill(Centre &centre, const TillName &till, const QCommandLineParser &parser);
/// Also one that was revoked before: a code given since for a machine to replace it is shut out with it.
Result<> revokeTill(Centre &centre, const TillName &till);

// Accounts, and what is kept of them (AccountCommands.cpp)
void describeAccounts(QCommandLineParser &parser);
Result<> addAccount(Centre &centre, const CentralAccount &account);
Result<> newPassword(Centre &centre, const QString &account);
inline const QString allotmentFigures = QStringLiteral("PLACES from 0 to 1000, PERCENT from 0 to 100");
/// `account allotment KEY PLACES PERCENT`; InvalidInput for other figures.
Result<> setAllotment(Centre &centre, const QString &account, const QString &places, const QString &percent);
/// `account renew KEY`, or all accounts. Exit status.
int renew(Centre &centre, const QString &account, const QCommandLineParser &parser);
/// No PIN and no address: who may do what.
Result<> printUsers(Centre &centre, const QString &account);
/// DuplicateKey: the file is there, and `--replace` is not said.
Result<> exportTo(Centre &centre, const QString &account, const QString &file, const QCommandLineParser &parser);
Result<> restore(Centre &centre, const QString &file, const QCommandLineParser &parser);

/// A command in words, as `till add`.
struct Command
{
    using Parser = const QCommandLineParser &;
    QString words;
    QString arguments; ///< In brackets: may be left out.
    std::function<int(Centre &, const QStringList &, Parser)> run;
    bool makesTrial = false; ///< In a folder where there is none; another command has mistaken its folder.

    bool isMeant(const QStringList &said) const { return said.mid(0, words.count(u' ') + 1) == words.split(u' '); }
    QStringList names() const { return arguments.split(u' ', Qt::SkipEmptyParts); }
    bool takes(qsizetype count) const { return count <= names().size() && count >= names().size() - arguments.count(u'['); }
};

inline const QString newKey = QStringLiteral("key new"); ///< Before there is a centre.

/// All of them (CommandTable.cpp).
std::vector<Command> allCommands();

} // namespace guichet::commands
