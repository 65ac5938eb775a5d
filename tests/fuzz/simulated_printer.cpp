// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/escpos/SimulatedEscPos.h"

#include <cstdlib>

namespace {
using namespace guichet;

constexpr qsizetype longestCommand = 210'000; ///< A column image of 65,535 columns of 24 dots.

QString printed(const QByteArray &bytes, qsizetype piece)
{
    SimulatedEscPos printer{384};
    SimulatedPrinterSwitches state;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        printer.receive(bytes.mid(at, piece));
        while (printer.step(state) != SimulatedEscPos::Step::Starved)
            continue;
    }
    printer.sayChanges(state);
    std::ignore = printer.takeAnswers();
    if (printer.waiting() > longestCommand || printer.paper().current().image.height() > SimulatedPaper::longestSheet)
        std::abort();
    QString text = printer.paper().current().text;
    for (const SimulatedSheet &sheet : printer.paper().sheets())
        text += sheet.text;
    return text;
}

} // namespace

/// Whatever a till sends, in whatever pieces, prints the same and costs bounded memory.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    if (printed(bytes, 1) != printed(bytes, 1'000'000))
        std::abort();
    SimulatedEscPos busy{384};
    SimulatedPrinterSwitches state;
    std::ignore = busy.takeRealTime(bytes, state);
    return 0;
}
