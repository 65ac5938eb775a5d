// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

class Clock;

/// Puts a demo till, not yet opened, into `folder`. It is created once in a process, at the time of the first `clock`, and copied from then
/// on: the tills of one test binary have the same keys and documents.
void placeDemoTill(const QString &folder, const Clock &clock);

} // namespace guichet
