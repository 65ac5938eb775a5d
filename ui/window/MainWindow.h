// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PrintingState.h"
#include "core/till/CentreState.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "ui/customer/CustomerDesk.h"
#include "ui/sale/CartModel.h"
#include "ui/shell/DoubleTouchFilter.h"
#include "ui/shell/ScanFilter.h"
#include "ui/shell/Screen.h"

#include <QTimer>
#include <QWidget>
#include <map>

class QStackedWidget;

namespace guichet {

class ApprovalSheet;
class Banner;
class CartPanel;
class DeviceBench;
class DevicesScreen;
class HelpSheet;
class MoreScreen;
class SaleScreen;
class ToastArea;
struct ToastState;
class TopBar;
struct TopBarState;
class TrainingBand;

/// What the window works with; all outlive it.
struct WindowNeeds
{
    TillThread &till;
    TerminalThread &terminals;
    SoundPlayer &sounds;
    const Clock &clock;
    TerminalAttendant &attendant;
    DeviceBench &devices;
    Language language = Language::French; ///< Until somebody connects, and of those whose language has no translation.
    bool speaksAsUser = true;             ///< ACC-2; false: always `language`, for pictures.
    DecisionThread *decisions = nullptr;  ///< Asks the centre what the cart wants; none: nobody does.
    CentreEnrolment *centre = nullptr;    ///< Makes the till one of a centre's; none: it cannot become one here.
};

/// The one window: top bar, the page of the moment, the cart column beside the sale, messages at the bottom left. It knows all screens,
/// leads from one to the other, and asks what concerns them all: who works, whether the till is open. It speaks the language of who works
/// (docs/decisions/0033). GUI thread.
class MainWindow : public QWidget, public Navigator
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowNeeds &needs, QWidget *parent = nullptr);
    ~MainWindow() override;
    /// The till is open: asks its state and shows the first page.
    void start();

    // Navigator
    void go(Place place) override { go(place, {}); }
    void go(Place place, const QString &subject) override;
    void toast(const QString &text, Tone tone) override;
    void offer(const QString &text, const QString &action, std::function<void()> then) override;
    void refuse(const Error &error, std::function<void()> retry) override;
    QWidget *sheetHost() override;
    void refresh() override;

    Place place() const { return m_place; }
    /// From the print worker.
    void showPrinting(const PrintingState &state);
    /// How far the centre has come (SYN-1): said in the top bar while nothing goes there, and on its sheet while that is open.
    void showCentre(const guichet::CentreState &state);
    /// Something else than this window has changed what it shows: a catalogue that came, a terminal that answered a doubtful payment. The
    /// shelf and the cart are asked again.
    void refreshAll();
    /// How a scanner that types is told from a person.
    void setScanner(const ScannerSettings &settings) { m_scanFilter.setScanner(settings); }
    /// What the customer sees meanwhile.
    CustomerDesk &customer() { return m_customer; }
    /// A code from any scanner: the page shown takes it, else the sale (SELL-2).
    void takeScan(const QString &code);

Q_SIGNALS:
    void printingWanted(); ///< A command may have put paper in the spool.
    void settingsSaved();
    void pageShown(); ///< The state that was asked for is on the screen: for measuring the start.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Asked
    {
        Result<TillState> till;
        std::optional<StaffTile> who;
        int lockAfterSeconds = 0;
        QString tillKey;
        bool phone = false;
    };
    void makeParts();
    void layOut();
    void fitCart();
    Language languageOf(const std::optional<StaffTile> &who) const;
    void speak(Language language);
    void connectTopBar();
    void take(const Asked &asked, bool navigate);
    void ask(bool navigate);
    void goOn();
    void tellOfInterruption();
    Screen *screen(Place place);
    Screen *makeScreen(Place place);
    Screen *makeDevices();
    void say(const ToastState &toast);
    void renderTopBar();
    void renderPrinting(TopBarState &state) const;
    void renderBanner();
    void takeBanner();
    bool hasDoubt() const;
    std::optional<ZNumber> uncountedZ() const;
    void lock();
    void takeOffer(const QString &text);
    void typeFigure(QChar figure);
    void typeSearch(const QString &text);
    void submitSearch(const QString &text);
    void resetMultiplier();
    void back();
    /// The help over the page: what is typed there stays.
    void showHelp();
    bool isTypedElsewhere() const;
    bool isUnderSheet() const;
    ScreenContext screenContext();

    WindowNeeds m_needs;
    Language m_language; ///< Of what is shown.
    CartModel m_cart;
    CustomerDesk m_customer;
    QWidget *m_parts = nullptr; ///< Holds all that has words; made anew for another language.
    TopBar *m_topBar;
    TrainingBand *m_training;
    Banner *m_banner;
    QStackedWidget *m_stack;
    CartPanel *m_panel;
    ToastArea *m_toasts;
    std::map<QString, std::function<void()>> m_offers; ///< What the toasts with a button do, by their text.
    ApprovalSheet *m_approval;
    HelpSheet *m_help = nullptr; ///< Made when it is first asked for.
    SaleScreen *m_sale = nullptr;
    DevicesScreen *m_devices = nullptr;
    MoreScreen *m_more = nullptr;
    ScanFilter m_scanFilter;
    DoubleTouchFilter m_doubleTouchFilter;
    std::map<Place, Screen *> m_screens;
    Place m_place = Place::Login;
    TillState m_tillState;
    bool m_toldOfInterruption = false;
    CentreState m_centre;
    std::optional<StaffTile> m_who;
    QString m_tillKey;
    bool m_phone = false;
    PrintingState m_printing;
    QString m_figures;       ///< Typed outside a field: how often the next scan counts.
    bool m_justSaid = false; ///< A toast of this very turn: it belongs to the page that comes.
    QTimer m_minute;
    QTimer m_idle;
};

} // namespace guichet
