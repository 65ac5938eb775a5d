// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/ScriptSession.h"

#include "core/usecases/Workplace.h"
#include "ui/format/ErrorText.h"

#include <QJsonDocument>

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

/// Scripts name commands freely (`"id":"sale-7"`); the use cases want UUIDs.
CommandId commandIdFrom(const QString &id)
{
    static const QUuid scripts{u"6f1d3a52-7c0e-5b1e-9a0e-3f5b8c2d4e61"_s};
    if (id.isEmpty())
        return {};
    return CommandId::fromString(id).value_or(*CommandId::fromString(QUuid::createUuidV5(scripts, id).toString()));
}

} // namespace

ScriptSession::ScriptSession(QString dataFolder, const QDateTime &start, SecretStore *keychain)
    : m_dataFolder{std::move(dataFolder)}, m_keychain{keychain}
{
    m_terminal.setScripted(true);
    if (start.isValid()) {
        auto simulated = std::make_unique<SimulatedClock>(start);
        m_simulated = simulated.get();
        m_clock = std::move(simulated);
    } else {
        m_clock = std::make_unique<SystemClock>();
    }
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
    if (!id.isEmpty() && m_workplace)
        if (Result<QJsonObject> earlier = replayed(id))
            return earlier;
    m_commandId = commandIdFrom(id);
    TRY_LET(answer, handler(*this, fields));
    if (!id.isEmpty() && m_workplace)
        TRY(m_workplace->rememberAnswer(id, answer));
    return answer;
}

Result<QJsonObject> ScriptSession::replayed(const QString &id)
{
    TRY_LET(answer, m_workplace->rememberedAnswer(id));
    answer.insert(u"replayed"_s, true);
    return answer;
}

Result<Workplace *> ScriptSession::workplace()
{
    if (!m_workplace) {
        TRY_LET(opened,
                Workplace::open({.dataFolder = m_dataFolder, .clock = m_clock.get(), .terminal = &m_terminal, .keychain = m_keychain}));
        m_workplace = std::move(opened);
    }
    return m_workplace.get();
}

void ScriptSession::closeWorkplace()
{
    m_workplace.reset();
}

} // namespace guichet
