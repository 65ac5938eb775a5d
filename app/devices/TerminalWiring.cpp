// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/TerminalWiring.h"

#include "core/usecases/TerminalSecret.h"

#include <QCryptographicHash>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// What is remembered of one terminal says nothing of another: the address is part of the name.
QString memoryName(const TerminalSettings &settings)
{
    const QByteArray place =
        QCryptographicHash::hash(u"%1:%2"_s.arg(settings.address).arg(settings.port).toUtf8(), QCryptographicHash::Sha256);
    return u"terminal-%1-%2.json"_s.arg(terminalName(settings.kind), QString::fromLatin1(place.toHex().left(8)));
}

} // namespace

TerminalWiring::TerminalWiring(const QString &dataFolder, const Clock &clock, SecretStore *keychain)
    : m_dataFolder{dataFolder}, m_folder{dataFolder + u"/devices"_s}, m_clock{clock}, m_secrets{dataFolder, keychain},
      m_log{m_folder, clock}
{
    m_terminal.noteErrorsIn(m_log);
}

FileDeviceMemory &TerminalWiring::memoryOf(const TerminalSettings &settings)
{
    const QString name = memoryName(settings);
    for (const auto &[known, memory] : m_memories)
        if (known == name)
            return *memory;
    return *m_memories.emplace_back(name, std::make_unique<FileDeviceMemory>(m_folder + u'/' + name)).second;
}

Result<std::shared_ptr<PaymentTerminal>> TerminalWiring::make(const TerminalSettings &settings)
{
    TRY_LET(secret, keptTerminalSecret(settings, m_secrets));
    return makePaymentTerminal(settings, {.log = m_log,
                                          .memory = memoryOf(settings),
                                          .clock = m_clock,
                                          .folder = m_folder + u"/plugin"_s,
                                          .secret = QString::fromUtf8(secret),
                                          .askCashier = m_terminal.askCashier(),
                                          .haste = m_haste});
}

Result<> TerminalWiring::apply(const TerminalSettings &settings)
{
    const std::lock_guard lock{m_applying};
    auto made = make(settings);
    if (made) {
        m_terminal.choose(std::move(*made));
        return {};
    }
    m_log.writeError(u"terminal"_s, made.error());
    m_terminal.choose(std::make_shared<MissingTerminal>(terminalName(settings.kind), made.error()));
    return std::unexpected{made.error()};
}

} // namespace guichet
