// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/ThisMachine.h"

#include "app/devices/systemPrinters.h"
#include "core/base/WholeFile.h"
#include "hardware/escpos/PrinterProfile.h"
#include "hardware/labels/printLabels.h"
#include "hardware/printer/MakeReceiptPrinter.h"
#include "hardware/transport/FindPorts.h"

namespace guichet {
namespace {

constexpr std::chrono::seconds probeLimit{3};

} // namespace

std::vector<FoundPort> ThisMachine::ports(const QStringList &named) const
{
    return findPorts(named);
}

bool ThisMachine::answers(const QString &host, int port) const
{
    return tcpAnswers(host, port, probeLimit);
}

QString ThisMachine::profilesFile() const
{
    return m_wiring.dataFolder() + QStringLiteral("/printers.json");
}

std::vector<std::pair<QString, QString>> ThisMachine::printerProfiles() const
{
    std::vector<std::pair<QString, QString>> names;
    for (const PrinterProfile &profile : guichet::printerProfiles())
        names.emplace_back(profile.key, profile.name);
    const auto own = ownPrinterProfiles(profilesFile());
    if (!own)
        m_wiring.log().writeError(QStringLiteral("printer"), own.error());
    for (const PrinterProfile &profile : own.value_or(std::vector<PrinterProfile>{}))
        names.emplace_back(profile.key, profile.name);
    return names;
}

Result<std::optional<PrinterAnswer>> ThisMachine::askPrinter(const QString &printer, const QString &profile)
{
    auto answer = askReceiptPrinter({.line = printer, .profile = profile, .profiles = profilesFile()});
    if (!answer)
        m_wiring.log().writeError(QStringLiteral("printer"), answer.error());
    return answer;
}

Result<> ThisMachine::printCodePages(const QString &printer, const QString &profile)
{
    const auto printed = guichet::printCodePages({.line = printer, .profile = profile, .profiles = profilesFile()});
    if (!printed)
        m_wiring.log().writeError(QStringLiteral("printer"), printed.error());
    return printed;
}

Result<> ThisMachine::exportLog(const QString &path) const
{
    return writeWholeFile(path, m_wiring.log().everything().toUtf8());
}

QStringList ThisMachine::systemPrinters() const
{
    return systemPrinterNames();
}

Result<> ThisMachine::printSheets(const QString &systemPrinter, const LabelSheets &sheets)
{
    const Result<> printed = printOnSystemPrinter(systemPrinter, sheets);
    if (!printed)
        m_wiring.log().writeError(QStringLiteral("labels"), printed.error());
    return printed;
}

/// What fails stands in the log of the devices, and how many went out.
Result<> ThisMachine::printLabels(const LabelPrinterSettings &settings, const std::vector<LabelBatch> &labels)
{
    const Result<> printed = guichet::printLabels(settings, labels);
    if (printed)
        m_wiring.log().write(QStringLiteral("labels"), DeviceLog::Direction::Sent, QStringLiteral("%1 labels").arg(labelCount(labels)));
    else
        m_wiring.log().writeError(QStringLiteral("labels"), printed.error());
    return printed;
}

} // namespace guichet
