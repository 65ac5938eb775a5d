// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/Composition.h"

#include "ui/start/FirstStartScreen.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/WavPlayer.h"

#include <QPalette>
#include <QtConcurrentRun>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// *auto* follows the system: a dark window colour means dark.
Mode modeFor(const QString &setting)
{
    if (setting == u"dark")
        return Mode::Dark;
    if (setting == u"light")
        return Mode::Light;
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Mode::Dark : Mode::Light;
}

} // namespace

Composition::Composition(QApplication &application, const StartOptions &options)
    : m_application{application}, m_options{options}, m_terminals{m_terminal, m_till}, m_sounds{std::make_unique<SilentPlayer>()}
{
    if (options.clock.isValid()) {
        auto simulated = std::make_unique<SimulatedClock>(options.clock);
        m_simulated = simulated.get();
        m_clock = std::move(simulated);
    } else {
        m_clock = std::make_unique<SystemClock>();
    }
}

Composition::~Composition()
{
    m_terminals.stop();
    m_upkeep.reset();
    m_window.reset();
    m_printing.reset();
    m_till.close();
}

Result<> Composition::start()
{
    if (DataFolder{m_options.dataFolder}.hasTill())
        return openTill();
    showFirstStart();
    return {};
}

Result<> Composition::openTill()
{
    TRY(m_till.open({.dataFolder = m_options.dataFolder, .clock = m_clock.get(), .terminal = &m_terminal, .keychain = &m_keychain}));
    applySettings();
    m_printing = std::make_unique<PrintWorker>(m_till);
    m_window = std::make_unique<MainWindow>(WindowNeeds{.till = m_till,
                                                        .terminals = m_terminals,
                                                        .sounds = *m_sounds,
                                                        .clock = *m_clock,
                                                        .attendant = m_terminal,
                                                        .language = m_options.language});
    connect(m_printing.get(), &PrintWorker::stateChanged, m_window.get(), &MainWindow::showPrinting);
    connect(m_window.get(), &MainWindow::printingWanted, m_printing.get(), &PrintWorker::wake);
    connect(m_window.get(), &MainWindow::settingsSaved, this, [this] {
        applySettings();
        m_printing->forgetPrinter();
    });
    m_window->resize(m_options.size.isValid() ? m_options.size : QSize{1280, 800});
    m_window->start();
    m_window->show();
    m_printing->wake();
    m_upkeep = std::make_unique<Upkeep>(m_till, *m_clock, m_keychain);
    connect(m_upkeep.get(), &Upkeep::bannersChanged, m_window.get(), &MainWindow::refresh);
    m_upkeep->start();
    m_terminals.resolveOpen().then(m_window.get(), [window = m_window.get()] { window->refresh(); });
    return {};
}

/// Colours and sounds of the settings; asked once at the start and after each change.
void Composition::applySettings()
{
    const TillSettings settings = m_till.call([](Workplace &workplace) { return workplace.settings; }).result();
    applyTheme(m_application, m_options.mode.value_or(modeFor(settings.darkMode)));
    if (!m_window && settings.sounds)
        m_sounds = std::make_unique<WavPlayer>();
}

void Composition::showFirstStart()
{
    applyTheme(m_application, m_options.mode.value_or(modeFor(u"auto"_s)));
    m_firstStart = new FirstStartScreen;
    m_firstStart->setAttribute(Qt::WA_DeleteOnClose);
    m_firstStart->setWindowTitle(u"Guichet"_s);
    connect(m_firstStart, &FirstStartScreen::creationWanted, this, &Composition::create);
    m_firstStart->resize(m_options.size.isValid() ? m_options.size : QSize{1280, 800});
    m_firstStart->show();
}

void Composition::create(const TillCreation &creation)
{
    m_firstStart->setBusy(true);
    QtConcurrent::run([folder = m_options.dataFolder, creation, &clock = *m_clock, &keychain = m_keychain] {
        return createTill(folder, creation, clock, &keychain);
    }).then(this, [this](const Result<CreatedTill> &created) {
        m_firstStart->setBusy(false);
        const Result<> opened = created ? openTill() : Result<>{std::unexpected(created.error())};
        if (opened)
            m_firstStart->close();
        else
            m_firstStart->showFailure(opened.error());
    });
}

} // namespace guichet
