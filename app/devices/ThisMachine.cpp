// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/ThisMachine.h"

#include "hardware/escpos/PrinterProfile.h"
#include "hardware/transport/FindPorts.h"

#include <QSaveFile>

namespace guichet {
namespace {

constexpr std::chrono::seconds probeLimit{3};

} // namespace

std::vector<FoundPort> ThisMachine::ports() const
{
    return findPorts();
}

bool ThisMachine::answers(const QString &host, int port) const
{
    return tcpAnswers(host, port, probeLimit);
}

std::vector<std::pair<QString, QString>> ThisMachine::printerProfiles() const
{
    std::vector<std::pair<QString, QString>> names;
    for (const PrinterProfile &profile : guichet::printerProfiles())
        names.emplace_back(profile.key, profile.name);
    return names;
}

Result<> ThisMachine::exportLog(const QString &path) const
{
    QSaveFile file{path};
    const QByteArray text = m_wiring.log().everything().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorCode::FileFailed, file.errorString(), {path});
    return {};
}

} // namespace guichet
