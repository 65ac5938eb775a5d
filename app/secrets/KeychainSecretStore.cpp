// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/KeychainSecretStore.h"

#include <QEventLoop>
#include <QFileInfo>
#include <future>
#include <qt6keychain/keychain.h>
#include <thread>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString serviceName = u"guichet"_s;

/// On Linux a keychain lives behind the session bus: where there is none, asking would only try to start one.
bool mayHaveKeychain()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
#else
    return true;
#endif
}

Result<> outcomeOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return {};
    case QKeychain::EntryNotFound: return failure(ErrorCode::NotFound, job.key());
    default: return failure(ErrorCode::KeyUnavailable, job.errorString());
    }
}

/// Runs a job to its end on the present thread.
Result<> finish(QKeychain::Job &job)
{
    QEventLoop loop;
    job.setAutoDelete(false);
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    return outcomeOf(job);
}

/// Runs `work` on a thread of its own. Given up after `patience`: then the thread ends by itself later, and nobody hears of it.
template <typename T>
Result<T> within(std::chrono::milliseconds patience, std::function<Result<T>()> work)
{
    if (!mayHaveKeychain())
        return failure(ErrorCode::KeyUnavailable, u"there is no session bus"_s);
    std::packaged_task<Result<T>()> task{std::move(work)};
    auto answer = task.get_future();
    std::thread{std::move(task)}.detach();
    if (answer.wait_for(patience) != std::future_status::ready)
        return failure(ErrorCode::KeyUnavailable, u"the keychain does not answer"_s);
    return answer.get();
}

} // namespace

Result<QByteArray> KeychainSecretStore::read(const QString &key)
{
    return within<QByteArray>(m_patience, [key]() -> Result<QByteArray> {
        QKeychain::ReadPasswordJob job{serviceName};
        job.setKey(key);
        TRY(finish(job));
        return job.binaryData();
    });
}

Result<> KeychainSecretStore::write(const QString &key, const QByteArray &secret)
{
    return within<void>(m_patience, [key, secret]() -> Result<> {
        QKeychain::WritePasswordJob job{serviceName};
        job.setKey(key);
        job.setBinaryData(secret);
        return finish(job);
    });
}

Result<> KeychainSecretStore::remove(const QString &key)
{
    return within<void>(m_patience, [key]() -> Result<> {
        QKeychain::DeletePasswordJob job{serviceName};
        job.setKey(key);
        const Result<> removed = finish(job);
        return !removed && removed.error().code == ErrorCode::NotFound ? Result<>{} : removed;
    });
}

} // namespace guichet
