// SPDX-License-Identifier: GPL-3.0-or-later
// The code with which a machine takes the place of a till (docs/decisions/0040): for whom it is good, and how often.
#include "tests/sync/ReplacementDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("whichever statement of the centre fails, the same machine gets the same incarnation, once")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    const KeyPair key = KeyPair::generate();
    Result<EnrolAnswer> answer = failure(ErrorCode::Internal);
    for (int n = 0; !answer; ++n) {
        REQUIRE(n < 100);
        failNthQueryForTest(n);
        answer = t.line.trial.centre->enrol(takeOverRequest(code, key));
    }
    failNthQueryForTest(-1);
    CHECK(answer->chains.size() == 2);
    CHECK(must(t.line.trial.centre->standing(t.atCentre())).former.size() == 1);
    CHECK(must(t.line.trial.centre->tillOf(answer->token)).code == u"01");
}

TEST_CASE("a till that had left nobody at the centre asks for an administrator, and the same code goes on")
{
    Line line;
    SyncedTill old;
    line.enrol(old); // and never exchanged anything: the centre has its chain, and no fact
    SyncedTill machine;
    machine.emptyFolder();
    const QString code = replacementCode(line);
    const auto refused = replaceBy(machine, line, code);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::InvalidInput);
    CHECK(refused.error().values == QStringList{u"administrator"_s});
    const TillReplacement wanted{
        .address = {.url = line.url(), .token = {}}, .code = code, .administrator = u"Chef"_s, .pin = u"9876"_s, .preferFile = true};
    const ReplacementHooks hooks{
        .keepToken = [&](const TillIdentity &, const QByteArray &token) { return machine.secrets.write(centreTokenName, token); }};
    must(replaceTill(machine.folder.path(), wanted, machine.clock, machine.secrets, hooks));
    machine.restart();
    const std::vector<User> users = must(DocumentStore{machine.workplace().db()}.users());
    REQUIRE(users.size() == 1);
    must(machine.staff().logIn(users.front().key, u"9876"_s));
    CHECK(machine.workplace().catalogue->till(machine.workplace().settings.tillKey)->code == u"01");
    must(line.exchange(machine));
    CHECK(machine.state().waiting == 0);
    CHECK(refusal(line.exchange(old)) == ErrorCode::TillReplaced); // all that it did is found
    must(line.exchange(machine));
    CHECK(machine.state().found > 0);
    CHECK(holdsWhole(machine));
}

TEST_CASE("a replacement code is good for one machine, for a day, and for nothing else")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    SyncedTill stranger;
    CHECK(refusal(t.line.trial.centre->enrol(stranger.enrolment(code))) == ErrorCode::CodeRejected);
    const KeyPair key = KeyPair::generate();
    EnrolRequest unproven = takeOverRequest(code, key);
    unproven.proof = KeyPair::generate().sign(takeOverMessage(code, key.publicKey()));
    CHECK(refusal(t.line.trial.centre->enrol(unproven)) == ErrorCode::CodeRejected);
    CHECK(refusal(t.line.trial.centre->enrol(takeOverRequest(u"0000000000"_s, key))) == ErrorCode::CodeRejected);
    const QString usual = t.line.trial.code(u"Une autre"_s);
    CHECK(refusal(t.line.trial.centre->enrol(takeOverRequest(usual, key))) == ErrorCode::CodeRejected);
    CHECK(refusal(t.line.trial.centre->replaceTill({u"roches"_s, u"03"_s})) == ErrorCode::NotFound); // it never enrolled
    CHECK(refusal(t.line.trial.centre->replaceTill({u"roches"_s, u"99"_s})) == ErrorCode::NotFound);

    must(replaceBy(t.machine, t.line, code));
    stranger.emptyFolder();
    CHECK(refusal(replaceBy(stranger, t.line, code)) == ErrorCode::CodeRejected);
    const QString lapsed = replacementCode(t.line);
    t.line.trial.clock.advance(25h);
    CHECK(refusal(replaceBy(stranger, t.line, lapsed)) == ErrorCode::CodeRejected);
    CHECK_FALSE(DataFolder{stranger.folder.path()}.hasTill());
}

TEST_CASE("the answer to a replacement was lost: the same key gets the same incarnation, and another code the one after")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    const KeyPair key = KeyPair::generate();
    const EnrolAnswer first = must(t.line.trial.centre->enrol(takeOverRequest(code, key)));
    const EnrolAnswer again = must(t.line.trial.centre->enrol(takeOverRequest(code, key)));
    CHECK(again.chains == first.chains);
    CHECK(again.chains.size() == 2);
    CHECK(refusal(t.line.trial.centre->tillOf(first.token)) == ErrorCode::NotLoggedIn);
    CHECK(must(t.line.trial.centre->tillOf(again.token)).code == u"01");
    CHECK(refusal(t.line.trial.centre->enrol(takeOverRequest(code, KeyPair::generate()))) == ErrorCode::CodeRejected);

    const ReplacedTill replaced = must(replaceBy(t.machine, t.line, replacementCode(t.line))); // that machine never came to be
    CHECK(replaced.incarnation == 3);
    CHECK(replaced.lastNumber == 0);
    must(t.machine.staff().logIn(u"seller"_s, u"1111"_s));
    t.machine.sell();
    must(t.line.exchange(t.machine));
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("a till that was revoked can be replaced; the machine that was taken away is heard no more")
{
    TillToReplace t;
    t.old.sell();
    must(t.line.trial.centre->revoke({u"roches"_s, u"01"_s}));
    t.replace();
    t.machine.sell();
    must(t.line.exchange(t.machine));
    CHECK_FALSE(t.atCentre().revoked);
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillRevoked);
    must(t.line.exchange(t.machine));
    CHECK(t.machine.state().found == 0);
}

TEST_CASE("the replacement code of a till that is revoked is good no more, revoked before or not; a new one is")
{
    TillToReplace t;
    for (int i = 0; i < 2; ++i) {
        const QString leaked = replacementCode(t.line);
        must(t.line.trial.centre->revoke({u"roches"_s, u"01"_s}));
        CHECK(refusal(t.line.trial.centre->enrol(takeOverRequest(leaked, KeyPair::generate()))) == ErrorCode::CodeRejected);
        CHECK(t.atCentre().revoked);
    }
    t.replace();
    must(t.line.exchange(t.machine));
    CHECK_FALSE(t.atCentre().revoked);
}

TEST_CASE("a till that is revoked takes the machines before it along; the last one comes back with a code, they do not")
{
    TillToReplace t;
    t.old.sell();
    t.replace();
    t.machine.sell();
    must(t.line.trial.centre->revoke({u"roches"_s, u"01"_s}));
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillRevoked);
    CHECK(refusal(t.line.exchange(t.machine)) == ErrorCode::TillRevoked);
    CHECK(refusal(t.line.trial.centre->enrol(t.old.enrolment(t.line.trial.code(u"Ancienne"_s)))) == ErrorCode::TillReplaced);
    t.line.enrol(t.machine);
    must(t.line.exchange(t.machine));
    CHECK(t.machine.state().waiting == 0);
    CHECK(t.machine.state().found == 0);
    CHECK(refusal(t.line.exchange(t.old)) == ErrorCode::TillRevoked);
}
