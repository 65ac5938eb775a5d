// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QJsonArray>
#include <QString>

namespace guichet {

/// The slips of a simulated payment as a terminal sends them: url-encoded names and values (hardware.md §3.7).
QJsonArray simulatedNexoReceipts(const QString &transaction, Money amount, const QString &approvalCode);

} // namespace guichet
