// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/GiftFacts.h"

#include "core/base/Absence.h"
#include "core/base/Crockford.h"
#include "core/crypto/Crypto.h"
#include "core/ledger/GiftStore.h"
#include "core/receipt/Slips.h"
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

Result<std::optional<Money>> payableUnheard(const Workplace &workplace, const QString &code, bool unanswered)
{
    const CentreState &centre = workplace.centre;
    const bool isHeard = !centre.trouble && !centre.isSilent(workplace.now()) && !unanswered;
    if (!centre.enrolled || isHeard || workplace.training)
        return std::nullopt;
    TRY_LET(spent, GiftStore{workplace.db()}.spentSince(code, centre.lastContact));
    return std::max(Money{}, Money::fromCents(workplace.settings.giftOfflineLimitCents) - spent);
}

Result<> checkGiftCodeFree(const Workplace &workplace, const QString &code)
{
    TRY_LET(known, foundOrNone(GiftStore{workplace.db()}.balance(code, workplace.businessToday()), ErrorCode::GiftUnknown));
    if (known)
        return failure(ErrorCode::DuplicateKey, {}, {code});
    return {};
}

Result<QString> newGiftCode(const Workplace &workplace, GiftKind kind)
{
    qint64 bits = 0;
    for (const char byte : randomBytes(8))
        bits = (bits << 8) | static_cast<uchar>(byte);
    const QString characters = crockford(bits & 0x0FFF'FFFF'FFFF'FFFF, giftCodeCharacters);
    const QString code = (kind == GiftKind::Card ? u"GC"_s : u"GV"_s) + characters;
    TRY(checkGiftCodeFree(workplace, code));
    return code;
}

QDate giftExpiry(const Workplace &workplace, QDate soldOn)
{
    const int months = workplace.settings.giftValidityMonths;
    return months > 0 ? soldOn.addMonths(months) : QDate{};
}

Result<QDate> giftValidAfter(const Workplace &workplace, const QString &code, QDate soldOn)
{
    TRY_LET(known, foundOrNone(GiftStore{workplace.db()}.balance(code, soldOn), ErrorCode::GiftUnknown));
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
    TRY_LET(code, newGiftCode(workplace, GiftKind::Voucher));
    issued.code = code;
    TRY_LET(fact, recordGift(workplace, actor, session, FactType::GiftIssued, issued));
    TRY(workplace.spool(giftSlip(receiptContext(workplace, fact, language), issued, issued.amount)));
    return issued.code;
}

} // namespace guichet
