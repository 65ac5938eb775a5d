// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/GiftDesk.h"

#include "core/ledger/GiftStore.h"
#include "core/usecases/GiftFacts.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

Result<GiftBalance> GiftDesk::balance(const QString &code) const
{
    return GiftStore{m_workplace.db()}.balance(code, m_workplace.businessToday());
}

Result<GiftDesk::Payable> GiftDesk::payable(const QString &code) const
{
    TRY_LET(gift, balance(code));
    TRY_LET(atMost, payableUnheard(m_workplace, gift.code, false));
    return Payable{.gift = gift, .atMost = atMost};
}

Result<> GiftDesk::block(const CommandId &id, const QString &code, const QString &reason)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive);
        if (!giftBlockReasons.contains(reason))
            return failure(ErrorCode::ReasonMissing, u"unknown reason: %1"_s.arg(reason));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::BlockGift));
        TRY_LET(session, m_workplace.openSession());
        TRY_LET(gift, balance(code));
        if (gift.blocked)
            return failure(ErrorCode::GiftBlocked, {}, {gift.code});
        GiftContent content;
        content.code = gift.code;
        content.kind = gift.kind;
        content.reason = reason;
        FactDraft draft = m_workplace.draft(FactType::GiftBlocked, EventLabel::None, actor, session);
        draft.content = toJson(content);
        TRY(m_workplace.journal().append(draft));
        return {};
    });
}

} // namespace guichet
