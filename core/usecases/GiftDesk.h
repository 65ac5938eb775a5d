// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selling/GiftBalance.h"
#include "core/usecases/CommandId.h"

#include <QStringList>

namespace guichet {

struct Workplace;

/// Why value can be blocked. Keys, since a fact holds nothing that somebody typed (decisions 11).
inline const QStringList giftBlockReasons{QStringLiteral("lost"), QStringLiteral("stolen"), QStringLiteral("damaged"),
                                          QStringLiteral("doubt")};

/// Gift vouchers and cards outside a sale (PAY-9). On the ledger thread.
class GiftDesk
{
public:
    explicit GiftDesk(Workplace &workplace) : m_workplace{workplace} {}
    Result<GiftBalance> balance(const QString &code) const;
    /// A balance, and what of it may be paid here now.
    struct Payable
    {
        GiftBalance gift;
        std::optional<Money> atMost; ///< The till is offline (decisions 7); none: all of it.
    };
    Result<Payable> payable(const QString &code) const;
    /// `reason`: one of giftBlockReasons, else ReasonMissing. GiftUnknown, GiftBlocked (already).
    Result<> block(const CommandId &id, const QString &code, const QString &reason);

private:
    Workplace &m_workplace;
};

} // namespace guichet
