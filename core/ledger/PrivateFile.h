// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QFileDevice>

namespace guichet {

/// 0600: customers and secrets are nobody else's.
inline constexpr QFileDevice::Permissions ownerOnly{QFileDevice::ReadOwner | QFileDevice::WriteOwner};

/// The bytes of a small file. NotFound, FileFailed.
Result<QByteArray> readPrivateFile(const QString &path);
/// Writes a file that only its owner can read (0600), whole or not at all, on disk when it returns. FolderReadOnly, DiskFull, FileFailed.
Result<> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace guichet
