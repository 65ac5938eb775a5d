// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/PlainText.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PrintQueue.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// A manager who trains at an open till.
class TrainingFixture : public TillFixture
{
public:
    TrainingFixture()
    {
        startDay();
        must(staff().logIn(u"manager"_s, u"2222"_s));
        putReason(u"retour"_s, Reason::Kind::Refund);
        putReason(u"appoint"_s, Reason::Kind::CashMovement);
        putReason(u"monnaie"_s, Reason::Kind::Drawer);
        must(workplace().documentsChanged());
    }

    DossierDesk dossiers() { return DossierDesk{workplace()}; }
    void train(bool on = true) { must(desk().setTraining(CommandId::generate(), on)); }
    SaleOutcome sellBears(int quantity = 1)
    {
        addBear(quantity);
        must(pay(u"cash"_s));
        return must(validate());
    }
    Result<RefundOutcome> refund(const QString &number, std::vector<RefundRequest::Line> lines = {})
    {
        return dossiers().refund(CommandId::generate(), number, {.lines = std::move(lines), .reason = u"retour"_s, .restock = true},
                                 {.method = u"cash"_s, .reference = {}, .giftCode = {}});
    }
};

} // namespace

TEST_CASE_METHOD(TrainingFixture, "dossiers of training have numbers of their own, and take none of the real ones")
{
    train();
    const auto first = sellBears();
    const auto second = sellBears();
    CHECK(first.dossierNumber == u"F2611230101");
    CHECK(second.dossierNumber == u"F2611230102");
    CHECK(second.receipt == DocumentNumber{u"F"_s, 2});
    train(false);
    CHECK(sellBears().dossierNumber == u"P2611230101");
}

TEST_CASE_METHOD(TrainingFixture, "what was sold in training is shown, found by its code and printed again")
{
    train();
    const auto sale = sellBears(2);
    CHECK(plainText(must(dossiers().receiptPaper(sale.dossierNumber))).contains(u"FORMATION"_s));
    const auto detail = must(dossiers().detail(u"f1"_s));
    CHECK(detail.row.number == sale.dossierNumber);
    CHECK(detail.row.total == cents(2598));
    CHECK(detail.lines.front().priced.quantity == 2);
    REQUIRE(detail.payments.size() == 1);
    CHECK(must(dossiers().search({})).front() == detail.row);
    CHECK(must(checkout().scan(CommandId::generate(), sale.dossierNumber)).dossierNumber == sale.dossierNumber);
    const auto before = must(PrintQueue{workplace()}.waiting()).size();
    must(dossiers().reprint(CommandId::generate(), sale.dossierNumber));
    CHECK(must(PrintQueue{workplace()}.waiting()).size() == before + 1);
    CHECK(must(desk().preview()).copies == 0);
}

TEST_CASE_METHOD(TrainingFixture, "training is there after a restart, and gone once it is left")
{
    train();
    const auto sale = sellBears();
    restart();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CHECK(must(dossiers().detail(sale.dossierNumber)).row.total == cents(1299));
    train(false);
    CHECK(refusal(dossiers().detail(sale.dossierNumber)) == ErrorCode::DossierUnknown);
    CHECK(refusal(checkout().scan(CommandId::generate(), sale.dossierNumber)) == ErrorCode::UnknownCode);
    train();
    CHECK(must(dossiers().search({})).empty());
    CHECK(refusal(checkout().lastSale()) == ErrorCode::NotFound);
}

TEST_CASE_METHOD(TrainingFixture, "the last sale of a trainee is one of training, and no real dossier is touched")
{
    const auto real = sellBears();
    train();
    CHECK(refusal(checkout().lastSale()) == ErrorCode::NotFound);
    const auto practised = sellBears();
    CHECK(must(checkout().lastSale()).dossierNumber == practised.dossierNumber);
    CHECK(refusal(dossiers().reprint(CommandId::generate(), real.dossierNumber)) == ErrorCode::TrainingActive);
    CHECK(refusal(refund(real.dossierNumber)) == ErrorCode::TrainingActive);
    CHECK(countFacts(u"COPY"_s) == 0);
    train(false);
    CHECK(must(checkout().lastSale()).dossierNumber == real.dossierNumber);
}

TEST_CASE_METHOD(TrainingFixture, "a refund is practised in parts, up to what was sold, and counts nowhere")
{
    train();
    const auto sale = sellBears(2);
    const Id<CartLine> line = sale.content.lines.front().priced.id;
    const auto part = must(refund(sale.dossierNumber, {{.line = line, .units = 1}}));
    CHECK(part.receipt == DocumentNumber{u"F"_s, 2});
    CHECK(part.content.total == cents(-1299));
    CHECK(must(workplace().journal().fact(part.fact)).body.label == EventLabel::T);
    CHECK(must(refund(sale.dossierNumber)).content.total == cents(-1299));
    CHECK(refusal(refund(sale.dossierNumber)) == ErrorCode::AlreadyRefunded);
    const auto detail = must(dossiers().detail(sale.dossierNumber));
    CHECK(detail.row.refunded == cents(2598));
    CHECK(detail.lines.front().refundedUnits == 2);
    const auto report = must(desk().preview());
    CHECK(report.refundCount == 0);
    CHECK(report.net.isZero());
    CHECK(must(workplace().journal().head()).totals.net.isZero());
}

TEST_CASE_METHOD(TrainingFixture, "cash is moved as an exercise: a slip, no drawer, nothing in the X")
{
    train();
    must(desk().moveCash(CommandId::generate(), CashMovementKind::In, cents(5000), u"appoint"_s, u"essai"_s));
    must(desk().openDrawer(CommandId::generate(), u"monnaie"_s));
    const auto jobs = must(PrintQueue{workplace()}.waiting());
    REQUIRE(jobs.size() == 1);
    CHECK_FALSE(jobs.front().paper.openDrawer);
    CHECK(plainText(jobs.front().paper).contains(u"FORMATION"_s));
    const auto report = must(desk().preview());
    CHECK(report.cash.expected() == cents(10'000));
    CHECK(report.drawerOpenings.empty());
}

TEST_CASE_METHOD(TrainingFixture,
                 "the comment of a cash movement is text like any other: too long or with a forbidden character it is refused")
{
    const qint64 facts = countFacts(u"CASH_MOVED"_s);
    for (const QString &comment : {QString(1001, u'x'), QString{u"a"_s}.append(QChar{0})})
        CHECK(refusal(desk().moveCash(CommandId::generate(), CashMovementKind::In, cents(5000), u"appoint"_s, comment)) ==
              ErrorCode::InvalidInput);
    CHECK(countFacts(u"CASH_MOVED"_s) == facts);
    must(desk().moveCash(CommandId::generate(), CashMovementKind::In, cents(5000), u"appoint"_s, QString(1000, u'x')));
}

TEST_CASE_METHOD(TrainingFixture, "an X is practised: paper marked FORMATION, no number, no fact")
{
    train();
    const auto report = must(desk().xReport(CommandId::generate()));
    CHECK(report.number == 0);
    CHECK(countFacts(u"X_REPORT"_s) == 0);
    const auto jobs = must(PrintQueue{workplace()}.waiting());
    REQUIRE(jobs.size() == 1);
    CHECK(plainText(jobs.front().paper).contains(u"FORMATION"_s));
    train(false);
    CHECK(must(desk().xReport(CommandId::generate())).number == 1);
}

TEST_CASE_METHOD(TrainingFixture, "copies of a receipt of training are numbered one after the other")
{
    train();
    const auto sale = sellBears();
    for (const QString &copy : {u"1"_s, u"2"_s}) {
        must(dossiers().reprint(CommandId::generate(), sale.dossierNumber));
        CHECK(plainText(must(PrintQueue{workplace()}.waiting()).back().paper).contains(u"DUPLICATA N° "_s + copy));
    }
}

TEST_CASE_METHOD(TrainingFixture, "a Z is refused in training, but a late closing leaves it, whoever makes it")
{
    train();
    sellBears();
    CHECK(refusal(desk().close(CommandId::generate(), {})) == ErrorCode::TrainingActive);
    CHECK(workplace().training);
    must(staff().logIn(u"seller"_s, u"1111"_s));
    clock.advance(std::chrono::hours{24});
    CHECK(must(desk().close(CommandId::generate(), {})).trainingTickets == 1);
    CHECK_FALSE(workplace().training);
}

TEST_CASE_METHOD(TrainingFixture, "what a terminal owes an answer for is settled before training, and stays real during it")
{
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    must(checkout().finishCharge(started.intent, Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}}));
    must(checkout().park(CommandId::generate(), u"A"_s));
    CHECK(refusal(desk().setTraining(CommandId::generate(), true)) == ErrorCode::IntentPending);
    must(checkout().resolve(CommandId::generate(), started.intent, ChargeState::Declined, {}));
    train();
    const Charge late{.state = ChargeState::Approved, .authorised = cents(1299), .reference = u"L1"_s, .text = {}};
    must(checkout().recordLookUp(started.intent, late));
    CHECK(refusal(checkout().resolve(CommandId::generate(), started.intent, ChargeState::Approved, {})) == ErrorCode::TrainingActive);
    train(false);
    must(checkout().resolve(CommandId::generate(), started.intent, ChargeState::Approved, u"L1"_s));
    CHECK(must(desk().preview()).methods.front().received == cents(1299));
}
