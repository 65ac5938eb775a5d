// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/format/TerminalPrompt.h"
#include "ui/payment/PaymentState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct CardPaymentWords
{
    Q_DECLARE_TR_FUNCTIONS(CardPayment)
};

/// A payment of the cart that is given back.
bool isBack(const PaymentIntent &intent)
{
    return intent.asked.isNegative();
}

CardState cardOf(const PaymentIntent &intent, CardState::Stage stage, const PaymentContext &context)
{
    CardState state;
    state.stage = stage;
    const PaymentMethod *method = context.catalogue->paymentMethod(intent.method);
    state.title = method ? method->name.in(context.language) : intent.method;
    if (isBack(intent))
        state.title = CardPaymentWords::tr("%1 : rendre").arg(state.title);
    const Money amount = intent.late ? intent.authorised : intent.asked; // a tip, a part: what the terminal took
    state.amount = formatMoney(amount.absolute(), EuroSign::Shown, context.language);
    return state;
}

CardState presentDoubtful(const PaymentIntent &intent, const PaymentContext &context)
{
    CardState state = cardOf(intent, CardState::Stage::Doubtful, context);
    state.prompt = isBack(intent) ? CardPaymentWords::tr("On ne sait pas encore si ce montant est rendu")
                                  : CardPaymentWords::tr("On ne sait pas encore si ce paiement est passé");
    state.tone = Tone::Warning;
    state.sentences = {
        CardPaymentWords::tr("Demandé à %1, sans réponse certaine du terminal. Regardez son écran ou son dernier ticket.")
            .arg(formatTime(intent.at.time())),
        CardPaymentWords::tr("La caisse garde cette demande et n’en envoie pas d’autre pour ce panier : personne ne paie deux fois."),
        CardPaymentWords::tr("En attendant, gardez le panier et servez le client suivant : il se reprend d’un geste.")};
    state.canResolve = true;
    state.decision = decisionWords(intent);
    state.canLeave = true;
    if (intent.late) {
        state.prompt = isBack(intent) ? CardPaymentWords::tr("Le terminal a fini par rendre ce montant")
                                      : CardPaymentWords::tr("Le terminal a fini par accepter ce montant");
        state.sentences = {
            CardPaymentWords::tr("Quelqu’un avait dit le contraire : la caisse ne décide pas seule. Un utilisateur le comptabilise, ou "
                                 "ne le comptabilise pas si le terminal l’a déjà annulé.")};
        if (!isBack(intent))
            state.sentences << CardPaymentWords::tr("Pour le rendre au client : Plus › Paiements sans réponse.");
    }
    return state;
}

CardState presentNotBack(const PaymentIntent &intent, CardState::Stage stage, const PaymentContext &context)
{
    CardState state = cardOf(intent, stage, context);
    state.prompt = CardPaymentWords::tr("Rien n’est rendu");
    state.sentences = {CardPaymentWords::tr("Le paiement reste dans le panier. Vous pouvez recommencer, ou terminer la vente.")};
    state.tone = stage == CardState::Stage::Declined ? Tone::Danger : Tone::Warning;
    state.canLeave = true;
    return state;
}

} // namespace

CardState presentCharge(const PaymentIntent &intent, const QString &prompt, TerminalWish wish, const PaymentContext &context)
{
    if (wish == TerminalWish::Outcome) {
        CardState state = cardOf(intent, CardState::Stage::KeyByHand, context);
        state.prompt = isBack(intent) ? CardPaymentWords::tr("Rendez ce montant sur le terminal (remboursement ou annulation)")
                                      : CardPaymentWords::tr("Tapez ce montant sur le terminal");
        state.sentences = {CardPaymentWords::tr("Que montre-t-il ensuite ?")};
        state.canAnswer = true;
        state.canCancel = true;
        return state;
    }
    CardState state = cardOf(intent, prompt.isEmpty() ? CardState::Stage::Sending : CardState::Stage::OnTerminal, context);
    state.prompt = prompt.isEmpty() ? CardPaymentWords::tr("Envoi du montant au terminal…") : terminalPrompt(prompt);
    state.canCancel = true; // a terminal may say nothing for a while
    if (wish == TerminalWish::YesOrNo) {
        state.stage = CardState::Stage::Asked;
        state.sentences = {CardPaymentWords::tr("Le terminal attend votre réponse. Sans réponse, c’est non.")};
        state.canReply = true;
    }
    return state;
}

CardState presentChargeOutcome(const PaymentIntent &intent, const PaymentContext &context, const std::optional<Error> &cause)
{
    if (intent.isOpen())
        return presentDoubtful(intent, context);
    const bool declined = intent.state == IntentState::Declined;
    if (isBack(intent))
        return presentNotBack(intent, declined ? CardState::Stage::Declined : CardState::Stage::NotStarted, context);
    CardState state = cardOf(intent, declined ? CardState::Stage::Declined : CardState::Stage::NotStarted, context);
    state.tone = declined ? Tone::Danger : Tone::Warning;
    state.canLeave = true;
    state.prompt = declined ? CardPaymentWords::tr("Paiement refusé") : CardPaymentWords::tr("Rien n’a été demandé à la carte");
    state.sentences = {declined ? CardPaymentWords::tr("Rien n’a été débité. Proposez une autre carte ou un autre moyen de paiement.")
                                : CardPaymentWords::tr("Rien n’a été débité. Vous pouvez recommencer sans risque.")};
    if (cause && !declined)
        state.sentences.prepend(errorSentence(*cause, context.language));
    return state;
}

CardState presentUnpaid(const PaymentIntent &intent, const PaymentContext &context)
{
    if (isBack(intent))
        return presentNotBack(intent, CardState::Stage::Declined, context);
    CardState state = cardOf(intent, CardState::Stage::Declined, context);
    state.prompt = CardPaymentWords::tr("C’est éclairci : ce paiement n’est pas passé");
    state.sentences = {CardPaymentWords::tr("Rien n’a été débité. Vous pouvez recommencer sans risque.")};
    state.tone = Tone::Danger;
    state.canLeave = true;
    return state;
}

} // namespace guichet
