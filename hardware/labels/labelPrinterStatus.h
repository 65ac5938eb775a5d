// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <optional>

namespace guichet {

/// Whether the first two of the three groups of an answer to `~HS` are there: what is asked of it stands in them.
bool isWholeLabelStatus(const QByteArray &answer);

/// Why a label printer does not print, by its answer to `~HS` (ZPL II: groups between STX and ETX, fields parted by commas): labels or
/// ribbon out (LabelsOut), head open (LabelPrinterOpen), paused (LabelPrinterPaused). None: ready, or no answer that can be read.
/// `printer`: its name.
std::optional<Error> labelPrinterTrouble(const QByteArray &answer, const QString &printer);

} // namespace guichet
