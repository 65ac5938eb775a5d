// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalDesk.h"
#include "tests/core/usecases/TillFixture.h"

#include <QMap>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Secrets in memory, in a store that may be out of order.
class FakeSecrets final : public SecretStore
{
public:
    QString name() const override { return u"fake"_s; }
    Result<QByteArray> read(const QString &key) override
    {
        if (!kept.contains(key))
            return failure(ErrorCode::NotFound, key);
        return kept[key];
    }
    Result<> write(const QString &key, const QByteArray &secret) override
    {
        if (isBroken)
            return failure(ErrorCode::KeyUnavailable, key);
        kept[key] = secret;
        return {};
    }
    QMap<QString, QByteArray> kept;
    bool isBroken = false;
};

TerminalSettings zvt(const QString &address)
{
    TerminalSettings settings;
    settings.kind = u"zvt-tcp"_s;
    settings.address = address;
    return settings;
}

/// The till with its administrator, and a ZVT terminal that was chosen before.
class TerminalDeskFixture : public TillFixture
{
public:
    TerminalDeskFixture()
    {
        startDay();
        must(staff().logIn(u"boss"_s, u"3333"_s));
        must(desk().save(CommandId::generate(), zvt(u"192.0.2.1"_s), "111111", secrets));
    }
    TerminalDesk desk() { return TerminalDesk{workplace()}; }
    FakeSecrets secrets;
};

} // namespace

TEST_CASE_METHOD(TerminalDeskFixture, "settings and secret of a terminal are kept together; without a new secret the old one stays")
{
    CHECK(must(desk().settings()) == zvt(u"192.0.2.1"_s));
    CHECK(must(keptTerminalSecret(u"zvt-tcp"_s, secrets)) == "111111");
    must(desk().save(CommandId::generate(), zvt(u"192.0.2.2"_s), {}, secrets));
    CHECK(must(desk().settings()).address == u"192.0.2.2"_s);
    CHECK(must(keptTerminalSecret(u"zvt-tcp"_s, secrets)) == "111111");
    CHECK(must(keptTerminalSecret(u"opi-nl"_s, secrets)).isEmpty());
}

TEST_CASE_METHOD(TerminalDeskFixture, "a secret that cannot be kept leaves the settings of before")
{
    secrets.isBroken = true;
    const auto refused = desk().save(CommandId::generate(), zvt(u"192.0.2.2"_s), "222222", secrets);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::KeyUnavailable);
    CHECK(must(desk().settings()).address == u"192.0.2.1"_s);
}

TEST_CASE_METHOD(TerminalDeskFixture, "settings that are refused leave the secret of before")
{
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    const auto refused = desk().save(CommandId::generate(), zvt(u"192.0.2.2"_s), "222222", secrets);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::IntentPending);
    CHECK(secrets.kept[terminalSecretKey(u"zvt-tcp"_s)] == "111111");
    CHECK(must(desk().settings()).address == u"192.0.2.1"_s);
}

TEST_CASE_METHOD(TerminalDeskFixture,
                 "whichever statement fails, a terminal has both its new settings and its new secret, or both of before")
{
    int n = 0;
    const auto save = [&] { return desk().save(CommandId::generate(), zvt(u"192.0.2.2"_s), "222222", secrets); };
    for (failNthQueryForTest(n); !save(); failNthQueryForTest(++n)) {
        REQUIRE(n < 60);
        failNthQueryForTest(-1);
        CHECK(must(desk().settings()).address == u"192.0.2.1"_s);
        CHECK(secrets.kept[terminalSecretKey(u"zvt-tcp"_s)] == "111111");
    }
    failNthQueryForTest(-1);
    CHECK(n > 3);
    CHECK(must(desk().settings()).address == u"192.0.2.2"_s);
    CHECK(secrets.kept[terminalSecretKey(u"zvt-tcp"_s)] == "222222");
}

TEST_CASE_METHOD(TerminalDeskFixture, "what the terminal counted stands in the Z beside what was paid there, also after a restart")
{
    CHECK(must(desk().dayEnd()) == TerminalDayEnd{.asks = true, .ends = true});
    must(desk().keepTotals({.rows = {{u"Bancontact"_s, 1, cents(1299)}}}, false));
    CHECK(must(desk().dayEnd()).asks);
    CHECK(must(TillDesk{workplace()}.preview()).terminals.size() == 1);
    must(desk().keepTotals({.rows = {{u"Bancontact"_s, 1, cents(1299)}, {u"Visa"_s, 2, cents(500)}}}, true));
    CHECK_FALSE(must(desk().dayEnd()).asks);
    restart();
    must(staff().logIn(u"boss"_s, u"3333"_s));
    const Report z = must(TillDesk{workplace()}.close(CommandId::generate(), {}));
    REQUIRE(z.terminals.size() == 1);
    CHECK(z.terminals[0].terminalCount() == 3);
    CHECK(z.terminals[0].difference() == cents(1799));
    CHECK(z.terminals[0].dayEnded);
    CHECK(must(TillDesk{workplace()}.zReport(z.zNumber())) == z);
}

TEST_CASE_METHOD(TerminalDeskFixture,
                 "the day of a terminal does not end while a payment is doubtful; what was not said is missing in the Z")
{
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    must(checkout().finishCharge(started.intent, Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}}));
    const TerminalDayEnd wanted = must(desk().dayEnd());
    CHECK(wanted.asks);
    CHECK(wanted.ends); // it was asked at the manual terminal: another's day may end
    const Report z = must(TillDesk{workplace()}.close(CommandId::generate(), {}));
    REQUIRE(z.terminals.size() == 1);
    CHECK_FALSE(z.terminals[0].answered);
    CHECK(z.terminals[0].difference().isZero());
}
