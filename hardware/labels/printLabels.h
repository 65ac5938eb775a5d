// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labels/LabelPrinterSettings.h"

#include <QByteArray>

namespace guichet {

/// Sends labels to the printer that `setting` names: `tcp:HOST[:9100]`, `usb:/dev/usb/lp0`, `serial:PORT[:BAUD]`. One that answers `~HS`
/// is asked first; one that keeps silent for a second gets them all the same. Blocks until they have left. InvalidInput, DeviceUnavailable,
/// Timeout; LabelsOut, LabelPrinterOpen, LabelPrinterPaused: nothing was sent.
Result<> printZpl(const QString &setting, const QByteArray &zpl);

/// The labels as ZPL to the printer of the settings; errors of zplLabel() and printZpl().
Result<> printLabels(const LabelPrinterSettings &settings, const std::vector<LabelBatch> &batches);

} // namespace guichet
