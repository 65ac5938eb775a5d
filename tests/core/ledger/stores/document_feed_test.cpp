// SPDX-License-Identifier: GPL-3.0-or-later
// What a ledger makes of the changes that come from others, in whatever order they come (decisions 24, docs/protocol/conflicts.md).
#include "core/facts/HybridClock.h"
#include "core/ledger/Columns.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/LostValues.h"
#include "tests/core/ledger/stores/StoresFixture.h"
#include "tests/support/Property.h"

#include <algorithm>

using namespace guichet;

namespace {

const QString summer = u"ete"_s;

QJsonObject promotion(const QJsonObject &reduction)
{
    QJsonObject body{{u"key"_s, summer}, {u"name"_s, u"Été"_s}};
    for (auto it = reduction.begin(); it != reduction.end(); ++it)
        body[it.key()] = it.value();
    return body;
}

bool isPromotion(const QJsonObject &body)
{
    return DocumentFeed::isReadable(DocumentKind::Promotion, summer, body);
}

/// The change by which somebody who sees `before` makes `after` of it.
SharedChange edit(const SharedDocument &before, const QJsonObject &after, const FieldStamp &stamp)
{
    return {.kind = DocumentKind::Promotion,
            .key = summer,
            .stamp = stamp,
            .fields = fieldChanges(DocumentKind::Promotion, before, after, before.archived),
            .erased = false,
            .user = u"boss"_s,
            .at = QDateTime::fromMSecsSinceEpoch(1'793'000'000'000LL)};
}

QJsonObject changed(QJsonObject body, int what, int value)
{
    switch (what) {
    case 0:
        body.remove(u"amount"_s);
        body[u"percent"_s] = value * 100;
        return body;
    case 1:
        body.remove(u"percent"_s);
        body[u"amount"_s] = value * 50;
        return body;
    case 2: body[u"weekOfMonth"_s] = value % 6; return body;
    case 3: body[u"weekOfMonth"_s] = 7; return body; // there is none: no till could say it
    default: body[u"later"_s] = value; return body;  // a field of a later version
    }
}

/// What tills say of a promotion. Each knows some of what was said before, and speaks after it.
std::vector<SharedChange> anyHistory()
{
    std::vector<SharedChange> history{edit({}, promotion({{u"percent"_s, 1000}}), {1000, u"t0"_s})};
    const int steps = *rc::gen::inRange(1, 8);
    for (int i = 1; i <= steps; ++i) {
        const int seen = *rc::gen::inRange(1, static_cast<int>(history.size()) + 1);
        const std::vector<SharedChange> known{history.begin(), history.begin() + seen};
        qint64 clock = *rc::gen::inRange(1, 5) * 1000;
        for (const SharedChange &earlier : known)
            clock = std::max(clock, earlier.stamp.hlc + 1);
        const SharedDocument before = foldChanges(known, isPromotion).document;
        const QJsonObject after = changed(before.body, *rc::gen::inRange(0, 5), *rc::gen::inRange(1, 20));
        const SharedChange change = edit(before, after, {clock, u"t%1"_s.arg(i)});
        if (!change.fields.isEmpty())
            history.push_back(change);
    }
    return history;
}

std::vector<SharedChange> inAnyOrder(std::vector<SharedChange> changes)
{
    for (int i = static_cast<int>(changes.size()) - 1; i > 0; --i)
        std::swap(changes[static_cast<std::size_t>(i)], changes[static_cast<std::size_t>(*rc::gen::inRange(0, i + 1))]);
    return changes;
}

struct FeedFixture : StoresFixture
{
    DocumentStore documents{*db};
    DocumentFeed feed{*db};
    LostValues lost{*db};

    DocumentChange now() { return {.user = u"boss"_s, .at = clock.now()}; }
    /// A till that has just come to the account, and holds nothing.
    void begin()
    {
        REQUIRE(documents.forget(DocumentKind::Promotion, summer));
        REQUIRE(inTransaction(*db, [&] { return feed.begin(u"here"_s, false, now()); }));
    }
    void take(const SharedChange &change)
    {
        REQUIRE(inTransaction(*db, [&] { return feed.take(change, clock.now()); }));
    }
    /// What stands after these changes, with who said what.
    QString after(const std::vector<SharedChange> &changes)
    {
        begin();
        for (const SharedChange &change : changes)
            take(change);
        const auto stamps = selectText(*db, "SELECT stamps FROM document_stamp WHERE key = 'ete'");
        REQUIRE(stamps);
        return jsonText(body()) + *stamps;
    }
    QJsonObject body() { return documents.get(DocumentKind::Promotion, summer)->value_or(Document{}).body; }
    std::vector<LostValue> lostNow() { return *lost.all(); }
};

} // namespace

TEST_CASE_METHOD(FeedFixture, "whatever is said of a promotion, in whatever order it comes, the same stands, and can be read")
{
    property("shared documents converge", [this] {
        const std::vector<SharedChange> history = anyHistory();
        const QString one = after(inAnyOrder(history));
        RC_ASSERT(isPromotion(body()));
        RC_ASSERT(after(inAnyOrder(history)) == one);
        RC_ASSERT(body() == foldChanges(history, isPromotion).document.body);
    });
}

TEST_CASE_METHOD(FeedFixture,
                 "five euros off at one till and twenty per cent at another: the later stands whole, the other can be said again whole")
{
    const SharedChange first = edit({}, promotion({{u"percent"_s, 1000}}), {1000, u"a"_s});
    const SharedDocument seen = foldChanges({first}, isPromotion).document;
    const SharedChange euros = edit(seen, promotion({{u"amount"_s, 500}}), {2000, u"a"_s});
    const SharedChange twenty = edit(seen, promotion({{u"percent"_s, 2000}}), {3000, u"b"_s});
    const QString one = after({first, euros, twenty});
    CHECK(body() == promotion({{u"percent"_s, 2000}}));
    CHECK(after({first, twenty, euros}) == one);
    const std::vector<LostValue> values = lostNow();
    REQUIRE_FALSE(values.empty());
    CHECK(values.front().lost.stamp == euros.stamp);
    REQUIRE(lost.restore(values.front(), now()));
    CHECK(body() == promotion({{u"amount"_s, 500}}));
    CHECK(lostNow().empty());
}

TEST_CASE_METHOD(FeedFixture, "what lost is let be, once, with what was said together with it; what stands is as before")
{
    const SharedChange first = edit({}, promotion({{u"percent"_s, 1000}}), {1000, u"a"_s});
    const SharedDocument seen = foldChanges({first}, isPromotion).document;
    after({first, edit(seen, promotion({{u"amount"_s, 500}}), {2000, u"a"_s}),
           edit(seen, promotion({{u"percent"_s, 2000}}), {3000, u"b"_s})});
    const std::vector<LostValue> values = lostNow();
    REQUIRE_FALSE(values.empty());
    REQUIRE(lost.dismiss(values.front()));
    CHECK(lostNow().empty());
    CHECK(body() == promotion({{u"percent"_s, 2000}}));
    CHECK(lost.dismiss(values.front()).error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(FeedFixture, "a bad change that comes between two good ones is passed over wherever it comes, and kept as lost")
{
    const SharedChange first = edit({}, promotion({{u"percent"_s, 1000}}), {1000, u"a"_s});
    SharedChange bad = edit({}, promotion({}), {2000, u"b"_s});
    bad.fields = {{u"name"_s, {.value = 12, .over = {}}}, {u"threshold"_s, {.value = 3, .over = {}}}};
    const SharedDocument seen = foldChanges({first}, isPromotion).document;
    const SharedChange named = edit(seen, changed(promotion({{u"percent"_s, 1000}}), 2, 3), {3000, u"c"_s});
    std::vector<SharedChange> changes{first, bad, named};
    const QString one = after(changes);
    std::ranges::sort(changes, {}, [](const SharedChange &change) { return change.stamp.origin; });
    do {
        CHECK(after(changes) == one);
        CHECK(lostNow().size() == 2);
    } while (std::ranges::next_permutation(changes, {}, [](const SharedChange &change) { return change.stamp.origin; }).found);
    CHECK(body().value(u"name").toString() == u"Été");
    CHECK(body().value(u"weekOfMonth") == 3);
    CHECK_FALSE(body().contains(u"threshold"_s)); // the bad change goes as a whole
}

TEST_CASE_METHOD(FeedFixture, "what the account's document does not say does not survive from the document of a till that joins")
{
    QJsonObject own = promotion({{u"amount"_s, 500}});
    own[u"visits"_s] = QJsonObject{{u"from"_s, u"2026-07-01"_s}};
    REQUIRE(documents.put(DocumentKind::Promotion, own, now()));
    REQUIRE(documents.archive(DocumentKind::Promotion, summer, now()));
    REQUIRE(inTransaction(*db, [&] { return feed.begin(u"here"_s, false, now()); }));
    CHECK(body() == own); // until somebody says otherwise
    take(edit({}, promotion({{u"percent"_s, 1000}}), {1000, u"a"_s}));
    CHECK(body() == promotion({{u"percent"_s, 1000}}));
    CHECK_FALSE(documents.get(DocumentKind::Promotion, summer)->value().archived);
    CHECK(lostNow().empty());
}

TEST_CASE_METHOD(FeedFixture, "fields that say something only together are said together")
{
    const SharedChange whole = edit({}, promotion({{u"percent"_s, 1000}}), {1000, u"a"_s});
    CHECK(whole.fields.contains(u"amount"_s)); // none
    const SharedDocument seen = foldChanges({whole}, isPromotion).document;
    CHECK(edit(seen, promotion({{u"percent"_s, 1500}}), {2000, u"a"_s}).fields.keys() == QStringList{u"amount"_s, u"percent"_s});
    CHECK(fieldsWith(DocumentKind::Formula, u"minimumQuantity"_s).contains(u"maximumQuantity"_s));
    CHECK(fieldsWith(DocumentKind::PromoCode, u"fixedPrice"_s).size() == 3);
    CHECK(fieldsWith(DocumentKind::PaymentMethod, u"needsReference"_s).contains(u"faceValues"_s)); // they exclude one another
    CHECK(fieldsWith(DocumentKind::Product, u"name"_s) == QStringList{u"name"_s});
}
