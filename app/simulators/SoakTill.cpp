// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/SoakTill.h"

#include "app/simulators/DyingTill.h"
#include "core/ledger/PaymentStore.h"
#include "core/usecases/Workplace.h"

#include <QJsonDocument>
#include <QThread>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int soakHaste = 1000;
constexpr int killsOneIn = 25; // at each step
constexpr int mostProducts = 80;
constexpr int mostQuestions = 200; // while the terminal restarts
constexpr int mostUncertain = 5;   // answers before a person is asked
constexpr auto betweenQuestions = 10ms;
constexpr auto personWalks = 100ms; // longer than any simulated outage

} // namespace

Result<> SoakTill::must(const QJsonObject &command)
{
    const QJsonObject answer = m_session->run(QJsonDocument{command}.toJson(QJsonDocument::Compact));
    if (answer[u"ok"_s].toBool())
        return {};
    return failure(ErrorCode::Internal, QString::fromUtf8(QJsonDocument{command}.toJson(QJsonDocument::Compact) +
                                                          QJsonDocument{answer}.toJson(QJsonDocument::Compact)));
}

Result<> SoakTill::live()
{
    if (m_session)
        return {};
    m_session = std::make_unique<ScriptSession>(m_folder, QDateTime{});
    m_session->wiring().setHaste(soakHaste);
    return {};
}

Result<Workplace *> SoakTill::workplace()
{
    if (!m_session) {
        TRY(live());
        TRY(must({{u"do"_s, u"login"_s}, {u"user"_s, u"Claire"_s}, {u"pin"_s, u"5555"_s}}));
    }
    return m_session->workplace();
}

bool SoakTill::dies()
{
    if (std::uniform_int_distribution{1, killsOneIn}(m_dice) > 1)
        return false;
    m_session.reset();
    ++m_kills;
    return true;
}

Result<> SoakTill::create()
{
    TRY(live());
    TRY(must({{u"do"_s, u"create"_s}, {u"demo"_s, true}, {u"secretStore"_s, u"file"_s}}));
    TRY(must({{u"do"_s, u"login"_s}, {u"user"_s, u"Claire"_s}, {u"pin"_s, u"5555"_s}}));
    TRY(must({{u"do"_s, u"open"_s}, {u"float"_s, 10'000}}));
    return must({{u"do"_s, u"pay_at"_s}, {u"terminal"_s, m_terminal}, {u"secret"_s, m_secret}});
}

Result<> SoakTill::fillCart()
{
    TRY(workplace());
    const int product = std::uniform_int_distribution{10, 9 + mostProducts}(m_dice);
    const int quantity = std::uniform_int_distribution{1, 9}(m_dice);
    return must({{u"do"_s, u"add"_s}, {u"product"_s, u"p0%1"_s.arg(product)}, {u"quantity"_s, quantity}});
}

Result<SoakTill::Paid> SoakTill::pay(const Look &look)
{
    TRY_LET(open, workplace());
    TRY_LET(started,
            Checkout{*open}.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}}));
    return follow(started, look);
}

Result<SoakTill::Paid> SoakTill::payKilled(const QString &tool, std::chrono::milliseconds life, const std::function<void()> &customer,
                                           const Look &look)
{
    m_session.reset();
    TRY(payAndDie(tool, m_folder, life));
    ++m_kills;
    customer();
    TRY_LET(intent, lastAsked());
    Paid paid;
    if (intent.isNull()) // it died before it had noted anything
        return paid;
    TRY_LET(open, workplace());
    TRY_LET(found, PaymentStore{open->db()}.intent(intent));
    paid.wasAtWork = found && found->state == IntentState::Sent;
    paid.wasAsked = !found || found->state != IntentState::Persisted;
    TRY(settle(look, paid));
    return concluded(intent, paid);
}

/// Of the cart: what is open, else what has paid; null: neither.
Result<Id<PaymentIntent>> SoakTill::lastAsked()
{
    TRY_LET(open, workplace());
    Checkout checkout{*open};
    TRY_LET(intents, checkout.openIntents());
    if (!intents.empty())
        return intents.back().id;
    TRY_LET(view, checkout.view());
    return view.payments.empty() ? Id<PaymentIntent>{} : view.payments.back().intent;
}

Result<SoakTill::Paid> SoakTill::giveBack(const Id<Payment> &payment, const Look &look)
{
    TRY_LET(open, workplace());
    TRY_LET(started, Checkout{*open}.reverse(CommandId::generate(), payment));
    return follow(started, look);
}

Result<SoakTill::Paid> SoakTill::follow(const PaymentOutcome &started, const Look &look)
{
    Paid paid;
    Id<PaymentIntent> last = started.intent;
    if (!dies()) {
        TRY_LET(asked, charge(started, paid));
        last = asked;
    }
    TRY(settle(look, paid));
    return concluded(last, paid);
}

/// Each of its steps may be the last one. Gives what the terminal was asked last: with the card, where it cannot reverse.
Result<Id<PaymentIntent>> SoakTill::charge(const PaymentOutcome &started, Paid &paid)
{
    paid.wasAsked = true;
    const Result<Charge> answer = perform(m_session->terminal(), started.request(), [](const QString &) {});
    if (dies())
        return started.intent;
    TRY_LET(open, workplace());
    TRY_LET(done, Checkout{*open}.finishCharge(started.intent, answer));
    if (dies() || !done.reversalRefused)
        return started.intent;
    TRY_LET(instead, Checkout{*open}.refundInstead(done.intent));
    if (dies())
        return instead.intent;
    return charge(instead, paid);
}

/// As at the start of the till, and later every few seconds: until nothing is open.
Result<> SoakTill::settle(const Look &look, Paid &paid)
{
    int uncertain = 0;
    for (int question = 0; question < mostQuestions; ++question) {
        TRY_LET(open, workplace());
        TRY_LET(intents, Checkout{*open}.openIntents());
        if (intents.empty())
            return {};
        paid.wasDoubtful = true;
        const auto asked = askTerminal(intents.front());
        if (asked)
            ++uncertain;
        if (uncertain >= mostUncertain)
            break;
        QThread::msleep(static_cast<unsigned long>(betweenQuestions.count()));
    }
    TRY_LET(open, workplace());
    TRY_LET(left, Checkout{*open}.openIntents());
    if (left.empty())
        return {};
    paid.byPerson = true;
    return askPerson(left.front(), look);
}

/// An error: it cannot be asked now.
Result<> SoakTill::askTerminal(const PaymentIntent &intent)
{
    const auto found = m_session->terminal().lookUp(intent.id, intent.asked);
    if (dies())
        return {};
    TRY(found);
    TRY_LET(open, workplace());
    TRY(Checkout{*open}.recordLookUp(intent.id, *found));
    dies();
    return {};
}

Result<> SoakTill::askPerson(const PaymentIntent &intent, const Look &look)
{
    QThread::msleep(static_cast<unsigned long>(personWalks.count()));
    const ChargeState seen = look().isZero() ? ChargeState::NotStarted : ChargeState::Approved;
    TRY_LET(open, workplace());
    TRY(Checkout{*open}.resolve(CommandId::generate(), intent.id, seen, {}));
    return {};
}

Result<SoakTill::Paid> SoakTill::concluded(const Id<PaymentIntent> &intent, Paid paid)
{
    TRY_LET(open, workplace());
    const PaymentStore store{open->db()};
    TRY_LET(known, store.intent(intent));
    if (!known)
        return failure(ErrorCode::Internal, u"an intent is gone"_s);
    paid.intent = *known;
    TRY_LET(payments, store.ofDossier(known->dossier));
    for (const RecordedPayment &recorded : payments)
        if (recorded.payment.intent == intent)
            paid.payment = recorded.payment.id;
    return paid;
}

Result<> SoakTill::sell()
{
    TRY_LET(open, workplace());
    Checkout checkout{*open};
    TRY_LET(view, checkout.view());
    if (!view.cashToPay.isZero())
        TRY(checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = {}, .reference = {}, .giftCode = {}}));
    TRY(checkout.validate(CommandId::generate()));
    dies();
    return {};
}

Result<Money> SoakTill::charged()
{
    TRY_LET(open, workplace());
    TRY_LET(session, open->openSession());
    TRY_LET(charged, PaymentStore{open->db()}.chargedAt(m_session->terminal().name(), session.id));
    return charged.amount;
}

} // namespace guichet
