// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace guichet {

/// The languages of screens and documents (ARO-1). French is the source of truth.
enum class Language { French, Dutch, English, German };

QString languageCode(Language language);        ///< `fr`, `nl`, `en`, `de`.
Language languageFromCode(const QString &code); ///< French when unknown.

/// A title or a text in the languages in which it was given.
class LocalizedText
{
public:
    LocalizedText() = default;
    LocalizedText(const QString &french)
        : m_texts{{QStringLiteral("fr"), french}} {} // NOLINT(google-explicit-constructor): a French text is one
    static LocalizedText fromJson(const QJsonObject &object);
    QJsonObject toJson() const;

    /// In `language`, else in French, else in any.
    QString in(Language language) const;
    QString french() const { return in(Language::French); }
    void set(Language language, const QString &text);
    bool isEmpty() const { return m_texts.isEmpty(); }

    friend bool operator==(const LocalizedText &, const LocalizedText &) = default;

private:
    QMap<QString, QString> m_texts;
};

/// For searching: lower case, accents removed, ligatures opened, punctuation to spaces: `Œuf à 2 €` → `oeuf a 2`.
QString normalised(const QString &text);
/// The words of normalised(text), without duplicates.
QStringList searchWords(const QString &text);
/// Case, accents, spaces and punctuation ignored, as promo codes are compared (PRO-2): ` Été-10 ` → `ETE10`.
QString normalisedCode(const QString &text);
/// True when the text holds U+0000 or a lone surrogate: refused at every border (decisions 26).
bool hasForbiddenCharacters(const QString &text);
/// Control characters removed, so that a name cannot command a printer; line breaks become spaces.
QString printable(const QString &text);

/// Capitals small and small letters capital, as Caps Lock turns them round.
QString withOtherCase(const QString &text);

} // namespace guichet
