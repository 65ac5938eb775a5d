// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labels/LabelPrinterSettings.h"
#include "core/till/DisplaySettings.h"
#include "core/till/ScannerSettings.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// The devices on the desk of this till beside the card terminal and the printer: which they are (HW-2, HW-4, HW-5, CAT-7). On the ledger
/// thread.
class DeskDevices
{
public:
    explicit DeskDevices(Workplace &workplace) : m_workplace{workplace} {}

    Result<ScannerSettings> scanner() const;
    /// Needs EditSettings; a technical event notes it (JET 130). InvalidInput: they do not hold.
    Result<> save(const CommandId &id, const ScannerSettings &settings);

    Result<DisplaySettings> display() const;
    Result<> save(const CommandId &id, const DisplaySettings &settings); ///< As above.

    Result<LabelPrinterSettings> labelPrinter() const;
    Result<> save(const CommandId &id, const LabelPrinterSettings &settings); ///< As above.

private:
    Workplace &m_workplace;
};

} // namespace guichet
