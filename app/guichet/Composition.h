// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/DisplayWatch.h"
#include "app/devices/ScannerWatch.h"
#include "app/devices/ThisMachine.h"
#include "app/guichet/CentreLink.h"
#include "app/guichet/ChosenSounds.h"
#include "app/guichet/PrintWorker.h"
#include "app/guichet/TerminalDoctor.h"
#include "app/secrets/KeychainSecretStore.h"
#include "core/base/Clock.h"
#include "core/usecases/DecisionThread.h"
#include "core/usecases/TerminalThread.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/Upkeep.h"
#include "sync/client/OnlineCentre.h"
#include "ui/customer/CustomerWindow.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QPointer>

namespace guichet {

class FirstStartScreen;
struct ReplacementInput;
class TillOpening;

/// What the command line of the till asks for.
struct StartOptions
{
    QString dataFolder;
    std::optional<Language> language; ///< Before somebody connects; none: the setting of the till.
    bool speaksAsUser = true;         ///< WindowNeeds::speaksAsUser.
    std::optional<Mode> mode;         ///< None: the setting of the till.
    QSize size;                       ///< Null: full screen on a till, a window elsewhere.
    QDateTime clock;                  ///< Simulated; null: the computer's.
};

/// The composition root: the only place that knows everything. Makes the parts, joins them, ends them in the right order. GUI thread.
class Composition : public QObject
{
    Q_OBJECT

public:
    Composition(QApplication &application, const StartOptions &options);
    ~Composition() override;

    /// Shows the till, the first start when the folder has none, or why the till cannot be opened. Answers at once: the window comes when
    /// the till is open.
    void start();
    MainWindow *window() const { return m_window.get(); } ///< Null until then.
    TillOpening *opening() const { return m_opening.get(); }
    TillThread &till() { return m_till; }
    TerminalWiring &wiring() { return m_wiring; }
    SimulatedClock *simulatedClock() const { return m_simulated; }

private:
    Language languageBeforeLogin(const TillSettings &settings) const;
    Mode modeFor(const QString &setting) const;
    void openTill();
    void askSettings(void (Composition::*then)());
    void showWindow();
    void wakeTerminal();
    void applyDevices();
    void applyDisplay(const DisplaySettings &settings);
    void forgetPrinter();
    void noteTrouble(const std::optional<Error> &trouble);
    void showFirstStart();
    void closeFirstStart();
    void create(const TillCreation &creation);
    void replace(const ReplacementInput &input);
    void openMade(const Result<> &made);

    QApplication &m_application;
    StartOptions m_options;
    Mode m_systemMode;
    Language m_language = Language::French; ///< Before somebody connects.
    std::unique_ptr<Clock> m_clock;
    SimulatedClock *m_simulated = nullptr;
    KeychainSecretStore m_keychain;
    TerminalWiring m_wiring;
    ThisMachine m_machine;
    TillThread m_till;
    std::unique_ptr<TerminalThread> m_terminals;
    std::unique_ptr<TerminalDoctor> m_doctor;
    OnlineCentre m_online;
    std::unique_ptr<DecisionThread> m_decisions; ///< While the till is open.
    ScannerWatch m_scanner;
    DisplayWatch m_display;
    ChosenSounds m_sounds;
    std::unique_ptr<TillOpening> m_opening; ///< Until the window is shown.
    std::unique_ptr<PrintWorker> m_printing;
    std::optional<Error> m_printTrouble; ///< That is in the log of the devices.
    std::unique_ptr<Upkeep> m_upkeep;
    std::unique_ptr<CentreLink> m_centre;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<CustomerWindow> m_customer;
    QPointer<FirstStartScreen> m_firstStart;
};

} // namespace guichet
