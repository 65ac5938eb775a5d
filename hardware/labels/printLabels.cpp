// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/labels/printLabels.h"

#include "hardware/labels/labelPrinterStatus.h"
#include "hardware/labels/zplLabel.h"
#include "hardware/transport/ByteStream.h"

#include <QDeadlineTimer>

namespace guichet {
using namespace std::chrono_literals;

namespace {

constexpr auto openLimit = 3s;
constexpr auto answerLimit = 1s;
constexpr auto writeLimit = 10s; // a printer that is out of labels takes no more

/// Why it does not print, if it says so; many lines have no way back.
Result<> makeReady(ByteStream &line)
{
    TRY(line.write("~HS", writeLimit));
    QByteArray answer;
    for (const QDeadlineTimer deadline{answerLimit}; !isWholeLabelStatus(answer) && !deadline.hasExpired();) {
        TRY_LET(bytes, line.read(std::chrono::milliseconds{std::max<qint64>(0, deadline.remainingTime())}));
        answer += bytes;
    }
    const auto trouble = labelPrinterTrouble(answer, line.name());
    return trouble ? Result<>{std::unexpected(*trouble)} : Result<>{};
}

} // namespace

Result<> printZpl(const QString &setting, const QByteArray &zpl)
{
    TRY_LET(line, makePrinterStream(setting));
    TRY(line->open(openLimit));
    TRY(makeReady(*line));
    TRY(line->write(zpl, writeLimit));
    line->close();
    return {};
}

Result<> printLabels(const LabelPrinterSettings &settings, const std::vector<LabelBatch> &batches)
{
    TRY_LET(roll, formatNamed(rollFormats(), settings.roll));
    QByteArray zpl;
    for (const LabelBatch &batch : batches) {
        TRY_LET(one, zplLabel(batch.label, roll, batch.copies));
        zpl += one;
    }
    return printZpl(settings.printer, zpl);
}

} // namespace guichet
