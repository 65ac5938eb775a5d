// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtProfile.h"

#include "hardware/transport/ByteStream.h"
#include "hardware/zvt/ZvtLine.h"

#include <QRegularExpression>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unexpected<Error> refused(const QString &field, const QString &why)
{
    return failure(ErrorCode::InvalidInput, u"zvt %1: %2"_s.arg(field, why), {field, why});
}

} // namespace

ZvtLimits ZvtLimits::dividedBy(int divisor) const
{
    const auto shorter = [divisor](std::chrono::milliseconds limit) { return std::max(limit / divisor, 1ms); };
    const auto technical = [&](std::chrono::milliseconds limit) { return std::max(shorter(limit), std::min(limit, 1'000ms)); };
    return {.connect = technical(connect),
            .write = technical(write),
            .byteGap = byteGap,
            .acknowledgement = technical(acknowledgement),
            .message = technical(message),
            .response = technical(response),
            .completion = shorter(completion),
            .minute = shorter(minute),
            .command = shorter(command),
            .afterAbort = shorter(afterAbort),
            .busy = shorter(busy),
            .notFoundGap = shorter(notFoundGap),
            .lookUp = technical(lookUp),
            .clockDifference = clockDifference};
}

Result<> ZvtProfile::check() const
{
    static const QRegularExpression sixDigits{u"^[0-9]{6}$"_s};
    if (address.startsWith(u"usb:") || !makeByteStream(address, zvtPort))
        return refused(u"address"_s, address);
    if (!sixDigits.match(password).hasMatch())
        return refused(u"password"_s, u"not six digits"_s);
    if (lineWidth < 10 || lineWidth > 99)
        return refused(u"lineWidth"_s, QString::number(lineWidth));
    if (stopBits != 1 && stopBits != 2)
        return refused(u"stopBits"_s, QString::number(stopBits));
    return {};
}

} // namespace guichet
