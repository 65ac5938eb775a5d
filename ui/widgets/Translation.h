// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

class QCoreApplication;

namespace guichet {

/// Makes tr() speak `language`; screens that are there already keep their words. French is the source and needs none; a language without a
/// translation stays French. True when tr() now speaks it. Qt's own words (calendar, edit menus) follow where Qt ships them.
bool installTranslation(QCoreApplication &application, Language language);

/// What tr() speaks: widgets that write amounts themselves write them in the language of the words around them.
Language spokenLanguage();

/// True of French and of the languages that have a translation.
bool isTranslated(Language language);

} // namespace guichet
