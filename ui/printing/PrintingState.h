// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/PrintJob.h"
#include "ui/widgets/DataTable.h"

#include <QCoreApplication>

namespace guichet {

/// Why a job did not come out, in words: what PrintQueue::failed() noted. Empty for none.
QString printErrorWords(const QString &lastError, Language language = Language::French);
/// One row a waiting job; ids are those of the jobs.
std::vector<TableRow> presentJobs(const std::vector<PrintJob> &jobs, Language language = Language::French);

} // namespace guichet
