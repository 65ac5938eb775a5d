// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/LoginScreen.h"
#include "ui/sale/CartPanel.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Toast.h"
#include "ui/widgets/Translation.h"
#include "ui/window/MainWindow.h"
#include "ui/window/TopBar.h"
#include "ui/window/TrainingBand.h"

#include <QApplication>
#include <QBoxLayout>
#include <QStackedWidget>

#include <algorithm>

/// What the window is made of, and made of again when another language is spoken (docs/decisions/0033).
namespace guichet {

using namespace Qt::StringLiterals;
namespace {

constexpr int narrowestCart = 340;
constexpr int widestCart = 480;

} // namespace

void MainWindow::makeParts()
{
    m_parts = new QWidget{this};
    m_topBar = new TopBar{m_parts};
    m_training = new TrainingBand{m_parts};
    m_banner = new Banner{m_parts};
    m_banner->setObjectName(u"banner"_s);
    m_stack = new QStackedWidget{m_parts};
    m_panel = new CartPanel{m_parts};
    layOut();
    m_toasts = new ToastArea{m_parts};
    m_approval = new ApprovalSheet{screenContext(), m_stack};
    connectTopBar();
    connect(m_toasts, &ToastArea::actionTriggered, this, &MainWindow::takeOffer);
    connect(m_banner, &Banner::actionTriggered, this, &MainWindow::takeBanner);
}

void MainWindow::layOut()
{
    m_stack->setMinimumSize(1, 1); // a page adapts to the window, the window never grows with a page
    auto *page = new QHBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_stack, 1);
    page->addWidget(m_panel);
    auto *column = new QVBoxLayout{m_parts};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_training);
    column->addWidget(m_banner);
    column->addLayout(page, 1);
    layout()->addWidget(m_parts);
    m_panel->hide();
    fitCart();
}

/// The cart column is narrower on an old screen and wider on a large one.
void MainWindow::fitCart()
{
    m_panel->setFixedWidth(std::clamp(width() * metric::cartWidth / 1280, narrowestCart, widestCart));
}

/// Once nobody is connected the words stay: mostly the same person comes back.
Language MainWindow::languageOf(const std::optional<StaffTile> &who) const
{
    if (!who || !m_needs.speaksAsUser)
        return m_language;
    return isTranslated(who->language) ? who->language : m_needs.language;
}

/// Not while the terminal is at work: the page that waits for it shows what came of it.
void MainWindow::speak(Language language)
{
    if (language == m_language || m_needs.terminals.isBusy())
        return;
    m_language = language;
    installTranslation(*qApp, language);
    m_screens.clear();
    m_offers.clear();
    m_sale = nullptr;
    m_devices = nullptr;
    m_more = nullptr;
    m_help = nullptr;
    m_parts->hide();
    m_parts->deleteLater(); // one of its pages may have asked for this
    makeParts();
    m_parts->show();
    m_customer.setLanguage(language);
}

} // namespace guichet
