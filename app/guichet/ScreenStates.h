// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/guichet/ScreenAlbum.h"

namespace guichet {

/// The states of the window that a walk from page to page does not meet by itself: each is brought about, kept, and left again. They need a
/// till that is open, somebody connected who may do all, and, where said, a cart.

void drawLockedOut(ScreenAlbum &album);    ///< Before anybody is connected.
void drawLineSheets(ScreenAlbum &album);   ///< A cart with a visit and a product.
void drawSearches(ScreenAlbum &album);     ///< What is found, and nothing found.
void drawWindowStates(ScreenAlbum &album); ///< Top bar, banners, messages, the approval of a manager.

void drawPaymentSheets(ScreenAlbum &album); ///< A cart that is not paid.
/// A cart that is not paid: from the amount on the terminal to a payment that nobody knows of, and what becomes of it.
void drawCardPayment(ScreenAlbum &album);
void drawSold(ScreenAlbum &album); ///< A cart of less than 100 €: it is paid in cash.

void drawDossierSheets(ScreenAlbum &album); ///< With the morning's dossiers and an empty cart.
void drawGift(ScreenAlbum &album);          ///< With an empty cart: a gift card is sold, looked at, blocked.
void drawMore(ScreenAlbum &album);
/// From a closed till: a day that was not closed, its Z without a count, a blind count.
void drawLateClosing(ScreenAlbum &album);

} // namespace guichet
