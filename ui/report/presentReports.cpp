// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"
#include "ui/report/ReportState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Reports)
};

QString stateWords(const Report &report, Language language)
{
    if (!report.cash.counted)
        return Words::tr("non compté");
    const Money difference = report.cash.difference();
    return difference.isZero() ? Words::tr("juste") : formatMoney(difference, EuroSign::Shown, language);
}

TableRow rowOf(const Report &report, Language language)
{
    const bool fine = report.cash.counted && report.cash.difference().isZero();
    return {.id = report.zNumber().toString(),
            .cells = {Words::tr("Z %1").arg(report.zNumber().toString()), formatDate(report.businessDate, language),
                      stateWords(report, language), formatMoney(report.net, EuroSign::Shown, language)},
            .cellTones = {Tone::Normal, Tone::Normal, fine ? Tone::Positive : Tone::Warning, Tone::Normal}};
}

} // namespace

std::vector<TableRow> presentReportRows(bool sessionOpen, const std::vector<Report> &closings, Language language)
{
    std::vector<TableRow> rows;
    if (sessionOpen)
        rows.push_back({.id = runningSession, .cells = {Words::tr("X"), Words::tr("session en cours"), {}, {}}, .tone = Tone::Primary});
    for (const Report &report : closings)
        rows.push_back(rowOf(report, language));
    return rows;
}

ReportHead presentReportHead(const Report &report, Language language)
{
    const QString sales = counted(report.saleCount, Words::tr("vente"), Words::tr("ventes"), language);
    if (report.kind == Report::Kind::Z)
        return {
            .title = Words::tr("Z n° %1").arg(report.zNumber().toString()),
            .subtitle =
                Words::tr("%1 · fermé à %2 · %3").arg(formatDate(report.businessDate, language), formatTime(report.closedAt.time()), sales),
            .reprints = true,
            .completes = !report.cash.counted};
    if (report.number == 0)
        return {.title = Words::tr("Session en cours"),
                .subtitle = Words::tr("Aperçu à %1 · %2 · rien n’est imprimé").arg(formatTime(report.closedAt.time()), sales),
                .makesX = true};
    return {.title = Words::tr("X n° %1").arg(report.number),
            .subtitle = Words::tr("Édité à %1 · %2").arg(formatTime(report.closedAt.time()), sales),
            .makesX = true};
}

} // namespace guichet
