// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of money: sales, VAT, tenders, gift value, advances, drawer.
#include "core/money/FormatMoney.h"
#include "core/receipt/ReportSections.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString counted(const QString &title, qint64 count)
{
    return u"%1 (%2)"_s.arg(title).arg(count);
}

QString titleOrKey(const ReportSheet &sheet, const NamedTotal &total)
{
    return total.title.isEmpty() ? total.key : sheet.paper.in(total.title);
}

void writeNamed(ReportSheet &sheet, Word heading, const std::vector<NamedTotal> &totals)
{
    if (totals.empty())
        return;
    Money sum;
    for (const NamedTotal &total : totals)
        sum += total.amount;
    sheet.paper.amount(heading, sum);
    for (const NamedTotal &total : totals)
        sheet.paper.pair(counted(sheet.paper.in(total.title), total.count), sheet.paper.money(total.amount), 2);
}

using Split = VatSplit VatColumns::*;

VatSplit sumOf(const Report &report, Split part)
{
    VatSplit sum;
    for (const VatColumns &row : report.vat) {
        sum.base += (row.*part).base;
        sum.vat += (row.*part).vat;
    }
    return sum;
}

bool isZero(const VatSplit &split)
{
    return split.base.isZero() && split.vat.isZero();
}

QString rateText(const ReportSheet &sheet, const VatRate &rate)
{
    return u"%1 %2"_s.arg(vatCodeLetter(rate.code), formatVatRate(rate, sheet.paper.language()));
}

void writeVatRow(ReportSheet &sheet, const QString &title, const VatSplit &split, bool bold = false)
{
    sheet.paper.row({leftCell(title, 15), rightCell(sheet.paper.money(split.base), 11), rightCell(sheet.paper.money(split.vat), 10),
                     rightCell(sheet.paper.money(split.base + split.vat), 12)},
                    bold);
}

/// One block of the VAT table on narrow paper: sales, advances received or advances used.
void writeVatBlock(ReportSheet &sheet, Word title, Split part, bool evenIfZero)
{
    const VatSplit sum = sumOf(sheet.report, part);
    const bool allZero = std::ranges::all_of(sheet.report.vat, [part](const VatColumns &row) { return isZero(row.*part); });
    if (allZero && !evenIfZero)
        return;
    sheet.paper.text(sheet.say(title));
    sheet.paper.row({leftCell(sheet.say(Word::VatRate), 15), rightCell(sheet.say(Word::VatBase), 11), rightCell(sheet.say(Word::Vat), 10),
                     rightCell(sheet.say(Word::InclVat), 12)});
    for (const VatColumns &row : sheet.report.vat)
        if (evenIfZero || !isZero(row.*part))
            writeVatRow(sheet, rateText(sheet, row.rate), row.*part);
    writeVatRow(sheet, sheet.say(Word::Total), sum, true);
}

std::vector<PaperRow::Cell> wideVatCells(const ReportSheet &sheet, const QString &title, const VatSplit &sales, const VatSplit &received,
                                         const VatSplit &used)
{
    const auto money = [&](Money amount, int width) { return rightCell(sheet.paper.money(amount), width); };
    return {leftCell(title, 8),     money(sales.base, 7),
            money(sales.vat, 6),    money(sales.base + sales.vat, 7),
            money(received.vat, 4), money(received.base + received.vat, 6),
            money(used.vat, 4),     money(used.base + used.vat, 6)};
}

void writeWideVat(ReportSheet &sheet)
{
    sheet.paper.row({leftCell({}, 8), rightCell(sheet.say(Word::VatSales), 20), rightCell(sheet.say(Word::VatAdvancesReceived), 10),
                     rightCell(sheet.say(Word::VatAdvancesUsed), 10)});
    sheet.paper.row({leftCell(sheet.say(Word::VatRate), 8), rightCell(sheet.say(Word::VatBase), 7), rightCell(sheet.say(Word::Vat), 6),
                     rightCell(sheet.say(Word::InclVat), 7), rightCell(sheet.say(Word::Vat), 4), rightCell(sheet.say(Word::InclVat), 6),
                     rightCell(sheet.say(Word::Vat), 4), rightCell(sheet.say(Word::InclVat), 6)});
    for (const VatColumns &row : sheet.report.vat)
        sheet.paper.row(wideVatCells(sheet, rateText(sheet, row.rate), row.sales, row.advancesReceived, row.advancesUsed));
    const Report &report = sheet.report;
    sheet.paper.row(wideVatCells(sheet, sheet.say(Word::Total), sumOf(report, &VatColumns::sales),
                                 sumOf(report, &VatColumns::advancesReceived), sumOf(report, &VatColumns::advancesUsed)),
                    true);
}

/// What all changes of price took off and added, by VAT rate (belgium.md §5.9).
void writePriceChangesByRate(ReportSheet &sheet)
{
    if (sheet.report.priceChangesByRate.empty())
        return;
    PaperWriter &paper = sheet.paper;
    paper.text(sheet.say(Word::PriceChangesByRate));
    for (const PriceChangesOfRate &change : sheet.report.priceChangesByRate)
        paper.pair(rateText(sheet, change.rate),
                   change.increases.isZero() ? paper.money(change.reductions)
                                             : u"%1 / %2"_s.arg(paper.money(change.reductions), paper.signedMoney(change.increases)),
                   2);
}

/// Cheques by face value, for the remittance slip.
void writeCheques(ReportSheet &sheet, const MethodTotal &method)
{
    for (const NamedTotal &face : method.cheques)
        sheet.paper.pair(u"%1 × %2"_s.arg(face.count).arg(sheet.paper.money(Money::fromCents(face.key.toLongLong()))),
                         sheet.paper.money(face.amount), 2);
}

/// Moved here and moved away stand apart, once a Z knows both (belgium.md §5.6).
void writeCorrections(ReportSheet &sheet, const MethodTotal &method)
{
    if (method.correctionCount == 0)
        return;
    PaperWriter &paper = sheet.paper;
    paper.pair(counted(sheet.say(Word::Corrections), method.correctionCount), paper.signedMoney(method.corrections), 2);
    if (!method.correctionsTo.isZero() && !method.correctionsFrom().isZero())
        paper.pair(sheet.say(Word::CorrectionsApart),
                   u"%1 / %2"_s.arg(paper.signedMoney(method.correctionsTo), paper.signedMoney(method.correctionsFrom())), 2);
}

void writeNarrowMethod(ReportSheet &sheet, const MethodTotal &method)
{
    PaperWriter &paper = sheet.paper;
    paper.strong(counted(paper.in(method.title), method.count), paper.money(method.total()));
    if (method.refundCount > 0 || !method.corrections.isZero())
        paper.pair(sheet.say(Word::Received), paper.money(method.received), 2);
    if (method.refundCount > 0)
        paper.pair(counted(sheet.say(Word::Refunded), method.refundCount), paper.money(method.refunded), 2);
    writeCheques(sheet, method);
    writeCorrections(sheet, method);
    if (!method.rounding.isZero())
        paper.pair(sheet.say(Word::OfWhichRounding), paper.signedMoney(method.rounding), 2);
    if (!method.change.isZero())
        paper.pair(sheet.say(Word::ChangeGiven), paper.money(method.change), 2);
    if (method.counted && method.type != PaymentType::Cash) {
        paper.amount(Word::Counted, method.countedAmount, 2);
        paper.pair(sheet.say(Word::Difference), paper.signedMoney(method.countedAmount - method.total()), 2);
    }
}

void writeWideMethod(ReportSheet &sheet, const MethodTotal &method)
{
    PaperWriter &paper = sheet.paper;
    const bool compared = method.counted && method.type != PaymentType::Cash;
    const auto figure = [&](Money amount, int width) { return rightCell(paper.money(amount), width); };
    paper.row({leftCell(paper.in(method.title), 9), rightCell(QString::number(method.count), 3), figure(method.received, 6),
               figure(method.refunded, 5), figure(method.corrections, 5), figure(method.rounding, 4), figure(method.total(), 6),
               rightCell(compared ? paper.money(method.countedAmount) : QString{}, 6),
               rightCell(compared ? paper.signedMoney(method.countedAmount - method.total()) : QString{}, 4)});
    writeCheques(sheet, method);
    if (!method.change.isZero())
        paper.pair(sheet.say(Word::ChangeGiven), paper.money(method.change), 2);
}

void writeWideMethods(ReportSheet &sheet)
{
    const auto head = [&](Word what, int width) { return rightCell(sheet.say(what), width); };
    sheet.paper.row({leftCell(sheet.say(Word::Method), 9), head(Word::Count, 3), head(Word::Received, 6), head(Word::RefundedShort, 5),
                     head(Word::CorrectionsShort, 5), head(Word::RoundingShort, 4), head(Word::Total, 6), head(Word::Counted, 6),
                     head(Word::Difference, 4)});
    for (const MethodTotal &method : sheet.report.methods)
        writeWideMethod(sheet, method);
}

/// A sum with what it is made of, by reason.
void writeMovements(ReportSheet &sheet, Word heading, Money sum, const std::vector<NamedTotal> &byReason)
{
    sheet.paper.amount(heading, sum);
    for (const NamedTotal &total : byReason)
        sheet.paper.pair(counted(titleOrKey(sheet, total), total.count), sheet.paper.money(total.amount), 2);
}

void writeCounted(ReportSheet &sheet)
{
    PaperWriter &paper = sheet.paper;
    const CashSection &cash = sheet.report.cash;
    if (!cash.counted) {
        if (sheet.report.kind == Report::Kind::Z)
            paper.centred(sheet.say(Word::NotCounted), true);
        return;
    }
    for (const int denomination : denominations)
        if (const int pieces = cash.count.pieces(denomination); pieces > 0)
            paper.row({rightCell(paper.euros(Money::fromCents(denomination)), 16), rightCell(u"× %1"_s.arg(pieces), 12),
                       rightCell(paper.money(Money::fromCents(denomination) * pieces), 20)});
    paper.strong(sheet.say(Word::Counted), paper.money(cash.countedAmount));
    paper.strong(sheet.say(Word::Difference), paper.signedMoney(cash.difference()));
    if (cash.blind)
        paper.text(sheet.say(Word::BlindCount));
    paper.amount(Word::NextFloat, cash.nextFloat);
    paper.amount(Word::ToBank, cash.bankDrop);
}

} // namespace

void writeSales(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    PaperWriter &paper = sheet.paper;
    paper.section(sheet.say(Word::SalesSection));
    paper.pair(Word::SaleCount, QString::number(report.saleCount));
    paper.amount(Word::GrossSales, report.gross);
    writeNamed(sheet, Word::Promotions, report.promotions);
    writeNamed(sheet, Word::PromoCodes, report.promoCodes);
    writeNamed(sheet, Word::Complimentary, report.complimentary);
    writeNamed(sheet, Word::PriceChanges, report.priceChanges);
    writePriceChangesByRate(sheet);
    paper.pair(counted(sheet.say(Word::Refunds), report.refundCount), paper.money(report.refunds));
    for (const NamedTotal &total : report.refundsByReason)
        paper.pair(counted(paper.in(total.title), total.count), paper.money(total.amount), 2);
    if (report.cancellationCount > 0)
        paper.pair(counted(sheet.say(Word::Cancellations), report.cancellationCount), paper.money(report.cancellations));
    if (report.abandonedCount > 0)
        paper.pair(counted(sheet.say(Word::AbandonedCarts), report.abandonedCount), paper.money(report.abandoned));
    paper.strong(sheet.say(Word::NetSales), paper.euros(report.net), TextSize::Large);
}

void writeReportVat(ReportSheet &sheet)
{
    sheet.paper.section(sheet.say(Word::VatSection));
    if (sheet.format == ReportFormat::A4)
        return writeWideVat(sheet);
    writeVatBlock(sheet, Word::VatSales, &VatColumns::sales, true);
    writeVatBlock(sheet, Word::VatAdvancesReceived, &VatColumns::advancesReceived, false);
    writeVatBlock(sheet, Word::VatAdvancesUsed, &VatColumns::advancesUsed, false);
}

void writeMethods(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    PaperWriter &paper = sheet.paper;
    paper.section(sheet.say(Word::PaymentsSection));
    Money sum;
    for (const MethodTotal &method : report.methods)
        sum += method.total();
    if (sheet.format == ReportFormat::A4)
        writeWideMethods(sheet);
    else
        for (const MethodTotal &method : report.methods)
            writeNarrowMethod(sheet, method);
    paper.strong(sheet.say(Word::TotalTenders), paper.euros(sum), TextSize::Tall);
    paper.pair(counted(sheet.say(Word::RoundingUp), report.roundingCount), paper.signedMoney(report.roundingUp));
    paper.pair(sheet.say(Word::RoundingDown), paper.signedMoney(report.roundingDown));
    paper.amountUnlessZero(Word::Excess, report.excess);
    paper.amountUnlessZero(Word::Tips, report.tips);
}

/// What each terminal says it took, beside what the till knows (belgium.md §5.8).
void writeTerminals(ReportSheet &sheet)
{
    for (const TerminalComparison &compared : sheet.report.terminals) {
        sheet.paper.section(u"%1 %2"_s.arg(sheet.say(Word::TerminalSection), compared.terminal));
        if (compared.answered) {
            for (const NamedTotal &row : compared.rows)
                sheet.paper.pair(counted(sheet.paper.in(row.title), row.count), sheet.paper.money(row.amount), 2);
            sheet.paper.pair(counted(sheet.say(Word::TerminalTotal), compared.terminalCount()),
                             sheet.paper.money(compared.terminalAmount()));
        }
        sheet.paper.pair(counted(sheet.say(Word::TerminalTillTotal), compared.tillCount), sheet.paper.money(compared.tillAmount));
        if (!compared.answered)
            sheet.paper.note(sheet.say(Word::TerminalSilent));
        else
            sheet.paper.strong(sheet.say(Word::Difference), sheet.paper.signedMoney(compared.difference()));
        if (compared.answered && !compared.dayEnded)
            sheet.paper.note(sheet.say(Word::TerminalDayOpen));
    }
}

void writeGift(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    PaperWriter &paper = sheet.paper;
    const Money all = report.giftLiabilityBefore.absolute() + report.giftLiabilityAfter.absolute() + report.giftSold.absolute() +
                      report.giftUsed.absolute();
    if (all.isZero() && report.giftExpired.isZero())
        return;
    paper.section(sheet.say(Word::GiftSection));
    paper.pair(counted(sheet.say(Word::GiftSold), report.giftSoldCount), paper.money(report.giftSold));
    if (report.giftRechargedCount > 0)
        paper.pair(counted(sheet.say(Word::GiftRecharged), report.giftRechargedCount), paper.money(report.giftRecharged), 2);
    for (const NamedTotal &tender : report.giftByTender)
        paper.pair(counted(tender.key.isEmpty() ? sheet.say(Word::GiftByAdvance) : titleOrKey(sheet, tender), tender.count),
                   paper.money(tender.amount), 2);
    paper.pair(counted(sheet.say(Word::GiftUsed), report.giftUsedCount), paper.money(report.giftUsed));
    paper.amount(Word::GiftExpired, report.giftExpired);
    paper.amount(Word::LiabilityBefore, report.giftLiabilityBefore);
    paper.amount(Word::LiabilityAfter, report.giftLiabilityAfter);
}

void writeAdvances(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    PaperWriter &paper = sheet.paper;
    paper.section(sheet.say(Word::AdvancesSection));
    paper.amount(Word::VatAdvancesReceived, report.advancesReceived);
    paper.amount(Word::VatAdvancesUsed, report.advancesUsed);
    paper.amountUnlessZero(Word::ReceivablesCreated, report.receivablesCreated);
    paper.amountUnlessZero(Word::ReceivablesPaid, report.receivablesPaid);
    paper.amount(Word::DuePayments, report.duePayments);
    paper.amountUnlessZero(Word::PendingPayments, report.pendingPayments);
}

void writeIdentity(ReportSheet &sheet)
{
    sheet.paper.section(sheet.say(Word::CheckSection));
    sheet.paper.amount(Word::IdentityLeft, sheet.report.identityLeft());
    sheet.paper.amount(Word::IdentityRight, sheet.report.identityRight());
}

void writeCash(ReportSheet &sheet)
{
    const CashSection &cash = sheet.report.cash;
    PaperWriter &paper = sheet.paper;
    paper.section(sheet.say(Word::CashSection));
    paper.amount(Word::OpeningFloat, cash.openingFloat);
    if (!cash.openingDifference.isZero() && !cash.opensFromNothing())
        paper.pair(sheet.say(Word::OpeningDifference), paper.signedMoney(cash.openingDifference), 2);
    paper.amount(Word::CashSales, cash.sales);
    paper.amount(Word::CashRefunds, cash.refunds);
    paper.amountUnlessZero(Word::CashCorrections, cash.corrections);
    writeMovements(sheet, Word::CashIn, cash.in, cash.inByReason);
    writeMovements(sheet, Word::CashOut, cash.out, cash.outByReason);
    writeMovements(sheet, Word::CashDrops, cash.drops, cash.dropsByReason);
    paper.strong(sheet.say(Word::Expected), paper.money(cash.expected()));
    writeCounted(sheet);
}

} // namespace guichet
