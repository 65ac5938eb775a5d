// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/ScreenStates.h"

#include "core/usecases/Staff.h"
#include "ui/format/NoticeText.h"
#include "ui/widgets/Banner.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongPins = 5; ///< As many as lock somebody out (ACC-1).

/// Opens the line of the cart at `row`, taps `action` of it, and keeps what it asks.
void keepLineSheet(ScreenAlbum &album, int row, const QString &action, const QString &picture)
{
    album.go(Place::Sale);
    if (album.press(action) || (album.pressLine(row) && album.press(action))) // it may be open already
        album.keep(picture);
    album.closeSheet();
}

void keepBanner(ScreenAlbum &album, const std::vector<TillAlert> &alerts, const QString &picture)
{
    auto *banner = album.window().findChild<Banner *>(u"banner"_s);
    banner->render({.text = alertSentences(alerts, album.language()).join(u' '), .tone = Tone::Danger});
    album.keep(picture);
    album.window().refresh();
    album.settle();
}

} // namespace

void drawLockedOut(ScreenAlbum &album)
{
    for (int attempt = 0; attempt < wrongPins; ++attempt)
        album.ask([](Workplace &workplace) { return Staff{workplace}.logIn(u"Lucas"_s, u"0000"_s).has_value(); });
    album.window().start();
    album.settle();
    album.press(u"chip.u2"_s);
    album.keep(u"connexion-bloquee"_s);
}

void drawLineSheets(ScreenAlbum &album)
{
    album.go(Place::Sale);
    if (album.pressLine(0))
        album.keep(u"vente-ligne"_s);
    keepLineSheet(album, 0, u"line.move"_s, u"vente-seance"_s);
    keepLineSheet(album, 0, u"line.free"_s, u"vente-gratuite"_s);
    keepLineSheet(album, 0, u"line.price"_s, u"vente-prix"_s);
    keepLineSheet(album, 0, u"line.comment"_s, u"vente-commentaire"_s);
    album.go(Place::Sale);
    if (album.press(u"park"_s))
        album.keep(u"vente-garder"_s);
    album.closeSheet();
    if (album.press(u"clear"_s))
        album.keep(u"vente-vider"_s);
    album.closeSheet();
}

void drawSearches(ScreenAlbum &album)
{
    album.go(Place::Sale);
    album.write(u"search"_s, u"loup"_s);
    album.keep(u"vente-recherche"_s);
    album.write(u"search"_s, u"licorne"_s);
    album.keep(u"vente-recherche-vide"_s);
    album.write(u"search"_s, {});
    album.settle();
}

void drawWindowStates(ScreenAlbum &album)
{
    album.go(Place::Sale);
    album.window().showCentre({.enrolled = true, .waiting = 12, .trouble = ErrorCode::CentreUnreachable});
    album.keep(u"vente-hors-ligne"_s);
    album.window().showCentre({});
    album.window().showPrinting({.waiting = 2, .receipt = {.trouble = Error{ErrorCode::PrinterOutOfPaper}}});
    album.keep(u"vente-imprimante"_s);
    album.window().showPrinting({.waiting = 1, .doubtful = 1});
    album.keep(u"vente-impression-incertaine"_s);
    album.window().showPrinting({});
    keepBanner(album, {TillAlert::SignaturePending}, u"bandeau-signature"_s);
    keepBanner(album, {TillAlert::WriteFailing, TillAlert::BackupFailing}, u"bandeau-ecriture"_s);
    album.window().refuse(Error{ErrorCode::DiskFull}, {});
    album.keep(u"vente-refus"_s);
    album.go(Place::Sale);
    album.window().refuse(Error{ErrorCode::NeedsApproval}, [] {});
    album.keep(u"accord"_s);
    album.closeSheet();
}

} // namespace guichet
