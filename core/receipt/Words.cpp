// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/Words.h"

#include <QLocale>
#include <array>

namespace guichet {
namespace {

using Translations = std::array<const char *, 4>; // in the order of Language

constexpr auto translations = std::to_array<Translations>({
#define RECEIPT_WORD(Name, fr, nl, en, de) {fr, nl, en, de},
#include "core/receipt/Words.def"
#undef RECEIPT_WORD
});

QLocale localeOf(Language language)
{
    switch (language) {
    case Language::French: return {QLocale::French, QLocale::Belgium};
    case Language::Dutch: return {QLocale::Dutch, QLocale::Belgium};
    case Language::English: return {QLocale::English, QLocale::UnitedKingdom};
    case Language::German: return {QLocale::German, QLocale::Belgium};
    }
    Q_UNREACHABLE();
}

QString dateFormat(Language language)
{
    return language == Language::German ? QStringLiteral("dd.MM.yyyy") : QStringLiteral("dd/MM/yyyy");
}

} // namespace

QString word(Word what, Language language)
{
    return QString::fromUtf8(translations.at(static_cast<size_t>(what)).at(static_cast<size_t>(language)));
}

LocalizedText giftValueTitle(const QString &item)
{
    const Word title = item == u"card" ? Word::GiftCardLine : item == u"voucher" ? Word::GiftVoucherLine : Word::GiftRechargeLine;
    LocalizedText text;
    for (const Language language : {Language::French, Language::Dutch, Language::English, Language::German})
        text.set(language, word(title, language));
    return text;
}

QString printedDate(QDate date, Language language)
{
    return date.toString(dateFormat(language));
}

QString printedLongDate(QDate date, Language language)
{
    return localeOf(language).toString(date, QStringLiteral("dddd d MMMM yyyy"));
}

QString printedTime(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

QString printedDateTime(const QDateTime &at, Language language)
{
    return at.toString(dateFormat(language) + QStringLiteral(" HH:mm:ss"));
}

} // namespace guichet
