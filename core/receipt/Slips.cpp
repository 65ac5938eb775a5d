// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/Slips.h"

#include "core/receipt/ReceiptParts.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Word titleOf(CashMovementKind kind)
{
    switch (kind) {
    case CashMovementKind::In: return Word::CashInTitle;
    case CashMovementKind::Out: return Word::CashOutTitle;
    case CashMovementKind::Drop: return Word::CashDropTitle;
    }
    Q_UNREACHABLE();
}

std::optional<Word> outcomeOf(IntentState state)
{
    switch (state) {
    case IntentState::Approved: return Word::Approved;
    case IntentState::Declined:
    case IntentState::NotStarted: return Word::Declined;
    case IntentState::Unknown:
    case IntentState::Sent: return Word::Unknown;
    case IntentState::Persisted: return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// `ABCD-EFGH-…`: read aloud and typed more easily.
QString groupedCode(const QString &code)
{
    if (code.contains(u'-') || code.size() < 8)
        return code;
    QString grouped = code;
    for (qsizetype at = (code.size() - 1) / 4 * 4; at > 0; at -= 4)
        grouped.insert(at, u'-');
    return grouped;
}

} // namespace

Paper cashMovementSlip(const ReceiptContext &context, const CashMovedContent &movement)
{
    const Word title = titleOf(movement.kind);
    PaperWriter paper{context.language, word(title, context.language)};
    writeHeader(paper, context, title, {});
    paper.rule();
    paper.strong(paper.say(Word::Amount), paper.euros(movement.amount), TextSize::Large);
    if (!context.reason.isEmpty())
        paper.pair(Word::Reason, paper.in(context.reason));
    if (!context.comment.isEmpty())
        paper.text(u"%1 : %2"_s.arg(paper.say(Word::Comment), context.comment));
    paper.space();
    paper.text(paper.say(Word::Signature));
    paper.space(2);
    writeSeal(paper, context);
    if (context.copy == 0 && !isTraining(context))
        paper.openDrawer();
    return paper.take();
}

Paper giftSlip(const ReceiptContext &context, const GiftContent &gift, Money balance)
{
    const bool card = gift.kind == GiftKind::Card;
    const Word title = card ? Word::GiftCardTitle : Word::GiftVoucherTitle;
    PaperWriter paper{context.language, word(title, context.language)};
    writeAttraction(paper, context.attraction);
    writeLabels(paper, context);
    paper.rule(true);
    paper.centred(paper.say(title), true, TextSize::Large);
    paper.centred(paper.euros(balance), true, TextSize::Large);
    paper.qr(gift.code, groupedCode(gift.code));
    if (gift.expiresOn.isValid())
        paper.centred(u"%1 %2"_s.arg(paper.say(Word::ValidUntil), printedDate(gift.expiresOn, context.language)), true);
    paper.centred(paper.say(Word::GiftUsage));
    paper.centred(paper.say(card ? Word::GiftMany : Word::GiftOnce));
    paper.rule(true);
    paper.centred(paper.say(Word::NoVatDocument));
    paper.centred(printedDateTime(context.body.at, context.language));
    paper.cut();
    return paper.take();
}

Paper cardSlip(const ReceiptContext &context, const PaymentIntent &intent, const LocalizedText &methodTitle, CardSlipCopy copy)
{
    const Word title = intent.asked.isNegative() ? Word::CardRefundTitle : Word::CardSlipTitle;
    PaperWriter paper{context.language, word(title, context.language)};
    writeHeader(paper, context, title, {});
    paper.centred(paper.say(copy == CardSlipCopy::Merchant ? Word::MerchantCopy : Word::CustomerCopy));
    paper.rule();
    paper.pair(paper.in(methodTitle), u"%1 %2"_s.arg(paper.say(Word::Terminal), intent.terminal));
    paper.strong(paper.say(Word::Amount), paper.euros(intent.state == IntentState::Approved ? intent.authorised : intent.asked),
                 TextSize::Large);
    if (!intent.reference.isEmpty())
        paper.pair(Word::ApprovalCode, intent.reference);
    if (const auto outcome = outcomeOf(intent.state))
        paper.centred(paper.say(*outcome), true, TextSize::Tall);
    if (intent.resolvedByPerson)
        paper.centred(paper.say(Word::DecidedByPerson));
    writeSeal(paper, context);
    return paper.take();
}

} // namespace guichet
