// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/transport/PseudoTerminal.h"

#if __has_include(<termios.h>)
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> lost(ErrorCode code, const QString &why)
{
    return failure(code, u"pty: "_s + why, {u"pty"_s});
}

} // namespace

PseudoTerminal::~PseudoTerminal()
{
    PseudoTerminal::close();
}

#if __has_include(<termios.h>)

namespace {

/// As a serial port: no echo, no line editing, no signals.
void makeRaw(int descriptor)
{
    termios line{};
    if (::tcgetattr(descriptor, &line) != 0)
        return;
    ::cfmakeraw(&line);
    ::tcsetattr(descriptor, TCSANOW, &line);
}

} // namespace

Result<> PseudoTerminal::open(std::chrono::milliseconds)
{
    m_device = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_device < 0 || ::grantpt(m_device) != 0 || ::unlockpt(m_device) != 0)
        return lost(ErrorCode::DeviceUnavailable, QString::fromLocal8Bit(std::strerror(errno)));
    char name[64] = {};
    if (::ptsname_r(m_device, name, sizeof name) == 0)
        m_till = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_till < 0)
        return lost(ErrorCode::DeviceUnavailable, QString::fromLocal8Bit(std::strerror(errno)));
    makeRaw(m_till);
    m_port = QString::fromLocal8Bit(name);
    return {};
}

Result<bool> PseudoTerminal::isReady(short events, std::chrono::milliseconds limit) const
{
    if (!isOpen())
        return lost(ErrorCode::DeviceUnavailable, u"closed"_s);
    pollfd descriptor{.fd = m_device, .events = events, .revents = 0};
    const int ready = ::poll(&descriptor, 1, static_cast<int>(limit.count()));
    if (ready < 0 && errno != EINTR)
        return lost(ErrorCode::DeviceUnavailable, QString::fromLocal8Bit(std::strerror(errno)));
    return ready > 0 && (descriptor.revents & events) != 0;
}

Result<> PseudoTerminal::write(const QByteArray &bytes, std::chrono::milliseconds limit)
{
    for (qsizetype at = 0; at < bytes.size();) {
        TRY_LET(ready, isReady(POLLOUT, limit));
        if (!ready)
            return lost(ErrorCode::Timeout, u"nobody reads"_s);
        const ssize_t written = ::write(m_device, bytes.constData() + at, static_cast<size_t>(bytes.size() - at));
        if (written < 0 && errno != EAGAIN && errno != EINTR)
            return lost(ErrorCode::DeviceUnavailable, QString::fromLocal8Bit(std::strerror(errno)));
        at += std::max<ssize_t>(0, written);
    }
    return {};
}

Result<QByteArray> PseudoTerminal::read(std::chrono::milliseconds limit)
{
    TRY_LET(ready, isReady(POLLIN, limit));
    if (!ready)
        return QByteArray{};
    QByteArray bytes(4096, Qt::Uninitialized);
    const ssize_t count = ::read(m_device, bytes.data(), static_cast<size_t>(bytes.size()));
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        return lost(ErrorCode::DeviceUnavailable, QString::fromLocal8Bit(std::strerror(errno)));
    bytes.resize(std::max<ssize_t>(0, count));
    return bytes;
}

void PseudoTerminal::close()
{
    for (int *const descriptor : {&m_device, &m_till})
        if (*descriptor >= 0)
            ::close(std::exchange(*descriptor, -1));
    m_port.clear();
}

#else

Result<> PseudoTerminal::open(std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, u"no pseudo-terminals on this system"_s);
}

Result<bool> PseudoTerminal::isReady(short, std::chrono::milliseconds) const
{
    return false;
}

Result<> PseudoTerminal::write(const QByteArray &, std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, u"closed"_s);
}

Result<QByteArray> PseudoTerminal::read(std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, u"closed"_s);
}

void PseudoTerminal::close() {}

#endif

} // namespace guichet
