// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentMerge.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

#include <QDateTime>
#include <algorithm>
#include <array>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// A till that edits, sends and fetches, over a centre that is only a log.
struct Editor
{
    QString name;
    SharedDocument document;
    std::vector<SharedChange> unsent;
    std::size_t fetched = 0;
    std::vector<LostField> lost;

    /// As DocumentStore does, later than all that it knows, whatever the clock says.
    SharedChange edit(const QString &field, const QJsonValue &value, qint64 clock)
    {
        qint64 hlc = clock;
        for (const FieldStamp &stamp : document.stamps)
            hlc = std::max(hlc, stamp.hlc + 1);
        QJsonObject after = document.body;
        if (value.isUndefined())
            after.remove(field);
        else
            after[field] = value;
        const SharedChange change{.kind = DocumentKind::Formula,
                                  .key = u"f"_s,
                                  .stamp = {hlc, name},
                                  .fields = fieldChanges(DocumentKind::Formula, document, after, document.archived),
                                  .erased = false,
                                  .user = {},
                                  .at = QDateTime::fromMSecsSinceEpoch(1'793'000'000'000LL)};
        mergeChange(document, change);
        if (!change.fields.isEmpty())
            unsent.push_back(change);
        return change;
    }
    void fetch(const std::vector<SharedChange> &log)
    {
        for (; fetched < log.size(); ++fetched)
            if (log[fetched].stamp.origin != this->name)
                std::ranges::copy(mergeChange(document, log[fetched]), std::back_inserter(lost));
    }
    void send(std::vector<SharedChange> &log)
    {
        std::ranges::copy(unsent, std::back_inserter(log));
        unsent.clear();
    }
};

Editor editor(const QString &name)
{
    return {.name = name, .document = {}, .unsent = {}, .fetched = 0, .lost = {}};
}

} // namespace

TEST_CASE("whatever three tills edit, send and fetch in whatever order, they end with the same document")
{
    property("documents converge", [] {
        std::array<Editor, 3> tills{editor(u"a"_s), editor(u"b"_s), editor(u"c"_s)};
        std::vector<SharedChange> log;
        const int steps = *rc::gen::inRange(1, 40);
        for (int i = 1; i <= steps; ++i) {
            Editor &till = tills[static_cast<std::size_t>(*rc::gen::inRange(0, 3))];
            const int what = *rc::gen::inRange(0, 4);
            if (what == 0)
                till.send(log);
            else if (what == 1)
                till.fetch(log);
            else
                till.edit(*rc::gen::element(u"name"_s, u"price"_s, u"tills"_s), *rc::gen::inRange(0, 3),
                          *rc::gen::inRange(1, 5) * 1000 + i); // clocks that go back too
        }
        for (Editor &till : tills)
            till.send(log);
        for (Editor &till : tills)
            till.fetch(log);
        RC_ASSERT(tills[0].document == tills[1].document);
        RC_ASSERT(tills[1].document == tills[2].document);
    });
}

TEST_CASE("who knew what stood there overrules nobody; who did not, does, and the value is kept")
{
    Editor one = editor(u"a"_s);
    Editor two = editor(u"b"_s);
    std::vector<SharedChange> log;
    one.edit(u"price"_s, 10, 100);
    one.send(log);
    two.fetch(log);
    two.edit(u"price"_s, 12, 200); // knew the 10
    two.send(log);
    one.fetch(log);
    CHECK(one.lost.empty());
    one.edit(u"price"_s, 14, 300);
    two.edit(u"price"_s, 15, 400);
    two.edit(u"name"_s, u"Grotte"_s, 401); // another field: nothing of it is in dispute
    one.send(log);
    two.send(log);
    one.fetch(log);
    two.fetch(log);
    CHECK(one.document.body == QJsonObject{{u"price"_s, 15}, {u"name"_s, u"Grotte"_s}});
    CHECK(two.document == one.document);
    const LostField lost{u"price"_s, 14, {300, u"a"_s}, {400, u"b"_s}};
    CHECK(one.lost == std::vector{lost});
    CHECK(two.lost == std::vector{lost});
}

TEST_CASE("the same value said by two is no conflict")
{
    Editor one = editor(u"a"_s);
    Editor two = editor(u"b"_s);
    std::vector<SharedChange> log;
    one.edit(u"price"_s, 14, 300);
    two.edit(u"price"_s, 14, 400);
    one.send(log);
    two.send(log);
    one.fetch(log);
    two.fetch(log);
    CHECK(one.lost.empty());
    CHECK(two.lost.empty());
    CHECK(one.document == two.document);
}

TEST_CASE("a change is read as it was written, and what is none is refused")
{
    Editor till = editor(u"a"_s);
    till.edit(u"price"_s, 10, 100);
    SharedChange change = till.edit(u"price"_s, QJsonValue{QJsonValue::Undefined}, 1'793'000'000'000LL * 65'536);
    change.fields[archivedField] = {.value = true, .over = {}};
    const QJsonObject json = toJson(change);
    const auto read = sharedChangeFromJson(json);
    REQUIRE(read);
    CHECK(*read == change);
    const auto without = [&](const QString &field, const QJsonValue &value) {
        QJsonObject bad = json;
        bad[field] = value;
        return sharedChangeFromJson(bad).has_value();
    };
    CHECK(without(u"user"_s, u"u2"_s));
    CHECK_FALSE(without(u"kind"_s, u"fact"_s));
    CHECK_FALSE(without(u"hlc"_s, u"-1"_s));
    CHECK_FALSE(without(u"hlc"_s, 12));
    CHECK_FALSE(without(u"at"_s, u"yesterday"_s));
    CHECK_FALSE(without(u"fields"_s, QJsonObject{}));
    CHECK_FALSE(without(u"erased"_s, true));
    CHECK_FALSE(without(u"fields"_s, QJsonObject{{archivedField, QJsonObject{{u"value"_s, 1}}}}));
    CHECK_FALSE(without(u"more"_s, 1));
}
