// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MainWindow.h"

#include "core/scan/CentreInvitation.h"
#include "ui/format/ErrorText.h"
#include "ui/login/LoginScreen.h"
#include "ui/more/HelpSheet.h"
#include "ui/sale/CartPanel.h"
#include "ui/sale/SaleScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/KeyHints.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Toast.h"
#include "ui/window/TabStops.h"
#include "ui/window/TopBar.h"
#include "ui/window/TrainingBand.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostFigures = 3; ///< Of a multiplier; more are a code.
constexpr std::chrono::seconds offerLasts{12};
constexpr std::chrono::seconds refusalLasts{6};

bool besideCart(Place place)
{
    return place == Place::Sale || place == Place::Payment;
}

bool isInput(const QEvent &event)
{
    return event.type() == QEvent::KeyPress || event.type() == QEvent::MouseButtonPress || event.type() == QEvent::TouchBegin;
}

} // namespace

MainWindow::MainWindow(const WindowNeeds &needs, QWidget *parent)
    : QWidget{parent}, m_needs{needs}, m_language{needs.language}, m_cart{needs.till}, m_customer{needs.till, m_cart, needs.language}
{
    setObjectName(u"window"_s);
    setWindowTitle(u"Guichet"_s);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    makeParts();
    new KeyHints{this};
    connect(&m_scanFilter, &ScanFilter::scanned, this, &MainWindow::takeScan);
    connect(&m_cart, &CartModel::changed, this, &MainWindow::printingWanted);
    if (m_needs.decisions) {
        connect(&m_cart, &CartModel::changed, m_needs.decisions, &DecisionThread::wake);
        connect(m_needs.decisions, &DecisionThread::answered, &m_cart, &CartModel::refresh);
    }
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::renderTopBar);
    m_minute.start(std::chrono::seconds{5});
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &MainWindow::lock);
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

void MainWindow::start()
{
    ask(true);
}

void MainWindow::refresh()
{
    ask(false);
    Q_EMIT printingWanted();
}

void MainWindow::ask(bool navigate)
{
    m_needs.till
        .call([](Workplace &workplace) {
            const Result<StaffTile> who = Staff{workplace}.current();
            const TillProfile *profile = workplace.catalogue->till(workplace.settings.tillKey);
            return Asked{.till = TillDesk{workplace}.state(),
                         .who = who ? std::optional{*who} : std::nullopt,
                         .lockAfterSeconds = workplace.settings.lockAfterIdleSeconds,
                         .tillKey = workplace.settings.tillKey,
                         .phone = profile && profile->kind == TillProfile::Kind::Phone};
        })
        .then(this, [this, navigate](const Asked &asked) { take(asked, navigate); });
}

void MainWindow::take(const Asked &asked, bool navigate)
{
    if (!asked.till) // not refuse(), which asks again for the banners
        return say({.text = errorSentence(asked.till.error(), m_language), .tone = Tone::Danger, .duration = refusalLasts});
    m_tillState = *asked.till;
    m_who = asked.who;
    m_tillKey = asked.tillKey;
    m_phone = asked.phone;
    if (m_sale)
        m_sale->setTill({.key = m_tillKey, .phone = m_phone, .businessDate = m_tillState.businessDate});
    m_idle.setInterval(std::chrono::seconds{asked.lockAfterSeconds});
    if (asked.lockAfterSeconds > 0)
        m_idle.start();
    else
        m_idle.stop();
    if (navigate)
        speak(languageOf(m_who));
    m_training->setVisible(m_who && m_tillState.training);
    renderBanner();
    renderTopBar();
    tellOfInterruption();
    if (navigate)
        goOn();
}

/// Once, to the first who comes: what was found after a power cut (FIS-5).
void MainWindow::tellOfInterruption()
{
    if (!m_who || !m_tillState.interrupted || m_toldOfInterruption)
        return;
    m_toldOfInterruption = true;
    say({.text = tr("La caisse s’était arrêtée d’un coup. Rien de validé n’est perdu, et le panier commencé est là où il en était."),
         .tone = Tone::Warning,
         .duration = offerLasts});
}

/// Where somebody who has just come belongs.
void MainWindow::goOn()
{
    if (!m_who)
        go(Place::Login);
    else if (m_tillState.phase == TillState::Phase::Open)
        go(Place::Sale);
    else
        go(Place::Opening);
}

void MainWindow::go(Place place, const QString &subject)
{
    if (!m_who && place != Place::Login)
        place = Place::Login;
    const bool selling = besideCart(place);
    if (selling && m_tillState.phase != TillState::Phase::Open && m_who) {
        ask(true);
        return;
    }
    if (m_help)
        m_help->close();
    m_approval->close(); // nobody approves what has been left
    if (!m_justSaid)
        m_toasts->clear();
    m_place = place;
    m_stack->setCurrentWidget(screen(place));
    m_panel->setVisible(selling);
    resetMultiplier();
    renderTopBar();
    screen(place)->enter(subject);
    if (place == Place::Sale)
        m_stack->currentWidget()->setFocus();
    Q_EMIT pageShown();
}

void MainWindow::toast(const QString &text, Tone tone)
{
    say({.text = text, .tone = tone});
}

void MainWindow::say(const ToastState &toast)
{
    m_justSaid = true;
    QTimer::singleShot(0, this, [this] { m_justSaid = false; });
    m_toasts->show(toast);
}

void MainWindow::offer(const QString &text, const QString &action, std::function<void()> then)
{
    m_offers[text] = std::move(then);
    say({.text = text, .tone = Tone::Warning, .action = action, .duration = offerLasts});
}

void MainWindow::takeOffer(const QString &text)
{
    if (const auto offered = m_offers.extract(text))
        offered.mapped()();
}

void MainWindow::refuse(const Error &error, std::function<void()> retry)
{
    const bool needsAdministrator = error.code == ErrorCode::NeedsAdministrator;
    if ((error.code == ErrorCode::NeedsApproval || needsAdministrator) && retry) {
        m_approval->ask(errorSentence(error, m_language), std::move(retry), needsAdministrator ? Role::Administrator : Role::Manager);
        return;
    }
    if (error.code == ErrorCode::NotLoggedIn) {
        go(Place::Login);
        return;
    }
    if (isStorageFailure(error.code))
        ask(false); // the banner, at once
    say({.text = errorSentence(error, m_language), .tone = Tone::Danger, .duration = refusalLasts});
}

QWidget *MainWindow::sheetHost()
{
    return m_stack;
}

void MainWindow::lock()
{
    if (!m_who)
        return;
    m_who.reset();
    m_needs.till.call([](Workplace &workplace) { Staff{workplace}.logOut(); }).then(this, [this] { ask(true); });
    go(Place::Login);
}

void MainWindow::takeScan(const QString &code)
{
    if (!m_who)
        return;
    if (m_approval->isOpen())
        return toast(tr("Scan non pris : l’accord d’un utilisateur est attendu"), Tone::Warning);
    const bool isOfCentre = looksLikeInvitation(code);
    const bool isForPage = !isOfCentre || m_place == Place::Help;
    if (isForPage && screen(m_place)->takeScan(code))
        return;
    if (isOfCentre) // nothing to sell or to look up, nor to be shown to whoever looks on
        return toast(tr("C’est le code QR d’un serveur central : voyez Plus › Centrale"), Tone::Warning);
    if (m_tillState.phase != TillState::Phase::Open)
        return refuse(Error{ErrorCode::SessionNotOpen}, {});
    if (!besideCart(m_place))
        go(Place::Sale);
    m_sale->sellScan(code);
}

/// A few figures multiply. More are a code, typed by a person or by a scanner that was taken for one: the search field sells it on Enter.
void MainWindow::typeFigure(QChar figure)
{
    m_figures += figure;
    if (m_figures.size() > mostFigures) {
        m_topBar->searchField()->clear();
        typeSearch(std::exchange(m_figures, {}));
        resetMultiplier();
        return;
    }
    const int multiplier = m_figures.toInt();
    m_sale->setMultiplier(std::max(multiplier, 1));
    m_topBar->searchField()->setPrefix(multiplier > 0 ? tr("%1 ×").arg(multiplier) : QString{});
}

void MainWindow::typeSearch(const QString &text)
{
    m_topBar->searchField()->setFocus();
    m_topBar->searchField()->insert(text);
    m_sale->search(m_topBar->searchField()->text());
}

/// A scanner that was taken for a person types here too.
void MainWindow::submitSearch(const QString &text)
{
    if (!m_sale)
        return;
    if (!looksLikeInvitation(text))
        return m_sale->submitSearch(text);
    m_topBar->searchField()->clear();
    m_sale->search({});
    takeScan(text);
}

void MainWindow::resetMultiplier()
{
    m_figures.clear();
    m_topBar->searchField()->setPrefix({});
    if (m_sale)
        m_sale->setMultiplier(1);
}

void MainWindow::back()
{
    if (m_approval->isOpen()) {
        m_approval->close();
        return;
    }
    if (m_help && m_help->isOpen()) {
        m_help->close();
        return;
    }
    if (!m_figures.isEmpty()) {
        resetMultiplier();
        return;
    }
    if (screen(m_place)->goBack() || m_place == Place::Sale || m_place == Place::Login)
        return;
    ask(true);
}

void MainWindow::showHelp()
{
    if (!m_help)
        m_help = new HelpSheet{m_stack};
    m_help->open();
}

/// A sheet with a *Retour* of its own lies over the page.
bool MainWindow::isUnderSheet() const
{
    const auto sheets = m_stack->findChildren<Sheet *>();
    return std::ranges::any_of(sheets, [](const Sheet *sheet) { return sheet->isVisible(); });
}

/// A question is open over the shelf: figures are for it and multiply nothing.
bool MainWindow::isTypedElsewhere() const
{
    return m_place != Place::Sale || m_approval->isOpen() || m_sale->isAsking();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        back();
        return;
    }
    if (event->key() == Qt::Key_F1 && m_who) {
        showHelp();
        return;
    }
    const QString text = event->text();
    if (isTypedElsewhere() || text.size() != 1 || !text.front().isPrint()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (text.front().isDigit()) {
        typeFigure(text.front());
        return;
    }
    if (text != u"*")
        typeSearch(text);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    fitCart();
    QWidget::resizeEvent(event);
}

/// Search, shelf, cart, then the rest of the bar: in the order in which one reads, whatever was made first.
bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget *page = m_approval->isOpen() ? m_approval : m_stack->currentWidget();
    const std::vector<QWidget *> stops = tabStops({m_topBar->searchField(), page, m_panel, m_topBar, m_banner, m_toasts});
    QWidget *stop = nextStop(stops, focusWidget(), next);
    if (stop)
        stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return stop != nullptr;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(*event) && m_idle.interval() > 0 && m_who)
        m_idle.start();
    if ((event->type() == QEvent::Show || event->type() == QEvent::Hide) && qobject_cast<Sheet *>(watched))
        renderTopBar();
    return QWidget::eventFilter(watched, event);
}

} // namespace guichet
