// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/scanner/scannerLine.h"

#include <QSerialPortInfo>

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

bool isMeant(const SerialPortFound &port, const QStringList &id)
{
    const bool isSame = port.vendor == id.value(0).toUShort(nullptr, 16) && port.product == id.value(1).toUShort(nullptr, 16);
    return isSame && (id.size() < 3 || port.serialNumber == id.mid(2).join(u':'));
}

} // namespace

std::vector<SerialPortFound> serialPortsNow()
{
    std::vector<SerialPortFound> ports;
    for (const QSerialPortInfo &port : QSerialPortInfo::availablePorts())
        ports.push_back({.path = port.systemLocation(),
                         .vendor = port.vendorIdentifier(),
                         .product = port.productIdentifier(),
                         .serialNumber = port.serialNumber()});
    return ports;
}

Result<QString> scannerLine(const ScannerSettings &settings, const std::vector<SerialPortFound> &ports)
{
    if (settings.usb.isEmpty())
        return settings.line;
    const QStringList id = settings.usb.split(u':');
    const auto port = std::ranges::find_if(ports, [&](const SerialPortFound &found) { return isMeant(found, id); });
    if (port == ports.end())
        return failure(ErrorCode::DeviceUnavailable, u"no USB device "_s + settings.usb, {settings.usb});
    const QString baud = settings.line.section(u':', 2);
    return u"serial:"_s + port->path + (baud.isEmpty() ? QString{} : u':' + baud);
}

} // namespace guichet
