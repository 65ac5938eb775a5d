// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "tests/support/Catch.h"

#include <QRegularExpression>
#include <QSet>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Result<int> half(int whole)
{
    if (whole % 2 != 0)
        return failure(ErrorCode::QuantityInvalid, u"%1 is odd"_s.arg(whole), {QString::number(whole)});
    return whole / 2;
}

Result<int> quarter(int whole)
{
    TRY(half(whole));
    TRY_LET(once, half(whole));
    TRY_LET(twice, half(once));
    return twice;
}

} // namespace

TEST_CASE("TRY goes on with a value and leaves with the error, detail and values included")
{
    REQUIRE(quarter(12) == 3);
    REQUIRE(quarter(6).error() == Error{ErrorCode::QuantityInvalid, u"3 is odd"_s, {u"3"_s}});
    REQUIRE(quarter(5).error().values == QStringList{u"5"_s});
}

TEST_CASE("every error code has a script name of its own, in snake case")
{
    const QRegularExpression snake{u"\\A[a-z]+(_[a-z]+)*\\z"_s};
    QSet<QString> names;
    int codes = 0;
#define GUICHET_ERROR(Name, name)                                                                                                          \
    names.insert(codeName(ErrorCode::Name));                                                                                               \
    REQUIRE(snake.match(codeName(ErrorCode::Name)).hasMatch());                                                                            \
    ++codes;
#include "core/base/ErrorCodes.def"
#undef GUICHET_ERROR
    REQUIRE(names.size() == codes);
    REQUIRE(codeName(ErrorCode::CartEmpty) == QLatin1String{"cart_empty"});
}
