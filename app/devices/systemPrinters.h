// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/labels/LabelFormat.h"

#include <QStringList>

/// The printers of the system, for A4 pages only (HW-1, CAT-7): receipts never go this way. Blocking; any thread, one call at a time. Need
/// a QGuiApplication.
namespace guichet {

/// Their names, the usual one first.
QStringList systemPrinterNames();
/// Sheets of labels on one of them, as they are, never fitted to the page. DeviceUnavailable: no such printer, or it takes nothing.
Result<> printOnSystemPrinter(const QString &printer, const LabelSheets &sheets);

} // namespace guichet
