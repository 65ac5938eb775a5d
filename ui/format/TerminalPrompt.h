// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// What a cashier reads of what a terminal shows during a charge (PaymentTerminal::Progress): the names of steps become sentences, its own
/// words stay. A name that is not known sends the eyes to the terminal.
QString terminalPrompt(const QString &prompt);

} // namespace guichet
