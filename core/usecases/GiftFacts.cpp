// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/GiftFacts.h"

#include "core/crypto/Crypto.h"
#include "core/ledger/GiftStore.h"
#include "core/receipt/Slips.h"
#include "core/selling/Settlement.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int giftCodeCharacters = 12;

} // namespace

Result<Fact> recordGift(Workplace &workplace, const Actor &actor, const SessionRecord &session, FactType type, const GiftContent &content)
{
    FactDraft draft = workplace.draft(type, EventLabel::None, actor, session);
    draft.content = toJson(content);
    return workplace.journal().append(draft);
}

QString newGiftCode(GiftKind kind)
{
    qint64 bits = 0;
    for (const char byte : randomBytes(8))
        bits = (bits << 8) | static_cast<uchar>(byte);
    const QString characters = crockford(bits & 0x0FFF'FFFF'FFFF'FFFF, giftCodeCharacters);
    return (kind == GiftKind::Card ? u"GC"_s : u"GV"_s) + characters.right(giftCodeCharacters);
}

QDate giftExpiry(const Workplace &workplace, QDate soldOn)
{
    const int months = workplace.settings.giftValidityMonths;
    return months > 0 ? soldOn.addMonths(months) : QDate{};
}

Result<QDate> giftValidAfter(const Workplace &workplace, const QString &code, QDate soldOn)
{
    const Result<GiftBalance> known = GiftStore{workplace.db()}.balance(code, soldOn);
    if (!known && known.error().code != ErrorCode::GiftUnknown)
        return std::unexpected(known.error());
    return known && !known->expiresOn.isValid() ? QDate{} : giftExpiry(workplace, soldOn);
}

Result<QString> moveRestToNewVoucher(Workplace &workplace, const Actor &actor, const SessionRecord &session, const GiftContent &rest,
                                     Language language)
{
    GiftContent taken = rest;
    taken.amount = -rest.amount;
    taken.expiresOn = {};
    TRY(recordGift(workplace, actor, session, FactType::GiftRefunded, taken));
    GiftContent issued = rest;
    issued.code = newGiftCode(GiftKind::Voucher);
    TRY_LET(fact, recordGift(workplace, actor, session, FactType::GiftIssued, issued));
    TRY(workplace.spool(giftSlip(receiptContext(workplace, fact, language), issued, issued.amount)));
    return issued.code;
}

} // namespace guichet
