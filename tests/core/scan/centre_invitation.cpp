// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/CentreInvitation.h"
#include "core/scan/ScanCode.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("address and code of a centre are one text, and come back from it")
{
    for (const QString &address : {u"https://centre.example"_s, u"https://centre.example:8443/guichet/"_s, u"http://127.0.0.1:8765"_s}) {
        const CentreInvitation invitation{.url = centralUrl(address).value(), .code = u"ABCDE12345"_s};
        const QString text = invitationText(invitation).value();
        CHECK(text == u"guichet-enrol:%1#ABCDE12345"_s.arg(address));
        CHECK(looksLikeInvitation(text));
        CHECK(readInvitation(text).value() == invitation);
        CHECK(readInvitation(u"  %1\r\n"_s.arg(text)).value() == invitation); // as scanners end
        CHECK(readInvitation(u"]Q1"_s + text).value() == invitation);         // as some say what they have read
    }
    CHECK(readInvitation(u"GUICHET-ENROL:HTTPS://centre.example#abcde12345"_s).value().code == u"ABCDE12345");
}

TEST_CASE("what is no invitation of a centre is refused, whatever it pretends")
{
    for (const QString &text :
         {u""_s, u"guichet-enrol:"_s, u"guichet-enrol:#ABCDE12345"_s, u"https://centre.example#ABCDE12345"_s,
          u"guichet-enrol:https://centre.example"_s, u"guichet-enrol:https://centre.example#"_s,
          u"guichet-enrol:https://centre.example#ABCDE1234"_s, u"guichet-enrol:https://centre.example#ABCDE123456"_s,
          u"guichet-enrol:https://centre.example#ABCDEU2345"_s, u"guichet-enrol:http://centre.example#ABCDE12345"_s,
          u"guichet-enrol:ftp://centre.example#ABCDE12345"_s, u"guichet-enrol:file:///etc/passwd#ABCDE12345"_s,
          u"guichet-enrol:javascript:alert(1)#ABCDE12345"_s, u"guichet-enrol:https://centre.example@evil.example#ABCDE12345"_s,
          u"guichet-enrol:https://centre.example?token=1#ABCDE12345"_s, u"guichet-enrol:https://centre.example#x#ABCDE12345"_s,
          u"guichet-enrol:https:// centre.example#ABCDE12345"_s, u"guichet-enrol:http://127.0.0.1.evil.example#ABCDE12345"_s,
          u"guichet-enrol:https://%1#ABCDE12345"_s.arg(QString(longestScan, u'a'))}) {
        CAPTURE(text);
        const auto read = readInvitation(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::InvalidInput);
    }
}

TEST_CASE("plain http is for a centre on this machine alone")
{
    for (const QString &address : {u"http://localhost:1"_s, u"http://127.0.0.1"_s, u"http://[::1]:8765"_s})
        CHECK(centralUrl(address));
    for (const QString &address : {u"http://localhost.example"_s, u"http://127.example"_s, u"http://[::2]"_s, u"localhost"_s, u""_s})
        CHECK_FALSE(centralUrl(address));
}

TEST_CASE("an address that no scanner would read whole makes no invitation")
{
    const QUrl longest = centralUrl(u"https://centre.example/"_s + QString(longestScan, u'a')).value();
    CHECK(invitationText({.url = longest, .code = u"ABCDE12345"_s}).error().code == ErrorCode::InvalidInput);
}
