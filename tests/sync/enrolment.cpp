// SPDX-License-Identifier: GPL-3.0-or-later
// A till becomes one of a centre's, again if need be (docs/decisions/0045).
#include "sync/client/Enrolment.h"
#include "tests/sync/SyncDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TillName firstTill{.account = u"roches"_s, .code = u"01"_s};

std::vector<CentralTill> tillsAt(TrialCentre &trial)
{
    return must(trial.centre->accounts().tills(u"roches"_s));
}

} // namespace

TEST_CASE("the answer to an enrolment was lost: the same code gives the same till another token, and no other till one")
{
    TrialCentre trial;
    SyncedTill till;
    SyncedTill other;
    const QString code = trial.code();
    const EnrolAnswer lost = must(trial.centre->enrol(till.enrolment(code)));
    const EnrolAnswer again = must(trial.centre->enrol(till.enrolment(code)));
    CHECK(again.tillCode == lost.tillCode);
    CHECK(again.bringsDocuments);
    CHECK(refusal(trial.centre->tillOf(lost.token)) == ErrorCode::NotLoggedIn);
    CHECK(must(trial.centre->tillOf(again.token)).uid == till.workplace().tillUid());
    CHECK(refusal(trial.centre->enrol(other.enrolment(code))) == ErrorCode::CodeRejected);
    trial.clock.advance(25h);
    CHECK(refusal(trial.centre->enrol(till.enrolment(code))) == ErrorCode::CodeRejected);
}

TEST_CASE("a till that was revoked and not replaced closes its day, opens the next one and sells")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    must(line.exchange(till));
    must(line.trial.centre->revoke(firstTill));
    till.sell();
    CHECK(refusal(line.exchange(till)) == ErrorCode::TillRevoked);
    till.closeDay();
    must(till.desk().open(CommandId::generate(), {}));
    till.sell();
    CHECK(till.state().trouble == ErrorCode::TillRevoked);
}

TEST_CASE("a till that was revoked comes back with a new code, to the place that it had")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    must(line.exchange(till));
    must(line.trial.centre->revoke(firstTill));
    till.sell();
    CHECK(refusal(line.exchange(till)) == ErrorCode::TillRevoked);
    const QString code = line.trial.code(u"Retour"_s);
    line.trial.code(u"Chalet"_s);
    CentralClient client{{.url = line.url(), .token = {}}};
    must(client.enrol(till.enrolment(code))); // an answer that is lost
    must(till.keep(line.url(), must(client.enrol(till.enrolment(code)))));
    must(line.exchange(till));
    CHECK(till.state().waiting == 0);

    const std::vector<CentralTill> tills = tillsAt(line.trial);
    REQUIRE(tills.size() == 2); // the empty place of the code has gone
    CHECK(tills[0].code == u"01");
    CHECK(tills[0].name == u"Accueil");
    CHECK_FALSE(tills[0].revoked);
    CHECK(tills[1].name == u"Chalet");
    SyncedTill other;
    CHECK(refusal(client.enrol(other.enrolment(code))) == ErrorCode::CodeRejected);
    line.enrol(other);
    CHECK(tillsAt(line.trial).back().code == u"04"); // no code comes twice
}

TEST_CASE("whichever statement of the centre fails, the same code goes on, and the till has one place")
{
    TrialCentre trial;
    SyncedTill till;
    must(trial.centre->enrol(till.enrolment(trial.code())));
    const EnrolRequest request = till.enrolment(trial.code(u"Retour"_s));
    Result<EnrolAnswer> answer = failure(ErrorCode::Internal);
    for (int n = 0; !answer; ++n) {
        REQUIRE(n < 100);
        failNthQueryForTest(n);
        answer = trial.centre->enrol(request);
    }
    failNthQueryForTest(-1);
    REQUIRE(tillsAt(trial).size() == 1);
    CHECK(must(trial.centre->tillOf(answer->token)).code == u"01");
}

TEST_CASE("who knows the chains of a till, and has a code, does not speak for it without its key")
{
    TrialCentre trial;
    SyncedTill till;
    const EnrolAnswer answer = must(trial.centre->enrol(till.enrolment(trial.code())));
    const QString code = trial.code(u"Voleur"_s);
    const EnrolRequest honest = till.enrolment(code);
    const ChainIdentity &own = honest.ownChain();
    const KeyPair thief = KeyPair::generate();
    const auto refused = [&](const std::vector<ChainIdentity> &chains, const QByteArray &proof) {
        return refusal(trial.centre->enrol({.code = code, .chains = chains, .proof = proof}));
    };
    CHECK(refused(honest.chains, thief.sign(enrolMessage(code, own))) == ErrorCode::CodeRejected);
    CHECK(refused(honest.chains, till.enrolment(u"ABCDE12345"_s).proof) == ErrorCode::CodeRejected); // of another code
    ChainIdentity forged = own;
    forged.key = thief.publicKey();
    CHECK(refused({forged}, thief.sign(enrolMessage(code, forged))) == ErrorCode::ChainBroken);
    const ChainIdentity next{
        .till = own.till, .incarnation = own.incarnation + 1, .key = thief.publicKey(), .previousHash = genesisHash(own), .own = false};
    CHECK(refused({own, next}, thief.sign(enrolMessage(code, next))) == ErrorCode::ChainBroken);
    CHECK(must(trial.centre->tillOf(answer.token)).code == u"01"); // and the till is who it was
    must(trial.centre->enrol(honest));
}

TEST_CASE("a till that goes to another centre sends it all that it ever wrote, without a new fact")
{
    Line trial;
    Line real;
    SyncedTill till;
    trial.enrol(till);
    till.sell();
    must(trial.exchange(till));
    REQUIRE(till.state().waiting == 0);
    REQUIRE(till.state().lastContact.isValid());
    const QDateTime now = till.clock.now();
    const Allotment borrowed{.pool = u"grotte"_s, .visit = {QDate{2026, 11, 23}, {14, 0}}, .units = 2};
    ReservationStore store{till.workplace().db()};
    must(store.setAllotments(till.workplace().tillUid(), {borrowed}, now, now.addSecs(600)));

    real.enrol(till);
    CHECK(till.state().waiting > 0);
    CHECK_FALSE(till.state().lastContact.isValid());
    CHECK(must(store.allotments(now)).empty()); // they are the other centre's
    must(real.exchange(till));
    CHECK(till.state().waiting == 0);
    SyncedTill other;
    real.enrol(other);
    must(real.exchange(other));
    CHECK(other.countFacts(u"SALE"_s) == 1);
}

TEST_CASE("whichever statement of the till fails, it is of the one centre or of the other, with all that belongs to it")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    must(line.exchange(till));
    const CentralAddress before = till.address();
    const CentralAddress there{.url = QUrl{u"https://centre.example"_s}, .token = {}, .authority = "PEM"};
    const EnrolAnswer answer{.token = "there",
                             .account = u"roches"_s,
                             .tillCode = u"05"_s,
                             .tillName = {},
                             .centre = KeyPair::generate().publicKey(),
                             .bringsDocuments = false};
    must(till.secrets.write(u"elsewhere"_s, answer.token));
    Result<> kept = failure(ErrorCode::Internal);
    int n = 0;
    for (; !kept; ++n) {
        REQUIRE(n < 200);
        failNthQueryForTest(n);
        kept = SyncLedger{*till.workplace().ledger}.keepEnrolment(till.wanted(there), answer, u"elsewhere"_s);
        failNthQueryForTest(-1);
        const CentralAddress now = till.address();
        CHECK(now.url == (kept ? there.url : before.url));
        CHECK(now.token == (kept ? answer.token : before.token));
        CHECK(now.authority == (kept ? there.authority : before.authority));
        CHECK((till.state().waiting > 0) == kept.has_value());
    }
    CHECK(n > 10);
}

TEST_CASE("a till that could not remember the new centre goes on with the old one, which never sees the token of the new; the code is good")
{
    Line before;
    Line after;
    SyncedTill till;
    must(enrolTill(till, till.wanted({.url = before.url(), .token = {}}, before.trial.code()), till.secrets));
    must(before.exchange(till));
    const QByteArray token = till.address().token;
    TillEnrolment wanted = till.wanted({.url = after.url(), .token = {}}, after.trial.code());
    wanted.profile = u"no such profile"_s;
    CHECK(refusal(enrolTill(till, wanted, till.secrets)) == ErrorCode::NotFound);
    CHECK(till.address().url == before.url());
    CHECK(till.address().token == token);
    till.sell();
    must(before.exchange(till));
    wanted.profile = u"accueil"_s;
    must(enrolTill(till, wanted, till.secrets));
    must(after.exchange(till));
    CHECK(till.state().waiting == 0);
    CHECK(till.address().token != token);
}
