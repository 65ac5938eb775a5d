// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"
#include "core/ports/ReceiptPrinter.h"
#include "hardware/escpos/EscPos.h"
#include "hardware/printer/PrinterLine.h"

namespace guichet {

/// Prints ESC/POS over any line (hardware.md §7.3): TCP, serial, USB. The line is opened for each job and closed in order. A printer that
/// answers is asked for its state first and proves the end of each job with a marker (`1D 72 01`); paper that is missing in between is
/// waited for. One that keeps silent gets one job, which then is doubtful, and no more before it speaks. A profile that answers nothing has
/// no proof: taken to the last byte is printed. Blocks; on the device thread.
class EscPosPrinter : public ReceiptPrinter
{
public:
    EscPosPrinter(std::unique_ptr<ByteStream> stream, PrinterProfile profile, const QImage &logo = {}, const PrinterTimes &times = {});
    QString name() const override { return m_line.name(); }
    Result<PrintOutcome> print(const Paper &paper, const PrintWatch &watch = {}) override;

    /// Prints codePageSheet(), for a technician who stands there: without proof. Errors: as print().
    Result<> printCodePages();
    /// What it says of itself at present; nothing is printed. None: it answers nothing. Errors: it cannot be reached.
    Result<std::optional<PrinterAnswer>> ask();

private:
    QByteArray bytesOf(const Paper &paper) const;
    /// How the end of a job is to be proved; none: it cannot be.
    struct Proof
    {
        bool answersStatus = false;
        int markers = 1; ///< Two when an earlier one is still to come.
    };
    Result<PrintOutcome> printOpen(const QByteArray &job, bool isKick, const PrintWatch &watch);
    Result<Proof> makeReady(const PrintWatch &watch);
    Result<std::optional<PrinterStatus>> askReady();
    PrintOutcome proved(const PrintWatch &watch, Proof proof);
    PrintOutcome taken();

    PrinterLine m_line;
    PrinterProfile m_profile;
    EscPosOptions m_options;
    bool m_owesMarker = true;   ///< An answer to an earlier job may still come.
    bool m_lastInDoubt = false; ///< The last job has no proof.
};

} // namespace guichet
