// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/ScreenStates.h"

#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/WaitingUsers.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/TillDesk.h"

#include <chrono>
#include <tuple>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The page, a button of it, the sheet that it opens.
void keepSheetOf(ScreenAlbum &album, const QString &button, const QString &picture)
{
    if (album.press(button))
        album.keep(picture);
    album.closeSheet();
}

void keepMoreSheet(ScreenAlbum &album, const QString &tile, const QString &picture)
{
    album.go(Place::Help, tile);
    album.keep(picture);
    album.closeSheet();
}

bool openTill(ScreenAlbum &album)
{
    return album.ask([](Workplace &workplace) {
        return TillDesk{workplace}.open(CommandId::generate(), {.amount = Money::fromCents(25'000)}).has_value();
    });
}

/// Of ten euros in cash, for a visit of today. Returns the number of the order.
QString orderWithDeposit(ScreenAlbum &album)
{
    return album.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        const Money deposit = Money::fromCents(1'000);
        std::ignore = checkout.add(CommandId::generate(), {.formula = u"grotte"_s, .units = {{u"adulte"_s, 2}}});
        std::ignore = checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = deposit});
        ValidateRequest request;
        request.paymentToCome = true;
        request.deposit = deposit;
        request.dueOn = workplace.businessToday().addDays(10);
        request.expectedMethod = u"transfer"_s;
        const auto order = checkout.validate(CommandId::generate(), request);
        return order ? order->dossierNumber : QString{};
    });
}

/// Another till makes the first seller a manager. Nothing of it waits afterwards.
void drawWaitingUsers(ScreenAlbum &album)
{
    std::ignore = album.ask([](Workplace &workplace) -> Result<> {
        DocumentFeed feed{workplace.db()};
        const QDateTime at = workplace.now();
        SharedChange change{.kind = DocumentKind::User, .key = u"u1"_s, .stamp = {hlcOf(at.addSecs(60)), u"boutique"_s}, .fields = {}};
        change.fields[u"role"_s] = {.value = roleName(Role::Manager), .over = {}};
        change.user = u"u5"_s;
        change.at = at;
        return inTransaction(workplace.db(), [&]() -> Result<> {
            TRY(feed.begin(workplace.tillUid(), true, {.user = {}, .at = at}));
            TRY(feed.take(change, at));
            return {};
        });
    });
    keepMoreSheet(album, u"users"_s, u"plus-utilisateurs"_s);
    std::ignore = album.ask([](Workplace &workplace) { return WaitingUsers{workplace.db()}.forgetAll(); });
}

/// A till that is alone, and what it would be enrolled with.
void drawEnrolment(ScreenAlbum &album)
{
    album.go(Place::Help, u"centre"_s);
    album.keep(u"centrale-seule"_s);
    album.press(u"centre.enrol"_s);
    album.keep(u"centrale-relier"_s);
    album.scan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s);
    album.keep(u"centrale-relier-scanne"_s);
    album.closeSheet();
    album.closeSheet();
}

} // namespace

void drawDossierSheets(ScreenAlbum &album)
{
    album.go(Place::Dossiers, u"R2"_s);
    keepSheetOf(album, u"dossier.view"_s, u"dossier-recu"_s);
    album.tapRow(u"dossier.payments"_s, 0);
    album.keep(u"dossier-moyen"_s);
    album.closeSheet();
    album.press(u"dossier.refund"_s);
    album.press(u"refund.all"_s);
    album.press(u"chip.retour"_s);
    if (album.press(u"refund.confirm"_s))
        album.keep(u"dossier-terminal"_s);
    album.press(u"terminal.declined"_s);
    album.go(Place::Dossiers, u"P2611250104"_s);
    keepSheetOf(album, u"dossier.cancel"_s, u"dossier-annuler"_s);
    album.go(Place::Dossiers, orderWithDeposit(album));
    keepSheetOf(album, u"dossier.refund"_s, u"dossier-acompte"_s);
    album.go(Place::Dossiers);
    album.write(u"dossiers.search"_s, u"licorne"_s);
    album.keep(u"dossiers-vide"_s);
    album.write(u"dossiers.search"_s, {});
}

void drawGift(ScreenAlbum &album)
{
    const QString code = u"GIFT-DEMO-50"_s;
    album.ask([code](Workplace &workplace) {
        Checkout checkout{workplace};
        std::ignore = checkout.sellGift(CommandId::generate(), GiftKind::Card, Money::fromCents(5'000), code);
        std::ignore = checkout.pay(CommandId::generate(), {.method = u"cash"_s});
        return checkout.validate(CommandId::generate()).has_value();
    });
    album.go(Place::Gift, code);
    album.keep(u"cadeau-solde"_s);
    keepSheetOf(album, u"gift.block"_s, u"cadeau-bloquer"_s);
}

void drawMore(ScreenAlbum &album)
{
    drawEnrolment(album);
    keepMoreSheet(album, u"cashIn"_s, u"plus-apport"_s);
    keepMoreSheet(album, u"drawer"_s, u"plus-tiroir"_s);
    keepMoreSheet(album, u"about"_s, u"a-propos"_s);
    drawWaitingUsers(album);
    album.go(Place::Help, u"training"_s);
    album.go(Place::Sale);
    album.keep(u"mode-ecole"_s);
    album.go(Place::Help, u"training"_s);
    album.go(Place::Sale);
}

void drawLateClosing(ScreenAlbum &album)
{
    if (!openTill(album))
        return;
    album.window().start();
    album.passTime(24h);
    album.window().start();
    album.keep(u"ouverture-en-retard"_s);
    album.go(Place::Closing);
    album.keep(u"fermeture-en-retard"_s);
    const QString number = album.ask([](Workplace &workplace) {
        const auto report = TillDesk{workplace}.close(CommandId::generate(), {});
        return report ? report->zNumber().toString() : QString{};
    });
    if (number.isEmpty() || !openTill(album))
        return;
    album.window().start();
    album.settle(); // it goes to the sale by itself
    album.go(Place::Report, number);
    album.keep(u"rapport-non-compte"_s);
    keepSheetOf(album, u"report.complete"_s, u"rapport-comptage"_s);
    keepSheetOf(album, u"report.pdf"_s, u"rapport-pdf"_s);
    album.ask([](Workplace &workplace) {
        workplace.settings.blindCount = true;
        return true;
    });
    album.go(Place::Closing);
    album.keep(u"fermeture-aveugle"_s);
}

} // namespace guichet
