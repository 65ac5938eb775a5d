// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"

namespace guichet {
namespace {

/// What decomposition leaves closed and people type open.
QLatin1String opened(char16_t letter)
{
    switch (letter) {
    case u'œ': return QLatin1String{"oe"};
    case u'æ': return QLatin1String{"ae"};
    case u'ß': return QLatin1String{"ss"};
    case u'ø': return QLatin1String{"o"};
    case u'ł': return QLatin1String{"l"};
    case u'đ': return QLatin1String{"d"};
    default: return {};
    }
}

bool isBreak(char32_t point)
{
    return point == U'\n' || point == U'\r' || point == U'\t' || point == U'\v' || point == U'\f' || point == 0x85 || point == 0x2028 ||
           point == 0x2029;
}

bool isUnprintable(char32_t point)
{
    const QChar::Category category = QChar::category(point);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate;
}

} // namespace

QString languageCode(Language language)
{
    switch (language) {
    case Language::French: return QStringLiteral("fr");
    case Language::Dutch: return QStringLiteral("nl");
    case Language::English: return QStringLiteral("en");
    case Language::German: return QStringLiteral("de");
    }
    Q_UNREACHABLE();
}

Language languageFromCode(const QString &code)
{
    for (const Language language : {Language::Dutch, Language::English, Language::German})
        if (languageCode(language) == code)
            return language;
    return Language::French;
}

LocalizedText LocalizedText::fromJson(const QJsonObject &object)
{
    LocalizedText text;
    for (auto it = object.begin(); it != object.end(); ++it)
        if (const QString words = it.value().toString(); !words.isEmpty())
            text.m_texts.insert(it.key(), words);
    return text;
}

QJsonObject LocalizedText::toJson() const
{
    QJsonObject object;
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QString LocalizedText::in(Language language) const
{
    for (const QString &code : {languageCode(language), QStringLiteral("fr")})
        if (const auto found = m_texts.find(code); found != m_texts.end())
            return *found;
    return m_texts.isEmpty() ? QString{} : m_texts.first();
}

void LocalizedText::set(Language language, const QString &text)
{
    if (text.isEmpty())
        m_texts.remove(languageCode(language));
    else
        m_texts.insert(languageCode(language), text);
}

QString normalised(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toLower().normalized(QString::NormalizationForm_KD);
    QString words;
    words.reserve(apart.size());
    for (const QChar c : apart) {
        if (const QLatin1String open = opened(c.unicode()); !open.isEmpty())
            words += open;
        else if (c.isLetterOrNumber() || c.isSurrogate())
            words += c;
        else if (!c.isMark())
            words += u' ';
    }
    return words.simplified();
}

QStringList searchWords(const QString &text)
{
    QStringList words = normalised(text).split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

QString normalisedCode(const QString &text)
{
    return normalised(text).remove(u' ').toUpper();
}

bool hasForbiddenCharacters(const QString &text)
{
    return text.contains(QChar{u'\0'}) || !text.isValidUtf16();
}

QString printable(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    const QString oneBreak = QString{text}.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char32_t point : oneBreak.toUcs4()) {
        if (isBreak(point))
            plain += u' ';
        else if (!isUnprintable(point))
            plain += QChar::fromUcs4(point);
    }
    return plain;
}

QString withOtherCase(const QString &text)
{
    QString other;
    for (const QChar c : text)
        other += c.isUpper() ? c.toLower() : c.toUpper();
    return other;
}

} // namespace guichet
