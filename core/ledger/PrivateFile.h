// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QFileDevice>

namespace guichet {

/// 0600: customers and secrets are nobody else's.
inline constexpr QFileDevice::Permissions ownerOnly{QFileDevice::ReadOwner | QFileDevice::WriteOwner};

/// Makes an empty file that only its owner can read, so that no byte of it was ever readable to others; what the engine puts beside a
/// ledger takes its mode. One that is there stays, with this mode. FolderReadOnly, DiskFull, FileFailed.
Result<> makePrivateFile(const QString &path);
/// Makes a folder that only its owner can look into (0700), and those above it; one that is there stays as it is. FolderReadOnly.
Result<> makePrivateFolder(const QString &path);
/// The bytes of a small file. NotFound, FileFailed.
Result<QByteArray> readPrivateFile(const QString &path);
/// Writes a file that only its owner can read (0600), whole or not at all, on disk when it returns. FolderReadOnly, DiskFull, FileFailed.
Result<> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace guichet
