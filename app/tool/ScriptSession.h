// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TerminalWiring.h"
#include "core/base/Clock.h"
#include "core/base/JsonReader.h"
#include "core/ports/SecretStore.h"
#include "core/usecases/CentreQuestions.h"
#include "sync/client/OnlineCentre.h"

#include <QJsonObject>
#include <memory>

namespace guichet {

struct Workplace;

/// One run of a script against one data folder: the till without a window. Single-threaded.
class ScriptSession
{
public:
    /// `start` null: the computer's clock; otherwise a simulated one that moves only by `clock` commands.
    /// `keychain` null: only tills whose secret is in a file can be made and opened.
    ScriptSession(QString dataFolder, const QDateTime &start, SecretStore *keychain = nullptr);
    ~ScriptSession();

    /// Runs one command and gives its answer: `{"ok":true,…}` or `{"ok":false,"error":…,"message":…}`. Never throws, never ends the script.
    QJsonObject run(const QByteArray &line);

    /// For the commands.
    Result<Workplace *> workplace();
    const QString &dataFolder() const { return m_dataFolder; }
    const Clock &clock() const { return *m_clock; }
    SimulatedClock *simulatedClock() const { return m_simulated; }
    ChosenTerminal &terminal() { return m_wiring.terminal(); }
    /// Takes the terminal that the settings of the open till name.
    Result<> wireTerminal();
    TerminalWiring &wiring() { return m_wiring; }
    /// The id that the command carries, as the use cases know it; null when it carries none.
    const CommandId &commandId() const { return m_commandId; }
    /// How the open till stands with its centre, as the window would know it: after a command that spoke with it.
    Result<> noteCentre();
    /// The payment with the centre's word on its gift value, once it has answered what the cart wants; two seconds at most for each.
    Result<PaymentRequest> beforePaying(const PaymentRequest &request);
    SecretStore *keychain() const { return m_keychain; }
    void closeWorkplace();

private:
    Result<QJsonObject> perform(const QJsonObject &command);
    Result<> checkLogin();
    void askCentre(CentreQuestions::Carts carts);
    OnLedger onLedger();
    /// The first answer of this very command; none: it has not run. InvalidInput when the id was another command's.
    Result<std::optional<QJsonObject>> replayed(const QString &id, const QJsonObject &command);
    Result<> remember(const QString &id, const QJsonObject &command, const QJsonObject &answer);

    QString m_dataFolder;
    SecretStore *m_keychain;
    std::unique_ptr<Clock> m_clock;
    SimulatedClock *m_simulated = nullptr;
    TerminalWiring m_wiring;
    std::unique_ptr<Workplace> m_workplace;
    OnlineCentre m_online;
    CommandId m_commandId;
};

/// What a command does with its fields; the fields it does not ask for are refused.
using CommandHandler = Result<QJsonObject> (*)(ScriptSession &session, JsonReader &fields);
/// The handler of a command, null when there is no such command. The vocabulary of docs/tool.md.
CommandHandler commandHandler(const QString &name);

} // namespace guichet
