// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

#include <QDateTime>

namespace guichet {

/// Every word that a till prints, in the four languages, in one place (Words.def). Some hold `%1`.
enum class Word {
#define RECEIPT_WORD(Name, fr, nl, en, de) Name,
#include "core/receipt/Words.def"
#undef RECEIPT_WORD
};

QString word(Word what, Language language);

/// The title of a line of gift value, by its item: `card`, `voucher` or `recharge`.
LocalizedText giftValueTitle(const QString &item);

/// As printed: `23/11/2026`, German `23.11.2026`; empty for an invalid date.
QString printedDate(QDate date, Language language);
/// `lundi 23 novembre 2026`, for tickets.
QString printedLongDate(QDate date, Language language);
/// `14:30`.
QString printedTime(QTime time);
/// `23/11/2026 14:32:05`: the wall clock that the instant carries, not converted.
QString printedDateTime(const QDateTime &at, Language language);

} // namespace guichet
