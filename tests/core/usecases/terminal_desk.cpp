// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TerminalSecret.h"
#include "tests/core/usecases/TillFixture.h"

#include <QMap>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// The power of a till, which may go after so many steps: what would come later does not happen.
struct Power
{
    bool takesStep() { return steps > 0 && steps-- > 0; }
    int steps = 1'000;
};

/// Secrets in memory, in a store that may be out of order, or give up waiting and write all the same.
class FakeSecrets final : public SecretStore
{
public:
    explicit FakeSecrets(Power &power) : m_power{power} {}
    QString name() const override { return u"fake"_s; }
    Result<QByteArray> read(const QString &key) override
    {
        if (!kept.contains(key))
            return failure(ErrorCode::NotFound, key);
        return kept[key];
    }
    Result<> write(const QString &key, const QByteArray &secret) override
    {
        if (isBroken || !m_power.takesStep())
            return failure(ErrorCode::KeyUnavailable, key);
        kept[key] = secret;
        return isLate ? failure(ErrorCode::KeyUnavailable, key) : Result<>{};
    }
    Result<> remove(const QString &key) override
    {
        if (isBroken || !m_power.takesStep())
            return failure(ErrorCode::KeyUnavailable, key);
        kept.remove(key);
        return {};
    }
    QMap<QString, QByteArray> kept;
    bool isBroken = false;
    bool isLate = false;

private:
    Power &m_power;
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
        must(save(zvt(u"192.0.2.1"_s), "111111"));
    }
    Result<TerminalSettings> save(const TerminalSettings &settings, const QByteArray &secret, const CommandId &id = CommandId::generate())
    {
        return saveTerminal(id, settings, secret, secrets, [this](const std::function<Result<>(Workplace &)> &work) {
            return power.takesStep() ? work(workplace()) : failure(ErrorCode::DatabaseBusy);
        });
    }
    TerminalDesk desk() { return TerminalDesk{workplace()}; }
    /// The address and the secret of the terminal.
    std::pair<QString, QByteArray> inUse()
    {
        const TerminalSettings settings = must(desk().settings());
        return {settings.address, must(keptTerminalSecret(settings, secrets))};
    }
    const std::pair<QString, QByteArray> first{u"192.0.2.1"_s, "111111"};
    Power power;
    FakeSecrets secrets{power};
};

} // namespace

TEST_CASE_METHOD(TerminalDeskFixture, "settings and secret of a terminal are kept together; without a new secret the old one stays")
{
    CHECK(toJson(must(desk().settings())) == toJson(zvt(first.first)));
    CHECK(inUse() == first);
    TerminalSettings kept = must(save(zvt(u"192.0.2.2"_s), {}));
    CHECK(kept == must(desk().settings()));
    CHECK(inUse() == std::pair{u"192.0.2.2"_s, first.second});
    kept = must(save(zvt(u"192.0.2.2"_s), "222222"));
    CHECK(kept == must(desk().settings()));
    CHECK(inUse() == std::pair{u"192.0.2.2"_s, "222222"_ba});
    CHECK(secrets.kept.size() == 1);
}

TEST_CASE_METHOD(TerminalDeskFixture, "each kind of terminal has its secret, which waits while another kind is used")
{
    TerminalSettings opi;
    opi.kind = u"opi-nl"_s;
    opi.address = first.first;
    must(save(opi, "never stored"));
    CHECK(must(keptTerminalSecret(must(desk().settings()), secrets)).isEmpty());
    TerminalSettings nexo;
    nexo.kind = u"nexo"_s;
    nexo.address = first.first;
    must(save(nexo, "passphrase"));
    CHECK(inUse().second == "passphrase");
    must(save(zvt(first.first), {}));
    CHECK(inUse() == first);
    CHECK(secrets.kept.size() == 2);
}

TEST_CASE_METHOD(TerminalDeskFixture, "a secret that was kept before secrets had keys of their own is found, and replaced")
{
    TerminalSettings nexo;
    nexo.kind = u"nexo"_s;
    nexo.address = first.first;
    secrets.kept[terminalSecretKey(nexo.kind)] = "passphrase";
    must(save(nexo, {}));
    CHECK(inUse().second == "passphrase");
    must(save(nexo, "another"));
    CHECK(inUse().second == "another");
    CHECK_FALSE(secrets.kept.contains(terminalSecretKey(nexo.kind)));
}

TEST_CASE_METHOD(TerminalDeskFixture, "a secret that cannot be kept leaves the settings of before")
{
    secrets.isBroken = true;
    const auto refused = save(zvt(u"192.0.2.2"_s), "222222");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::KeyUnavailable);
    CHECK(inUse() == first);
}

TEST_CASE_METHOD(TerminalDeskFixture, "a store that writes a secret after it was given up changes nothing, and the next save removes it")
{
    secrets.isLate = true;
    REQUIRE_FALSE(save(zvt(u"192.0.2.2"_s), "222222"));
    CHECK(inUse() == first);
    secrets.isLate = false;
    must(save(zvt(first.first), {}));
    CHECK(inUse() == first);
    CHECK(secrets.kept.size() == 1);
}

TEST_CASE_METHOD(TerminalDeskFixture, "settings that are refused leave the secret of before")
{
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    const auto refused = save(zvt(u"192.0.2.2"_s), "222222");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::IntentPending);
    CHECK(inUse() == first);
    CHECK(secrets.kept.size() == 1);
}

TEST_CASE_METHOD(TerminalDeskFixture, "a password that no ZVT terminal has is refused before anything is stored")
{
    const auto refused = save(zvt(u"192.0.2.2"_s), "1234");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::InvalidInput);
    CHECK(refused.error().values.value(0) == u"password");
    CHECK(inUse() == first);
    CHECK(secrets.kept.size() == 1);
}

TEST_CASE_METHOD(TerminalDeskFixture, "a payment that could not begin says why, one that the terminal refused does not")
{
    addBear();
    const auto started = must(pay(u"bancontact"_s));
    const auto missing = must(checkout().finishCharge(started.intent, failure(ErrorCode::TerminalUnavailable)));
    CHECK(missing.state == IntentState::NotStarted);
    REQUIRE(missing.cause);
    CHECK(missing.cause->code == ErrorCode::TerminalUnavailable);
    const auto again = must(pay(u"bancontact"_s));
    const Charge declined{.state = ChargeState::Declined, .authorised = {}, .reference = {}, .text = {}};
    CHECK_FALSE(must(checkout().finishCharge(again.intent, declined)).cause);
}

TEST_CASE_METHOD(TerminalDeskFixture, "the same command again stores no second secret")
{
    const CommandId id = CommandId::generate();
    const TerminalSettings saved = must(save(zvt(u"192.0.2.2"_s), "222222", id));
    CHECK(must(save(zvt(u"192.0.2.2"_s), "222222", id)) == saved);
    CHECK(inUse() == std::pair{u"192.0.2.2"_s, "222222"_ba});
    CHECK(secrets.kept.size() == 1);
}

TEST_CASE_METHOD(TerminalDeskFixture,
                 "whichever statement fails, a terminal has both its new settings and its new secret, or both of before")
{
    const std::pair wanted{u"192.0.2.2"_s, "222222"_ba};
    const auto change = [&] { return save(zvt(wanted.first), wanted.second); };
    int n = 0;
    for (failNthQueryForTest(n); !change(); failNthQueryForTest(++n)) {
        REQUIRE(n < 100);
        failNthQueryForTest(-1);
        CHECK((inUse() == first || inUse() == wanted));
    }
    failNthQueryForTest(-1);
    CHECK(n > 3);
    CHECK(inUse() == wanted);
}

TEST_CASE_METHOD(TerminalDeskFixture, "a till that stops anywhere while a terminal is saved has the new one or the one of before; the "
                                      "next save leaves one secret")
{
    for (int steps = 0, left = 0; left == 0; ++steps) {
        REQUIRE(steps < 20); // note the key, store, save, look for spare ones, remove, forget
        const auto before = inUse();
        const std::pair wanted{u"192.0.2.%1"_s.arg(steps + 10), QByteArray::number(222'000 + steps)};
        power.steps = steps;
        const bool saved = save(zvt(wanted.first), wanted.second).has_value();
        left = std::exchange(power.steps, 1'000);
        restart();
        must(staff().logIn(u"boss"_s, u"3333"_s));
        const auto after = inUse();
        CHECK((after == wanted || (!saved && after == before)));
        must(save(zvt(after.first), {}));
        CHECK(inUse() == after);
        CHECK(secrets.kept.size() == 1);
    }
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
                 "the slip of the terminal's day end is printed under the Z, without card numbers, also after a restart")
{
    TerminalTotals counted{.rows = {{u"Bancontact"_s, 1, cents(1299)}}};
    must(desk().keepTotals(counted, false));
    CHECK(must(desk().daySlip(must(workplace().openSession()).id)).isEmpty());
    counted.slip = QStringList{u"  CLOTURE 17"_s, u"6703 4444 4444 4449"_s};
    must(desk().keepTotals(counted, true));
    for (const bool ended : {false, true})
        must(desk().keepTotals({}, ended)); // what arrives late is of the terminal's next day
    restart();
    must(staff().logIn(u"boss"_s, u"3333"_s));
    must(TillDesk{workplace()}.close(CommandId::generate(), {}));
    const auto jobs = must(PrintQueue{workplace()}.waiting());
    QStringList printed;
    for (const PaperItem &item : jobs.back().paper.items)
        if (const auto *text = std::get_if<PaperText>(&item))
            printed << text->text;
    REQUIRE(printed.size() > 2);
    CHECK(printed.mid(printed.size() - 2) == QStringList{u"  CLOTURE 17"_s, u"***************4449"_s});
    CHECK(std::holds_alternative<PaperCut>(jobs.back().paper.items.back()));
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
