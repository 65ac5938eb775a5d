// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/CentreQuestions.h"

#include "core/ledger/AskedHoldStore.h"
#include "core/ledger/MachineState.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/HeldPlaces.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds holdLasts = 15min;    ///< By this till's clock, which may be wrong: the centre's instant says nothing here.
constexpr std::chrono::seconds renewedBefore = 5min; ///< Before the lease of a cart in progress ends.
constexpr std::chrono::seconds forgottenAfter = 24h; ///< What a cart asked that nobody took back.

const QString lastTurnName = QStringLiteral("questions.turn"); ///< In the machine state: of the last question.

CentreQuestions::Question questionOf(const AskedHold &hold)
{
    const bool dropsCode = !hold.answeredCode.isEmpty() && hold.answeredCode != hold.code;
    return {.hold = {.id = hold.dossier, .places = hold.wanted},
            .code = hold.code,
            .givenBack = dropsCode && hold.code.isEmpty() ? hold.answeredCode : QString{}}; // another code takes its place
}

bool lapsesSoon(const AskedHold &hold, const QDateTime &now)
{
    return !hold.isRelease() && now.addSecs(renewedBefore.count()) >= hold.until;
}

/// Somebody may have given places or a use back since.
bool lacksSome(const AskedHold &hold)
{
    bool isWhole = hold.code.isEmpty() || hold.codeGranted;
    for (size_t i = 0; i < hold.granted.size() && i < hold.answered.size(); ++i)
        isWhole = isWhole && hold.granted[i] >= hold.answered[i].units;
    return !isWhole;
}

bool saysTheSame(const AskedHold &a, AskedHold b)
{
    b.until = a.until;
    return a == b;
}

bool isSamePlace(const VisitPlaces &a, VisitPlaces b)
{
    b.units = a.units;
    b.forced = a.forced;
    return a == b;
}

/// A question without an answer may have been heard: of what the centre granted before it keeps no more than was asked now.
void keepAtMost(AskedHold &hold, std::vector<VisitPlaces> asked)
{
    for (size_t i = 0; i < hold.granted.size() && i < hold.answered.size(); ++i) {
        int kept = 0;
        for (VisitPlaces &places : asked)
            if (isSamePlace(places, hold.answered[i])) {
                const int more = std::min(places.units, hold.granted[i] - kept);
                kept += more;
                places.units -= more;
            }
        if (kept < hold.granted[i])
            hold.granted[i] = hold.answered[i].units = kept; // and nobody says that there are no more
    }
}

/// The word on the places stands also where that on the code is missing.
void takeAnswer(AskedHold &hold, const CentreQuestions::Question &question, const CentreQuestions::Answer &answer)
{
    hold.waits = !answer.code || hold.wanted != question.hold.places || hold.code != question.code;
    hold.answered = question.hold.places;
    hold.granted = answer.hold->granted;
    if (!answer.code)
        return;
    hold.answeredCode = question.code;
    hold.codeGranted = answer.code->granted;
}

/// The question was refused for what it says; the next one may do better. A refusal for its turn, which names the last one heard, is that
/// of all.
bool isOfItsQuestion(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || (error.code == ErrorCode::CentreRefused && error.values.isEmpty());
}

bool mayGoOn(const CentreQuestions::Answer &answer)
{
    return answer.hold ? answer.code || isOfItsQuestion(answer.code.error()) : isOfItsQuestion(answer.hold.error());
}

CentreQuestions::Answer answerTo(const CentreQuestions::Question &question, OnlineDecisions &decisions)
{
    CentreQuestions::Answer answer;
    answer.hold = decisions.hold(question.hold);
    if (!answer.hold)
        return answer;
    const bool givesBack = !question.givenBack.isEmpty();
    const QString &code = givesBack ? question.givenBack : question.code;
    if (!code.isEmpty())
        answer.code = decisions.use({.code = code, .dossier = question.hold.id, .wanted = !givesBack, .turn = question.hold.turn});
    return answer;
}

} // namespace

/// It is looked at again, since it may have been begun before there was a centre.
Result<std::optional<CentreQuestions::Question>> CentreQuestions::ofCartInProgress()
{
    TRY_LET(kept, WorkingStore{m_workplace.db()}.currentCart());
    if (!kept)
        return std::nullopt;
    TRY_LET(working, loadWorkingCart(m_workplace));
    TRY(wantPlaces(m_workplace, working));
    TRY_LET(hold, AskedHoldStore{m_workplace.db()}.find(working.cart.dossier));
    if (!hold || (!hold->waits && !lapsesSoon(*hold, m_workplace.now()) && !lacksSome(*hold)))
        return std::nullopt;
    return std::optional{questionOf(*hold)};
}

Result<> CentreQuestions::number(std::vector<Question> &questions)
{
    TRY_LET(before, machineState(m_workplace.db(), lastTurnName));
    qint64 turn = before.toLongLong();
    for (Question &question : questions)
        question.hold.turn = ++turn;
    return questions.empty() ? Result<>{} : setMachineState(m_workplace.db(), lastTurnName, QString::number(turn));
}

/// The centre says which question it heard last, when this till has forgotten: it is an older copy, or its power was cut.
Result<> CentreQuestions::goOnFrom(const Error &refusal)
{
    const qint64 last = refusal.code == ErrorCode::CentreRefused ? refusal.values.value(0).toLongLong() : 0;
    TRY_LET(before, machineState(m_workplace.db(), lastTurnName));
    return last > before.toLongLong() ? setMachineState(m_workplace.db(), lastTurnName, QString::number(last)) : Result<>{};
}

Result<std::vector<CentreQuestions::Question>> CentreQuestions::waiting(Carts carts)
{
    std::vector<Question> questions;
    if (!asksCentre(m_workplace))
        return questions;
    TRY_LET(current, ofCartInProgress());
    if (current)
        questions.push_back(*current);
    if (carts == Carts::All) {
        AskedHoldStore store{m_workplace.db()};
        TRY(store.forget(m_workplace.now().addSecs(-forgottenAfter.count())));
        TRY_LET(others, store.waiting());
        for (const AskedHold &hold : others)
            if (!current || hold.dossier != current->hold.id)
                questions.push_back(questionOf(hold));
    }
    TRY(number(questions));
    return questions;
}

Result<bool> CentreQuestions::record(const Question &question, const Answer &answer)
{
    return inTransaction(m_workplace.db(), [&]() -> Result<bool> {
        if (!answer.hold)
            TRY(goOnFrom(answer.hold.error()));
        AskedHoldStore store{m_workplace.db()};
        TRY_LET(hold, store.find(question.hold.id));
        if (!hold) // sold meanwhile: its fact ends the hold
            return false;
        const AskedHold before = *hold;
        hold->failed = !answer.hold || !answer.code;
        if (!answer.hold) {
            keepAtMost(*hold, question.hold.places);
            TRY(store.put(*hold));
            return !before.failed;
        }
        takeAnswer(*hold, question, answer);
        if (question.isRelease() && !hold->waits) {
            TRY(store.drop(hold->dossier));
            return false;
        }
        hold->until = m_workplace.now().addSecs(holdLasts.count());
        TRY(store.put(*hold));
        return !saysTheSame(before, *hold);
    });
}

Result<bool> askCentre(OnlineDecisions &decisions, const OnLedger &ledger, CentreQuestions::Carts carts)
{
    std::vector<CentreQuestions::Question> questions;
    TRY(ledger([&](Workplace &workplace) -> Result<> {
        TRY_LET(waiting, CentreQuestions{workplace}.waiting(carts));
        questions = std::move(waiting);
        return {};
    }));
    bool isNews = false;
    for (const CentreQuestions::Question &question : questions) {
        const CentreQuestions::Answer answer = answerTo(question, decisions);
        TRY(ledger([&](Workplace &workplace) -> Result<> {
            TRY_LET(news, CentreQuestions{workplace}.record(question, answer));
            isNews = isNews || news;
            return {};
        }));
        if (!mayGoOn(answer))
            break;
    }
    return isNews;
}

PaymentRequest withGiftDecision(OnlineDecisions &decisions, const OnLedger &ledger, const CommandId &id, const PaymentRequest &request)
{
    std::optional<GiftDebit> wanted;
    const Result<> known = ledger([&](Workplace &workplace) -> Result<> {
        wanted = Checkout{workplace}.giftDebit(id, request);
        return {};
    });
    PaymentRequest asked = request;
    asked.gift.reset(); // the word on an attempt before
    if (known && wanted) {
        asked.gift = decisions.debit(*wanted);
        asked.giftAsked = wanted->amount;
    }
    return asked;
}

} // namespace guichet
