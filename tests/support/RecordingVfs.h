// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <memory>
#include <random>
#include <vector>

namespace guichet {

/// A SQLite VFS that does what the system's does and writes down every write, truncation, sync and deletion (decisions 31). kill −9 cannot
/// show a missing fsync, since the page cache survives it; a replay of this recording can. One at a time in a process.
class RecordingVfs
{
public:
    /// Registers itself; as the default VFS with `isDefault`, so that code that knows nothing of it is recorded too.
    explicit RecordingVfs(bool isDefault = false);
    ~RecordingVfs(); ///< All connections must be closed.
    static QString name() { return QStringLiteral("recording"); }

    /// Notes in the recording that the till has answered for `value` now: whatever comes later, this must survive.
    void markAnswered(qint64 value);

    /// The next writes, truncations and syncs but `after` of them answer `code` (SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR …) and do
    /// nothing, until heal(): the disk is full, or gone.
    void failWrites(int after, int code);
    void heal() { m_faultCode = 0; }
    /// Counts one of them; what it must answer, 0: nothing is wrong.
    int faultOfWrite();

    struct Step
    {
        enum class Kind { Write, Truncate, Sync, Delete, Answered };
        Kind kind = Kind::Write;
        QString file;      ///< Name without folder.
        qint64 offset = 0; ///< Truncate: the new size. Answered: the value.
        QByteArray bytes = {};
    };
    const std::vector<Step> &steps() const { return m_steps; }
    void record(Step step) { m_steps.push_back(std::move(step)); }

private:
    struct Registration;
    std::unique_ptr<Registration> m_registration;
    std::vector<Step> m_steps;
    int m_soundWrites = 0;
    int m_faultCode = 0;
};

/// The disk as it may be found after a power cut somewhere in a recording.
class PowerCut
{
public:
    explicit PowerCut(const std::vector<RecordingVfs::Step> &steps) : m_steps{steps} {}

    /// Plays the recording on up to (not including) step `end`; only forwards.
    void playTo(size_t end);
    /// The last value that was answered so far; 0: none.
    qint64 answered() const { return m_answered; }
    /// What a disk may hold now: everything that was synced, and of what was written later a random part, sector by sector.
    QMap<QString, QByteArray> disk(std::mt19937 &dice) const;

private:
    struct File
    {
        QByteArray synced;
        std::vector<const RecordingVfs::Step *> later;
    };
    const std::vector<RecordingVfs::Step> &m_steps;
    size_t m_at = 0;
    qint64 m_answered = 0;
    QMap<QString, File> m_files;
};

} // namespace guichet
