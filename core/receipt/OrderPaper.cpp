// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/OrderPaper.h"

#include "core/receipt/ReceiptParts.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(Word kind, const ReceiptContext &context, const QString &dossierNumber)
{
    const QString number = documentNumberText(context.body.document);
    return u"%1 %2"_s.arg(word(kind, context.language), number.isEmpty() ? dossierNumber : number);
}

void writeProForma(PaperWriter &paper)
{
    paper.centred(u"%1 · %2"_s.arg(paper.say(Word::ProForma), paper.say(Word::NotAReceipt)), true);
}

/// Lines, discounts and total of something that is no turnover yet; its VAT is for information.
void writeForeseen(PaperWriter &paper, const SaleContent &content)
{
    writeLines(paper, content.lines);
    writeDiscounts(paper, content.gross, content.discounts);
    paper.strong(paper.say(Word::TotalInclVat), paper.euros(content.total), TextSize::Large);
}

void writeInformativeVat(PaperWriter &paper, const std::vector<VatAmount> &vat)
{
    writeVat(paper, vat);
    if (!vat.empty())
        paper.text(paper.say(Word::InformativeVat));
}

void writeDue(PaperWriter &paper, Money due, QDate dueOn)
{
    paper.strong(paper.say(Word::LeftToPay), paper.euros(due), TextSize::Tall);
    if (dueOn.isValid() && due.isPositive())
        paper.pair(Word::DueOn, printedDate(dueOn, paper.language()));
}

bool tookCash(const std::vector<Payment> &payments)
{
    return std::ranges::any_of(payments,
                               [](const Payment &payment) { return payment.type == PaymentType::Cash && payment.amount.isPositive(); });
}

void writeChange(PaperWriter &paper, const std::vector<Payment> &payments)
{
    Money change;
    Money rounding;
    for (const Payment &payment : payments) {
        change += payment.change;
        rounding += payment.rounding;
    }
    if (!rounding.isZero())
        paper.pair(paper.say(Word::Rounding), paper.signedMoney(rounding));
    if (!change.isZero())
        paper.strong(paper.say(Word::Change), paper.money(change));
}

Word titleWord(const DepositStatement &deposit)
{
    if (deposit.purpose == PaymentPurpose::Receivable)
        return Word::PaymentTitle;
    return deposit.paid().isNegative() ? Word::DepositReturnTitle : Word::DepositTitle;
}

Word amountWord(const DepositStatement &deposit)
{
    if (deposit.purpose == PaymentPurpose::Receivable)
        return Word::PaymentReceived;
    return deposit.paid().isNegative() ? Word::DepositReturned : Word::DepositReceived;
}

} // namespace

Money transferDue(const SaleContent &order, Money paid)
{
    const bool asksDeposit = paid.isZero() && order.deposit.isPositive();
    return asksDeposit ? order.deposit : order.total - paid;
}

Paper orderPaper(const ReceiptContext &context, const SaleContent &order, const std::vector<Payment> &received)
{
    PaperWriter paper{context.language, titleOf(Word::OrderTitle, context, order.dossierNumber)};
    writeHeader(paper, context, Word::OrderTitle, order.dossierNumber);
    writeProForma(paper);
    writeCustomer(paper, context);
    writeForeseen(paper, order);
    Money paid;
    for (const Payment &payment : received)
        paid += payment.amount;
    if (paid.isZero())
        paper.amountUnlessZero(Word::DepositAsked, order.deposit);
    else
        paper.amount(Word::DepositReceived, paid);
    for (const Payment &payment : received)
        writePayment(paper, context, payment, 2);
    writeChange(paper, received);
    writeDue(paper, order.total - paid, order.dueOn);
    writeInformativeVat(paper, order.vat);
    writeTransfer(paper, context.attraction, transferDue(order, paid), order.structuredCommunication);
    writeFooter(paper, context, order.dossierNumber);
    if (tookCash(received) && context.copy == 0 && !isTraining(context))
        paper.openDrawer();
    return paper.take();
}

Money DepositStatement::paid() const
{
    Money sum;
    for (const Payment &payment : payments)
        sum += payment.amount;
    return sum;
}

Paper depositPaper(const ReceiptContext &context, const DepositStatement &deposit)
{
    const bool returned = deposit.paid().isNegative();
    const Word title = titleWord(deposit);
    PaperWriter paper{context.language, titleOf(title, context, deposit.dossierNumber)};
    writeHeader(paper, context, title, deposit.dossierNumber);
    writeCustomer(paper, context);
    paper.rule();
    paper.amount(Word::BookingTotal, deposit.orderTotal);
    paper.amountUnlessZero(Word::AlreadyPaid, deposit.paidBefore);
    paper.strong(paper.say(amountWord(deposit)), paper.euros(deposit.paid()), TextSize::Large);
    for (const Payment &payment : deposit.payments)
        writePayment(paper, context, payment, 2);
    writeChange(paper, deposit.payments);
    if (!returned)
        writeDue(paper, deposit.due(), deposit.dueOn);
    writeVat(paper, deposit.vat);
    if (!returned)
        writeTransfer(paper, context.attraction, deposit.due(), deposit.structuredCommunication);
    writeFooter(paper, context, deposit.dossierNumber);
    if (tookCash(deposit.payments) && context.copy == 0 && !isTraining(context))
        paper.openDrawer();
    return paper.take();
}

Paper quotePaper(const ReceiptContext &context, const SaleContent &quote)
{
    PaperWriter paper{context.language, titleOf(Word::QuoteTitle, context, quote.dossierNumber)};
    writeHeader(paper, context, Word::QuoteTitle, quote.dossierNumber);
    if (quote.dueOn.isValid())
        paper.pair(Word::ValidUntil, printedDate(quote.dueOn, context.language));
    writeProForma(paper);
    writeCustomer(paper, context);
    writeForeseen(paper, quote);
    paper.amountUnlessZero(Word::DepositAsked, quote.deposit);
    writeInformativeVat(paper, quote.vat);
    paper.space();
    paper.text(paper.say(Word::AcceptQuote));
    paper.space(3);
    writeFooter(paper, context, quote.dossierNumber);
    return paper.take();
}

} // namespace guichet
