// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RecordingVfs.h"

#include <QFileInfo>
#include <cstring>
#include <new>
#include <sqlite3.h>

namespace guichet {

namespace {

constexpr qint64 sectorSize = 512;

/// Our file, with the system's own behind it in the same piece of memory, as SQLite wants it.
struct RecordedFile
{
    sqlite3_file base;
    RecordingVfs *owner;
    QString *name; ///< Null: a temporary file, which nobody needs after a power cut.
};

RecordedFile *ours(sqlite3_file *file)
{
    return reinterpret_cast<RecordedFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(ours(file) + 1);
}

void record(sqlite3_file *file, RecordingVfs::Step::Kind kind, qint64 offset = 0, const QByteArray &bytes = {})
{
    if (ours(file)->name)
        ours(file)->owner->record({.kind = kind, .file = *ours(file)->name, .offset = offset, .bytes = bytes});
}

int closeFile(sqlite3_file *file)
{
    delete ours(file)->name;
    return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), to, size, offset);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    if (const int fault = ours(file)->owner->faultOfWrite())
        return fault;
    record(file, RecordingVfs::Step::Kind::Write, offset, QByteArray{static_cast<const char *>(from), size});
    return real(file)->pMethods->xWrite(real(file), from, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int fault = ours(file)->owner->faultOfWrite())
        return fault;
    record(file, RecordingVfs::Step::Kind::Truncate, size);
    return real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    if (const int fault = ours(file)->owner->faultOfWrite())
        return fault;
    const int result = real(file)->pMethods->xSync(real(file), flags);
    record(file, RecordingVfs::Step::Kind::Sync);
    return result;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkLock(sqlite3_file *file, int *out)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sectorSizeOf(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int mapShared(sqlite3_file *file, int region, int size, int extend, volatile void **out)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, out);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void sharedBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int unmapShared(sqlite3_file *file, int deleteIt)
{
    return real(file)->pMethods->xShmUnmap(real(file), deleteIt);
}

/// Version 2: no memory-mapped reading, so that every byte passes here.
const sqlite3_io_methods methods{2,          closeFile,     readFile,    writeFile,   truncateFile, syncFile,        fileSize,
                                 lockFile,   unlockFile,    checkLock,   fileControl, sectorSizeOf, characteristics, mapShared,
                                 lockShared, sharedBarrier, unmapShared, nullptr,     nullptr};

sqlite3_vfs *systemVfs = nullptr;

QString nameOf(const char *path)
{
    return QFileInfo{QString::fromUtf8(path)}.fileName();
}

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    RecordedFile *recorded = new (file) RecordedFile{};
    recorded->owner = static_cast<RecordingVfs *>(vfs->pAppData);
    const int result = systemVfs->xOpen(systemVfs, path, real(file), flags, outFlags);
    if (!real(file)->pMethods)
        return result;
    recorded->name = path ? new QString{nameOf(path)} : nullptr;
    recorded->base.pMethods = &methods;
    return result;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int syncFolder)
{
    static_cast<RecordingVfs *>(vfs->pAppData)->record({.kind = RecordingVfs::Step::Kind::Delete, .file = nameOf(path)});
    return systemVfs->xDelete(systemVfs, path, syncFolder);
}

/// Writes `bytes` at `offset`, growing the file with zeros.
void put(QByteArray &file, qint64 offset, const QByteArray &bytes)
{
    if (file.size() < offset + bytes.size())
        file.append(QByteArray(offset + bytes.size() - file.size(), '\0'));
    std::memcpy(file.data() + offset, bytes.constData(), static_cast<size_t>(bytes.size()));
}

void apply(QByteArray &file, const RecordingVfs::Step &step)
{
    if (step.kind == RecordingVfs::Step::Kind::Truncate)
        file.truncate(step.offset);
    else
        put(file, step.offset, step.bytes);
}

bool heads(std::mt19937 &dice)
{
    return (dice() & 1U) != 0;
}

/// Each sector of a write that was not synced arrives, or not.
void applyInPart(QByteArray &file, const RecordingVfs::Step &step, std::mt19937 &dice)
{
    if (step.kind == RecordingVfs::Step::Kind::Truncate) {
        if (heads(dice))
            apply(file, step);
        return;
    }
    const qint64 end = step.offset + step.bytes.size();
    for (qint64 from = step.offset; from < end;) {
        const qint64 to = std::min(end, (from / sectorSize + 1) * sectorSize);
        if (heads(dice))
            put(file, from, step.bytes.mid(from - step.offset, to - from));
        from = to;
    }
}

} // namespace

struct RecordingVfs::Registration
{
    sqlite3_vfs vfs;
};

RecordingVfs::RecordingVfs(bool isDefault) : m_registration{std::make_unique<Registration>()}
{
    systemVfs = sqlite3_vfs_find(nullptr);
    sqlite3_vfs &vfs = m_registration->vfs;
    vfs = *systemVfs; // dates, randomness, paths: the system's own
    vfs.szOsFile = static_cast<int>(sizeof(RecordedFile)) + systemVfs->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = "recording";
    vfs.pAppData = this;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&vfs, isDefault ? 1 : 0);
}

RecordingVfs::~RecordingVfs()
{
    sqlite3_vfs_unregister(&m_registration->vfs);
    sqlite3_vfs_register(systemVfs, 1);
}

void RecordingVfs::markAnswered(qint64 value)
{
    record({.kind = Step::Kind::Answered, .file = {}, .offset = value});
}

void RecordingVfs::failWrites(int after, int code)
{
    m_soundWrites = after;
    m_faultCode = code;
}

int RecordingVfs::faultOfWrite()
{
    if (m_faultCode == 0 || m_soundWrites-- > 0)
        return 0;
    m_soundWrites = 0;
    return m_faultCode;
}

void PowerCut::playTo(size_t end)
{
    using Kind = RecordingVfs::Step::Kind;
    for (; m_at < end && m_at < m_steps.size(); ++m_at) {
        const RecordingVfs::Step &step = m_steps[m_at];
        switch (step.kind) {
        case Kind::Answered: m_answered = step.offset; break;
        case Kind::Delete: m_files.remove(step.file); break;
        case Kind::Sync:
            for (const RecordingVfs::Step *later : std::as_const(m_files[step.file].later))
                apply(m_files[step.file].synced, *later);
            m_files[step.file].later.clear();
            break;
        case Kind::Write:
        case Kind::Truncate: m_files[step.file].later.push_back(&step); break;
        }
    }
}

QMap<QString, QByteArray> PowerCut::disk(std::mt19937 &dice) const
{
    QMap<QString, QByteArray> disk;
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        QByteArray bytes = file->synced;
        for (const RecordingVfs::Step *step : file->later)
            applyInPart(bytes, *step, dice);
        disk.insert(file.key(), bytes);
    }
    return disk;
}

} // namespace guichet
