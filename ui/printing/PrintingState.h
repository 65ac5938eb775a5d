// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/PrintJob.h"
#include "ui/widgets/DataTable.h"

#include <QCoreApplication>

namespace guichet {

/// What the page asks for.
struct OpenJobs
{
    std::vector<PrintJob> jobs;
    bool hasSpare = false; ///< Whether the settings name a spare printer.
};

/// Why a job did not come out, in words: what PrintQueue::failed() noted. Empty for none.
QString printErrorWords(const QString &lastError, Language language = Language::French);
/// What a person is to know of a job before deciding; empty: nothing but what the table says.
QString jobWords(const PrintJob &job, Language language = Language::French);
/// One row a job that is not done; ids are those of the jobs.
std::vector<TableRow> presentJobs(const std::vector<PrintJob> &jobs, Language language = Language::French);

} // namespace guichet
