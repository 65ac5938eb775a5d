// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/PaperWriter.h"
#include "core/receipt/ReportPaper.h"

/// The sections of an X or Z, in the order of belgium.md §5. Each leaves out what is empty unless the law asks for the line.
namespace guichet {

struct ReportSheet
{
    PaperWriter &paper;
    const ReportContext &context;
    const Report &report;
    ReportFormat format;

    QString say(Word what) const { return paper.say(what); }
    QString nameOf(const QString &user) const { return context.userNames.value(user, user); }
};

void writeReportHead(ReportSheet &sheet);
void writeSales(ReportSheet &sheet);
void writeReportVat(ReportSheet &sheet);
void writeMethods(ReportSheet &sheet);
void writeTerminals(ReportSheet &sheet);
void writeGift(ReportSheet &sheet);
void writeAdvances(ReportSheet &sheet);
void writeIdentity(ReportSheet &sheet);
void writeCash(ReportSheet &sheet);
void writeItems(ReportSheet &sheet);
void writeVisitors(ReportSheet &sheet);
void writeUsers(ReportSheet &sheet);
void writeHours(ReportSheet &sheet);
void writeEvents(ReportSheet &sheet);
void writeControls(ReportSheet &sheet);
void writeOpenItems(ReportSheet &sheet);
void writeGrandTotals(ReportSheet &sheet);
void writeReportSeal(ReportSheet &sheet);

} // namespace guichet
