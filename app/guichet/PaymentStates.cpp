// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/ScreenStates.h"

#include "ui/payment/CardPage.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

void keepSheet(ScreenAlbum &album, const QString &button, const QString &picture)
{
    if (album.press(button))
        album.keep(picture);
    album.closeSheet();
}

/// Some cheques of a stack; then they are taken back, for the pictures that follow want a cart that is not paid.
void keepCheques(ScreenAlbum &album)
{
    for (const QString &touch : {u"method.ancv"_s, u"cheque.1000"_s, u"cheque.2000"_s, u"cheque.1000"_s})
        album.press(touch);
    album.keep(u"paiement-cheques"_s);
    for (const QString &touch : {u"cheque.1000.back"_s, u"cheque.1000.back"_s, u"cheque.2000.back"_s})
        album.press(touch);
    album.closeSheet();
}

/// What a terminal with a link says: the till of the demonstration has none.
void keepLinkedTerminal(ScreenAlbum &album)
{
    auto *page = album.window().findChild<CardPage *>();
    const auto catalogue = album.ask([](Workplace &workplace) { return workplace.catalogue; });
    const PaymentContext context{.catalogue = catalogue, .now = {}, .till = {}, .language = album.language(), .terminal = u"zvt"_s};
    const PaymentIntent intent{.method = u"bancontact"_s, .asked = Money::fromCents(7'632)};
    page->render(presentCharge(intent, {}, TerminalWish::Nothing, context));
    album.keep(u"carte-envoi"_s);
    page->render(presentCharge(intent, u"WAIT_FOR_PIN"_s, TerminalWish::Nothing, context));
    album.keep(u"carte-attente"_s);
    page->render(presentCharge(intent, u"Signature OK ?"_s, TerminalWish::YesOrNo, context));
    album.keep(u"carte-question"_s);
    page->render(presentCharge(intent, {}, TerminalWish::Outcome, context));
}

/// A person says of all open payments that nothing came of them.
std::vector<PaymentIntent> declineOpen(ScreenAlbum &album)
{
    return album.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        const auto open = checkout.openIntents().value_or(std::vector<PaymentIntent>{});
        for (const PaymentIntent &intent : open)
            std::ignore = checkout.resolve({}, intent.id, ChargeState::Declined, {});
        return open;
    });
}

/// The terminal has taken what a person has said it had not: a task, until somebody decides again (hardware.md §2.9).
void keepLateApproval(ScreenAlbum &album, const std::vector<PaymentIntent> &declined)
{
    album.ask([declined](Workplace &workplace) {
        for (const PaymentIntent &intent : declined)
            std::ignore = Checkout{workplace}.recordLookUp(
                intent.id,
                {.state = ChargeState::Approved, .authorised = intent.asked, .reference = u"482913"_s, .text = {}, .transaction = u"T7"_s});
        return true;
    });
    album.window().refresh();
    album.go(Place::Help, u"doubtful"_s);
    album.keep(u"paiement-tardif"_s);
    album.closeSheet();
    album.go(Place::Payment);
    album.keep(u"carte-tardive"_s);
    declineOpen(album);
}

} // namespace

void drawPaymentSheets(ScreenAlbum &album)
{
    album.go(Place::Sale);
    album.press(u"pay"_s); // the way a person takes: a line that is open closes
    keepSheet(album, u"method.more"_s, u"paiement-moyens"_s);
    keepSheet(album, u"method.gift_card"_s, u"paiement-cadeau"_s);
    keepCheques(album);
    keepSheet(album, u"method.ancv_connect"_s, u"paiement-reference"_s);
    keepSheet(album, u"quote"_s, u"paiement-devis"_s);
    album.chooseTab(u"paymentTabs"_s, u"later"_s);
    album.keep(u"paiement-a-venir"_s);
    album.go(Place::Payment);
}

void drawCardPayment(ScreenAlbum &album)
{
    album.go(Place::Payment);
    if (!album.press(u"method.bancontact"_s))
        return;
    album.keep(u"carte-a-encoder"_s);
    keepLinkedTerminal(album);
    album.press(u"card.unknown"_s);
    album.keep(u"carte-sans-reponse"_s);
    album.go(Place::Help, u"doubtful"_s);
    album.keep(u"paiements-sans-reponse"_s);
    album.closeSheet();
    album.go(Place::Payment);
    album.keep(u"paiement-en-attente"_s);
    keepLateApproval(album, declineOpen(album));
    album.window().refresh();
    album.go(Place::Sale);
    album.go(Place::Payment);
    album.press(u"method.bancontact"_s);
    album.press(u"card.declined"_s);
    album.keep(u"carte-refusee"_s);
    album.press(u"card.leave"_s);
}

void drawSold(ScreenAlbum &album)
{
    album.go(Place::Payment);
    if (album.press(u"cash.10000"_s)) // covers the total: the sale is validated with it
        album.keep(u"vente-validee"_s);
    keepSheet(album, u"done.paper"_s, u"vente-recu"_s);
    album.go(Place::Sale);
    album.go(Place::Payment, u"last"_s);
    album.keep(u"rendu"_s);
}

} // namespace guichet
