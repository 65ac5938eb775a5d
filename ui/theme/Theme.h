// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icon.h"
#include "ui/theme/Tokens.h"
#include "ui/theme/Type.h"

class QApplication;

namespace guichet {

/// Sets style, palette, fonts and style sheet of the whole application; can be called again to change the mode. GUI thread.
void applyTheme(QApplication &application, Mode mode);

/// The style sheet for the plain Qt inputs (line edit, combo box, check box, tables, scroll bars …); our own widgets paint themselves.
QString styleSheetFor(const Tokens &tokens);

} // namespace guichet
