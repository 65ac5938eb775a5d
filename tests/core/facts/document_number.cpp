// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/DocumentNumberText.h"

#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("a document is found by its number as printed, and as people type it")
{
    const DocumentNumber second{u"R2-"_s, 15};
    CHECK(documentNumberFromText(u"R15"_s) == DocumentNumber{u"R"_s, 15});
    CHECK(documentNumberFromText(u" r-15 "_s) == DocumentNumber{u"R"_s, 15});
    CHECK(documentNumberFromText(u"R2-15"_s) == second);
    CHECK(documentNumberFromText(u"Z7"_s) == DocumentNumber{u"Z"_s, 7});
    CHECK(documentNumberText(second) == u"R2-15"_s);
    CHECK(documentNumberText({}).isEmpty());
}

TEST_CASE("a dossier number and rubbish name no document")
{
    for (const QString &text : {QString{}, u"R"_s, u"15"_s, u"P2611230101"_s, u"P26"_s, u"F2611230101"_s, u"RR5"_s, u"R5x"_s, u"R5 R6"_s,
                                u"É5"_s, u"R9999999999999999"_s})
        CHECK_FALSE(documentNumberFromText(text));
}

TEST_CASE("any document number comes back from its text")
{
    property("documentNumberFromText(documentNumberText(n)) == n", [] {
        const qint64 incarnation = *rc::gen::inRange<qint64>(1, 1000);
        const QString letter = *rc::gen::element(u"F"_s, u"Q"_s, u"R"_s, u"Z"_s);
        const QString series = incarnation == 1 ? letter : u"%1%2-"_s.arg(letter).arg(incarnation);
        const DocumentNumber number{series, *rc::gen::inRange<qint64>(1, 1'000'000'000)};
        RC_ASSERT(documentNumberFromText(documentNumberText(number)) == number);
    });
}
