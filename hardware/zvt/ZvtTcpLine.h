// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/zvt/ZvtLine.h"

#include <QDeadlineTimer>

namespace guichet {

/// Raw messages, one after another (hardware.md §6.1). One whose rest does not come in time breaks the line.
class ZvtTcpLine final : public ZvtLine
{
public:
    ZvtTcpLine(std::unique_ptr<ByteStream> stream, const ZvtLimits &limits) : m_stream{std::move(stream)}, m_limits{limits} {}
    Result<> open() override;
    Result<> send(const ZvtApdu &apdu, Repeat repeat) override;
    Result<std::optional<ZvtApdu>> receive(std::chrono::milliseconds limit) override;
    void close() override { m_stream->close(); }

private:
    std::unique_ptr<ByteStream> m_stream;
    ZvtLimits m_limits;
    ZvtApduReader m_reader;
    QDeadlineTimer m_rest; ///< Of the message that has begun.
};

} // namespace guichet
