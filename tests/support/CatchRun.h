// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet {

/// What a main() of tests calls. Tests of screens bring their own main(), with a QApplication; all others get that of CatchMain.cpp.
int runCatch(int argc, char *argv[]);

} // namespace guichet
