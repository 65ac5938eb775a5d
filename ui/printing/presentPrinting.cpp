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

} // namespace

QString printErrorWords(const QString &lastError, Language language)
{
    if (lastError.isEmpty())
        return {};
    const std::optional<ErrorCode> code = errorCodeNamed(lastError.section(u':', 0, 0));
    return errorSentence({.code = code.value_or(ErrorCode::PrinterUnavailable)}, language);
}

QString jobWords(const PrintJob &job, Language language)
{
    if (job.state != PrintJob::State::Doubtful)
        return printErrorWords(job.lastError, language);
    return Words::tr("Ce document est peut-être sorti. Regardez l’imprimante : s’il est là en entier, touchez « Il est sorti » ; sinon, "
                     "« Imprimer à nouveau ».");
}

namespace {

struct StateWords
{
    QString text;
    Tone tone = Tone::Muted;
};

StateWords stateOf(const PrintJob &job)
{
    switch (job.state) {
    case PrintJob::State::Sending: return {Words::tr("s’imprime"), Tone::Muted};
    case PrintJob::State::Doubtful: return {Words::tr("peut-être sorti"), Tone::Warning};
    case PrintJob::State::Waiting:
        if (job.attempts > 0)
            return {Words::tr("essayé %1 fois").arg(job.attempts), Tone::Warning};
        return {job.printer == PrintJob::Printer::Spare ? Words::tr("en attente, autre imprimante") : Words::tr("en attente"), Tone::Muted};
    case PrintJob::State::Printed:
    case PrintJob::State::Discarded: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<TableRow> presentJobs(const std::vector<PrintJob> &jobs, Language language)
{
    std::vector<TableRow> rows;
    for (const PrintJob &job : jobs) {
        const StateWords state = stateOf(job);
        rows.push_back({.id = job.id,
                        .cells = {formatDateTime(job.at), job.paper.title, state.text},
                        .cellTones = {Tone::Muted, Tone::Normal, state.tone}});
    }
    Q_UNUSED(language)
    return rows;
}

} // namespace guichet
