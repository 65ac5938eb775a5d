// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DevicesScreen.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/format/NoticeText.h"
#include "ui/more/MoreScreen.h"
#include "ui/sale/SaleScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/window/MainWindow.h"
#include "ui/window/TopBar.h"

/// What stands around the pages: the top bar and the banner.
namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Why nothing is printed, in two words for the top bar.
QString printerWords(ErrorCode trouble)
{
    switch (trouble) {
    case ErrorCode::PrinterOutOfPaper: return MainWindow::tr("imprimante : plus de papier");
    case ErrorCode::PrinterCoverOpen: return MainWindow::tr("imprimante : capot ouvert");
    case ErrorCode::PrinterCutterBlocked: return MainWindow::tr("imprimante : massicot bloqué");
    case ErrorCode::PrinterOffline: return MainWindow::tr("imprimante : hors ligne");
    case ErrorCode::PrinterUnavailable: return MainWindow::tr("imprimante : sans réponse");
    default: return MainWindow::tr("imprimante : à voir");
    }
}

/// Why nothing goes to the centre, in few words for the top bar; what to do about it is its detail.
QString centreWords(ErrorCode trouble, qint64 waiting, bool isOpen)
{
    switch (trouble) {
    case ErrorCode::CentreUnreachable:
        return waiting > 0 ? MainWindow::tr("hors ligne · à envoyer : %1").arg(waiting) : MainWindow::tr("hors ligne");
    case ErrorCode::TillReplaced:
        return isOpen ? MainWindow::tr("caisse remplacée : fermez la journée") : MainWindow::tr("caisse remplacée");
    case ErrorCode::TillRevoked: return MainWindow::tr("caisse retirée : appelez un responsable");
    default: return MainWindow::tr("serveur central : à voir");
    }
}

} // namespace

void MainWindow::connectTopBar()
{
    connect(m_topBar, &TopBar::lockWanted, this, &MainWindow::lock);
    connect(m_topBar, &TopBar::reportWanted, this, [this] { go(Place::Report); });
    connect(m_topBar, &TopBar::closingWanted, this, [this] { go(Place::Closing); });
    connect(m_topBar, &TopBar::statusWanted, this, [this] { go(Place::Printing); });
    connect(m_topBar, &TopBar::backWanted, this, &MainWindow::back);
    connect(m_topBar, &TopBar::searchChanged, this, [this](const QString &text) {
        if (m_sale)
            m_sale->search(text);
    });
    connect(m_topBar, &TopBar::searchSubmitted, this, &MainWindow::submitSearch);
}

/// What stays until it is mended; a doubtful card payment leads to where it is decided, a late Z to where it is counted.
void MainWindow::renderBanner()
{
    QStringList sentences = alertSentences(m_tillState.alerts, m_language);
    QString action;
    if (const auto uncounted = uncountedZ()) {
        sentences << tr("Le tiroir du Z n° %1 n’est pas compté.").arg(uncounted->toString());
        action = tr("Compter");
    }
    if (hasDoubt()) {
        sentences << tr("Un paiement par carte est resté sans réponse : regardez le terminal et décidez.");
        action = tr("Décider");
    }
    m_banner->render({.text = sentences.join(u' '), .tone = m_tillState.alerts.empty() ? Tone::Warning : Tone::Danger, .action = action});
}

bool MainWindow::hasDoubt() const
{
    return m_who && m_tillState.doubtfulPayments > 0;
}

/// The oldest late closing without a count, for those who can complete it (decisions 19).
std::optional<ZNumber> MainWindow::uncountedZ() const
{
    const bool maySee = m_who && permission(m_who->role, Right::ReportZ) == Permission::Granted;
    return maySee && !m_tillState.uncounted.empty() ? std::optional{m_tillState.uncounted.back()} : std::nullopt;
}

void MainWindow::takeBanner()
{
    if (hasDoubt())
        go(Place::Help, u"doubtful"_s);
    else if (const auto uncounted = uncountedZ())
        go(Place::Report, uncounted->toString());
}

void MainWindow::renderTopBar()
{
    TopBarState state;
    state.till = m_tillState.tillName;
    state.user = m_who ? m_who->displayName : QString{};
    state.loggedIn = m_who.has_value();
    state.selling = m_place == Place::Sale;
    state.training = m_tillState.training;
    state.time = formatTime(m_needs.clock.now().time());
    const bool hasOwn = m_place == Place::Sale || m_place == Place::Login || m_place == Place::Opening || m_place == Place::Payment;
    state.back = !m_who || hasOwn || isUnderSheet() ? QString{} : tr("Retour");
    renderPrinting(state);
    m_topBar->render(state);
}

/// The papers that a person can do something about, else that the till is ready.
void MainWindow::renderPrinting(TopBarState &state) const
{
    const QString trouble = m_printing.trouble() ? errorSentence(*m_printing.trouble(), m_language) : QString{};
    state.statusDetail = trouble;
    state.statusTone = Tone::Warning;
    if (m_printing.doubtful > 0 && trouble.isEmpty())
        state.status = tr("impression incertaine : %1").arg(m_printing.doubtful);
    else if (m_printing.waiting > 0 && !trouble.isEmpty())
        state.status = printerWords(m_printing.trouble()->code);
    else if (m_printing.waiting > 0) {
        state.status = tr("impression : %1").arg(m_printing.waiting);
        state.statusTone = Tone::Muted;
    } else if (m_printing.paperLow()) {
        state.status = tr("papier bientôt fini");
    } else if (m_centre.trouble) {
        state.status = centreWords(*m_centre.trouble, m_centre.waiting, m_tillState.phase != TillState::Phase::Closed);
        state.statusDetail = errorSentence(Error{*m_centre.trouble}, m_language);
    } else {
        state.status = m_tillState.training ? tr("mode école") : tr("caisse prête");
        state.statusTone = m_tillState.training ? Tone::Warning : Tone::Positive;
    }
}

void MainWindow::showCentre(const CentreState &state)
{
    m_centre = state;
    renderTopBar();
    if (m_more)
        m_more->showCentre();
}

void MainWindow::refreshAll()
{
    refresh();
    m_cart.refresh();
}

void MainWindow::showPrinting(const PrintingState &state)
{
    m_printing = state;
    renderTopBar();
    if (m_devices)
        m_devices->showPrinting(state);
}

} // namespace guichet
