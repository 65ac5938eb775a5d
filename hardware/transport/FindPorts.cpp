// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/FindPorts.h"

#include "core/base/Text.h"
#include "hardware/transport/QtLimit.h"

#include <QDir>
#include <QRegularExpression>
#include <QSerialPortInfo>
#include <QTcpSocket>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int highestPort = 65'535;

FoundPort serialPort(const QSerialPortInfo &info)
{
    QStringList words{info.manufacturer(), info.description()};
    words.removeAll(QString{});
    if (info.hasVendorIdentifier() && info.hasProductIdentifier())
        words << u"%1:%2"_s.arg(info.vendorIdentifier(), 4, 16, QChar{u'0'}).arg(info.productIdentifier(), 4, 16, QChar{u'0'});
    return {.kind = FoundPort::Kind::Serial, .path = info.systemLocation(), .title = words.join(u' ')};
}

QString firstLine(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? printable(QString::fromUtf8(file.readLine(1024))).simplified() : QString{};
}

/// `EPSON TM-T20II`: of the printer's IEEE 1284 id (`MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;`), else as USB names it.
QString printerTitle(const QString &shown)
{
    static const QRegularExpression maker{u"(?:^|;)(?:MFG|MANUFACTURER):([^;]+)"_s};
    static const QRegularExpression model{u"(?:^|;)(?:MDL|MODEL):([^;]+)"_s};
    const QString id = firstLine(shown + u"/device/ieee1284_id"_s);
    QStringList words{maker.match(id).captured(1), model.match(id).captured(1)};
    if (words.back().isEmpty())
        words = {firstLine(shown + u"/device/../manufacturer"_s), firstLine(shown + u"/device/../product"_s)};
    return words.join(u' ').simplified();
}

std::vector<FoundPort> systemPorts(const DeviceFolders &folders)
{
    std::vector<FoundPort> found;
    for (const QSerialPortInfo &info : QSerialPortInfo::availablePorts())
        found.push_back(serialPort(info));
    const QDir nodes{folders.nodes + u"/usb"_s};
    for (const QString &name : nodes.entryList({u"lp*"_s}, QDir::Files | QDir::System, QDir::Name))
        found.push_back(
            {.kind = FoundPort::Kind::PrinterNode, .path = nodes.filePath(name), .title = printerTitle(folders.printers + u'/' + name)});
    std::ranges::sort(found, {}, &FoundPort::path);
    return found;
}

/// The names of a folder that lead to one of these ports.
std::vector<FoundPort> namesIn(const QDir &folder, const std::vector<FoundPort> &ports)
{
    std::vector<FoundPort> names;
    for (const QFileInfo &entry : folder.entryInfoList(QDir::Files | QDir::System, QDir::Name)) {
        const QString target = entry.canonicalFilePath();
        const auto same = [&](const FoundPort &port) { return QFileInfo{port.path}.canonicalFilePath() == target; };
        if (const auto port = std::ranges::find_if(ports, same); port != ports.end())
            names.push_back({.kind = port->kind, .path = entry.filePath(), .title = port->title});
    }
    return names;
}

} // namespace

std::vector<FoundPort> findPorts(const QStringList &named, const DeviceFolders &folders)
{
    const std::vector<FoundPort> ports = systemPorts(folders);
    std::vector<FoundPort> found = namesIn(QDir{folders.nodes + u"/guichet"_s}, ports);
    std::ranges::copy(namesIn(QDir{folders.nodes + u"/serial/by-id"_s}, ports), std::back_inserter(found));
    std::ranges::copy(ports, std::back_inserter(found));
    for (const QString &name : named) {
        const bool isFound = std::ranges::find(found, name, &FoundPort::path) != found.end();
        if (!isFound && QFileInfo::exists(name.contains(u'/') ? name : folders.nodes + u'/' + name))
            found.push_back({.kind = FoundPort::Kind::Named, .path = name, .title = {}});
    }
    return found;
}

bool tcpAnswers(const QString &host, int port, std::chrono::milliseconds limit)
{
    if (host.trimmed().isEmpty() || port < 1 || port > highestPort)
        return false;
    QTcpSocket socket;
    socket.connectToHost(host.trimmed(), static_cast<quint16>(port));
    const bool connected = socket.waitForConnected(qtLimit(limit));
    socket.abort();
    return connected;
}

} // namespace guichet
