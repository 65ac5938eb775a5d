// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"

#include <QJsonObject>
#include <memory>

namespace guichet {

/// A simulated card terminal with hands at it: a card to present, what the bank says, what goes wrong (HW-6). On one thread.
class TerminalBooth
{
public:
    virtual ~TerminalBooth() = default;
    /// With which `pay_at` of guichet-tool, or the page of the devices, reaches it: `terminal` and `secret`.
    virtual QJsonObject settings() const = 0;
    /// `approve`, `decline`, `partial`, `tip`: all payments from now on; `fault NAME`: the next one; `card`: held to it; `card wait`, `card
    /// now`: whether payments wait for it; `bookings`: what has moved, in cents. InvalidInput: none of these.
    virtual Result<QJsonObject> run(const QStringList &words) = 0;
    virtual QStringList faults() const = 0; ///< Their names.
};

/// Switches one on: `nexo`, `opi-nl`, `opi-de`, `zvt-tcp`, `zvt-serial`; `port` 0: any free one. The clock outlives it. InvalidInput:
/// another kind; DeviceUnavailable: the port is taken.
Result<std::unique_ptr<TerminalBooth>> makeTerminalBooth(const QString &kind, quint16 port, const Clock &clock);
/// The kinds.
QStringList terminalBoothKinds();

} // namespace guichet
