// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/InStoreCode.h"
#include "core/labels/LabelFormat.h"
#include "core/scan/ScanCode.h"
#include "tests/support/Catch.h"

#include <set>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

TEST_CASE("in-store codes are EAN-13 that no other till makes, and that read as articles")
{
    std::set<QString> codes;
    for (const int till : {0, 1, 42, 999})
        for (const qint64 counter : {qint64{1}, qint64{2}, qint64{1000}, mostInStoreCodes}) {
            const auto code = inStoreCode(u"29"_s, till, counter);
            REQUIRE(code);
            CHECK(isValidEan(*code));
            CHECK(parseScanCode(*code, TillSettings{}.embeddedCodes)->kind == ScanCode::Kind::Article);
            codes.insert(*code);
        }
    CHECK(codes.size() == 16);
    CHECK(inStoreCode(u"29"_s, 1000, 1).error().code == ErrorCode::InvalidInput);
    CHECK(inStoreCode(u"29"_s, 1, 0).error().code == ErrorCode::InvalidInput);
    CHECK(inStoreCode(u"29"_s, 1, mostInStoreCodes + 1).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("the prefix is none that a scale uses")
{
    CHECK(inStorePrefix({}) == u"29"_s);
    CHECK(inStorePrefix({EmbeddedCodeLayout{.prefix = u"29"_s}, EmbeddedCodeLayout{.prefix = u"281"_s}}) == u"27"_s);
    CHECK(inStorePrefix({EmbeddedCodeLayout{.prefix = u"2"_s}}).error().code == ErrorCode::NotFound);
}

TEST_CASE("a label has the first EAN-13 of the product, or none")
{
    Product product;
    CHECK(labelBarcode(product).isEmpty());
    product.barcodes = {u"ABC-1"_s, u"036000291452"_s, u"5410000000019"_s};
    CHECK(labelBarcode(product) == u"0036000291452"_s);
}

TEST_CASE("every sheet lies within A4 and its labels do not touch another")
{
    for (const LabelFormat &format : sheetFormats()) {
        INFO(format.key.toStdString());
        CHECK(format.stepX >= format.width);
        CHECK(format.stepY >= format.height);
        const LabelPlace last = placeOf(format, format.count() - 1, 0);
        CHECK(last.page == 0);
        CHECK(last.x + format.width <= a4Width);
        CHECK(last.y + format.height <= a4Height);
    }
}

TEST_CASE("the first sheet may be begun, the next is whole")
{
    const LabelFormat &format = sheetFormats().front();
    CHECK(placeOf(format, 0, 4) == LabelPlace{.page = 0, .x = format.left + format.stepX, .y = format.top + format.stepY});
    CHECK(placeOf(format, 20, 4) == LabelPlace{.page = 1, .x = format.left, .y = format.top});
}

} // namespace
} // namespace guichet
