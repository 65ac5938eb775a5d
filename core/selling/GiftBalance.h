// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"

namespace guichet {

/// A gift voucher or card as it stands (PAY-9).
struct GiftBalance
{
    QString code;
    GiftKind kind = GiftKind::Card;
    Money balance;
    QDate expiresOn;
    bool blocked = false;
    bool expired = false;
    friend bool operator==(const GiftBalance &, const GiftBalance &) = default;
};

} // namespace guichet
