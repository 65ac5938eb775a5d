// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/money/Money.h"

#include <QJsonObject>
#include <chrono>
#include <memory>
#include <vector>

namespace guichet {

/// How the next payment goes; scenario and fault by their place in the enumerations of the terminals, whose first are alike.
struct BoothScript
{
    int scenario = 0; ///< Approve, decline, partial, tip.
    int fault = 0;    ///< One of TerminalBooth::faults(); 0: none.
    std::chrono::milliseconds customer{0};
    std::chrono::milliseconds outage{0};
    bool waitsForCard = false;
};

/// How a terminal is switched on.
struct BoothWish
{
    quint16 port = 0;        ///< 0: any free one.
    quint16 tillPort = 4102; ///< opi-nl: where the till listens for channel 1.
    quint16 noticePort = 0;  ///< nexo: where the till listens for notices; 0: none are sent.
    int haste = 1;           ///< By how much its own time limits are divided.
};

/// A simulated card terminal with hands at it: a card to present, what the bank says, what goes wrong (HW-6). On one thread.
class TerminalBooth
{
public:
    virtual ~TerminalBooth() = default;
    /// With which `pay_at` of guichet-tool, or the page of the devices, reaches it: `terminal` and `secret`.
    virtual QJsonObject settings() const = 0;
    /// `approve`, `decline`, `partial`, `tip`: all payments from now on; `fault NAME`: the next one; `card`: held to it; `card wait`, `card
    /// now`: whether payments wait for it; `signature asked`, `signature never`, opi: whether the cashier is asked about it; `bookings`:
    /// what has moved, in cents. InvalidInput: none of these.
    virtual Result<QJsonObject> run(const QStringList &words) = 0;
    virtual QStringList faults() const = 0; ///< Their names.
    virtual void scriptNext(const BoothScript &script) = 0;
    /// The truth: what money has moved and was not undone by the terminal itself, in order.
    virtual std::vector<Money> moved() const = 0;
};

/// Switches one on: `nexo`, `opi-nl`, `opi-de`, `zvt-tcp`, `zvt-serial`, `plugin`, and `zvt-keeps`, which is a
/// zvt-tcp that leaves to the till what the till has not acknowledged. The clock outlives it. InvalidInput:
/// another kind; DeviceUnavailable: the port is taken.
Result<std::unique_ptr<TerminalBooth>> makeTerminalBooth(const QString &kind, const BoothWish &wish, const Clock &clock);
/// Those of terminalKinds() that have a line.
QStringList terminalBoothKinds();

} // namespace guichet
