// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/RefundGifts.h"

#include "core/ledger/GiftStore.h"
#include "core/receipt/Slips.h"
#include "core/usecases/GiftFacts.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Workplace.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

GiftContent giftBack(const GiftBalance &gift, Money amount, const Id<Dossier> &dossier)
{
    GiftContent content;
    content.code = gift.code;
    content.kind = gift.kind;
    content.amount = amount;
    content.dossier = dossier;
    return content;
}

} // namespace

Result<> chooseKnownCards(const Workplace &workplace, const SessionRecord &session, std::vector<Payment> &payments)
{
    for (Payment &payment : payments) {
        if (payment.giftCode.isEmpty())
            continue;
        TRY_LET(gift, GiftStore{workplace.db()}.balance(payment.giftCode, session.businessDate));
        if (!gift.expired && !gift.blocked && gift.kind == GiftKind::Card)
            payment.reference = payment.giftCode;
    }
    return {};
}

Result<> chooseGiftCards(const Workplace &workplace, const SessionRecord &session, std::vector<Payment> &payments)
{
    TRY(chooseKnownCards(workplace, session, payments));
    for (Payment &payment : payments) {
        if (!payment.reference.isEmpty())
            continue;
        TRY_LET(code, newGiftCode(workplace, GiftKind::Card));
        payment.reference = code;
    }
    return {};
}

Result<> returnGift(Workplace &workplace, const SessionRecord &session, const Actor &actor, const Payment &payment, Language language)
{
    const bool sameCard = payment.reference == payment.giftCode;
    GiftBalance gift{.code = payment.reference, .kind = GiftKind::Card};
    if (sameCard) {
        TRY_LET(known, GiftStore{workplace.db()}.balance(payment.giftCode, session.businessDate));
        gift = known;
    }
    GiftContent content = giftBack(gift, -payment.amount, payment.dossier);
    if (!sameCard)
        content.expiresOn = giftExpiry(workplace, session.businessDate);
    TRY_LET(fact, recordGift(workplace, actor, session, sameCard ? FactType::GiftRefunded : FactType::GiftIssued, content));
    TRY(workplace.spool(giftSlip(receiptContext(workplace, fact, language), content, gift.balance - payment.amount)));
    return {};
}

Result<> takeBackSoldGift(Workplace &workplace, const SessionRecord &session, const Actor &actor, const RefundContent &content)
{
    for (const SaleLine &line : content.takenBack) {
        if (line.priced.kind != LineKind::GiftValue)
            continue;
        TRY_LET(gift, GiftStore{workplace.db()}.balance(line.priced.giftCode, session.businessDate));
        if (gift.balance < -line.priced.net)
            return failure(ErrorCode::GiftEmpty, u"already used"_s, {gift.code});
        FactDraft draft = workplace.draft(FactType::GiftRefunded, EventLabel::None, actor, session);
        draft.content = toJson(giftBack(gift, line.priced.net, content.dossier));
        TRY(workplace.journal().append(draft));
    }
    return {};
}

} // namespace guichet
