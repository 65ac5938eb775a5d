// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/PaymentStore.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/CardSlips.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Staff.h"

#include <algorithm>

/// Approvals that come after a person has decided otherwise: a task for a person, who books them or gives them back (hardware.md §2.9).
namespace guichet {
using namespace Qt::StringLiterals;

bool isLateApproval(const PaymentIntent &intent, const Charge &answer)
{
    return answer.state == ChargeState::Approved && !intent.isOpen() && intent.state != IntentState::Approved;
}

Result<> reopenLate(Workplace &workplace, PaymentIntent intent, const Charge &late)
{
    TRY_LET(session, workplace.openSession());
    const Actor actor = whoeverIsThere(workplace);
    intent.state = IntentState::Unknown;
    intent.authorised = late.authorised;
    intent.resolvedByPerson = false;
    intent.resolvedBy.clear();
    intent.reference = printable(late.reference).left(100);
    intent.late = true;
    intent.confirmed = false;
    keepCardWords(intent, late);
    TRY(keepCardSlips(workplace, intent.id, late, actor.user));
    return recordIntent(workplace, actor, session, FactType::IntentResolved, intent);
}

Result<std::vector<PaymentIntent>> Checkout::unconfirmed() const
{
    const auto session = m_workplace.openSession();
    if (!session)
        return std::vector<PaymentIntent>{};
    return PaymentStore{m_workplace.db()}.unconfirmed(session->id);
}

Result<std::vector<PaymentIntent>> Checkout::lookUps() const
{
    TRY_LET(open, openIntents());
    std::erase_if(open, [](const PaymentIntent &intent) { return intent.late; });
    TRY_LET(decided, unconfirmed());
    open.insert(open.end(), decided.begin(), decided.end());
    return open;
}

namespace {

/// Refusals say that no terminal can do it.
Result<> checkCanBeUndone(const Workplace &workplace, const PaymentIntent &late)
{
    const bool isHere = workplace.terminal && late.terminal == workplace.terminal->name();
    if (late.late && late.authorised.isPositive() && !late.transaction.isEmpty() && isHere)
        return {};
    return failure(ErrorCode::CorrectionRefused, u"not late, or not to be reversed here"_s, {formatMoney(late.asked), u"undo"_s});
}

Result<PaymentOutcome> startUndo(Workplace &workplace, const Id<PaymentIntent> &id)
{
    TRY_LET(actor, Staff{workplace}.authorise(Right::Refund));
    TRY_LET(late, knownIntent(workplace, id));
    TRY(checkCanBeUndone(workplace, late));
    TRY_LET(session, workplace.openSession());
    PaymentIntent wanted = wantedIntent(late.dossier, late.method, -late.authorised);
    wanted.reverses = late.transaction;
    wanted.undoes = late.id;
    TRY_LET(intent, persistIntent(workplace, actor, session, wanted));
    PaymentOutcome outcome;
    outcome.intent = intent.id;
    outcome.state = IntentState::Persisted;
    outcome.asked = intent.asked;
    return outcome;
}

} // namespace

Result<PaymentOutcome> Checkout::giveBackLate(const CommandId &id, const Id<PaymentIntent> &late)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive, u"a late approval is real"_s);
        TRY_LET(outcome, startUndo(m_workplace, late));
        return toJson(outcome);
    }));
    return sendOnce(m_workplace, paymentOutcomeFromJson(answer));
}

} // namespace guichet
