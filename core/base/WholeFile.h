// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <functional>

class QByteArray;
class QIODevice;

namespace guichet {

/// Writes a file whole or not at all: one that was there stays until the new one is on disk. A write that fails is found at the end,
/// `write` need not look. FileFailed, with the path; or what `write` fails with.
Result<> writeWholeFile(const QString &path, const std::function<Result<>(QIODevice &)> &write);
Result<> writeWholeFile(const QString &path, const QByteArray &bytes);

} // namespace guichet
