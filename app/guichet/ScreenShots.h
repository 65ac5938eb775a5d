// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/guichet/Composition.h"

namespace guichet {

/// Draws every screen and state with demo data as PNG into `folder`, through the real window and the real use cases on a demo till made for
/// it (a temporary folder, a simulated clock). Feeds the guide and our own reviews. Returns the exit status.
int drawScreens(QApplication &application, const QString &folder, const StartOptions &options);

} // namespace guichet
