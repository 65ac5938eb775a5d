// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace guichet {

/// A logout, a shutdown (SIGTERM) and Ctrl-C end the program as closing its window does: what is under way is recorded, and the next start
/// finds a run that ended. Once, before the event loop. GUI thread.
void stopOnSignals(QCoreApplication &application);

} // namespace guichet
