// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/FoundFacts.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/Verifier.h"
#include "core/usecases/DossierDesk.h"
#include "sync/client/Replacement.h"
#include "tests/sync/SyncDesk.h"

/// What the tests of a machine that takes the place of a till share, and those of a till that was restored.
namespace guichet {

inline bool isKnownAt(SyncedTill &till, const QString &dossier)
{
    return DossierDesk{till.workplace()}.detail(dossier).has_value();
}

/// In full: chains, sums of each Z, and a replay.
inline bool holdsWhole(SyncedTill &till)
{
    const DataFolder folder{till.folder.path()};
    TillProjector projector;
    const auto report = verifyLedger(folder.ledgerFile(), {.record = must(readIdentity(folder))}, projector);
    if (report && report->defect)
        UNSCOPED_INFO(report->defect->what.toStdString());
    return report && !report->defect && report->replayed;
}

inline Report dayOf(SyncedTill &till)
{
    return must(ReportStore{till.workplace().db()}.session(must(till.workplace().openSession()).id));
}

inline QString replacementCode(Line &line)
{
    return must(line.trial.centre->replaceTill({QStringLiteral("roches"), QStringLiteral("01")})).enrolment;
}

/// The folder of `machine`, which is closed, in the place of the till of the code. `fetched`: hears of each page.
inline Result<ReplacedTill> takeOverAt(const QUrl &url, SyncedTill &machine, const QString &code,
                                       const std::function<void(int)> &fetched = {})
{
    const TillReplacement wanted{.address = {.url = url, .token = {}}, .code = code, .administrator = {}, .pin = {}, .preferFile = true};
    const ReplacementHooks hooks{
        .keepToken = [&](const TillIdentity &, const QByteArray &token) { return machine.secrets.write(centreTokenName, token); },
        .fetched = fetched,
        .rest = std::chrono::milliseconds{0}};
    return replaceTill(machine.folder.path(), wanted, machine.clock, machine.secrets, hooks);
}

/// `machine`, whatever it was, in the place of the till of the code; open when it succeeds.
inline Result<ReplacedTill> replaceBy(SyncedTill &machine, Line &line, const QString &code, const std::function<void(int)> &fetched = {})
{
    machine.closeTill();
    Result<ReplacedTill> replaced = takeOverAt(line.url(), machine, code, fetched);
    if (replaced)
        machine.restart();
    return replaced;
}

/// A till that has sold and sent, another one of the attraction, and an empty machine.
struct TillToReplace
{
    TillToReplace()
    {
        line.enrol(old);
        must(line.exchange(old));
        line.enrol(other);
        sent = old.sell(2);
        must(line.exchange(old));
        must(line.exchange(other));
        machine.emptyFolder();
    }
    void replace()
    {
        must(replaceBy(machine, line, replacementCode(line)));
        must(machine.staff().logIn(QStringLiteral("seller"), QStringLiteral("1111")));
    }
    CentralTill atCentre() { return must(line.trial.centre->accounts().tills(QStringLiteral("roches"))).front(); }

    Line line;
    SyncedTill old;
    SyncedTill other;
    SyncedTill machine;
    QString sent;
};

/// A key that asks for the place of a till.
inline EnrolRequest takeOverRequest(const QString &code, const KeyPair &key)
{
    return {.code = code, .chains = {}, .key = key.publicKey(), .proof = key.sign(takeOverMessage(code, key.publicKey()))};
}

} // namespace guichet
