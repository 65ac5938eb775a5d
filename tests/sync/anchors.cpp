// SPDX-License-Identifier: GPL-3.0-or-later
// The centre's anchor on the Z (belgium.md §4.2, docs/decisions/0046).
#include "core/ledger/Verifier.h"
#include "core/receipt/PlainText.h"
#include "core/receipt/Words.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/Papers.h"
#include "core/usecases/PrintQueue.h"
#include "tests/sync/ReplacementDesk.h"

#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CentreAnchor lastAnchorOf(SyncedTill &till)
{
    std::optional<CentreAnchor> kept;
    must(till.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(found, ledger.chains().anchor());
        kept = found;
        return {};
    }));
    REQUIRE(kept);
    return *kept;
}

/// What a paper says of the centre: the anchor and the line below it; empty: nothing.
QStringList anchorLines(const Paper &paper)
{
    const QStringList lines = plainText(paper).split(u'\n');
    const auto first = std::ranges::find_if(lines, [](const QString &line) { return line.startsWith(u"Ancre de la centrale"_s); });
    return first == lines.end() ? QStringList{} : lines.mid(first - lines.begin(), 2);
}

Paper lastPaper(SyncedTill &till)
{
    return must(PrintQueue{till.workplace()}.waiting()).back().paper;
}

Paper paperOfZ(SyncedTill &till, const Report &report)
{
    return reportPaper(reportContext(till.workplace(), report), report);
}

} // namespace

TEST_CASE("the Z prints the last anchor that the centre has given, and a copy prints the same whatever came since")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    till.sell();
    must(line.exchange(till));
    const CentreAnchor anchor = lastAnchorOf(till);
    const QDateTime given = till.clock.now();
    till.clock.advance(5min);
    till.sell(); // the line is down: this one the centre does not have
    const Report report = till.closeDay();
    REQUIRE(report.factTo > anchor.number);

    const QStringList printed = anchorLines(lastPaper(till));
    REQUIRE(printed.size() == 2);
    CHECK(printed[0].endsWith(u"%1:%2"_s.arg(anchor.number).arg(toHex(anchor.hash).left(16))));
    CHECK(printed[1].contains(u"signée le "_s + printedDateTime(given, Language::French)));
    CHECK(printed[1].endsWith(toHex(anchor.signature).left(16)));

    must(line.exchange(till));
    REQUIRE(lastAnchorOf(till).number > anchor.number);
    CHECK(anchorLines(paperOfZ(till, report)) == printed); // on the screen
    must(DossierDesk{till.workplace()}.reprint(CommandId::generate(), u"Z1"_s));
    CHECK(plainText(lastPaper(till)).contains(u"DUPLICATA"_s));
    CHECK(anchorLines(lastPaper(till)) == printed);
}

TEST_CASE("what a Z prints of the centre is what `verify --anchor` holds the journal to, and a cut journal does not stand it")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    till.sell();
    must(line.exchange(till));
    const QStringList printed = anchorLines(paperOfZ(till, till.closeDay()));
    REQUIRE(printed.size() == 2);
    Anchor anchor = must(Anchor::fromString(printed[0].section(u' ', -1)));
    const QString ledger = DataFolder{till.folder.path()}.ledgerFile();
    TillProjector projector;
    const VerifyReport sound = must(verifyLedger(ledger, {.keys = {}, .record = {}, .anchors = {anchor}}, projector));
    CHECK(sound.anchored);
    CHECK(sound.exitStatus() == 0);
    anchor.number += 1'000'000; // as if what was there had been cut off
    CHECK(must(verifyLedger(ledger, {.keys = {}, .record = {}, .anchors = {anchor}}, projector)).exitStatus() == 1);
}

TEST_CASE("a till that is alone, and one that the centre has not heard yet, print nothing of it on the Z")
{
    SyncedTill alone;
    CHECK(anchorLines(paperOfZ(alone, alone.closeDay())).isEmpty());
    Line line;
    SyncedTill silent;
    line.enrol(silent);
    CHECK(anchorLines(paperOfZ(silent, silent.closeDay())).isEmpty());
}

TEST_CASE("a machine that took a till's place prints the Z of before as the machine before did")
{
    Line line;
    SyncedTill old;
    SyncedTill machine;
    line.enrol(old);
    old.sell();
    must(line.exchange(old));
    const Report report = old.closeDay();
    const QStringList printed = anchorLines(paperOfZ(old, report));
    REQUIRE(printed.size() == 2);
    must(line.exchange(old)); // the Z, and what stays at home
    machine.emptyFolder();
    must(replaceBy(machine, line, replacementCode(line)));
    CHECK(anchorLines(paperOfZ(machine, report)) == printed);
}
