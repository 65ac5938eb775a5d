// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/CentralServer.h"
#include "sync/client/Exchange.h"

#include <QTemporaryDir>
#include <QThread>

namespace guichet::bench {

/// The value, or the end of the program.
template <typename T>
T got(Result<T> result);
void done(const Result<> &result);

/// A centre as a process of its own would be: with its own thread, its own event loop, real HTTP on loopback and files on disk. A seam:
/// PostgreSQL, or a second process beside it, is another way to make one.
class BenchCentre
{
public:
    BenchCentre();
    ~BenchCentre() { stop(); }

    /// Before start(): an account, and a token for a chain in it.
    void addAccount(const QString &key);
    EnrolAnswer enrol(const QString &account, const std::vector<ChainIdentity> &chains);
    void start();
    void stop();
    QUrl url() const;
    /// After stop().
    QString fileOf(const QString &account) const { return m_folder.filePath(QStringLiteral("accounts/%1.db").arg(account)); }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Centre> m_centre; ///< Until start(): of this thread.
    std::unique_ptr<QThread> m_thread;
    quint16 m_port = 0;
};

} // namespace guichet::bench
