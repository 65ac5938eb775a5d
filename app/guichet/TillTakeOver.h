// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Replacement.h"
#include "ui/start/StartState.h"

namespace guichet {

/// replaceTill() with what was typed on the first page. On any thread; for minutes perhaps. FileFailed: the certificate cannot be read.
Result<ReplacedTill> takeOverTill(const QString &folder, const ReplacementInput &input, const Clock &clock, SecretStore &keychain);

} // namespace guichet
