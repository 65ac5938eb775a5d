// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoLink.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNote = 2000;

bool isAnswerTo(const NexoMessage &request, const NexoMessage &answer)
{
    NexoHeader expected = request.header;
    expected.type = u"Response"_s;
    return !answer.toTerminal && answer.header == expected;
}

} // namespace

const NexoKeys &NexoLink::keys()
{
    if (!m_keys)
        m_keys = deriveNexoKeys(m_profile.key.passphrase);
    return *m_keys;
}

Result<std::unique_ptr<NexoTransport>> NexoLink::open()
{
    TRY(m_profile.check());
    auto line = NexoTransport::open(m_profile);
    if (!line)
        note(line.error().detail);
    return line;
}

Result<QByteArray> NexoLink::exchange(NexoTransport &line, const NexoMessage &request, std::chrono::milliseconds limit,
                                      const NexoTransport::Turn &turn)
{
    TRY_LET(sealed, sealNexo(request, m_profile.key, keys(), makeNexoNonce()));
    m_log.write(u"terminal"_s, DeviceLog::Direction::Sent, QString::fromUtf8(toJson(request)));
    auto answer = line.post(sealed, limit, turn);
    if (!answer)
        note(answer.error().detail);
    return answer;
}

Result<NexoMessage> NexoLink::read(const QByteArray &wire)
{
    const auto plain = openNexo(wire, keys());
    if (!plain) { // also a refusal in the clear: it proves nothing, but the technician wants to see it
        note(plain.error().detail + u": "_s + QString::fromUtf8(wire.left(longestNote)));
        return std::unexpected(plain.error());
    }
    m_log.write(u"terminal"_s, DeviceLog::Direction::Received, QString::fromUtf8(*plain));
    return nexoMessageFromJson(*plain);
}

Result<QJsonObject> NexoLink::ask(NexoTransport &line, const NexoMessage &request, std::chrono::milliseconds limit,
                                  const NexoTransport::Turn &turn)
{
    TRY_LET(wire, exchange(line, request, limit, turn));
    TRY_LET(answer, read(wire));
    if (isAnswerTo(request, answer))
        return answer.body;
    note(u"answer to another request"_s);
    return failure(ErrorCode::DeviceAnswerInvalid, u"nexo: answer to another request"_s, {m_profile.poiId});
}

Result<QJsonObject> NexoLink::ask(const NexoMessage &request, std::chrono::milliseconds limit, const NexoTransport::Turn &turn)
{
    TRY_LET(line, open());
    return ask(*line, request, limit, turn);
}

Result<> NexoLink::tell(const NexoMessage &request, std::chrono::milliseconds limit)
{
    TRY_LET(line, open());
    TRY_LET(wire, exchange(*line, request, limit, {}));
    if (!wire.isEmpty())
        std::ignore = read(wire);
    return {};
}

} // namespace guichet
