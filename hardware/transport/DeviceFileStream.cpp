// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/DeviceFileStream.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#endif

namespace guichet {
using namespace Qt::StringLiterals;

DeviceFileStream::~DeviceFileStream()
{
    close();
}

QString DeviceFileStream::name() const
{
    return u"usb:"_s + m_path;
}

#ifdef Q_OS_UNIX

std::unexpected<Error> DeviceFileStream::lost(ErrorCode code, int error) const
{
    return failure(code, u"%1: %2"_s.arg(name(), QString::fromLocal8Bit(std::strerror(error))), {name()});
}

Result<> DeviceFileStream::open(std::chrono::milliseconds)
{
    close();
    m_descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (m_descriptor < 0)
        return lost(ErrorCode::DeviceUnavailable, errno);
    return {};
}

Result<bool> DeviceFileStream::isReady(short events, std::chrono::milliseconds limit) const
{
    if (!isOpen()) // poll() would wait for nothing
        return lost(ErrorCode::DeviceUnavailable, ENODEV);
    pollfd descriptor{.fd = m_descriptor, .events = events, .revents = 0};
    const int ready = ::poll(&descriptor, 1, static_cast<int>(limit.count()));
    if (ready < 0 && errno != EINTR)
        return lost(ErrorCode::DeviceUnavailable, errno);
    if (ready > 0 && (descriptor.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0 && (descriptor.revents & events) == 0)
        return lost(ErrorCode::DeviceUnavailable, ENODEV);
    return ready > 0 && (descriptor.revents & events) != 0;
}

bool DeviceFileStream::isHungUp() const
{
    pollfd descriptor{.fd = m_descriptor, .events = 0, .revents = 0};
    return ::poll(&descriptor, 1, 0) > 0 && (descriptor.revents & POLLHUP) != 0;
}

Result<> DeviceFileStream::write(const QByteArray &bytes, std::chrono::milliseconds limit)
{
    for (qsizetype at = 0; at < bytes.size();) {
        TRY_LET(ready, isReady(POLLOUT, limit));
        if (!ready)
            return lost(ErrorCode::Timeout, ETIMEDOUT);
        const ssize_t written = ::write(m_descriptor, bytes.constData() + at, static_cast<size_t>(bytes.size() - at));
        if (written < 0 && errno != EAGAIN && errno != EINTR)
            return lost(ErrorCode::DeviceUnavailable, errno);
        at += std::max<ssize_t>(0, written);
    }
    return {};
}

Result<QByteArray> DeviceFileStream::read(std::chrono::milliseconds limit)
{
    TRY_LET(ready, isReady(POLLIN, limit));
    if (!ready)
        return QByteArray{};
    QByteArray bytes(4096, Qt::Uninitialized);
    const ssize_t count = ::read(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        return lost(ErrorCode::DeviceUnavailable, errno);
    if (count == 0 && isHungUp()) // readable for ever, and nothing comes; a printer may also say nothing at all in an empty packet
        return lost(ErrorCode::DeviceUnavailable, ENODEV);
    bytes.resize(std::max<ssize_t>(0, count));
    return bytes;
}

void DeviceFileStream::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

#else

std::unexpected<Error> DeviceFileStream::lost(ErrorCode code, int) const
{
    return failure(code, name() + u": no device nodes on this system"_s, {name()});
}

Result<> DeviceFileStream::open(std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, 0);
}

Result<bool> DeviceFileStream::isReady(short, std::chrono::milliseconds) const
{
    return false;
}

bool DeviceFileStream::isHungUp() const
{
    return false;
}

Result<> DeviceFileStream::write(const QByteArray &, std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, 0);
}

Result<QByteArray> DeviceFileStream::read(std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, 0);
}

void DeviceFileStream::close() {}

#endif

} // namespace guichet
