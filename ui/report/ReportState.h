// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/Report.h"
#include "ui/widgets/DataTable.h"

#include <QCoreApplication>

namespace guichet {

/// The id of the running session in the list.
inline const QString runningSession = QStringLiteral("X");

/// The rows of the list: the running session first when there is one, then each Z, the newest first. Ids: `X`, or the number.
std::vector<TableRow> presentReportRows(bool sessionOpen, const std::vector<Report> &closings, Language language = Language::French);

/// What stands over the paper of a report, and which of its buttons make sense.
struct ReportHead
{
    QString title;
    QString subtitle;
    bool makesX = false;    ///< *ÉDITER LE X*.
    bool reprints = false;  ///< DUPLICATA.
    bool completes = false; ///< A late closing that was not counted.
    friend bool operator==(const ReportHead &, const ReportHead &) = default;
};
ReportHead presentReportHead(const Report &report, Language language = Language::French);

} // namespace guichet
