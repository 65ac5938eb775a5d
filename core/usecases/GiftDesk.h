// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selling/GiftBalance.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// Gift vouchers and cards outside a sale (PAY-9). On the ledger thread.
class GiftDesk
{
public:
    explicit GiftDesk(Workplace &workplace) : m_workplace{workplace} {}
    Result<GiftBalance> balance(const QString &code) const;
    Result<> block(const CommandId &id, const QString &code, const QString &reason);

private:
    Workplace &m_workplace;
};

} // namespace guichet
