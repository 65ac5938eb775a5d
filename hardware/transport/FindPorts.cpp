// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/FindPorts.h"

#include "hardware/transport/QtLimit.h"

#include <QDir>
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

} // namespace

std::vector<FoundPort> findPorts(const QString &devices)
{
    std::vector<FoundPort> found;
    for (const QSerialPortInfo &info : QSerialPortInfo::availablePorts())
        found.push_back(serialPort(info));
    const QDir nodes{devices + u"/usb"_s};
    for (const QString &name : nodes.entryList({u"lp*"_s}, QDir::Files | QDir::System, QDir::Name))
        found.push_back({.kind = FoundPort::Kind::PrinterNode, .path = nodes.filePath(name), .title = {}});
    std::ranges::sort(found, {}, &FoundPort::path);
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
