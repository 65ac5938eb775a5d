// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/LedgerCommands.h"

#include "core/base/Absence.h"
#include "core/base/WholeFile.h"
#include "core/ledger/Anchor.h"
#include "core/ledger/Backup.h"
#include "core/ledger/EventNotes.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Rebuild.h"
#include "core/ledger/Restore.h"
#include "core/ledger/TillProjector.h"
#include "core/ledger/Verifier.h"
#include "ui/format/ErrorText.h"

#include <QCommandLineParser>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTextStream>

#include <cstdio>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int holds = 0;
constexpr int failed = 1;
constexpr int wrongCall = 2;

/// What a command works on.
struct LedgerCall
{
    DataFolder folder;
    const QCommandLineParser &parser;
    QString argument; ///< The word after the command.
    const Clock &clock;
    SecretStore &keychain;
};

int print(QJsonObject answer, int status)
{
    answer[u"ok"_s] = status == holds;
    QTextStream{stdout} << QString::fromUtf8(QJsonDocument{answer}.toJson(QJsonDocument::Compact)) << '\n';
    return status;
}

int refuse(const Error &error, int status = failed)
{
    return print({{u"error"_s, codeName(error.code)}, {u"message"_s, errorSentence(error)}, {u"detail"_s, error.detail}}, status);
}

/// The wrong folder; a till whose ledger is gone does not hold.
bool isNoTill(const DataFolder &folder, const Error &error)
{
    return error.code == ErrorCode::TillMissing && !folder.hasTill();
}

/// A fingerprint, or its first half as a Z prints it, in groups or not; or a whole public key.
bool isFingerprint(const QString &text)
{
    static const QRegularExpression shape{u"\\A(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32}|[0-9a-fA-F]{64})\\z"_s};
    static const QRegularExpression separators{u"[\\s:-]"_s};
    return shape.match(QString{text}.remove(separators)).hasMatch();
}

Result<VerifyOptions> verifyOptions(const LedgerCall &call)
{
    VerifyOptions options;
    options.chainOnly = call.parser.isSet(u"chain-only"_s);
    options.keys = call.parser.values(u"key"_s);
    for (const QString &key : options.keys)
        if (!isFingerprint(key))
            return failure(ErrorCode::InvalidInput, u"key: no fingerprint: "_s + key, {u"key"_s});
    for (const QString &text : call.parser.values(u"anchor"_s)) {
        TRY_LET(anchor, Anchor::fromString(text));
        options.anchors.push_back(anchor);
    }
    return options;
}

QString verdict(const VerifyReport &report)
{
    if (report.defect)
        return u"défaut"_s;
    return report.exitStatus() == 2 ? u"auto-cohérent, non ancré"_s : u"le journal tient"_s;
}

/// Facts that got their signature later than they were written: each range, and whether an anchor shows it.
QJsonArray signedLateJson(const VerifyReport &report)
{
    QJsonArray ranges;
    for (const VerifyReport::SignedLate &late : report.signedLate)
        ranges.append(QJsonObject{{u"incarnation"_s, late.incarnation},
                                  {u"from"_s, late.from},
                                  {u"to"_s, late.to},
                                  {u"facts"_s, late.to - late.from + 1},
                                  {u"anchored"_s, late.anchored}});
    return ranges;
}

/// Sales and refunds that no Z can hold.
QJsonArray outsideJson(const VerifyReport &report)
{
    QJsonArray facts;
    for (const FactPosition &fact : report.outsideSessions)
        facts.append(QJsonObject{{u"incarnation"_s, fact.incarnation}, {u"fact"_s, fact.number}});
    return facts;
}

/// A record that cannot be read is a failure; without any the ledger is merely not anchored.
Result<> takeKeysOnRecord(const DataFolder &folder, VerifyOptions &options)
{
    if (!options.keys.isEmpty())
        return {};
    TRY_LET(record, foundOrNone(readIdentity(folder), ErrorCode::TillMissing));
    options.record = std::move(record);
    return {};
}

int verify(const LedgerCall &call)
{
    Result<VerifyOptions> options = verifyOptions(call);
    if (!options)
        return print({{u"error"_s, codeName(options.error().code)}, {u"message"_s, errorSentence(options.error())}}, wrongCall);
    if (const Result<> taken = takeKeysOnRecord(call.folder, *options); !taken)
        return refuse(taken.error());
    TillProjector projector;
    const Result<VerifyReport> report = verifyLedger(call.folder.ledgerFile(), *options, projector);
    if (!report)
        return refuse(report.error(), isNoTill(call.folder, report.error()) ? wrongCall : failed);
    QJsonObject answer{{u"verdict"_s, verdict(*report)},
                       {u"facts"_s, report->facts},
                       {u"zReports"_s, report->zReports},
                       {u"keyed"_s, report->keyed},
                       {u"anchored"_s, report->anchored},
                       {u"replayed"_s, report->replayed},
                       {u"pendingSignatures"_s, report->pendingSignatures},
                       {u"signedLate"_s, signedLateJson(*report)},
                       {u"outsideSessions"_s, outsideJson(*report)}};
    if (report->defect)
        answer[u"defect"_s] = QJsonObject{{u"fact"_s, report->defect->position.number},
                                          {u"incarnation"_s, report->defect->position.incarnation},
                                          {u"what"_s, report->defect->what}};
    return print(answer, report->exitStatus());
}

/// Plays the journal into a new ledger and compares it with what stands, row by row.
Result<QJsonObject> rebuildAndCompare(const LedgerCall &call)
{
    TRY_LET(source, Database::open(call.folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly}));
    TRY(requireSchema(*source));
    TRY_LET(target, Database::openInMemory());
    TillProjector projector;
    // A still picture: a running till goes on writing.
    return inTransaction(*source, [&]() -> Result<QJsonObject> {
        TRY_LET(facts, rebuildInto(*source, *target, projector));
        TRY_LET(difference, firstDifference(*source, *target, projector.projectionTables()));
        if (!difference.isEmpty())
            return failure(ErrorCode::ChainBroken, difference);
        return QJsonObject{{u"facts"_s, facts}, {u"equal"_s, true}};
    });
}

int rebuild(const LedgerCall &call)
{
    const Result<QJsonObject> answer = rebuildAndCompare(call);
    return answer ? print(*answer, holds) : refuse(answer.error());
}

/// One fact a line: body and content byte for byte as they were hashed and signed, hash, signature.
QByteArray exportLine(const StoredBytes &fact)
{
    return R"({"body":)" + fact.body + R"(,"content":)" + fact.content + R"(,"hash":")" + fact.hash.toHex() + R"(","signature":")" +
           fact.signature.toHex() + "\"}\n";
}

/// That it happened is a fact of the till, which it writes when it is opened next, or within the hour when it is open (JET 110).
void note(const LedgerCall &call, TechnicalEvent event, const QJsonObject &details)
{
    std::ignore = noteEvent(call.folder, event, call.clock.now(), details); // on media that nobody can write there is no till either
}

Result<QJsonObject> exportFacts(const LedgerCall &call)
{
    TRY_LET(source, Database::open(call.folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly}));
    qint64 facts = 0;
    TRY(writeWholeFile(call.argument, [&](QIODevice &file) {
        return forEachStored(*source, [&](const StoredBytes &fact) -> Result<> {
            ++facts;
            file.write(exportLine(fact));
            return {};
        });
    }));
    note(call, TechnicalEvent::Export, {{u"facts"_s, facts}});
    return QJsonObject{{u"file"_s, call.argument}, {u"facts"_s, facts}};
}

int exportTo(const LedgerCall &call)
{
    const Result<QJsonObject> answer = exportFacts(call);
    return answer ? print(*answer, holds) : refuse(answer.error());
}

QJsonObject backupJson(const BackupInfo &backup)
{
    return {
        {u"file"_s, backup.file}, {u"madeAt"_s, toRfc3339(backup.madeAt)}, {u"lastFact"_s, backup.head.number}, {u"facts"_s, backup.facts}};
}

int backup(const LedgerCall &call)
{
    const Result<std::unique_ptr<Database>> source =
        Database::open(call.folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    if (!source)
        return refuse(source.error());
    const Result<BackupInfo> made = backUp(**source, call.folder, call.clock.now());
    if (!made)
        return refuse(made.error());
    note(call, TechnicalEvent::Backup, {{u"last_number"_s, made->head.number}});
    return print(backupJson(*made), holds);
}

/// The secret goes where that of the till has been.
Result<RestoreOutcome> restored(const LedgerCall &call)
{
    TRY_LET(identity, readIdentity(call.folder));
    TillProjector projector;
    return restoreNewest(
        call.folder.path(),
        {.projector = projector, .clock = call.clock, .keychain = call.keychain, .preferFile = identity.secretStore == u"file"});
}

int restore(const LedgerCall &call)
{
    if (!call.parser.isSet(u"force"_s) && isSound(call.folder.path()))
        return print(
            {{u"error"_s, codeName(ErrorCode::TillExists)},
             {u"message"_s, u"La caisse est saine : restaurer lui ferait perdre ce qui suit la sauvegarde et ouvrirait une nouvelle "
                            "série. Avec --force, faites-le quand même."_s}},
            failed);
    const Result<RestoreOutcome> outcome = restored(call);
    if (!outcome)
        return refuse(outcome.error());
    QJsonObject answer = backupJson(outcome->backup);
    answer[u"recovered"_s] = outcome->recovered;
    answer[u"documents"_s] = outcome->documents;
    answer[u"complete"_s] = outcome->complete;
    answer[u"backedUp"_s] = !outcome->backupFailed;
    answer[u"lastKnownFact"_s] = outcome->lastKnown.number;
    answer[u"lastKnownAt"_s] = toRfc3339(outcome->lastKnownAt);
    answer[u"incarnation"_s] = outcome->incarnation;
    answer[u"damaged"_s] = outcome->damagedFolder;
    answer[u"fingerprint"_s] = outcome->fingerprint;
    return print(answer, holds);
}

} // namespace

int runLedgerCommand(const QString &command, const QCommandLineParser &parser, const Clock &clock, SecretStore &keychain)
{
    using Run = int (*)(const LedgerCall &);
    static const QHash<QString, Run> commands{
        {u"verify"_s, verify}, {u"rebuild"_s, rebuild}, {u"export"_s, exportTo}, {u"backup"_s, backup}, {u"restore"_s, restore}};
    const Run run = commands.value(command, nullptr);
    // Whoever names a file where none is read would believe that this file was verified.
    const qsizetype words = command == u"export" ? 2 : 1;
    if (!run || parser.positionalArguments().size() != words) {
        QTextStream{stderr} << "guichet-tool: " << parser.positionalArguments().join(u' ')
                            << ": run FICHIER|-, verify, rebuild, export FICHIER, backup, restore\n";
        return wrongCall;
    }
    return run({DataFolder{parser.value(u"data"_s)}, parser, parser.positionalArguments().value(1), clock, keychain});
}

} // namespace guichet
