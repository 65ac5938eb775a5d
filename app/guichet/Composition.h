// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/guichet/PrintWorker.h"
#include "app/secrets/KeychainSecretStore.h"
#include "core/base/Clock.h"
#include "core/usecases/TerminalThread.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/Upkeep.h"
#include "hardware/terminal/ManualTerminal.h"
#include "ui/widgets/SoundPlayer.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QPointer>

namespace guichet {

class FirstStartScreen;

/// What the command line of the till asks for.
struct StartOptions
{
    QString dataFolder;
    Language language = Language::French;
    std::optional<Mode> mode; ///< None: the setting of the till.
    QSize size;               ///< Null: full screen on a till, a window elsewhere.
    QDateTime clock;          ///< Simulated; null: the computer's.
};

/// The composition root: the only place that knows everything. Makes the parts, joins them, ends them in the right order. GUI thread.
class Composition : public QObject
{
    Q_OBJECT

public:
    Composition(QApplication &application, const StartOptions &options);
    ~Composition() override;

    /// Shows the till, or the first start when the folder has none. An error only when the folder cannot be used at all.
    Result<> start();
    MainWindow *window() const { return m_window.get(); }
    TillThread &till() { return m_till; }
    SimulatedClock *simulatedClock() const { return m_simulated; }

private:
    Result<> openTill();
    void showFirstStart();
    void create(const TillCreation &creation);
    void applySettings();

    QApplication &m_application;
    StartOptions m_options;
    std::unique_ptr<Clock> m_clock;
    SimulatedClock *m_simulated = nullptr;
    KeychainSecretStore m_keychain;
    ManualTerminal m_terminal;
    TillThread m_till;
    TerminalThread m_terminals;
    std::unique_ptr<SoundPlayer> m_sounds;
    std::unique_ptr<PrintWorker> m_printing;
    std::unique_ptr<Upkeep> m_upkeep;
    std::unique_ptr<MainWindow> m_window;
    QPointer<FirstStartScreen> m_firstStart;
};

} // namespace guichet
