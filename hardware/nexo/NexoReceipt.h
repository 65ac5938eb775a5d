// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QStringList>

namespace guichet {

/// The slips that came with an answer, as lines of text (hardware.md §3.7).
struct NexoSlips
{
    QStringList merchant;
    QStringList customer;
    bool signatureRequired = false; ///< On the merchant's.
    friend bool operator==(const NexoSlips &, const NexoSlips &) = default;
};

/// Reads `PaymentReceipt[]`: names left, values right on `columns` columns (what does not fit takes two lines), card numbers masked,
/// control characters gone, at most 200 lines of 200 characters a slip.
NexoSlips nexoSlipsFromJson(const QJsonArray &receipts, int columns = 32);

} // namespace guichet
