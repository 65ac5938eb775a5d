// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/PaperLayout.h"
#include "core/receipt/PlainText.h"
#include "core/receipt/Words.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QString textOf(PaperItem item, int columns)
{
    Paper paper;
    paper.items = {std::move(item)};
    return plainText(paper, columns);
}

PaperRow rowOf(const QString &title, const QString &unit, const QString &amount)
{
    return {.cells = {{.text = u"2"_s, .width = 4},
                      {.text = title, .width = 23},
                      {.text = unit, .width = 9, .align = Align::Right},
                      {.text = amount, .width = 9, .align = Align::Right},
                      {.text = u"C"_s, .width = 3, .align = Align::Right}}};
}

} // namespace

TEST_CASE("text wraps at blanks, never at no-break spaces, and long words are cut")
{
    CHECK(wrapped(u"une grotte et un lac"_s, 10) == QStringList{u"une grotte"_s, u"et un lac"_s});
    CHECK(wrapped(u"total 1\u202F234,50\u202F€"_s, 12) == QStringList{u"total"_s, u"1 234,50 €"_s});
    CHECK(wrapped(u"anticonstitutionnellement"_s, 10) == QStringList{u"anticonsti"_s, u"tutionnell"_s, u"ement"_s});
    CHECK(wrapped({}, 10) == QStringList{QString{}});
}

TEST_CASE("a pair keeps its amount at the right; a long left part wraps beside it")
{
    CHECK(textOf(PaperPair{.left = u"Rendu"_s, .right = u"39,95"_s}, 20) == u"Rendu          39,95\n"_s);
    CHECK(textOf(PaperPair{.left = u"Guide illustré de la vallée"_s, .right = u"12,00"_s}, 20) ==
          u"Guide illustré 12,00\nde la vallée\n"_s);
    CHECK(textOf(PaperPair{.left = u"Communication"_s, .right = u"+++202/6000/04236+++"_s}, 20) ==
          u"Communication\n+++202/6000/04236+++\n"_s);
}

TEST_CASE("figures keep their right edge and push what is left of them")
{
    const QString text = textOf(rowOf(u"Groupe scolaire du mardi"_s, u"1 234,50"_s, u"123 456,50"_s), 32);
    CHECK(text == u"2 Groupe scolaire du mardi\n          1 234,50 123 456,50  C\n"_s);
    for (const QString &line : text.split(u'\n'))
        CHECK(line.size() <= 32);
}

TEST_CASE("a row whose figures leave no room puts its text above them")
{
    PaperRow row{.cells = {{.text = u"Visite guidée"_s, .width = 20},
                           {.text = u"123 456 789,00"_s, .width = 14, .align = Align::Right},
                           {.text = u"1 234,00"_s, .width = 14, .align = Align::Right}}};
    CHECK(textOf(row, 24) == u"Visite guidée\n 123 456 789,00 1 234,00\n"_s);
}

TEST_CASE("large text takes half the columns on a printer and all of them as plain text")
{
    Paper paper;
    paper.items = {PaperText{.text = u"Grotte des Trois Lanternes"_s, .size = TextSize::Large}};
    CHECK(layOut(paper, 32, LargeText::DoubleWide).size() == 2);
    CHECK(layOut(paper, 32, LargeText::SingleWide).size() == 1);
}

TEST_CASE("no line is wider than the paper, whatever the words and figures")
{
    const auto anyText = rc::gen::map(rc::gen::container<std::string>(rc::gen::elementOf(std::string{"abcdéi  ,.0123"})),
                                      [](const std::string &s) { return QString::fromLatin1(s); });
    property("lines fit", [&] {
        const int columns = *rc::gen::element(20, 32, 42, 48, 80);
        Paper paper;
        paper.items = {PaperPair{.left = *anyText, .right = (*anyText).left(20)}, rowOf(*anyText, (*anyText).left(8), (*anyText).left(8)),
                       PaperText{.text = *anyText}};
        for (const PrintLine &line : layOut(paper, columns, LargeText::SingleWide))
            RC_ASSERT(line.text.size() <= columns);
    });
}

TEST_CASE("control characters of a name never reach the paper")
{
    const QString hostile = u"Lou\x1B"
                            u"p0\x07\r\n\x1D"
                            u"V\u0000x"_s;
    const QString text = textOf(PaperPair{.left = hostile, .right = hostile}, 48);
    for (const QChar c : text)
        CHECK((c >= u' ' || c == u'\n'));
}

TEST_CASE("paper comes back from the spool as it went in, and unknown items are left out")
{
    const Paper paper = receiptPaper(samples::context(), samples::everyCodeSale());
    CHECK(paperFromJson(toJson(paper)) == paper);
    QJsonObject newer = toJson(paper);
    newer.insert(u"items"_s, QJsonArray{QJsonObject{{u"kind"_s, u"hologram"_s}}, QJsonObject{{u"kind"_s, u"cut"_s}}});
    CHECK(paperFromJson(newer).items == std::vector<PaperItem>{PaperCut{}});
}

TEST_CASE("every word exists in four languages and takes the same arguments in each")
{
    static const QRegularExpression argument{u"%[0-9]"_s};
    const auto count = static_cast<int>(Word::PrintedAt) + 1;
    for (int i = 0; i < count; ++i) {
        const auto what = static_cast<Word>(i);
        const QString french = word(what, Language::French);
        for (const Language language : {Language::French, Language::Dutch, Language::English, Language::German}) {
            CHECK_FALSE(word(what, language).isEmpty());
            CHECK(word(what, language).count(argument) == french.count(argument));
        }
    }
}

TEST_CASE("a quantity too long for its column moves its title, and does not break")
{
    PaperRow row = rowOf(u"Schoolgroep"_s, u"4,50"_s, u"562,50"_s);
    row.cells[0].text = u"125"_s;
    CHECK(textOf(row, 32) == u"125 Schoolgroep   4,50 562,50  C\n"_s);
}
