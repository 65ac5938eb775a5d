// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closing/ClosingScreen.h"
#include "ui/devices/DevicesScreen.h"
#include "ui/dossiers/DossiersScreen.h"
#include "ui/gift/GiftScreen.h"
#include "ui/labelling/LabelsScreen.h"
#include "ui/login/LoginScreen.h"
#include "ui/more/MoreScreen.h"
#include "ui/opening/OpeningScreen.h"
#include "ui/parked/ParkedScreen.h"
#include "ui/payment/PaymentScreen.h"
#include "ui/printing/PrintingScreen.h"
#include "ui/report/ReportScreen.h"
#include "ui/sale/CartPanel.h"
#include "ui/sale/SaleScreen.h"
#include "ui/stock/StockScreen.h"
#include "ui/widgets/SearchField.h"
#include "ui/window/MainWindow.h"
#include "ui/window/TopBar.h"

#include <QLineEdit>
#include <QStackedWidget>

/// The pages of the window: each is made when it is first shown.
namespace guichet {

ScreenContext MainWindow::screenContext()
{
    return {.till = m_needs.till,
            .terminals = m_needs.terminals,
            .navigator = *this,
            .sounds = m_needs.sounds,
            .clock = m_needs.clock,
            .attendant = m_needs.attendant,
            .screenLanguage = m_language,
            .decisions = m_needs.decisions,
            .centre = m_needs.centre};
}

Screen *MainWindow::screen(Place place)
{
    Screen *&known = m_screens[place];
    if (!known) {
        known = makeScreen(place);
        m_stack->addWidget(known);
    }
    return known;
}

Screen *MainWindow::makeScreen(Place place)
{
    const ScreenContext context = screenContext();
    switch (place) {
    case Place::Login: {
        auto *login = new LoginScreen{context};
        connect(login, &LoginScreen::loggedIn, this, [this] { ask(true); });
        return login;
    }
    case Place::Sale:
        m_sale = new SaleScreen{context, m_cart, *m_panel};
        m_sale->setTill({.key = m_tillKey, .phone = m_phone, .businessDate = m_tillState.businessDate});
        connect(m_sale, &SaleScreen::multiplierUsed, this, &MainWindow::resetMultiplier);
        connect(m_sale, &SaleScreen::searchCleared, m_topBar->searchField(), &QLineEdit::clear);
        return m_sale;
    case Place::Payment: {
        screen(Place::Sale);
        auto *payment = new PaymentScreen{context, m_cart, *m_panel};
        connect(payment, &PaymentScreen::sold, &m_customer, &CustomerDesk::takeSale);
        return payment;
    }
    case Place::FirstStart:
    case Place::Opening: return new OpeningScreen{context};
    case Place::Dossiers: return new DossiersScreen{context};
    case Place::Closing: return new ClosingScreen{context};
    case Place::Report: return new ReportScreen{context};
    case Place::Stock: return new StockScreen{context};
    case Place::Labels: return new LabelsScreen{context, m_needs.devices};
    case Place::Gift: return new GiftScreen{context};
    case Place::Parked: return new ParkedScreen{context};
    case Place::Printing: {
        auto *printing = new PrintingScreen{context};
        connect(printing, &PrintingScreen::retryWanted, this, &MainWindow::printingWanted);
        return printing;
    }
    case Place::Devices: return makeDevices();
    case Place::Help:
        m_more = new MoreScreen{context};
        connect(m_more, &MoreScreen::settingsSaved, this, &MainWindow::settingsSaved);
        return m_more;
    }
    Q_UNREACHABLE();
}

Screen *MainWindow::makeDevices()
{
    m_devices = new DevicesScreen{screenContext(), m_needs.devices};
    m_devices->showPrinting(m_printing);
    connect(m_devices, &DevicesScreen::settingsSaved, this, &MainWindow::settingsSaved);
    connect(m_devices, &DevicesScreen::displayTestWanted, &m_customer, &CustomerDesk::showTest);
    return m_devices;
}

} // namespace guichet
