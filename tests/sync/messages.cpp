// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Messages.h"
#include "core/base/Clock.h"
#include "sync/protocol/Deflate.h"
#include "tests/support/Catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <rapidcheck.h>

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("what is deflated comes back, whatever it is")
{
    CHECK(rc::check([](const std::vector<char> &bytes) {
        const QByteArray plain{bytes.data(), static_cast<qsizetype>(bytes.size())};
        const Result<QByteArray> back = inflated(deflated(plain), plain.size());
        RC_ASSERT(back && *back == plain);
    }));
}

TEST_CASE("a small body that would fill the memory is refused, and so is what is no stream")
{
    const QByteArray bomb = deflated(QByteArray{64 * 1024 * 1024, 'x'});
    REQUIRE(bomb.size() < 100'000);
    CHECK_FALSE(inflated(bomb, protocol::largestBody));
    CHECK_FALSE(inflated("this is not deflate", 1000));
    CHECK_FALSE(inflated({}, 1000));
    CHECK_FALSE(inflated(bomb.first(bomb.size() / 2), 128 * 1024 * 1024)); // cut mid-body
    CHECK_FALSE(inflated(deflated("a") + "more", 1000));
}

TEST_CASE("messages say the same after the line as before")
{
    ChainIdentity chain;
    chain.till = u"01a218e9-96c7-7d7c-9be2-a9fc4aaf85cd"_s;
    chain.key = KeyPair::generate().publicKey();
    chain.own = false;
    const StoredBytes fact{.body = R"({"a":"é"})", .content = "{}", .hash = sha256(R"({"a":"é"})"), .signature = QByteArray{64, 's'}};
    const ChangesPage page{.cursor = 7, .more = true, .chains = {chain}, .facts = {fact}};
    const Result<ChangesPage> back = changesPageFromJson(toJson(page));
    REQUIRE(back);
    CHECK(back->cursor == 7);
    CHECK(back->more);
    CHECK(back->chains == page.chains);
    REQUIRE(back->facts.size() == 1);
    CHECK(back->facts.front().body == fact.body);
    CHECK(back->facts.front().hash == fact.hash);
    const CentreAnchor anchor{.incarnation = 2, .number = 9, .hash = sha256("x"), .signature = QByteArray{64, 'a'}};
    CHECK(centreAnchorFromJson(toJson(anchor)).value_or(CentreAnchor{}) == anchor);
}

TEST_CASE("what nobody of ours would say is refused at the border")
{
    CHECK_FALSE(changesPageFromJson({{u"cursor"_s, -1}}));
    CHECK_FALSE(changesPageFromJson({{u"cursor"_s, 1}, {u"extra"_s, 1}}));
    CHECK_FALSE(factPushFromJson({{u"facts"_s, QJsonArray{}}}));
    CHECK_FALSE(factPushFromJson(
        {{u"facts"_s, QJsonArray{QJsonObject{{u"body"_s, u"{}"_s}, {u"content"_s, u"{}"_s}, {u"signature"_s, u"zz"_s}}}}}));
    CHECK_FALSE(enrolRequestFromJson({{u"code"_s, u"A"_s}, {u"chains"_s, QJsonArray{}}, {u"proof"_s, QString{128, u'0'}}}));
    const KeyPair key = KeyPair::generate();
    const ChainIdentity chain{.till = u"t"_s, .key = key.publicKey(), .own = false};
    QJsonObject enrolment = toJson(EnrolRequest{.code = u"A"_s, .chains = {chain}, .proof = key.sign(enrolMessage(u"A"_s, chain))});
    CHECK(enrolRequestFromJson(enrolment));
    enrolment.remove(u"proof"_s);
    CHECK_FALSE(enrolRequestFromJson(enrolment));
    CHECK_FALSE(
        enrolAnswerFromJson({{u"token"_s, u"t"_s}, {u"account"_s, u"a"_s}, {u"tillCode"_s, u"!!"_s}, {u"centre"_s, QString{64, u'0'}}}));
}

TEST_CASE("a fact takes no more of a page than is reckoned, and one that would fit none is refused")
{
    const auto pushOf = [](const QByteArray &content) {
        return FactPush{.facts = {{.body = "{}", .content = content, .hash = {}, .signature = QByteArray{64, 'a'}}}};
    };
    const auto written = [](const FactPush &push) { return QJsonDocument{toJson(push)}.toJson(QJsonDocument::Compact).size(); };
    const qsizetype around = written({});
    for (const QByteArray &content : {QByteArray{1000, 'x'}, QByteArray{1000, '"'}, QByteArray{1000, '\\'}, QByteArray{1000, '\n'},
                                      QByteArray{1000, '\x01'}, QByteArray{"é€😀"}.repeated(300)}) {
        const FactPush push = pushOf(content);
        CHECK(written(push) - around <= writtenSize(push.facts.front()));
        CHECK(factPushFromJson(toJson(push)));
    }
    CHECK(factPushFromJson(toJson(pushOf(QByteArray{3 * 1024 * 1024, '"'}))));
    CHECK_FALSE(factPushFromJson(toJson(pushOf(QByteArray{4 * 1024 * 1024, '"'}))));
    CHECK(protocol::largestFact + 1024 * 1024 <= protocol::largestBody);
}

TEST_CASE("by whom users rise is told when a till enrols")
{
    EnrolAnswer answer{
        .token = "00", .account = u"roches"_s, .tillCode = u"02"_s, .tillName = {}, .centre = KeyPair::generate().publicKey()};
    for (const UserManagement users : {UserManagement::Local, UserManagement::Central}) {
        answer.users = users;
        const Result<EnrolAnswer> back = enrolAnswerFromJson(toJson(answer));
        REQUIRE(back);
        CHECK(back->users == users);
    }
    answer.users = UserManagement::Local;
    CHECK_FALSE(toJson(answer).contains(u"centralUsers"_s)); // an earlier till knows no such field
}

TEST_CASE("a change that this version cannot read does not hold up the page; what is no change at all refuses it")
{
    const SharedChange good{.kind = DocumentKind::Formula,
                            .key = u"grotte"_s,
                            .stamp = {12, u"till"_s},
                            .fields = {{u"order"_s, {.value = 3, .over = {}}}},
                            .erased = false,
                            .user = {},
                            .at = fromRfc3339(u"2026-11-23T10:00:00.000+01:00"_s)};
    QJsonObject ofLaterVersion = toJson(good);
    ofLaterVersion[u"kind"_s] = u"season_pass"_s;
    QJsonObject page{{u"cursor"_s, 7}, {u"documentCursor"_s, 9}, {u"documents"_s, QJsonArray{ofLaterVersion, toJson(good)}}};
    const Result<ChangesPage> read = changesPageFromJson(page);
    REQUIRE(read);
    CHECK(read->documents == std::vector{good});
    CHECK(read->unread == 1);
    CHECK(read->documentCursor == 9);
    page[u"documents"_s] = QJsonArray{toJson(good), 12};
    CHECK_FALSE(changesPageFromJson(page));
    page[u"documents"_s] = u"none"_s;
    CHECK_FALSE(changesPageFromJson(page));
}

TEST_CASE("the centre's answer to changes says the same after the line as before, and puts no clock ahead")
{
    const DocumentReceipt receipt{.taken = 3,
                                  .clamped = {{.kind = DocumentKind::Formula, .key = u"grotte"_s, .hlc = 1LL << 59, .to = 1LL << 58}}};
    const Result<DocumentReceipt> back = documentReceiptFromJson(toJson(receipt));
    REQUIRE(back);
    CHECK(back->taken == 3);
    CHECK(back->clamped == receipt.clamped);
    DocumentReceipt ahead = receipt;
    ahead.clamped.front().to = (1LL << 59) + 1;
    CHECK_FALSE(documentReceiptFromJson(toJson(ahead)));
}

TEST_CASE("rows of a snapshot are read as they were written, and what is cut or made up is refused")
{
    const SnapshotRows rows{.table = u"fact"_s,
                            .columns = {u"arrival"_s, u"till"_s, u"body"_s, u"note"_s},
                            .rows = {{qint64{1}, u"caf\u00e9"_s, QByteArray{"{\"a\":1}"}, QVariant{}},
                                     {std::numeric_limits<qint64>::min(), u""_s, QByteArray{"\x00\xff", 2}, qint64{-7}}}};
    const QByteArray bytes = toBytes(rows);
    const SnapshotRows read = *snapshotRowsFromBytes(bytes);
    CHECK(read.table == rows.table);
    CHECK(read.columns == rows.columns);
    CHECK(read.rows == rows.rows);
    const QByteArray plain = *inflated(bytes, 1 << 20);
    for (qsizetype length = 0; length < plain.size(); ++length) {
        const auto cut = snapshotRowsFromBytes(deflated(plain.first(length)));
        if (cut) // between two rows, or before the first
            CHECK(cut->rows.size() < rows.rows.size());
    }
    QByteArray forged = plain;
    for (qsizetype at = 0; at < plain.size(); ++at) {
        forged[at] = static_cast<char>(forged[at] ^ 0x7f);
        std::ignore = snapshotRowsFromBytes(deflated(forged)); // never past its end
        forged[at] = plain[at];
    }
    CHECK_FALSE(snapshotRowsFromBytes("no stream"));
}

TEST_CASE("a page of a snapshot has so many rows and no more: a few bytes of nothing would fill the memory of a till")
{
    SnapshotRows rows{.table = u"fact"_s, .columns = {u"note"_s}, .rows = {}};
    rows.rows.resize(static_cast<size_t>(protocol::mostRows), QVariantList{QVariant{}});
    CHECK(snapshotRowsFromBytes(toBytes(rows)));
    rows.rows.push_back(QVariantList{QVariant{}});
    CHECK_FALSE(snapshotRowsFromBytes(toBytes(rows)));
    QJsonObject page = toJson(SnapshotPage{.id = u"a1"_s, .page = 3, .more = true, .schema = 12, .rows = "rows"});
    CHECK(snapshotPageFromJson(page));
    page[u"rows"_s] = u"A"_s; // base64 of nothing
    CHECK_FALSE(snapshotPageFromJson(page));
}

TEST_CASE("a page of a snapshot and what stays at home survive the way")
{
    const SnapshotPage page{.id = u"a1"_s, .page = 3, .more = false, .schema = 12, .rows = "rows", .signature = QByteArray{64, 'x'}};
    const SnapshotPage read = *snapshotPageFromJson(toJson(page));
    CHECK(read.id == page.id);
    CHECK(read.rows == page.rows);
    CHECK(read.signature == page.signature);
    QJsonObject unsignedPage = toJson(page);
    unsignedPage.remove(u"signature"_s);
    CHECK_FALSE(snapshotPageFromJson(unsignedPage));
    const HomePush push{
        .tillKey = u"accueil"_s,
        .documents = {{.kind = DocumentKind::User, .key = u"u1"_s, .revision = 7, .archived = true, .body = {{u"key"_s, u"u1"_s}}}},
        .erased = {{DocumentKind::Note, u"n1"_s}}};
    const HomePush home = *homePushFromJson(toJson(push));
    CHECK(home.tillKey == push.tillKey);
    CHECK(home.documents == push.documents);
    CHECK(home.erased == push.erased);
    const HomePush shared{.tillKey = u"accueil"_s, .documents = {}, .erased = {{DocumentKind::Customer, u"c1"_s}}};
    CHECK_FALSE(homePushFromJson(toJson(shared)));
}

TEST_CASE("the time of an answer is read as it is written, also in an hour that our clocks leap over; anything else is none")
{
    CHECK(protocol::dateOf(fromRfc3339(u"2026-11-23T10:00:00.900+01:00"_s)) == "Mon, 23 Nov 2026 09:00:00 GMT");
    for (const QString &instant : {u"2026-11-23T10:00:00.000+01:00"_s, u"2026-03-29T02:30:00.000+00:00"_s}) {
        const QDateTime at = fromRfc3339(instant);
        REQUIRE(at.isValid());
        CHECK(protocol::timeOfDate(protocol::dateOf(at)) == at);
    }
    for (const QByteArray &other : {QByteArray{}, QByteArray{"now"}, QByteArray{"Mon, 23 Nov 2026 09:00:00 CET"},
                                    QByteArray{"Mon, 23 Nov 2026 GMT"}, QByteArray{"Mon, 23 Nov 2026 25:00:00 GMT"}})
        CHECK_FALSE(protocol::timeOfDate(other).isValid());
}
