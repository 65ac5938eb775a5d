// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

class QCoreApplication;

namespace guichet {

/// Makes tr() speak `language`; to be called before the first screen is made. French is the source and needs none; a language without a
/// translation stays French. True when tr() now speaks it. Qt's own words (calendar, edit menus) follow where Qt ships them.
bool installTranslation(QCoreApplication &application, Language language);

} // namespace guichet
