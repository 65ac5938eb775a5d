// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Answers.h"
#include "app/tool/Commands.h"
#include "core/usecases/TerminalSecret.h"
#include "core/usecases/Workplace.h"

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

std::optional<ChargeState> chargeStateFrom(const QString &outcome)
{
    if (outcome == u"approved")
        return ChargeState::Approved;
    if (outcome == u"declined")
        return ChargeState::Declined;
    if (outcome == u"not_started")
        return ChargeState::NotStarted;
    if (outcome == u"unknown")
        return ChargeState::Unknown;
    return std::nullopt;
}

QJsonObject intentJson(const PaymentIntent &intent)
{
    QJsonObject json{{u"payment"_s, intent.id.toString()},
                     {u"method"_s, intent.method},
                     {u"terminal"_s, intent.terminal},
                     {u"amount"_s, intent.asked.cents()},
                     {u"state"_s, intentStateName(intent.state)}};
    if (intent.late)
        json[u"late"_s] = true;
    return json;
}

/// What became of a payment; one that was sent to a terminal is charged there first, and with the card where it cannot reverse.
Result<QJsonObject> throughTerminal(ScriptSession &session, Checkout &checkout, PaymentOutcome outcome)
{
    while (!outcome.intent.isNull() && outcome.state == IntentState::Sent) {
        const Result<Charge> answer = perform(session.terminal(), outcome.request(), [](const QString &) {});
        TRY_LET(finished, checkout.finishCharge(outcome.intent, answer));
        outcome = std::move(finished);
        if (!outcome.reversalRefused)
            break;
        TRY_LET(instead, checkout.refundInstead(outcome.intent));
        outcome = std::move(instead);
    }
    return paymentOutcomeJson(outcome);
}

} // namespace

Money requiredMoney(JsonReader &fields, const QString &field)
{
    return Money::fromCents(fields.requiredInteger(field, -largestAmount.cents(), largestAmount.cents()));
}

std::optional<Money> optionalMoney(JsonReader &fields, const QString &field)
{
    const std::optional<qint64> cents = fields.optionalInteger(field, -largestAmount.cents(), largestAmount.cents());
    return cents ? std::optional{Money::fromCents(*cents)} : std::nullopt;
}

Result<QJsonObject> pay(ScriptSession &session, JsonReader &fields)
{
    PaymentRequest request;
    request.method = fields.requiredString(u"method"_s, 100);
    request.amount = optionalMoney(fields, u"amount"_s);
    request.reference = fields.string(u"reference"_s, {}, 100);
    request.giftCode = fields.string(u"code"_s, {}, 100);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(asked, session.beforePaying(request));
    TRY_LET(outcome, checkout.pay(session.commandId(), asked));
    return throughTerminal(session, checkout, outcome);
}

Result<QJsonObject> unpay(ScriptSession &session, JsonReader &fields)
{
    const auto payment = Id<Payment>::fromString(fields.requiredString(u"payment"_s, 60));
    TRY(fields.finish());
    if (!payment)
        return failure(ErrorCode::InvalidInput, u"payment is no id"_s);
    TRY_LET(workplace, session.workplace());
    TRY(Checkout{*workplace}.removePayment(session.commandId(), *payment));
    return QJsonObject{};
}

Result<QJsonObject> reverse(ScriptSession &session, JsonReader &fields)
{
    const auto payment = Id<Payment>::fromString(fields.requiredString(u"payment"_s, 60));
    TRY(fields.finish());
    if (!payment)
        return failure(ErrorCode::InvalidInput, u"payment is no id"_s);
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(outcome, checkout.reverse(session.commandId(), *payment));
    return throughTerminal(session, checkout, outcome);
}

Result<QJsonObject> terminal(ScriptSession &session, JsonReader &fields)
{
    const std::optional<ChargeState> state = chargeStateFrom(fields.requiredString(u"outcome"_s, 20));
    const std::optional<Money> amount = optionalMoney(fields, u"amount"_s);
    TRY(fields.finish());
    if (!state)
        return failure(ErrorCode::InvalidInput, u"outcome: approved, declined, not_started or unknown"_s);
    session.terminal().manual().scriptNext(*state, amount);
    return QJsonObject{};
}

Result<QJsonObject> payAt(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(settings, terminalSettingsFromJson(fields.object(u"terminal"_s)));
    const QString secret = fields.string(u"secret"_s, {}, 200);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(saved, saveTerminal(session.commandId(), settings, secret.toUtf8(), session.wiring().secrets(),
                                [workplace](const std::function<Result<>(Workplace &)> &work) { return work(*workplace); }));
    TRY(session.wiring().apply(saved));
    return QJsonObject{{u"terminal"_s, session.terminal().name()}};
}

Result<QJsonObject> askTerminal(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(open, checkout.lookUps());
    for (const PaymentIntent &intent : open) {
        if (intent.terminal != session.terminal().name())
            continue;
        TRY_LET(found, session.terminal().lookUp(intent.id, intent.asked));
        TRY(checkout.recordLookUp(intent.id, found));
    }
    TRY_LET(left, checkout.openIntents());
    return QJsonObject{{u"open"_s, static_cast<qint64>(left.size())}};
}

Result<QJsonObject> resolve(ScriptSession &session, JsonReader &fields)
{
    const auto intent = Id<PaymentIntent>::fromString(fields.requiredString(u"payment"_s, 60));
    const QString outcomeName = fields.requiredString(u"outcome"_s, 20);
    const std::optional<ChargeState> state = chargeStateFrom(outcomeName);
    const QString reference = fields.string(u"reference"_s, {}, 100);
    TRY(fields.finish());
    const bool givesBack = outcomeName == u"give_back";
    if (!intent || (!state && !givesBack))
        return failure(ErrorCode::InvalidInput, u"payment or outcome"_s);
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    if (givesBack) {
        TRY_LET(started, checkout.giveBackLate(session.commandId(), *intent));
        return throughTerminal(session, checkout, started);
    }
    TRY_LET(outcome, checkout.resolve(session.commandId(), *intent, *state, reference));
    return paymentOutcomeJson(outcome);
}

Result<QJsonObject> intents(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(open, Checkout{*workplace}.openIntents());
    QJsonArray array;
    for (const PaymentIntent &intent : open)
        array.append(intentJson(intent));
    return QJsonObject{{u"intents"_s, array}};
}

Result<QJsonObject> gift(ScriptSession &session, JsonReader &fields)
{
    const QString kind = fields.requiredString(u"kind"_s, 20);
    const QString code = fields.string(u"code"_s, {}, 100);
    const Money amount = optionalMoney(fields, u"amount"_s).value_or(Money{});
    const QString reason = fields.string(u"reason"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    GiftDesk desk{*workplace};
    if (kind == u"sell_card" || kind == u"sell_voucher") {
        TRY_LET(line, checkout.sellGift(session.commandId(), kind == u"sell_card" ? GiftKind::Card : GiftKind::Voucher, amount, code));
        TRY_LET(view, checkout.view());
        QJsonObject answer = cartJson(view);
        answer[u"code"_s] = view.cart.line(line)->giftCode;
        answer[u"balance"_s] = amount.cents();
        return answer;
    }
    if (kind == u"recharge") {
        TRY(checkout.rechargeGift(session.commandId(), code, amount));
        TRY_LET(view, checkout.view());
        return cartJson(view);
    }
    if (kind == u"block") {
        TRY(desk.block(session.commandId(), code, reason));
    } else if (kind != u"balance")
        return failure(ErrorCode::InvalidInput, u"kind: sell_card, sell_voucher, recharge, balance or block"_s);
    TRY_LET(balance, desk.balance(code));
    return giftBalanceJson(balance);
}

Result<QJsonObject> collect(ScriptSession &session, JsonReader &fields)
{
    const QString number = fields.requiredString(u"dossier"_s, 60);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(view, Checkout{*workplace}.collect(session.commandId(), number));
    const QString collected = view.collecting.isEmpty() ? number : view.collecting; // a quote is a cart again
    return QJsonObject{{u"dossier"_s, collected}, {u"due"_s, view.balance.due().cents()}};
}

Result<QJsonObject> validate(ScriptSession &session, JsonReader &fields)
{
    ValidateRequest request;
    if (fields.has(u"due"_s)) {
        JsonReader due{fields.object(u"due"_s), u"due"_s};
        request.paymentToCome = true;
        request.deposit = optionalMoney(due, u"deposit"_s).value_or(Money{});
        request.dueOn = due.date(u"on"_s);
        request.expectedMethod = due.string(u"method"_s, {}, 100);
        TRY(due.finish());
    }
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(outcome, Checkout{*workplace}.validate(session.commandId(), request));
    return saleOutcomeJson(outcome);
}

Result<QJsonObject> quote(ScriptSession &session, JsonReader &fields)
{
    const QDate until = fields.date(u"until"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(outcome, Checkout{*workplace}.quote(session.commandId(), until));
    QJsonObject answer = saleOutcomeJson(outcome);
    answer[u"quote"_s] = answer.take(u"receipt"_s);
    return answer;
}

Result<QJsonObject> last(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(outcome, Checkout{*workplace}.lastSale());
    return saleOutcomeJson(outcome);
}

Result<QJsonObject> origin(ScriptSession &session, JsonReader &fields)
{
    const QString number = fields.requiredString(u"dossier"_s, 60);
    const Origin origin{fields.requiredString(u"country"_s, 2), fields.string(u"postcode"_s, {}, 10), fields.string(u"province"_s, {}, 60)};
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(Checkout{*workplace}.recordOrigin(session.commandId(), number, origin));
    return QJsonObject{};
}

} // namespace guichet::commands
