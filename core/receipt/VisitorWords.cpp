// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/VisitorWords.h"

#include <QHash>

namespace guichet {

using namespace Qt::StringLiterals;

QString visitorWord(const QString &category, Language language)
{
    static const QHash<QString, Word> words{
        {u"adult"_s, Word::VisitorAdult},     {u"child"_s, Word::VisitorChild},     {u"free"_s, Word::VisitorFree},
        {u"senior"_s, Word::VisitorSenior},   {u"student"_s, Word::VisitorStudent}, {u"disabled"_s, Word::VisitorDisabled},
        {u"family"_s, Word::VisitorFamily},   {u"group"_s, Word::VisitorGroup},     {u"school"_s, Word::VisitorSchool},
        {u"teacher"_s, Word::VisitorTeacher},
    };
    const auto known = words.constFind(category);
    return known == words.cend() ? category : word(*known, language);
}

QString originWord(const QString &origin, Language language)
{
    static const QHash<QString, Word> countries{
        {u"BE"_s, Word::CountryBelgium}, {u"NL"_s, Word::CountryNetherlands}, {u"FR"_s, Word::CountryFrance},
        {u"DE"_s, Word::CountryGermany}, {u"LU"_s, Word::CountryLuxembourg},  {u"GB"_s, Word::CountryBritain},
    };
    if (origin.isEmpty())
        return word(Word::NotAsked, language);
    const auto known = countries.constFind(origin.left(2));
    return known == countries.cend() ? origin : word(*known, language) + origin.mid(2);
}

} // namespace guichet
