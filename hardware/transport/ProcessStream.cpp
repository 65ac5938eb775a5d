// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/ProcessStream.h"

#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <thread>
#include <vector>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ProcessStream::~ProcessStream()
{
    close();
}

#ifdef Q_OS_LINUX

namespace {

constexpr auto farewell = 500ms;
constexpr auto processTurn = 5ms;

/// What the child finds open, and that it leads a group of its own: all that it starts ends with it.
class SpawnPlan
{
public:
    explicit SpawnPlan(int line)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, line, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, line, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_init(&m_attributes);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&m_attributes, 0);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan &) = delete;
    SpawnPlan &operator=(const SpawnPlan &) = delete;

    /// Zero, or why not.
    int spawn(int &process, const QByteArray &program, std::vector<QByteArray> words) const
    {
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        return posix_spawn(&process, program.constData(), &m_actions, &m_attributes, arguments.data(), environ);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

std::unexpected<Error> ProcessStream::lost(ErrorCode code, int error) const
{
    return failure(code, u"%1: %2"_s.arg(name(), QString::fromLocal8Bit(std::strerror(error))), {name()});
}

Result<> ProcessStream::open(std::chrono::milliseconds)
{
    close();
    int ends[2]{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return lost(ErrorCode::DeviceUnavailable, errno);
    std::vector<QByteArray> words{QFile::encodeName(m_program)};
    for (const QString &argument : m_arguments)
        words.push_back(argument.toLocal8Bit());
    const int error = SpawnPlan{ends[1]}.spawn(m_process, QFile::encodeName(m_program), std::move(words));
    ::close(ends[1]);
    m_descriptor = ends[0];
    if (error == 0)
        return {};
    m_process = 0;
    close();
    return lost(ErrorCode::DeviceUnavailable, error);
}

Result<bool> ProcessStream::isReady(short events, std::chrono::milliseconds limit) const
{
    if (!isOpen())
        return lost(ErrorCode::DeviceUnavailable, ECHILD);
    pollfd descriptor{.fd = m_descriptor, .events = events, .revents = 0};
    const int ready = ::poll(&descriptor, 1, static_cast<int>(limit.count()));
    if (ready < 0 && errno != EINTR)
        return lost(ErrorCode::DeviceUnavailable, errno);
    return ready > 0;
}

Result<> ProcessStream::write(const QByteArray &bytes, std::chrono::milliseconds limit)
{
    for (qsizetype at = 0; at < bytes.size();) {
        TRY_LET(ready, isReady(POLLOUT, limit));
        if (!ready)
            return lost(ErrorCode::Timeout, ETIMEDOUT);
        const ssize_t written =
            ::send(m_descriptor, bytes.constData() + at, static_cast<size_t>(bytes.size() - at), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (written < 0 && errno != EAGAIN && errno != EINTR)
            return lost(ErrorCode::DeviceUnavailable, errno);
        at += std::max<ssize_t>(0, written);
    }
    return {};
}

Result<QByteArray> ProcessStream::read(std::chrono::milliseconds limit)
{
    TRY_LET(ready, isReady(POLLIN, limit));
    if (!ready)
        return QByteArray{};
    QByteArray bytes(16 * 1024, Qt::Uninitialized);
    const ssize_t count = ::recv(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_DONTWAIT);
    if (count == 0)
        return lost(ErrorCode::DeviceUnavailable, ECHILD);
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        return lost(ErrorCode::DeviceUnavailable, errno);
    bytes.resize(std::max<ssize_t>(0, count));
    return bytes;
}

/// It stays a zombie until kill(): its number is nobody else's.
bool ProcessStream::hasEnded() const
{
    siginfo_t ended{};
    return ::waitid(P_PID, static_cast<id_t>(m_process), &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid != 0;
}

void ProcessStream::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    for (const QDeadlineTimer deadline{farewell}; m_process != 0 && !hasEnded() && !deadline.hasExpired();)
        std::this_thread::sleep_for(processTurn);
    kill(); // it, or what it has left behind
}

void ProcessStream::kill()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (m_process == 0)
        return;
    ::kill(-m_process, SIGKILL);
    ::waitpid(std::exchange(m_process, 0), nullptr, 0);
}

#else

std::unexpected<Error> ProcessStream::lost(ErrorCode code, int) const
{
    return failure(code, name() + u": not on this system"_s, {name()});
}

Result<> ProcessStream::open(std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, 0);
}

Result<bool> ProcessStream::isReady(short, std::chrono::milliseconds) const
{
    return false;
}

Result<> ProcessStream::write(const QByteArray &, std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, 0);
}

Result<QByteArray> ProcessStream::read(std::chrono::milliseconds)
{
    return lost(ErrorCode::DeviceUnavailable, 0);
}

bool ProcessStream::hasEnded() const
{
    return true;
}

void ProcessStream::close() {}
void ProcessStream::kill() {}

#endif

} // namespace guichet
