// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace guichet {

/// What Tab reaches in these parts of the window, those that are there, one after the other: from top to bottom and left to right, none
/// twice. An open sheet in a part hides what lies behind it.
std::vector<QWidget *> tabStops(const std::vector<QWidget *> &parts);

/// The stop after or before `now`, round the end; the first or last when `now` is none of them, null when there is none.
QWidget *nextStop(const std::vector<QWidget *> &stops, QWidget *now, bool next);

} // namespace guichet
