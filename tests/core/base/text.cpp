// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("searching ignores case, accents, ligatures and punctuation")
{
    REQUIRE(normalised(u"Œuf à 2 €"_s) == u"oeuf a 2"_s);
    REQUIRE(normalised(u"  L’Été, à la FERME!  "_s) == u"l ete a la ferme"_s);
    REQUIRE(normalised(u"Straße Ærø Łódź ﬁn"_s) == u"strasse aero lodz fin"_s);
    REQUIRE(normalised(u"E\u0301te\u0301"_s) == normalised(u"\u00c9t\u00e9"_s));
    REQUIRE(normalised(u"\t\n--€"_s).isEmpty());
}

TEST_CASE("the words of a text come once each, in order")
{
    REQUIRE(searchWords(u"Carte postale — carte POSTALE n° 3"_s) == QStringList{u"carte"_s, u"postale"_s, u"n"_s, u"3"_s});
    REQUIRE(searchWords(u" !? "_s).isEmpty());
}

TEST_CASE("codes are compared without case, accents, spaces and punctuation")
{
    REQUIRE(normalisedCode(u" Été-10 "_s) == u"ETE10"_s);
    REQUIRE(normalisedCode(u"ete 10"_s) == u"ETE10"_s);
    REQUIRE(normalisedCode(u"--"_s).isEmpty());
}

TEST_CASE("normalising twice changes nothing")
{
    property("normalised is idempotent", [](const std::string &utf8) {
        const QString once = normalised(QString::fromStdString(utf8));
        RC_ASSERT(normalised(once) == once);
        RC_ASSERT(normalisedCode(normalisedCode(once)) == normalisedCode(once));
    });
}

TEST_CASE("U+0000 and lone surrogates are forbidden, everything else passes the border")
{
    REQUIRE_FALSE(hasForbiddenCharacters(u""_s));
    REQUIRE_FALSE(hasForbiddenCharacters(u"Zoë 😀 \u202e \u001b"_s));
    REQUIRE(hasForbiddenCharacters(QString{u'a'} + QChar{0} + u'b'));
    REQUIRE(hasForbiddenCharacters(QString{QChar{0xD83D}}));
    REQUIRE(hasForbiddenCharacters(QString{QChar{0xDE00}} + QChar{0xD83D}));
}

TEST_CASE("a name cannot command a printer nor turn the line around")
{
    REQUIRE(printable(u"Jean\u001b@\u0007 Zoë"_s) == u"Jean@ Zoë"_s);
    REQUIRE(printable(u"a\r\nb\nc\td\u2028e"_s) == u"a b c d e"_s);
    REQUIRE(printable(u"\u202eabc\u2066\u200b\u0085"_s) == u"abc "_s);
    REQUIRE(printable(u"Œuvre 😀 1\u202f234,50\u00a0€"_s) == u"Œuvre 😀 1\u202f234,50\u00a0€"_s);
}

TEST_CASE("a localized text answers in the language asked for, else in French, else in any")
{
    LocalizedText text{u"Grotte"_s};
    REQUIRE(text.in(Language::Dutch) == u"Grotte"_s);
    text.set(Language::Dutch, u"Grot"_s);
    REQUIRE(text.in(Language::Dutch) == u"Grot"_s);
    REQUIRE(text.french() == u"Grotte"_s);
    text.set(Language::French, {});
    REQUIRE(text.french() == u"Grot"_s);
    text.set(Language::Dutch, {});
    REQUIRE(text.isEmpty());
    REQUIRE(text.french().isEmpty());
}

TEST_CASE("a localized text survives JSON; what is no text in it is left out")
{
    LocalizedText text{u"Grotte"_s};
    text.set(Language::German, u"Höhle"_s);
    REQUIRE(LocalizedText::fromJson(text.toJson()) == text);
    REQUIRE(LocalizedText::fromJson({{u"fr"_s, 3}, {u"nl"_s, u""_s}}).isEmpty());
}

TEST_CASE("languages have codes; an unknown one is French")
{
    for (const Language language : {Language::French, Language::Dutch, Language::English, Language::German})
        REQUIRE(languageFromCode(languageCode(language)) == language);
    REQUIRE(languageFromCode(u"xx"_s) == Language::French);
}
