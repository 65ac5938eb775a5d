// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PaymentParts.h"

#include "core/ledger/PaymentStore.h"
#include "core/money/CashRounding.h"
#include "core/money/FormatMoney.h"

namespace guichet {
using namespace Qt::StringLiterals;

Result<> recordIntent(Workplace &workplace, const Actor &actor, const SessionRecord &session, FactType type, const PaymentIntent &intent)
{
    FactDraft draft = workplace.draft(type, EventLabel::None, actor, session);
    draft.label = EventLabel::None; // A terminal is real, whatever the till does when it answers.
    draft.content = toJson(IntentContent{.intent = intent});
    TRY(workplace.journal().append(draft));
    return {};
}

Actor whoeverIsThere(const Workplace &workplace)
{
    if (!workplace.user)
        return {};
    return {.user = workplace.user->key, .role = workplace.user->role, .approver = {}};
}

Payment newPayment(const Workplace &workplace, const Id<Dossier> &dossier, const PaymentMethod &method)
{
    Payment payment;
    payment.id = Id<Payment>::generate();
    payment.dossier = dossier;
    payment.method = method.key;
    payment.type = method.type;
    payment.methodTitle = method.name;
    payment.at = workplace.now();
    return payment;
}

bool isAllowedHere(const Workplace &workplace, const PaymentMethod &method)
{
    const QString &till = workplace.settings.tillKey;
    const TillProfile *profile = workplace.catalogue->till(till);
    const bool byPhone = profile && profile->kind == TillProfile::Kind::Phone;
    return (method.tills.isEmpty() || method.tills.contains(till)) && !(byPhone && method.inPerson);
}

Result<> checkTerminalFree(const Workplace &workplace)
{
    if (!workplace.terminal)
        return failure(ErrorCode::TerminalUnavailable, u"no terminal"_s);
    TRY_LET(open, PaymentStore{workplace.db()}.openIntents(workplace.tillUid()));
    for (const PaymentIntent &intent : open)
        if (intent.terminal == workplace.terminal->name() && !intent.late)
            return failure(ErrorCode::IntentPending, intent.id.toString(), {formatMoney(intent.asked)});
    return {};
}

PaymentIntent wantedIntent(const Id<Dossier> &dossier, const QString &method, Money amount)
{
    PaymentIntent intent;
    intent.dossier = dossier;
    intent.method = method;
    intent.asked = amount;
    return intent;
}

Result<PaymentIntent> persistIntent(Workplace &workplace, const Actor &actor, const SessionRecord &session, PaymentIntent wanted)
{
    TRY(checkTerminalFree(workplace));
    wanted.id = Id<PaymentIntent>::generate();
    wanted.terminal = workplace.terminal->name();
    wanted.at = workplace.now();
    TRY(recordIntent(workplace, actor, session, FactType::IntentPersisted, wanted));
    return wanted;
}

Result<PaymentIntent> knownIntent(const Workplace &workplace, const Id<PaymentIntent> &id)
{
    TRY_LET(intent, PaymentStore{workplace.db()}.intent(id));
    if (!intent)
        return failure(ErrorCode::NotFound, u"intent %1"_s.arg(id.toString()));
    return *intent;
}

IntentState intentStateAfter(ChargeState state)
{
    switch (state) {
    case ChargeState::Approved: return IntentState::Approved;
    case ChargeState::Declined: return IntentState::Declined;
    case ChargeState::NotStarted: return IntentState::NotStarted;
    case ChargeState::Unknown: return IntentState::Unknown;
    }
    Q_UNREACHABLE();
}

Result<> markSent(Workplace &workplace, const Id<PaymentIntent> &id)
{
    return inTransaction(workplace.db(), [&]() -> Result<> {
        TRY_LET(intent, PaymentStore{workplace.db()}.intent(id));
        if (!intent)
            return failure(ErrorCode::NotFound, u"intent"_s);
        if (intent->state != IntentState::Persisted)
            return failure(ErrorCode::IntentPending, id.toString(), {formatMoney(intent->asked)});
        TRY_LET(session, workplace.openSession());
        intent->state = IntentState::Sent;
        return recordIntent(workplace, whoeverIsThere(workplace), session, FactType::IntentSent, *intent);
    });
}

Result<> checkCashLimit(Money cash)
{
    if (cash > cashLimit)
        return failure(ErrorCode::CashLimitExceeded, {}, {formatMoney(cashLimit)});
    return {};
}

QJsonObject toJson(const PaymentOutcome &outcome)
{
    return {
        {u"payment"_s, outcome.payment.toString()}, {u"intent"_s, outcome.intent.toString()}, {u"state"_s, intentStateName(outcome.state)},
        {u"asked"_s, outcome.asked.cents()},        {u"due"_s, outcome.due.cents()},          {u"change"_s, outcome.change.cents()},
        {u"rounding"_s, outcome.rounding.cents()},  {u"newVoucher"_s, outcome.newVoucher}};
}

PaymentOutcome paymentOutcomeFromJson(const QJsonObject &object)
{
    const auto money = [&](const QString &field) { return Money::fromCents(object[field].toInteger()); };
    PaymentOutcome outcome;
    outcome.payment = Id<Payment>::fromString(object[u"payment"].toString()).value_or(Id<Payment>{});
    outcome.intent = Id<PaymentIntent>::fromString(object[u"intent"].toString()).value_or(Id<PaymentIntent>{});
    outcome.state = intentStateFromName(object[u"state"].toString()).value_or(IntentState::Unknown);
    outcome.asked = money(u"asked"_s);
    outcome.due = money(u"due"_s);
    outcome.change = money(u"change"_s);
    outcome.rounding = money(u"rounding"_s);
    outcome.newVoucher = object[u"newVoucher"].toString();
    return outcome;
}

} // namespace guichet
