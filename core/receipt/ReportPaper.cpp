// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/ReportPaper.h"

#include "core/receipt/ReceiptParts.h"
#include "core/receipt/ReportSections.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Word titleOf(Report::Kind kind)
{
    return kind == Report::Kind::X ? Word::XTitle : Word::ZTitle;
}

QString when(const ReportSheet &sheet, const QDateTime &at, const QString &user)
{
    const QString moment = printedDateTime(at, sheet.paper.language());
    return user.isEmpty() ? moment : word(Word::By, sheet.paper.language()).arg(moment, sheet.nameOf(user));
}

QString numberOf(const Report &report)
{
    return report.kind == Report::Kind::Z ? report.zNumber().toString() : QString::number(report.number);
}

void writeTitle(ReportSheet &sheet)
{
    const bool z = sheet.report.kind == Report::Kind::Z;
    sheet.paper.space();
    const QString number = sheet.report.number > 0 ? numberOf(sheet.report) : u"—"_s; // a preview has none
    sheet.paper.centred(sheet.paper.say(titleOf(sheet.report.kind), number), true, TextSize::Large);
    sheet.paper.centred(sheet.say(z ? Word::ZSubtitle : Word::XSubtitle));
    if (sheet.report.lateClosing)
        sheet.paper.centred(sheet.say(Word::LateClosing), true);
    if (sheet.context.copy > 0)
        sheet.paper.centred(u"*** %1 ***"_s.arg(sheet.paper.say(Word::Duplicate, QString::number(sheet.context.copy))), true,
                            TextSize::Tall);
    sheet.paper.space();
}

void writeTimes(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    const Language language = sheet.paper.language();
    sheet.paper.pair(Word::OpenedAt, when(sheet, report.openedAt, report.openedBy));
    sheet.paper.pair(report.kind == Report::Kind::Z ? Word::ClosedAt : Word::MadeAt, when(sheet, report.closedAt, report.closedBy));
    if (report.firstSaleAt.isValid())
        sheet.paper.pair(Word::FirstSale, printedDateTime(report.firstSaleAt, language));
    if (report.lastSaleAt.isValid())
        sheet.paper.pair(Word::LastSale, printedDateTime(report.lastSaleAt, language));
    for (const SeriesRange &range : report.series)
        sheet.paper.pair(sheet.paper.say(Word::Series, range.series), u"%1%2 – %1%3"_s.arg(range.series).arg(range.first).arg(range.last));
}

constexpr qsizetype printedDigits = 16; ///< Of a hash or a signature.

/// To compare with what the centre still has, in the form that `verify --anchor` takes (docs/operations.md).
void writeAnchor(ReportSheet &sheet)
{
    const auto &anchor = sheet.context.anchor;
    if (!anchor)
        return;
    sheet.paper.pair(Word::CentreAnchor, u"%1:%2"_s.arg(anchor->number).arg(anchor->hash.left(printedDigits)));
    const QString signedAt = sheet.paper.say(Word::AnchorSignedAt, printedDateTime(anchor->at, sheet.paper.language()));
    sheet.paper.pair(anchor->at.isValid() ? signedAt : sheet.say(Word::AnchorSigned), anchor->signature.left(printedDigits));
}

} // namespace

void writeReportHead(ReportSheet &sheet)
{
    writeAttraction(sheet.paper, sheet.context.attraction);
    writeTitle(sheet);
    sheet.paper.pair(Word::Till, sheet.paper.in(sheet.report.tillName));
    sheet.paper.pair(Word::BusinessDate, printedDate(sheet.report.businessDate, sheet.paper.language()));
    writeTimes(sheet);
}

void writeReportSeal(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    sheet.paper.section(sheet.say(Word::SealSection));
    sheet.paper.pair(Word::Facts, u"%1 – %2"_s.arg(report.factFrom).arg(report.factTo));
    sheet.paper.pair(Word::HeadHash, report.headHash);
    sheet.paper.pair(Word::KeyFingerprint, report.keyFingerprint);
    writeAnchor(sheet);
    sheet.paper.pair(Word::Software, u"Guichet "_s + report.softwareVersion);
    sheet.paper.pair(Word::TillId, report.tillKey);
    if (!report.session.isNull())
        sheet.paper.pair(Word::Period, report.session.toString());
    if (!sheet.context.comment.isEmpty())
        sheet.paper.text(u"%1 : %2"_s.arg(sheet.say(Word::Comment), sheet.context.comment));
    if (sheet.context.printedAt.isValid())
        sheet.paper.centred(sheet.paper.say(Word::PrintedAt, printedDateTime(sheet.context.printedAt, sheet.paper.language())));
    sheet.paper.cut();
}

Paper reportPaper(const ReportContext &context, const Report &report, ReportFormat format)
{
    PaperWriter paper{context.language, u"%1 · %2"_s.arg(word(titleOf(report.kind), context.language).arg(numberOf(report)),
                                                         printedDate(report.businessDate, context.language))};
    ReportSheet sheet{.paper = paper, .context = context, .report = report, .format = format};
    for (const auto write :
         {writeReportHead, writeSales, writeReportVat, writeMethods, writeTerminals, writeGift, writeAdvances, writeIdentity, writeCash,
          writeItems, writeVisitors, writeUsers, writeHours, writeEvents, writeControls, writeOpenItems, writeGrandTotals, writeReportSeal})
        write(sheet);
    return paper.take();
}

} // namespace guichet
