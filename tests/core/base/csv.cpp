// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

using Rows = std::vector<QStringList>;

/// What a spreadsheet of the program reads back, formulas free again.
Rows writtenAndRead(const Rows &rows)
{
    auto read = parseCsv(writeCsv(rows));
    REQUIRE(read);
    for (QStringList &row : *read)
        for (QString &cell : row)
            cell = withoutFormulaGuard(cell);
    return *read;
}

} // namespace

TEST_CASE("rows come back as they were written")
{
    const Rows rows = GENERATE(values<Rows>({
        {{u"key"_s, u"name"_s}, {u"a"_s, u"l'été"_s}},
        {{u"one, two"_s}, {u"1,50"_s}},              // more commas than semicolons in the first line
        {{u",,"_s, u"b"_s}, {u"x"_s, u",\"\""_s}},   // what was read with commas left a quote open
        {{u"two\nlines; and \"quotes\""_s, u","_s}}, // the first line is longer than it looks
        {{u"=1+1"_s, u"'=1+1"_s, u"-5"_s, u"-5,5"_s, u"@x"_s}},
    }));
    CHECK(writtenAndRead(rows) == rows);
}

TEST_CASE("a file of another program is read by the separator of its first line")
{
    CHECK(parseCsv("a;b\r\n1,5;2\r\n").value() == Rows{{u"a"_s, u"b"_s}, {u"1,5"_s, u"2"_s}});
    CHECK(parseCsv("a,b\n\"1;5\",2\n").value() == Rows{{u"a"_s, u"b"_s}, {u"1;5"_s, u"2"_s}});
    CHECK(parseCsv("\"a;b;c\",d\n1,2\n").value() == Rows{{u"a;b;c"_s, u"d"_s}, {u"1"_s, u"2"_s}});
}

TEST_CASE("a file that ends within quotes is refused")
{
    CHECK(parseCsv("a;\"b").error().code == ErrorCode::InvalidInput);
}
