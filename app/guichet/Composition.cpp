// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/Composition.h"

#include "app/guichet/TillOpening.h"
#include "app/guichet/TillTakeOver.h"
#include "core/base/ProgramClock.h"
#include "core/usecases/DeskDevices.h"
#include "ui/start/FirstStartScreen.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Translation.h"

#include <QPalette>
#include <QScreen>
#include <QThreadPool>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// A dark window colour means dark. Asked before a theme of ours is applied.
Mode modeOfSystem()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Mode::Dark : Mode::Light;
}

/// 1280 × 800, and never more than the screen shows.
QSize usualWindowSize()
{
    constexpr QSize usual{1280, 800};
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? usual.boundedTo(screen->availableSize()) : usual;
}

} // namespace

Composition::Composition(QApplication &application, const StartOptions &options)
    : m_application{application}, m_options{options}, m_systemMode{modeOfSystem()}, m_clock{makeClock(options.clock)},
      m_simulated{dynamic_cast<SimulatedClock *>(m_clock.get())}, m_wiring{options.dataFolder, *m_clock, &m_keychain}, m_machine{m_wiring},
      m_terminals{std::make_unique<TerminalThread>(m_wiring.terminal(), m_till)},
      m_doctor{std::make_unique<TerminalDoctor>(m_wiring, m_till, *m_terminals)},
      m_online{centreOf(m_till, options.dataFolder, m_keychain)}, m_scanner{m_wiring.log()}, m_display{m_wiring.log()}
{
    m_options.size = options.size.isValid() ? options.size : usualWindowSize();
}

Composition::~Composition()
{
    QThreadPool::globalInstance()->waitForDone(); // a till that is being made, or restored, becomes whole
    m_terminals->stop();                          // what a charge brought is recorded while the till is open
    if (m_decisions)
        m_decisions->stop();
    m_centre.reset(); // it waits for the till, which is still there
    m_upkeep.reset();
    m_doctor.reset();
    m_till.drain(); // answers under way still find whom they are for
    m_terminals.reset();
    m_opening.reset();
    m_customer.reset();
    m_window.reset();
    m_decisions.reset();
    m_printing.reset();
    m_till.close();
}

/// *auto* follows the system.
Mode Composition::modeFor(const QString &setting) const
{
    if (setting == u"dark")
        return Mode::Dark;
    return setting == u"light" ? Mode::Light : m_systemMode;
}

/// That of the command line, else of the till when it has a translation.
Language Composition::languageBeforeLogin(const TillSettings &settings) const
{
    return m_options.language.value_or(isTranslated(settings.language) ? settings.language : Language::French);
}

void Composition::start()
{
    applyTheme(m_application, m_options.mode.value_or(m_systemMode));
    if (DataFolder{m_options.dataFolder}.hasTill())
        openTill();
    else
        showFirstStart();
}

void Composition::openTill()
{
    m_opening = std::make_unique<TillOpening>(
        m_till,
        WorkplaceOptions{
            .dataFolder = m_options.dataFolder, .clock = m_clock.get(), .terminal = &m_wiring.terminal(), .keychain = &m_keychain},
        m_options.size, m_options.language.value_or(Language::French)); // the settings cannot be read yet
    connect(m_opening.get(), &TillOpening::failed, this, &Composition::closeFirstStart);
    connect(m_opening.get(), &TillOpening::opened, this, [this] { askSettings(&Composition::showWindow); });
    m_opening->begin();
}

/// Colours and sounds of the settings: at the start and after each change; then goes on.
void Composition::askSettings(void (Composition::*then)())
{
    m_till.call([](Workplace &workplace) { return workplace.settings; }).then(this, [this, then](const TillSettings &settings) {
        applyTheme(m_application, m_options.mode.value_or(modeFor(settings.darkMode)));
        m_sounds.setOn(settings.sounds);
        m_language = languageBeforeLogin(settings);
        (this->*then)();
    });
}

void Composition::showWindow()
{
    installTranslation(m_application, m_language);
    m_printing = std::make_unique<PrintWorker>(m_till);
    m_decisions = std::make_unique<DecisionThread>(m_online, m_till);
    m_centre = std::make_unique<CentreLink>(m_options.dataFolder, m_till, *m_clock, m_keychain);
    m_window = std::make_unique<MainWindow>(WindowNeeds{.till = m_till,
                                                        .terminals = *m_terminals,
                                                        .sounds = m_sounds,
                                                        .clock = *m_clock,
                                                        .attendant = m_wiring.terminal(),
                                                        .devices = m_machine,
                                                        .language = m_language,
                                                        .speaksAsUser = m_options.speaksAsUser,
                                                        .decisions = m_decisions.get(),
                                                        .centre = m_centre.get()});
    connect(m_printing.get(), &PrintWorker::stateChanged, m_window.get(), &MainWindow::showPrinting);
    connect(m_centre.get(), &CentreLink::stateChanged, m_window.get(), &MainWindow::showCentre);
    connect(m_centre.get(), &CentreLink::documentsTaken, m_window.get(), &MainWindow::refreshAll);
    connect(m_printing.get(), &PrintWorker::stateChanged, this, [this](const PrintingState &state) { noteTrouble(state.trouble()); });
    connect(m_window.get(), &MainWindow::printingWanted, m_printing.get(), &PrintWorker::wake);
    connect(m_window.get(), &MainWindow::settingsSaved, this, [this] { askSettings(&Composition::forgetPrinter); });
    connect(m_window.get(), &MainWindow::settingsSaved, this, &Composition::applyDevices);
    m_customer = std::make_unique<CustomerWindow>();
    connect(&m_window->customer(), &CustomerDesk::changed, m_customer.get(), &CustomerWindow::render);
    connect(&m_window->customer(), &CustomerDesk::changed, &m_display,
            [this](const CustomerState &state) { m_display.show(state.display); });
    connect(&m_scanner, &ScannerWatch::scanned, m_window.get(), &MainWindow::takeScan);
    m_window->resize(m_options.size);
    m_window->start();
    m_window->show();
    closeFirstStart();
    m_opening.reset();
    m_printing->wake();
    m_upkeep = std::make_unique<Upkeep>(m_till, *m_clock, m_keychain);
    connect(m_upkeep.get(), &Upkeep::bannersChanged, m_window.get(), &MainWindow::refresh);
    m_upkeep->start();
    connect(m_doctor.get(), &TerminalDoctor::doubtResolved, m_window.get(), &MainWindow::refreshAll);
    wakeTerminal();
    applyDevices();
}

/// The devices that the settings of this machine name; settings that cannot be read leave them as they are.
void Composition::applyDevices()
{
    m_till.call([](Workplace &workplace) { return DeskDevices{workplace}.scanner(); })
        .then(m_window.get(), [this](const Result<ScannerSettings> &settings) {
            if (!settings)
                return;
            m_window->setScanner(*settings);
            m_scanner.apply(*settings);
        });
    m_till.call([](Workplace &workplace) { return DeskDevices{workplace}.display(); })
        .then(m_window.get(), [this](const Result<DisplaySettings> &settings) {
            if (settings)
                applyDisplay(*settings);
        });
}

void Composition::applyDisplay(const DisplaySettings &settings)
{
    m_display.apply(settings);
    m_customer->place(settings.secondScreen, *m_window);
    m_window->customer().setWelcome(settings.welcome);
}

/// What the last run left open is asked of the terminal before anything is sent to it.
void Composition::wakeTerminal()
{
    m_doctor->reload().then(
        m_window.get(), [this] { m_terminals->resolveOpen().then(m_window.get(), [window = m_window.get()] { window->refreshAll(); }); });
}

/// What a printer fails with stands in the log of the devices, once as long as it lasts.
void Composition::noteTrouble(const std::optional<Error> &trouble)
{
    if (trouble && trouble != m_printTrouble)
        m_wiring.log().writeError(u"printer"_s, *trouble);
    m_printTrouble = trouble;
}

void Composition::forgetPrinter()
{
    m_printing->forgetPrinter();
}

void Composition::showFirstStart()
{
    m_firstStart = new FirstStartScreen;
    m_firstStart->setAttribute(Qt::WA_DeleteOnClose);
    m_firstStart->setWindowTitle(u"Guichet"_s);
    connect(m_firstStart, &FirstStartScreen::creationWanted, this, &Composition::create);
    connect(m_firstStart, &FirstStartScreen::replacementWanted, this, &Composition::replace);
    m_firstStart->resize(m_options.size);
    m_firstStart->show();
}

void Composition::closeFirstStart()
{
    if (m_firstStart)
        m_firstStart->close();
}

/// The page may be closed meanwhile: the till is made all the same, and the next start finds it.
void Composition::create(const TillCreation &creation)
{
    m_firstStart->setBusy(true);
    callAside([folder = m_options.dataFolder, creation, &clock = *m_clock, &keychain = m_keychain]() -> Result<> {
        TRY(createTill(folder, creation, clock, &keychain));
        return {};
    }).then(this, [this](const Result<> &made) { openMade(made); });
}

void Composition::replace(const ReplacementInput &input)
{
    m_firstStart->setBusy(true);
    callAside([folder = m_options.dataFolder, input, &clock = *m_clock, &keychain = m_keychain]() -> Result<> {
        TRY(takeOverTill(folder, input, clock, keychain));
        return {};
    }).then(this, [this](const Result<> &made) { openMade(made); });
}

void Composition::openMade(const Result<> &made)
{
    if (!m_firstStart)
        return;
    if (made)
        openTill();
    else
        m_firstStart->showFailure(made.error());
}

} // namespace guichet
