// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CentreTrouble.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/ReportStore.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/Papers.h"
#include "tests/core/usecases/TillFixture.h"

#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Report closeBy(TillFixture &till, const CloseRequest &request)
{
    must(till.staff().logIn(u"manager"_s, u"2222"_s));
    return must(till.desk().close(CommandId::generate(), request));
}

const NamedTotal *named(const std::vector<NamedTotal> &totals, const QString &key)
{
    const auto found = std::ranges::find(totals, key, &NamedTotal::key);
    return found == totals.end() ? nullptr : &*found;
}

void sellAdultsFrom(TillFixture &till, int adults, const Client &client)
{
    till.addAdults(adults);
    must(till.checkout().setClient(CommandId::generate(), client));
    must(till.payByCard());
    must(till.validate());
}

} // namespace

TEST_CASE_METHOD(TillFixture, "a Z is read by those who may make one")
{
    startDay();
    closeBy(*this, {.countedCash = cents(10'000), .nextFloat = cents(10'000)});
    must(staff().logIn(u"seller"_s, u"1111"_s));
    CHECK(refusal(desk().zReport({1})) == ErrorCode::NotAllowed);
    staff().logOut();
    CHECK(refusal(desk().zReport({1})) == ErrorCode::NotLoggedIn);
    must(staff().logIn(u"manager"_s, u"2222"_s));
    CHECK(must(desk().zReport({1})).number == 1);
}

TEST_CASE_METHOD(TillFixture, "a clock behind the last closing, or far ahead of it, is asked about before a day opens")
{
    startDay();
    closeBy(*this, {.countedCash = cents(10'000), .nextFloat = cents(10'000)});
    const QDateTime closed = clock.now();
    const auto opens = [&](bool confirmed) {
        return desk().open(CommandId::generate(), {.amount = cents(10'000), .count = {}, .clockConfirmed = confirmed});
    };
    for (const qint64 seconds : {qint64{-301}, qint64{-86'400}, qint64{-26 * 365} * 86'400, qint64{12 * 3600 + 1}}) {
        clock.set(closed.addSecs(seconds));
        CHECK(refusal(opens(false)) == ErrorCode::ClockSuspicious);
        CHECK(countFacts(u"SESSION_OPENED"_s) == 1);
    }
    must(opens(true));
}

TEST_CASE_METHOD(TillFixture, "a method that was counted though nobody paid by it has its line in the Z")
{
    startDay();
    CloseRequest request{.countedCash = cents(10'000), .nextFloat = cents(10'000)};
    request.countedMethods[u"bancontact"_s] = cents(1500);
    const Report report = closeBy(*this, request);
    const auto found = std::ranges::find(report.methods, u"bancontact"_s, &MethodTotal::method);
    REQUIRE(found != report.methods.end());
    CHECK(found->counted);
    CHECK(found->countedAmount == cents(1500));
    CHECK(found->total().isZero());
    CHECK_FALSE(found->title.isEmpty());
}

TEST_CASE_METHOD(TillFixture, "X and Z count by value what has face values, and list no other cheque by its amount (decisions 0034)")
{
    startDay();
    PaymentMethod bankCheque = *workplace().catalogue->paymentMethod(u"ancv"_s);
    bankCheque.key = u"cheque"_s;
    must(DocumentStore{workplace().db()}.put(DocumentKind::PaymentMethod, toJson(bankCheque), {u"boss"_s, clock.now()}));
    takeChequesAs(u"ancv"_s);
    addBear(2); // 25,98
    must(pay(u"ancv"_s, cents(1000)));
    must(pay(u"ancv"_s, cents(1000)));
    must(pay(u"cheque"_s));
    must(validate());
    const Report z = closeBy(*this, {.countedCash = cents(10'000), .nextFloat = cents(10'000)});
    const auto fixed = std::ranges::find(z.methods, u"ancv"_s, &MethodTotal::method);
    const auto free = std::ranges::find(z.methods, u"cheque"_s, &MethodTotal::method);
    REQUIRE((fixed != z.methods.end() && free != z.methods.end()));
    CHECK(fixed->cheques == std::vector<NamedTotal>{{.key = u"1000"_s, .title = {}, .count = 2, .amount = cents(2000)}});
    CHECK(free->received == cents(598));
    CHECK(free->cheques.empty());
    const Report recomputed = must(ReportStore{workplace().db()}.session(z.session));
    CHECK(reportDifferences(z, recomputed).isEmpty()); // `verify` knows no catalogue
    Report forged = z;
    forged.methods[static_cast<size_t>(fixed - z.methods.begin())].cheques[0].count = 1;
    CHECK(reportDifferences(forged, recomputed) == QStringList{u"cheques"_s});
}

TEST_CASE_METHOD(TillFixture, "a late Z without a count stays named until somebody completes it (decisions 19)")
{
    startDay();
    clock.advance(std::chrono::hours{24});
    CHECK(must(desk().state()).uncounted.empty());
    must(desk().close(CommandId::generate(), {}));
    CHECK(must(desk().state()).uncounted == std::vector<ZNumber>{{1}});
    CashCount count;
    count.set(5000, 2);
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(desk().completeCount(CommandId::generate(), {1}, count, {}));
    CHECK(must(desk().state()).uncounted.empty());
}

TEST_CASE_METHOD(TillFixture, "visitors and their origins are words on the X, and a Dutch province is kept")
{
    startDay();
    sellAdultsFrom(*this, 2, {.country = u"NL"_s, .province = u"Zeeland"_s});
    sellAdultsFrom(*this, 1, {.country = u"NL"_s, .province = u"Utrecht"_s});
    sellAdultsFrom(*this, 1, {.country = u"BE"_s, .postcode = u"5580"_s});
    const Report report = must(desk().preview());
    REQUIRE(named(report.origins, u"NL Zeeland"_s));
    CHECK(named(report.origins, u"NL Zeeland"_s)->count == 2);
    REQUIRE(named(report.origins, u"NL Utrecht"_s));
    CHECK(named(report.origins, u"NL Utrecht"_s)->count == 1);
    const QString paper = plainText(reportPaper(reportContext(workplace(), report), report));
    CHECK(paper.contains(u"Pays-Bas Zeeland"));
    CHECK(paper.contains(u"Belgique 5580"));
    CHECK_FALSE(paper.contains(u"BE 5580"));
}

TEST_CASE_METHOD(TillFixture, "visitors are counted by hour and category, those who are refunded in the hour of their refund")
{
    startDay();
    addAdults(3);
    must(pay(u"cash"_s, cents(5000)));
    const auto sale = must(validate());
    clock.advance(std::chrono::hours{2});
    sellAdultsFrom(*this, 2, {});
    Reason back;
    back.kind = Reason::Kind::Refund;
    back.key = u"retour"_s;
    back.name = u"Retour"_s;
    must(DocumentStore{workplace().db()}.put(DocumentKind::Reason, toJson(back), {u"boss"_s, clock.now()}));
    must(workplace().documentsChanged());
    must(staff().logIn(u"manager"_s, u"2222"_s));
    must(DossierDesk{workplace()}.refund(CommandId::generate(), sale.dossierNumber, {.lines = {}, .reason = u"retour"_s},
                                         {.method = u"cash"_s, .reference = {}, .giftCode = {}}));
    const Report report = must(desk().preview());
    REQUIRE(report.hours.size() == 2);
    REQUIRE(named(report.hours[0].visitors, u"adult"_s));
    CHECK(named(report.hours[0].visitors, u"adult"_s)->count == 3);
    CHECK(named(report.hours[1].visitors, u"adult"_s)->count == -1);
    CHECK(named(report.visitors, u"adult"_s)->count == 2);
    const QString paper = plainText(reportPaper(reportContext(workplace(), report), report));
    CHECK(paper.contains(u"Visiteurs : Adultes 3"));
    CHECK(paper.contains(u"Visiteurs : Adultes -1"));
}

TEST_CASE_METHOD(TillFixture, "where another machine is the till now, says the centre, an administrator alone opens a day, and knows it")
{
    startDay();
    must(setMachineState(workplace().db(), centretrouble::down, codeName(ErrorCode::TillReplaced)));
    closeBy(*this, {.countedCash = cents(10'000), .nextFloat = cents(10'000)});
    const auto opens = [&](bool confirmed) {
        return desk().open(CommandId::generate(), {.clockConfirmed = true, .replacedConfirmed = confirmed});
    };
    for (const auto &[user, pin] : {std::pair{u"seller"_s, u"1111"_s}, {u"manager"_s, u"2222"_s}}) {
        must(staff().logIn(user, pin));
        CHECK(refusal(opens(false)) == ErrorCode::TillReplaced);
        CHECK(refusal(opens(true)) == ErrorCode::NeedsAdministrator);
        approveBy(); // a manager's is not enough
        CHECK(refusal(opens(true)) == ErrorCode::NeedsAdministrator);
    }
    QString opener = u"manager"_s;
    SECTION("on the spot, by PIN")
    {
        approveBy(u"boss"_s, u"3333"_s);
    }
    SECTION("who is connected")
    {
        must(staff().logIn(u"boss"_s, u"3333"_s));
        CHECK(refusal(opens(false)) == ErrorCode::TillReplaced); // nobody does so unawares
        opener = u"boss"_s;
    }
    must(opens(true));
    CHECK(must(desk().state()).phase == TillState::Phase::Open);
    const QString last = must(selectText(workplace().db(), "SELECT CAST(body AS TEXT) FROM fact ORDER BY number DESC LIMIT 1"));
    CHECK(last.contains(u"boss"_s));
    CHECK(last.contains(opener));
}
