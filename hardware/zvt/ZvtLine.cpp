// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtLine.h"

#include "hardware/transport/SerialStream.h"
#include "hardware/zvt/ZvtSerialLine.h"
#include "hardware/zvt/ZvtTcpLine.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// `serial:PORT[:BAUD]`, checked before.
SerialLine serialLineOf(const ZvtProfile &profile)
{
    const QStringList parts = profile.address.split(u':');
    SerialLine line{.port = parts.value(1)};
    line.baud = parts.value(2, QString::number(line.baud)).toInt();
    line.stopBits = profile.stopBits == 2 ? QSerialPort::TwoStop : QSerialPort::OneStop;
    return line;
}

} // namespace

std::unique_ptr<ZvtLine> makeZvtTcpLine(std::unique_ptr<ByteStream> stream, const ZvtLimits &limits)
{
    return std::make_unique<ZvtTcpLine>(std::move(stream), limits);
}

std::unique_ptr<ZvtLine> makeZvtSerialLine(std::unique_ptr<ByteStream> stream, const ZvtLimits &limits)
{
    return std::make_unique<ZvtSerialLine>(std::move(stream), limits);
}

Result<std::unique_ptr<ZvtLine>> makeZvtLine(const ZvtProfile &profile)
{
    TRY(profile.check());
    if (profile.isSerial())
        return makeZvtSerialLine(std::make_unique<SerialStream>(serialLineOf(profile)), profile.limits);
    TRY_LET(stream, makeByteStream(profile.address, zvtPort));
    return makeZvtTcpLine(std::move(stream), profile.limits);
}

} // namespace guichet
