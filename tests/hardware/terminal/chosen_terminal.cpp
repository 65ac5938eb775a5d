// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/ChosenTerminal.h"
#include "tests/support/Catch.h"

#include <future>
#include <thread>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const Money asked = Money::fromCents(1250);

std::future<Result<Charge>> chargeAt(ChosenTerminal &terminal)
{
    return std::async(std::launch::async, [&terminal] { return terminal.charge(Id<PaymentIntent>::generate(), asked, {}); });
}

void untilItWaits(const ChosenTerminal &terminal)
{
    for (int tries = 0; !terminal.isWaiting(); ++tries) {
        REQUIRE(tries < 5000);
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

std::shared_ptr<PaymentTerminal> missing()
{
    return std::make_shared<MissingTerminal>(u"nexo"_s, Error{ErrorCode::InvalidInput, u"no address"_s, {u"address"_s}});
}

} // namespace

TEST_CASE("another driver is taken at the end of the charge that runs, which gets its answer from the one that began it")
{
    ChosenTerminal terminal;
    auto charge = chargeAt(terminal);
    untilItWaits(terminal);
    terminal.choose(missing());
    CHECK(terminal.name() == u"manual");
    const auto diagnosis = terminal.diagnose();
    REQUIRE_FALSE(diagnosis);
    CHECK(diagnosis.error().code == ErrorCode::TerminalBusy);
    terminal.answer({.state = ChargeState::Approved, .authorised = asked, .reference = {}, .text = {}});
    const auto done = charge.get();
    REQUIRE(done);
    CHECK(done->authorised == asked);
    CHECK(terminal.name() == u"nexo");
}

TEST_CASE("settings that do not do leave a terminal that refuses with their reason; none brings the manual one back")
{
    ChosenTerminal terminal;
    terminal.choose(missing());
    const auto refused = terminal.charge(Id<PaymentIntent>::generate(), asked, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().values == QStringList{u"address"_s});
    CHECK_FALSE(terminal.isWaiting());
    terminal.choose(nullptr);
    CHECK(terminal.name() == u"manual");
}

namespace {

/// Asks whether the signature is all right, once or as often as told, and takes the money if it always is.
class AskingTerminal final : public PaymentTerminal
{
public:
    AskingTerminal(AskCashier ask, std::chrono::milliseconds patience, int questions = 1)
        : m_ask{std::move(ask)}, m_patience{patience}, m_questions{questions}
    {}
    QString name() const override { return u"asking"_s; }
    Result<Charge> charge(const Id<PaymentIntent> &, Money amount, const Progress &) override
    {
        bool yes = true;
        for (int question = 0; question < m_questions; ++question)
            yes = m_ask(u"Signature OK ?"_s, m_patience) && yes;
        return Charge{.state = yes ? ChargeState::Approved : ChargeState::Declined, .authorised = amount, .reference = {}, .text = {}};
    }
    Result<Charge> lookUp(const Id<PaymentIntent> &, Money) override { return failure(ErrorCode::TerminalUnavailable); }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money amount, const QString &) override { return charge({}, amount, {}); }
    Result<QString> diagnose() override { return QString{}; }
    Result<TerminalTotals> totals(bool) override { return TerminalTotals{}; }
    void cancel() noexcept override {}

private:
    AskCashier m_ask;
    std::chrono::milliseconds m_patience;
    int m_questions;
};

constexpr std::chrono::minutes longPatience{10};

/// What the charge of an asking terminal becomes when the cashier does `act` at its question.
ChargeState chargeAnswered(std::chrono::milliseconds patience, const std::function<void(ChosenTerminal &)> &act)
{
    ChosenTerminal terminal;
    terminal.choose(std::make_shared<AskingTerminal>(terminal.askCashier(), patience));
    QStringList shown;
    const auto charge = terminal.charge(Id<PaymentIntent>::generate(), asked, [&](const QString &prompt) {
        shown << prompt;
        CHECK(terminal.isAsked() == (shown.size() == 1));
        if (shown.size() == 1)
            act(terminal);
    });
    CHECK(shown == QStringList{u"Signature OK ?"_s, u"WAIT"_s});
    CHECK_FALSE(terminal.isAsked());
    return charge.value().state;
}

} // namespace

TEST_CASE("a terminal takes the money only when the cashier says yes to its question")
{
    CHECK(chargeAnswered(longPatience, [](ChosenTerminal &terminal) { terminal.reply(terminal.question(), true); }) ==
          ChargeState::Approved);
    CHECK(chargeAnswered(longPatience, [](ChosenTerminal &terminal) { terminal.reply(terminal.question(), false); }) ==
          ChargeState::Declined);
    CHECK(chargeAnswered(longPatience, [](ChosenTerminal &terminal) {
              const QuestionNumber question = terminal.question();
              terminal.reply(question, false);
              terminal.reply(question, true); // the first word counts
          }) == ChargeState::Declined);
}

TEST_CASE("a reply is for its question alone: a second touch says nothing to what is asked next")
{
    const bool answersNext = GENERATE(false, true);
    ChosenTerminal terminal;
    terminal.choose(std::make_shared<AskingTerminal>(terminal.askCashier(), answersNext ? longPatience : std::chrono::milliseconds{20}, 2));
    QuestionNumber first = QuestionNumber::None;
    int questions = 0;
    const auto charge = terminal.charge(Id<PaymentIntent>::generate(), asked, [&](const QString &) {
        if (!terminal.isAsked())
            return;
        if (++questions == 1)
            first = terminal.question();
        terminal.reply(first, true);
        CHECK(terminal.isAsked() == (questions == 2));
        if (questions == 2 && answersNext)
            terminal.reply(terminal.question(), true);
    });
    CHECK(questions == 2);
    CHECK(charge.value().state == (answersNext ? ChargeState::Approved : ChargeState::Declined));
}

TEST_CASE("no answer is no: when the time is over, when the charge is cancelled, when nobody is there to be asked")
{
    CHECK(chargeAnswered(std::chrono::milliseconds{20}, [](ChosenTerminal &) {}) == ChargeState::Declined);
    CHECK(chargeAnswered(longPatience, [](ChosenTerminal &terminal) { terminal.cancel(); }) == ChargeState::Declined);
    ChosenTerminal terminal;
    terminal.choose(std::make_shared<AskingTerminal>(terminal.askCashier(), longPatience));
    CHECK(terminal.reverse(Id<PaymentIntent>::generate(), asked, {}).value().state == ChargeState::Declined);
    terminal.reply(terminal.question(), true); // to nothing
    CHECK(terminal.charge(Id<PaymentIntent>::generate(), asked, {}).value().state == ChargeState::Declined);
}
