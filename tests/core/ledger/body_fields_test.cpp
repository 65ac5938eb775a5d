// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/BodyFields.h"
#include "tests/support/Catch.h"

using namespace guichet;

TEST_CASE("the fields of a chain are those of the body itself, not of what it holds")
{
    const QByteArray body{R"({"a":"\"prev\":\"x\"","incarnation":2,"pay":[{"prev":"inner","seq":9},{}],"payload_sha256":"cc","prev":"pp",)"
                          R"("ref":{"seq":7,"till":"other"},"seq":12,"till":"t1","z":"}\\"})"};
    const auto fields = readBodyFields(body);
    REQUIRE(fields);
    CHECK(fields->till == "t1");
    CHECK(fields->incarnation == "2");
    CHECK(fields->number == "12");
    CHECK(fields->contentHash == "cc");
    CHECK(fields->previousHash == "pp");
}

TEST_CASE("whatever is cut or changed in a body, its fields are read or refused, never beyond its end")
{
    const QByteArray body{R"({"incarnation":1,"pay":[{"method":"ca\\sh"}],"payload_sha256":"cc","prev":"pp","seq":12,"till":"t1"})"};
    REQUIRE(readBodyFields(body));
    for (qsizetype length = 0; length < body.size(); ++length)
        CHECK_FALSE(readBodyFields(body.left(length)));
    for (qsizetype at = 0; at < body.size(); ++at)
        for (const char c : {'"', '{', '}', '[', ']', '\\', ',', ':', '\0'}) {
            QByteArray changed = body;
            changed[at] = c;
            readBodyFields(changed); // sanitizers watch
        }
    CHECK_FALSE(readBodyFields(body + " "));
    CHECK_FALSE(readBodyFields("[]"));
}
