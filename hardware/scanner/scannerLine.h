// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/ScannerSettings.h"

#include <vector>

namespace guichet {

/// A serial port of this computer, as the system describes it.
struct SerialPortFound
{
    QString path; ///< `/dev/ttyACM0`, `COM3`.
    quint16 vendor = 0;
    quint16 product = 0;
    QString serialNumber = {};
};
std::vector<SerialPortFound> serialPortsNow();

/// The line of the scanner among these ports, as makeByteStream() takes it: a USB one is found again under whatever name it has come back.
/// DeviceUnavailable: no such port is there.
Result<QString> scannerLine(const ScannerSettings &settings, const std::vector<SerialPortFound> &ports);

} // namespace guichet
