// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/SaleReceipt.h"

#include "core/receipt/ReceiptParts.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Money roundingOf(const std::vector<Tender> &tenders)
{
    Money sum;
    for (const Tender &tender : tenders)
        sum += tender.payment.rounding;
    return sum;
}

Money changeOf(const std::vector<Tender> &tenders)
{
    Money sum;
    for (const Tender &tender : tenders)
        sum += tender.payment.change;
    return sum;
}

bool takesCash(const SaleContent &sale)
{
    return std::ranges::any_of(sale.tenders, [](const Tender &tender) {
        return tender.kind == Tender::Kind::Payment && tender.payment.type == PaymentType::Cash && tender.payment.amount.isPositive();
    });
}

void writeTender(PaperWriter &paper, const ReceiptContext &context, const Tender &tender)
{
    switch (tender.kind) {
    case Tender::Kind::Payment: return writePayment(paper, context, tender.payment);
    case Tender::Kind::AdvanceUsed: return paper.amount(Word::AdvanceUsed, tender.payment.amount);
    case Tender::Kind::CustomerCredit: return paper.amount(Word::CustomerCredit, tender.payment.amount);
    }
}

/// The total, and when gift value is in it, what of it is turnover (PAY-9).
void writeTotal(PaperWriter &paper, Money total, Money giftValue)
{
    paper.strong(paper.say(Word::TotalInclVat), paper.euros(total), TextSize::Large);
    if (giftValue.isZero())
        return;
    paper.amount(Word::TotalTurnover, total - giftValue, 2);
    paper.amount(Word::TotalGift, giftValue, 2);
}

void writeSettlement(PaperWriter &paper, const ReceiptContext &context, const SaleContent &sale)
{
    const Money rounding = roundingOf(sale.tenders);
    if (!rounding.isZero())
        paper.pair(paper.say(Word::Rounding), paper.signedMoney(rounding));
    paper.strong(paper.say(Word::ToPay), paper.money(sale.total + rounding));
    for (const Tender &tender : sale.tenders)
        writeTender(paper, context, tender);
    if (const Money change = changeOf(sale.tenders); !change.isZero())
        paper.strong(paper.say(Word::Change), paper.money(change));
    if (sale.roundsAll)
        paper.text(paper.say(Word::AlwaysRounded));
}

void writeGivenBack(PaperWriter &paper, const ReceiptContext &context, const RefundContent &refund)
{
    Money rounding;
    for (const Payment &payment : refund.payments)
        rounding += payment.rounding;
    if (!rounding.isZero())
        paper.pair(paper.say(Word::Rounding), paper.signedMoney(rounding));
    paper.strong(paper.say(Word::ToGiveBack), paper.money(refund.total + rounding));
    for (const Payment &payment : refund.payments)
        writePayment(paper, context, payment);
}

bool givesCash(const RefundContent &refund)
{
    return std::ranges::any_of(refund.payments, [](const Payment &payment) { return payment.type == PaymentType::Cash; });
}

} // namespace

Paper receiptPaper(const ReceiptContext &context, const SaleContent &sale)
{
    PaperWriter paper{context.language,
                      u"%1 %2"_s.arg(word(Word::ReceiptTitle, context.language), documentNumberText(context.body.document))};
    writeHeader(paper, context, Word::ReceiptTitle, sale.dossierNumber);
    writeCustomer(paper, context);
    writeLines(paper, sale.lines);
    writeDiscounts(paper, sale.gross, sale.discounts);
    if (!sale.promoReference.isEmpty())
        paper.note(paper.say(Word::Reference, sale.promoReference));
    writeTotal(paper, sale.total, sale.giftValue);
    writeSettlement(paper, context, sale);
    writeVat(paper, sale.vat);
    writeFooter(paper, context, sale.dossierNumber);
    if (takesCash(sale) && context.copy == 0 && !isTraining(context))
        paper.openDrawer();
    return paper.take();
}

Paper refundPaper(const ReceiptContext &context, const RefundContent &refund)
{
    PaperWriter paper{context.language,
                      u"%1 %2"_s.arg(word(Word::RefundTitle, context.language), documentNumberText(context.body.document))};
    writeHeader(paper, context, Word::RefundTitle, refund.dossierNumber);
    if (!context.originalReceipt.isEmpty())
        paper.pair(Word::OriginalReceipt, context.originalReceipt);
    if (!context.reason.isEmpty())
        paper.pair(Word::Reason, paper.in(context.reason));
    writeLines(paper, refund.takenBack);
    writeDiscounts(paper, refund.gross, refund.discounts);
    paper.strong(paper.say(Word::TotalInclVat), paper.euros(refund.total), TextSize::Large);
    writeGivenBack(paper, context, refund);
    writeVat(paper, refund.vat);
    paper.space();
    paper.text(paper.say(Word::CustomerSignature));
    paper.space(2);
    writeFooter(paper, context, refund.dossierNumber);
    if (givesCash(refund) && context.copy == 0 && !isTraining(context))
        paper.openDrawer();
    return paper.take();
}

} // namespace guichet
