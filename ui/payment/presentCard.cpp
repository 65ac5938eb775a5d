// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
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
    state.amount = formatMoney(isBack(intent) ? -intent.asked : intent.asked, EuroSign::Shown, context.language);
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
    state.canLeave = true;
    if (intent.late) {
        state.prompt = CardPaymentWords::tr("Le terminal a fini par accepter ce montant");
        state.sentences = {
            CardPaymentWords::tr("Quelqu’un avait dit le contraire : la caisse ne décide pas seule. Payé le comptabilise ; un "
                                 "responsable peut aussi le rendre dans Plus › Paiements sans réponse.")};
    }
    return state;
}

} // namespace

CardState presentCharge(const PaymentIntent &intent, const QString &prompt, bool waitsForPerson, const PaymentContext &context)
{
    if (waitsForPerson) {
        CardState state = cardOf(intent, CardState::Stage::KeyByHand, context);
        state.prompt = isBack(intent) ? CardPaymentWords::tr("Rendez ce montant sur le terminal (remboursement ou annulation)")
                                      : CardPaymentWords::tr("Tapez ce montant sur le terminal");
        state.sentences = {CardPaymentWords::tr("Que montre-t-il ensuite ?")};
        state.canAnswer = true;
        state.canCancel = true;
        return state;
    }
    CardState state = cardOf(intent, prompt.isEmpty() ? CardState::Stage::Sending : CardState::Stage::OnTerminal, context);
    state.prompt = prompt.isEmpty() ? CardPaymentWords::tr("Envoi du montant au terminal…") : prompt;
    state.canCancel = true; // a terminal may say nothing for a while
    return state;
}

CardState presentChargeOutcome(const PaymentIntent &intent, const PaymentContext &context)
{
    if (intent.isOpen())
        return presentDoubtful(intent, context);
    const bool declined = intent.state == IntentState::Declined;
    CardState state = cardOf(intent, declined ? CardState::Stage::Declined : CardState::Stage::NotStarted, context);
    state.tone = declined ? Tone::Danger : Tone::Warning;
    state.canLeave = true;
    if (isBack(intent)) {
        state.prompt = CardPaymentWords::tr("Rien n’est rendu");
        state.sentences = {CardPaymentWords::tr("Le paiement reste dans le panier. Vous pouvez recommencer, ou terminer la vente.")};
        return state;
    }
    state.prompt = declined ? CardPaymentWords::tr("Paiement refusé") : CardPaymentWords::tr("Rien n’a été demandé à la carte");
    state.sentences = {declined ? CardPaymentWords::tr("Rien n’a été débité. Proposez une autre carte ou un autre moyen de paiement.")
                                : CardPaymentWords::tr("Rien n’a été débité. Vous pouvez recommencer sans risque.")};
    return state;
}

} // namespace guichet
