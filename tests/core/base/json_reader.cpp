// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "tests/support/Catch.h"

#include <QJsonDocument>
#include <functional>
#include <limits>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QJsonObject parse(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    REQUIRE(document.isObject());
    return document.object();
}

/// The field named by the refusal of what `read` asks of `json`; "" when it is accepted.
QString refusedField(const QByteArray &json, const std::function<void(JsonReader &)> &read)
{
    JsonReader reader{parse(json)};
    read(reader);
    const Result<> done = reader.finish();
    REQUIRE(reader.ok() == (done.has_value() || done.error().detail.endsWith(u"unknown field"_s)));
    if (done)
        return {};
    REQUIRE(done.error().code == ErrorCode::InvalidInput);
    return done.error().values.value(0);
}

void readQuantity(JsonReader &reader)
{
    reader.requiredInteger(u"n"_s, 1, 99);
}

} // namespace

TEST_CASE("fields of the asked types are read, absent or null ones fall back")
{
    JsonReader reader{parse(
        R"({"title":"Grotte","n":12,"free":true,"on":"2026-11-23","at":"09:30","tags":["a","b"],"in":{"x":1},"list":[1],"none":null})")};
    REQUIRE(reader.requiredString(u"title"_s) == u"Grotte"_s);
    REQUIRE(reader.requiredInteger(u"n"_s, 1, 99) == 12);
    REQUIRE(reader.boolean(u"free"_s, false));
    REQUIRE(reader.date(u"on"_s) == QDate(2026, 11, 23));
    REQUIRE(reader.time(u"at"_s) == QTime(9, 30));
    REQUIRE(reader.strings(u"tags"_s) == QStringList{u"a"_s, u"b"_s});
    REQUIRE(reader.object(u"in"_s)[u"x"_s].toInt() == 1);
    REQUIRE(reader.array(u"list"_s).size() == 1);
    REQUIRE(reader.string(u"none"_s, u"default"_s) == u"default"_s);
    REQUIRE(reader.string(u"absent"_s, u"default"_s) == u"default"_s);
    REQUIRE(reader.integer(u"absent"_s, 7, 0, 10) == 7);
    REQUIRE_FALSE(reader.optionalInteger(u"absent"_s, 0, 10));
    REQUIRE(reader.boolean(u"absent"_s, true));
    REQUIRE(reader.date(u"absent"_s).isNull());
    REQUIRE(reader.time(u"absent"_s).isNull());
    REQUIRE(reader.strings(u"absent"_s).isEmpty());
    REQUIRE(reader.has(u"n"_s));
    REQUIRE_FALSE(reader.has(u"none"_s));
    REQUIRE_FALSE(reader.has(u"absent"_s));
    REQUIRE(reader.ok());
    REQUIRE(reader.finish());
}

TEST_CASE("a number must be whole and within its range")
{
    for (const char *json : {R"({"n":1})", R"({"n":99})", R"({"n":12.0})", R"({"n":1e1})"})
        REQUIRE(refusedField(json, readQuantity).isEmpty());
    for (const char *json :
         {R"({"n":0})", R"({"n":100})", R"({"n":-1})", R"({"n":12.5})", R"({"n":"12"})", R"({"n":1e300})", R"({"n":true})", R"({"n":[1]})",
          R"({"n":null})", R"({"n":9223372036854775807})", R"({"n":99999999999999999999})", R"({})"})
        REQUIRE(refusedField(json, readQuantity) == u"n"_s);
}

TEST_CASE("no number beyond 2^53-1 passes, however wide the range")
{
    const auto read = [](JsonReader &reader) {
        reader.requiredInteger(u"n"_s, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
    };
    REQUIRE(refusedField(R"({"n":9007199254740991})", read).isEmpty());
    REQUIRE(refusedField(R"({"n":9007199254740992})", read) == u"n"_s);
    REQUIRE(refusedField(R"({"n":-9007199254740992})", read) == u"n"_s);
}

TEST_CASE("a text must be a text, not too long, without U+0000 and lone surrogates")
{
    const auto read = [](JsonReader &reader) { reader.requiredString(u"t"_s, 5); };
    REQUIRE(refusedField(R"({"t":"Émile"})", read).isEmpty());
    for (const char *json :
         {R"({"t":"abcdef"})", R"({"t":""})", R"({"t":5})", R"({"t":null})", R"({"t":"a\u0000"})", R"({"t":"\ud83d"})", R"({"t":{}})"})
        REQUIRE(refusedField(json, read) == u"t"_s);
}

TEST_CASE("dates and times have one shape only")
{
    const auto readDate = [](JsonReader &reader) { reader.date(u"d"_s); };
    REQUIRE(refusedField(R"({"d":"2028-02-29"})", readDate).isEmpty());
    for (const char *json : {R"({"d":"2026-02-29"})", R"({"d":"2026-2-9"})", R"({"d":"23/11/2026"})", R"({"d":""})", R"({"d":20261123})",
                             R"({"d":"2026-11-23T00:00"})", R"({"d":" 2026-11-23"})", R"({"d":"-026-11-23"})"})
        REQUIRE(refusedField(json, readDate) == u"d"_s);
    const auto readTime = [](JsonReader &reader) { reader.time(u"t"_s); };
    REQUIRE(refusedField(R"({"t":"00:00"})", readTime).isEmpty());
    for (const char *json :
         {R"({"t":"24:00"})", R"({"t":"9:30"})", R"({"t":"09:30:00"})", R"({"t":"09h30"})", R"({"t":930})", R"({"t":""})"})
        REQUIRE(refusedField(json, readTime) == u"t"_s);
}

TEST_CASE("objects, lists and booleans are not made from anything else")
{
    REQUIRE(refusedField(R"({"f":[]})", [](JsonReader &reader) { reader.object(u"f"_s); }) == u"f"_s);
    REQUIRE(refusedField(R"({"f":{}})", [](JsonReader &reader) { reader.array(u"f"_s); }) == u"f"_s);
    REQUIRE(refusedField(R"({"f":["a",1]})", [](JsonReader &reader) { reader.strings(u"f"_s); }) == u"f"_s);
    REQUIRE(refusedField(R"({"f":["\u0000"]})", [](JsonReader &reader) { reader.strings(u"f"_s); }) == u"f"_s);
    for (const char *json : {R"({"f":1})", R"({"f":"true"})", R"({"f":[]})"})
        REQUIRE(refusedField(json, [](JsonReader &reader) { reader.boolean(u"f"_s, false); }) == u"f"_s);
}

TEST_CASE("a field that nobody asked for is refused, by name")
{
    REQUIRE(refusedField(R"({"n":1,"m":2})", readQuantity) == u"m"_s);
    JsonReader nested{parse(R"({"x":1,"y":null})"), u"units[0]"_s};
    nested.integer(u"x"_s, 0, 0, 9);
    REQUIRE(nested.finish().error().values.first() == u"units[0].y");
}

TEST_CASE("the first refusal is kept, with the path of its field; later reads are harmless, and the detail names what they refuse, once")
{
    JsonReader reader{parse(R"({"a":"x","b":"y"})"), u"lines[2]"_s};
    REQUIRE(reader.integer(u"a"_s, 3, 0, 9) == 3);
    reader.refuse(u"b"_s, u"too late"_s);
    REQUIRE(reader.string(u"b"_s) == u"y"_s);
    REQUIRE_FALSE(reader.ok());
    reader.refuse(u"b"_s, u"too early"_s);
    REQUIRE(reader.finish().error().values == QStringList{u"lines[2].a"_s, u"not a whole number"_s});
    REQUIRE(reader.finish().error().detail == u"lines[2].a: not a whole number; lines[2].b: too late"_s);
}
