// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"
#include "core/reports/Report.h"
#include "core/till/Attraction.h"

#include <QMap>
#include <optional>

namespace guichet {

/// How far the centre had this till's journal when a Z was made, by its signed word (belgium.md §4.2, §5.15).
struct PrintedAnchor
{
    qint64 number = 0; ///< Of a fact of the incarnation that made the Z.
    QString hash;      ///< Hex; its beginning is printed.
    QString signature; ///< Hex, by the centre's key; its beginning is printed.
    QDateTime at;      ///< When the centre gave it; null: not known.
    friend bool operator==(const PrintedAnchor &, const PrintedAnchor &) = default;
};

/// What the paper of a report says beside the report: names of people come from documents (decisions 11).
struct ReportContext
{
    Attraction attraction;
    QMap<QString, QString> userNames; ///< Key → display name; a missing one prints its key.
    Language language = Language::French;
    int copy = 0;        ///< n-th DUPLICATA; 0: the original.
    QString comment;     ///< On the differences; a note, not in the fact.
    QDateTime printedAt; ///< Null: not printed.
    std::optional<PrintedAnchor> anchor = {};
};

enum class ReportFormat { Receipt, A4 };

/// An X or a Z: all of CASH-5 and belgium.md §5. A4 has more columns (render it with ui/paper or as text of 80 columns).
Paper reportPaper(const ReportContext &context, const Report &report, ReportFormat format = ReportFormat::Receipt);

} // namespace guichet
