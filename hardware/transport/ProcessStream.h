// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/transport/ByteStream.h"

#include <QStringList>

namespace guichet {

/// A line to a program of our own that is started for it: what is written is its standard input, what is read its standard output. What it
/// writes to its standard error is thrown away. It is stopped at last by force, with whatever it has started. Unlike a QProcess it belongs
/// to no thread. POSIX.
class ProcessStream final : public ByteStream
{
public:
    ProcessStream(QString program, QStringList arguments) : m_program{std::move(program)}, m_arguments{std::move(arguments)} {}
    ~ProcessStream() override;

    QString name() const override { return QStringLiteral("process:") + m_program; }
    /// Starts it; DeviceUnavailable: there is no such program.
    Result<> open(std::chrono::milliseconds limit) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit) override;
    /// DeviceUnavailable: it has ended.
    Result<QByteArray> read(std::chrono::milliseconds limit) override;
    /// Lets it end by itself for a moment.
    void close() override;
    bool isOpen() const override { return m_descriptor >= 0; }
    /// Ends it now.
    void kill();

private:
    std::unexpected<Error> lost(ErrorCode code, int error) const;
    Result<bool> isReady(short events, std::chrono::milliseconds limit) const;
    bool hasEnded() const;

    QString m_program;
    QStringList m_arguments;
    int m_descriptor = -1; ///< Our end of both directions.
    int m_process = 0;     ///< 0: none.
};

} // namespace guichet
