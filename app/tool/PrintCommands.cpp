// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Answers.h"
#include "app/tool/Commands.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/Workplace.h"
#include "hardware/printer/MakeReceiptPrinter.h"

/// The spool of the receipt printer: what waits, printed, and what a person saw of it (HW-1, docs/decisions/0026).
namespace guichet::commands {

using namespace Qt::StringLiterals;

Result<QJsonObject> jobs(ScriptSession &session, JsonReader &fields)
{
    const bool withText = fields.string(u"print"_s) == u"text";
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(waiting, PrintQueue{*workplace}.waiting());
    QJsonArray array;
    for (const PrintJob &job : waiting) {
        QJsonObject object{{u"job"_s, job.id},
                           {u"title"_s, job.paper.title},
                           {u"attempts"_s, job.attempts},
                           {u"error"_s, job.lastError},
                           {u"doubtful"_s, job.state == PrintJob::State::Doubtful}};
        if (withText)
            object[u"text"_s] = plainText(job.paper, 48);
        array.append(object);
    }
    return QJsonObject{{u"jobs"_s, array}};
}

namespace {

/// A job is *sending* on the disk before its first byte.
Result<QString> printOne(PrintQueue &queue, ReceiptPrinter &printer, const PrintJob &job)
{
    const auto outcome = printer.print(job.paper, {.begin = [&] { return queue.sending(job.id); }, .trouble = {}, .stopped = {}});
    if (!outcome) {
        TRY(queue.failed(job.id, outcome.error()));
        return std::unexpected{outcome.error()};
    }
    if (outcome->end == PrintOutcome::End::Printed) {
        TRY(queue.printed(job.id));
        return job.id;
    }
    TRY(queue.doubtful(job.id, outcome->doubt.value_or(Error{.code = ErrorCode::Timeout})));
    return QString{};
}

} // namespace

Result<QJsonObject> printJobs(ScriptSession &session, JsonReader &fields)
{
    const QString line = fields.string(u"printer"_s, {}, 200);
    const QString profile = fields.string(u"profile"_s, {}, 60);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    const TillSettings &settings = workplace->settings;
    TRY_LET(printer, makeReceiptPrinter({.line = line.isEmpty() ? settings.receiptPrinter : line,
                                         .profile = profile.isEmpty() ? settings.printerProfile : profile,
                                         .drawerPin = settings.drawerPin}));
    PrintQueue queue{*workplace};
    QJsonArray printed;
    for (;;) {
        TRY_LET(job, queue.next());
        if (!job)
            break;
        TRY_LET(done, printOne(queue, *printer, *job));
        if (!done.isEmpty())
            printed.append(done);
    }
    return QJsonObject{{u"printed"_s, printed}};
}

Result<QJsonObject> decideJob(ScriptSession &session, JsonReader &fields)
{
    const QString job = fields.requiredString(u"job"_s, 60);
    const QString outcome = fields.requiredString(u"outcome"_s, 20);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    PrintQueue queue{*workplace};
    if (outcome == u"printed") {
        TRY(queue.confirmPrinted(job));
    } else if (outcome == u"again") {
        TRY_LET(again, queue.printAgain(job));
        return QJsonObject{{u"job"_s, again}};
    } else if (outcome == u"discarded") {
        TRY(queue.discard(job));
    } else
        return failure(ErrorCode::InvalidInput, u"outcome: printed, again or discarded"_s);
    return QJsonObject{};
}

} // namespace guichet::commands
