// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace guichet {

/// The zlib form that HTTP calls `Content-Encoding: deflate` (RFC 9110 §8.4.1.2).
enum class DeflateEffort { Usual, Quick };
QByteArray deflated(const QByteArray &bytes, DeflateEffort effort = DeflateEffort::Usual);
/// The inverse. InvalidInput for what is no such stream, or would come to more than `largest` bytes: a small body must not fill the memory
/// (decisions 29).
Result<QByteArray> inflated(const QByteArray &bytes, qsizetype largest);

} // namespace guichet
