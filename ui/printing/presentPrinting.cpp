// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/printing/PrintingState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Printing)
};

std::optional<ErrorCode> codeOf(const QString &name)
{
    static const ErrorCode all[] = {
#define GUICHET_ERROR(Name, name) ErrorCode::Name,
#include "core/base/ErrorCodes.def"
#undef GUICHET_ERROR
    };
    for (const ErrorCode code : all)
        if (codeName(code) == name)
            return code;
    return {};
}

} // namespace

QString printErrorWords(const QString &lastError, Language language)
{
    if (lastError.isEmpty())
        return {};
    const std::optional<ErrorCode> code = codeOf(lastError.section(u':', 0, 0));
    return errorSentence({.code = code.value_or(ErrorCode::PrinterUnavailable)}, language);
}

std::vector<TableRow> presentJobs(const std::vector<PrintJob> &jobs, Language language)
{
    std::vector<TableRow> rows;
    for (const PrintJob &job : jobs) {
        const bool failed = job.state == PrintJob::State::Failed;
        rows.push_back({.id = job.id,
                        .cells = {formatDateTime(job.at), job.paper.title,
                                  failed ? Words::tr("essayé %1 fois").arg(job.attempts) : Words::tr("en attente")},
                        .cellTones = {Tone::Muted, Tone::Normal, failed ? Tone::Warning : Tone::Muted}});
    }
    Q_UNUSED(language)
    return rows;
}

} // namespace guichet
