// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/SecretStore.h"
#include "core/till/TerminalSettings.h"
#include "core/usecases/CommandId.h"

#include <functional>

namespace guichet {

struct Workplace;

/// Has work done on the ledger thread and waits for it.
using OnLedger = std::function<Result<>(const std::function<Result<>(Workplace &)> &)>;
/// TerminalDesk::save() with a secret that, when it is not empty, replaces the one that is kept: settings and secret change together or not
/// at all, also when the till stops at any point. The secret is stored beside the one in use, the settings name it, then what is in use no
/// more is removed, or at the next save. The store may take seconds, or ask a person: never on the ledger thread of a till that sells.
/// Returns the settings as they are kept now. Errors as save() and checkTerminal(), and those of
/// the store.
Result<TerminalSettings> saveTerminal(const CommandId &id, const TerminalSettings &settings, const QByteArray &secret, SecretStore &secrets,
                                      const OnLedger &onLedger);
/// The secret of settings that are kept; empty: there is none, or the kind has none. KeyUnavailable: out of reach now.
Result<QByteArray> keptTerminalSecret(const TerminalSettings &settings, SecretStore &secrets);

} // namespace guichet
