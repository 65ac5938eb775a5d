// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/ScriptSession.h"

#include "app/devices/TillSecrets.h"
#include "core/base/ProgramClock.h"
#include "core/ledger/DataFolder.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/Workplace.h"
#include "sync/client/SyncLedger.h"
#include "ui/format/ErrorText.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestLine = 1 << 20;

QJsonObject refusal(const Error &error)
{
    QJsonObject answer{{u"ok"_s, false}, {u"error"_s, codeName(error.code)}, {u"message"_s, errorSentence(error)}};
    if (!error.detail.isEmpty())
        answer[u"detail"_s] = error.detail;
    return answer;
}

Result<QJsonObject> parseLine(const QByteArray &line)
{
    if (line.size() > longestLine)
        return failure(ErrorCode::InvalidInput, u"line longer than 1 MiB"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, u"not a JSON object: %1"_s.arg(error.errorString()));
    return document.object();
}

/// Scripts name commands freely (`"id":"sale-7"`); the use cases want UUIDs, and never take one command for another.
CommandId commandIdFrom(const QString &name, const QString &id)
{
    static const QUuid scripts{u"6f1d3a52-7c0e-5b1e-9a0e-3f5b8c2d4e61"_s};
    if (id.isEmpty())
        return {};
    return CommandId::fromString(QUuid::createUuidV5(scripts, name + u'\n' + id).toString()).value_or(CommandId{});
}

/// Without its PIN and the secret of a device: a hash of so few digits would give them away.
QJsonObject withoutSecrets(QJsonObject command)
{
    command.remove(u"pin"_s);
    command.remove(u"secret"_s);
    if (QJsonObject document = command[u"document"_s].toObject(); document.contains(u"pin"_s)) {
        document.remove(u"pin"_s);
        command[u"document"_s] = document;
    }
    return command;
}

/// The command as it was given, to know it again: objects are sorted by key.
QString fingerprintOf(const QJsonObject &command)
{
    const QByteArray text = QJsonDocument{withoutSecrets(command)}.toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

/// What a till tells and does before somebody has logged in: nothing of its dossiers, its customers, its money.
bool worksWithoutLogin(const QString &name)
{
    static const QSet<QString> commands{u"create"_s, u"replace"_s, u"login"_s, u"logout"_s, u"clock"_s, u"terminal"_s, u"state"_s};
    return commands.contains(name);
}

} // namespace

ScriptSession::ScriptSession(QString dataFolder, const QDateTime &start, SecretStore *keychain)
    : m_dataFolder{std::move(dataFolder)}, m_keychain{keychain}, m_clock{makeClock(start)},
      m_simulated{dynamic_cast<SimulatedClock *>(m_clock.get())}, m_wiring{m_dataFolder, *m_clock, m_keychain},
      m_online{[this]() -> Result<CentralAddress> {
          TRY_LET(open, workplace());
          TRY_LET(centre, SyncLedger{*open->ledger}.notes().centre());
          TillSecrets secrets{m_dataFolder, m_keychain};
          return centre.withToken(secrets);
      }}
{
    m_wiring.terminal().manual().setScripted(true);
}

ScriptSession::~ScriptSession() = default;

QJsonObject ScriptSession::run(const QByteArray &line)
{
    const Result<QJsonObject> command = parseLine(line);
    if (!command)
        return refusal(command.error());
    Result<QJsonObject> answer = perform(*command);
    if (!answer)
        return refusal(answer.error());
    answer->insert(u"ok"_s, true);
    return *answer;
}

Result<QJsonObject> ScriptSession::perform(const QJsonObject &command)
{
    JsonReader fields{command};
    const QString name = fields.requiredString(u"do"_s, 40);
    const QString id = fields.string(u"id"_s, {}, 100);
    const CommandHandler handler = commandHandler(name);
    if (!handler)
        return failure(ErrorCode::InvalidInput, u"unknown command: %1"_s.arg(name), {name});
    TRY_LET(earlier, replayed(id, command));
    if (earlier)
        return *earlier;
    if (!worksWithoutLogin(name))
        TRY(checkLogin());
    m_commandId = commandIdFrom(name, id);
    TRY_LET(answer, handler(*this, fields));
    askCentre(CentreQuestions::Carts::All); // as the window does in the background
    TRY(remember(id, command, answer));
    return answer;
}

Result<> ScriptSession::checkLogin()
{
    TRY_LET(open, workplace());
    TRY(Staff{*open}.current());
    return {};
}

/// Also as the first command after a restart, and before anybody has logged in: who repeats a command knows its id.
Result<std::optional<QJsonObject>> ScriptSession::replayed(const QString &id, const QJsonObject &command)
{
    if (id.isEmpty() || !DataFolder{m_dataFolder}.hasTill())
        return std::nullopt;
    TRY_LET(open, workplace());
    const Result<QJsonObject> kept = open->rememberedAnswer(id);
    if (!kept && kept.error().code == ErrorCode::NotFound)
        return std::nullopt;
    TRY(kept);
    if ((*kept)[u"command"_s].toString() != fingerprintOf(command))
        return failure(ErrorCode::InvalidInput, u"id: of another command: "_s + id, {u"id"_s, u"another command"_s});
    QJsonObject answer = (*kept)[u"answer"_s].toObject();
    answer.insert(u"replayed"_s, true);
    return answer;
}

Result<> ScriptSession::remember(const QString &id, const QJsonObject &command, const QJsonObject &answer)
{
    if (id.isEmpty() || !DataFolder{m_dataFolder}.hasTill())
        return {};
    TRY_LET(open, workplace());
    return open->rememberAnswer(id, {{u"command"_s, fingerprintOf(command)}, {u"answer"_s, answer}});
}

Result<Workplace *> ScriptSession::workplace()
{
    if (!m_workplace) {
        TRY_LET(opened,
                Workplace::open(
                    {.dataFolder = m_dataFolder, .clock = m_clock.get(), .terminal = &m_wiring.terminal(), .keychain = m_keychain}));
        m_workplace = std::move(opened);
        TRY(wireTerminal());
        std::ignore = noteCentre(); // a till that cannot tell sells like one without a centre
    }
    return m_workplace.get();
}

/// Settings that do not do leave a terminal that refuses payments; everything else works.
Result<> ScriptSession::wireTerminal()
{
    TRY_LET(settings, TerminalDesk{*m_workplace}.settings());
    std::ignore = m_wiring.apply(settings);
    return {};
}

Result<> ScriptSession::noteCentre()
{
    TRY_LET(state, SyncLedger{*m_workplace->ledger}.state());
    m_workplace->centre = state;
    return {};
}

/// A script has one thread: the ledger is at hand.
OnLedger ScriptSession::onLedger()
{
    return [this](const std::function<Result<>(Workplace &)> &work) { return work(*m_workplace); };
}

/// What nobody answers waits: the rules without a line hold.
void ScriptSession::askCentre(CentreQuestions::Carts carts)
{
    if (m_workplace)
        std::ignore = guichet::askCentre(m_online, onLedger(), carts);
}

Result<PaymentRequest> ScriptSession::beforePaying(const PaymentRequest &request)
{
    TRY(workplace());
    askCentre(CentreQuestions::Carts::InProgress);
    return withGiftDecision(m_online, onLedger(), m_commandId, request);
}

void ScriptSession::closeWorkplace()
{
    m_workplace.reset();
}

} // namespace guichet
