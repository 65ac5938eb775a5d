// SPDX-License-Identifier: GPL-3.0-or-later
// What the machine room does to a day: restores, printers, what is left beside the ledger.
#include "core/ledger/FileSecretStore.h"
#include "core/ledger/LastHead.h"
#include "core/ledger/Restore.h"
#include "core/ledger/Verifier.h"
#include "core/ledger/WorkingStore.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/PrintQueue.h"
#include "tests/core/usecases/TillFixture.h"

#include <QFile>
#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

void sellBear(TillFixture &till)
{
    till.addBear();
    must(till.pay(u"cash"_s));
    must(till.validate());
}

/// The ledger is gone; the newest backup comes back.
void loseAndRestore(TillFixture &till)
{
    till.closeTill();
    const DataFolder folder{till.folder.path()};
    REQUIRE(QFile::remove(folder.ledgerFile()));
    TillProjector projector;
    FileSecretStore secrets{folder.path()};
    must(restoreNewest(folder.path(), {.projector = projector, .clock = till.clock, .keychain = secrets, .preferFile = true}));
    till.restart();
}

VerifyReport verified(TillFixture &till)
{
    TillProjector projector;
    VerifyOptions options;
    options.record = till.workplace().ledger->identity();
    return must(verifyLedger(till.workplace().db().file(), options, projector));
}

/// A bear for 15,00 instead of 12,99, by a cheque of 10,00 and the rest in cash.
void sellDearerBear(TillFixture &till)
{
    const Id<CartLine> bear = till.addBear();
    till.approveBy();
    must(till.checkout().changePrice(CommandId::generate(), bear, cents(1500), u"geste"_s));
    must(till.pay(u"ancv"_s, cents(1000)));
    must(till.pay(u"cash"_s));
    must(till.validate());
}

MethodTotal &chequesOf(Report &report)
{
    const auto found = std::ranges::find(report.methods, u"ancv"_s, &MethodTotal::method);
    REQUIRE(found != report.methods.end());
    return *found;
}

/// Signs a Z as `change` makes it, with the key of the till.
void signZ(TillFixture &till, const std::function<void(Report &)> &change)
{
    Report z = must(till.desk().preview());
    z.kind = Report::Kind::Z;
    z.number = 1;
    change(z);
    FactDraft draft;
    draft.type = FactType::ZReport;
    draft.label = EventLabel::R;
    draft.session = z.session;
    draft.businessDate = z.businessDate;
    draft.content = reportToJson(z);
    draft.series = u"Z"_s;
    must(till.workplace().journal().append(draft));
}

} // namespace

TEST_CASE_METHOD(TillFixture, "verify names a signed Z that alters cheques, or leaves out or alters price changes by rate")
{
    using Change = std::function<void(Report &)>;
    const auto &[figure, change] = GENERATE(table<QString, Change>({
        {u""_s, [](Report &) {}},
        {u": cheques"_s, [](Report &z) { chequesOf(z).cheques.front().key = u"2000"_s; }},
        {u": cheques"_s, [](Report &z) { chequesOf(z).cheques.front().count = 2; }},
        {u": cheques"_s, [](Report &z) { std::swap(chequesOf(z).cheques, z.methods.back().cheques); }},
        {u": priceChangesByRate"_s, [](Report &z) { z.priceChangesByRate.clear(); }},
        {u": priceChangesByRate"_s, [](Report &z) { z.priceChangesByRate.front().increases += cents(1); }},
        {u": priceChangesByRate"_s, [](Report &z) { z.priceChangesByRate.front().rate.code = VatCode::C; }},
    }));
    startDay();
    takeChequesAs(u"ancv"_s);
    sellDearerBear(*this);
    signZ(*this, change);
    const VerifyReport report = verified(*this);
    CHECK(report.exitStatus() == (figure.isEmpty() ? 0 : 1));
    const QString what = report.defect ? report.defect->what : QString{};
    INFO(what.toStdString());
    CHECK((figure.isEmpty() ? what.isEmpty() : what.endsWith(figure)));
}

TEST_CASE_METHOD(TillFixture, "a restore in the middle of a session: selling goes on, the Z holds both halves, and it verifies")
{
    startDay();
    for (int i = 0; i < 3; ++i)
        sellBear(*this);
    must(backUp(workplace().db(), DataFolder{folder.path()}, clock.now()));
    const Report before = must(desk().preview());
    sellBear(*this); // lost
    clock.advance(std::chrono::minutes{30});
    loseAndRestore(*this);
    must(staff().logIn(u"manager"_s, u"2222"_s));
    for (int i = 0; i < 6; ++i) // numbers of the first incarnation come again
        sellBear(*this);
    CHECK(must(desk().nextZ()) == ZNumber{1, 2});
    CloseRequest closing;
    closing.countedCash = must(desk().preview()).cash.expected();
    closing.comment = u"Disque changé"_s;
    const Report z = must(desk().close(CommandId::generate(), closing));
    CHECK(z.saleCount == 9);
    CHECK(z.net == before.net * 3);
    CHECK(z.cash.sales == before.cash.sales * 3);
    CHECK(z.zNumber() == ZNumber{1, 2});
    CHECK(z.factFrom == 1);
    CHECK(must(desk().zReport({1, 2})).net == z.net);
    CHECK(refusal(desk().zReport({1, 1})) == ErrorCode::NotFound);
    const VerifyReport report = verified(*this);
    INFO((report.defect ? report.defect->what : QString{}).toStdString());
    CHECK(report.exitStatus() == 0);
    CHECK(report.outsideSessions.empty());
    CHECK(report.zReports == 1);
}

TEST_CASE_METHOD(TillFixture, "a run that was cut off is known by its start without a stop; one that ended is not")
{
    CHECK_FALSE(workplace().interrupted);
    restart();
    CHECK_FALSE(workplace().interrupted);
    const auto isCutOff = [&] { return must(SessionStore{workplace().db()}.startedWithoutStop(workplace().tillUid(), 1)); };
    CHECK(isCutOff()); // this run, until it ends
    must(workplace().journal().appendTechnical(TechnicalEvent::Stop));
    CHECK_FALSE(isCutOff());
}

TEST_CASE_METHOD(TillFixture, "a cart that came back though its dossier is sold is refused in words, and the till sells on")
{
    startDay();
    addBear();
    must(pay(u"cash"_s));
    const KeptCart kept = *must(WorkingStore{workplace().db()}.currentCart());
    must(validate());
    must(WorkingStore{workplace().db()}.keepCart(kept));
    CHECK(refusal(pay(u"cash"_s, cents(100))) == ErrorCode::NothingDue);
    const auto again = validate();
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::NothingDue);
    CHECK(again.error().values.front().startsWith(u'P'));
    CHECK(countFacts(u"SALE"_s) == 1);
    CHECK_FALSE(must(WorkingStore{workplace().db()}.currentCart()));
    sellBear(*this);
    CHECK(countFacts(u"SALE"_s) == 2);
}

TEST_CASE_METHOD(TillFixture, "a paper that does not come out is one technical event, however often it is tried")
{
    startDay();
    sellBear(*this);
    PrintQueue queue{workplace()};
    const QString job = must(queue.next())->id;
    const auto happened = [&] { return countFacts(u"TECHNICAL"_s); };
    const qint64 before = happened();
    for (int i = 0; i < 3; ++i)
        must(queue.failed(job, {.code = ErrorCode::PrinterOffline, .detail = u"/dev/usb/lp0"_s}));
    CHECK(happened() == before + 1);
    const QJsonObject details = must(SessionStore{workplace().db()}.lastEvent(workplace().tillUid(), TechnicalEvent::PrintFailed));
    CHECK(details == QJsonObject{{u"job"_s, job}, {u"error"_s, u"printer_offline"_s}});
    must(queue.printed(job));
    CHECK(happened() == before + 1);
}

TEST_CASE_METHOD(TillFixture, "a paper that was being sent when the till was killed waits for a person, and is printed again marked")
{
    startDay();
    sellBear(*this);
    const PrintJob sent = *must(PrintQueue{workplace()}.next());
    must(PrintQueue{workplace()}.sending(sent.id));
    CHECK(PrintQueue{workplace()}.discard(sent.id).error().code == ErrorCode::NotFound); // not while it prints
    restart();
    must(staff().logIn(u"seller"_s, u"1111"_s));
    PrintQueue queue{workplace()};
    CHECK(must(queue.job(sent.id)).state == PrintJob::State::Doubtful);
    CHECK(must(queue.doubtfulCount()) == 1);
    const auto next = must(queue.next());
    CHECK((!next || next->id != sent.id));
    CHECK(queue.sending(sent.id).error().code == ErrorCode::NotFound);
    const QString again = must(queue.printAgain(sent.id));
    CHECK(must(queue.job(sent.id)).state == PrintJob::State::Discarded);
    CHECK(queue.printAgain(sent.id).error().code == ErrorCode::NotFound); // once
    const Paper marked = must(queue.job(again)).paper;
    CHECK_FALSE(marked.openDrawer);
    CHECK(plainText(marked).count(u"DUPLICATA – première impression incertaine"_s) == 2);
    const QJsonObject event = must(SessionStore{workplace().db()}.lastEvent(workplace().tillUid(), TechnicalEvent::PrintedAgain));
    CHECK(event == QJsonObject{{u"job"_s, sent.id}, {u"again"_s, again}});
}

TEST_CASE_METHOD(TillFixture, "a doubtful paper that lies there is done; one that waits can go to the other printer, and back")
{
    startDay();
    sellBear(*this);
    PrintQueue queue{workplace()};
    const QString job = must(queue.next())->id;
    must(queue.sendTo(job, PrintJob::Printer::Spare));
    CHECK(must(queue.next(PrintJob::Printer::Spare))->id == job);
    must(queue.sendTo(job, PrintJob::Printer::Receipt));
    must(queue.sending(job));
    CHECK(queue.sendTo(job, PrintJob::Printer::Spare).error().code == ErrorCode::NotFound);
    must(queue.doubtful(job, {.code = ErrorCode::Timeout}));
    must(queue.confirmPrinted(job));
    CHECK(must(queue.job(job)).state == PrintJob::State::Printed);
    CHECK(must(queue.doubtfulCount()) == 0);
}

TEST_CASE_METHOD(TillFixture, "a drawer that could not be opened at once does not open later, before nobody")
{
    startDay();
    PrintQueue queue{workplace()};
    Paper kick;
    kick.openDrawer = true;
    const QString refused = must(queue.put(kick));
    must(queue.failed(refused, {.code = ErrorCode::PrinterUnavailable}));
    CHECK(must(queue.job(refused)).state == PrintJob::State::Discarded);
    const QString late = must(queue.put(kick));
    clock.advance(std::chrono::milliseconds{1}); // the oldest comes first; of two of the same instant either may
    Paper receipt = kick;
    receipt.items.emplace_back(PaperText{.text = u"Bonjour"_s});
    const QString paper = must(queue.put(receipt));
    CHECK(must(queue.next())->paper.openDrawer);
    clock.advance(std::chrono::seconds{61});
    const auto next = must(queue.next());
    REQUIRE(next);
    CHECK(next->id == paper);
    CHECK_FALSE(next->paper.openDrawer);
    CHECK(must(queue.job(late)).state == PrintJob::State::Discarded);
}

TEST_CASE_METHOD(TillFixture, "after a Z the head of the chain stands beside the ledger, signed")
{
    startDay();
    sellBear(*this);
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(desk().close(CommandId::generate(), {}));
    const LastHead left = readLastHead(DataFolder{folder.path()});
    REQUIRE(left.head);
    CHECK(left.head->number == must(workplace().journal().head()).position.number);
    CHECK(signedHeadOf(left, workplace().journal().identity()) == left.head);
}

TEST_CASE_METHOD(TillFixture, "a start that fails at whichever statement leaves no stop in the journal without its start")
{
    closeTill();
    const auto tellings = [this](TechnicalEvent event) {
        const auto db = must(Database::open(DataFolder{folder.path()}.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly}));
        qint64 told = 0;
        must(forEachFact(*db, 0, [&](const Fact &fact, qint64) -> Result<> {
            told += fact.content[u"event"].toString() == technicalEventName(event) ? 1 : 0;
            return {};
        }));
        return told;
    };
    bool opened = false;
    for (int statement = 0; !opened; ++statement) {
        REQUIRE(statement < 400);
        failNthQueryForTest(statement);
        auto till = Workplace::open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal, .keychain = nullptr});
        failNthQueryForTest(-1);
        opened = till.has_value();
        till = failure(ErrorCode::NotFound); // it stops, if it has started
        INFO("statement " << statement);
        CHECK(tellings(TechnicalEvent::Stop) == tellings(TechnicalEvent::Start));
    }
}
