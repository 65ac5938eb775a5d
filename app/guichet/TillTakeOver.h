// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Replacement.h"
#include "ui/start/StartState.h"

namespace guichet {

/// The certificate or authority in a file that somebody named; nothing for no name. InvalidInput of `authority`: it cannot be read, or is
/// none by its size.
Result<QByteArray> certificateIn(const QString &path);

/// replaceTill() with what was typed on the first page. On any thread; for minutes perhaps. InvalidInput: the certificate cannot be read.
Result<ReplacedTill> takeOverTill(const QString &folder, const ReplacementInput &input, const Clock &clock, SecretStore &keychain);

} // namespace guichet
