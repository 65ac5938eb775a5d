// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentFeed.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"

/// What the tests of the page of the centre and of its forms share.
namespace guichet {

using namespace Qt::StringLiterals;

/// A price of this till that another one overrules.
inline void overrulePrice(Workplace &workplace, const QString &product, int mine, int theirs)
{
    DocumentStore documents{workplace.db()};
    DocumentFeed feed{workplace.db()};
    QJsonObject body = documents.get(DocumentKind::Product, product)->value().body;
    body[u"price"_s] = mine;
    const auto said = documents.put(DocumentKind::Product, body, {.user = u"claire"_s, .at = workplace.now()});
    REQUIRE(said);
    const SharedChange change{.kind = DocumentKind::Product,
                              .key = product,
                              .stamp = {*said + 1, u"other"_s},
                              .fields = {{u"price"_s, {.value = theirs, .over = {}}}},
                              .erased = false,
                              .user = u"paul"_s,
                              .at = workplace.now()};
    REQUIRE(inTransaction(workplace.db(), [&] { return feed.take(change, workplace.now()); }).value());
    REQUIRE(workplace.documentsChanged());
}

/// One of a centre, to which three writings wait to be sent, and a price that was overruled.
inline void overrule(PageDesk &desk)
{
    desk.ask([](Workplace &workplace) {
        workplace.centre = {
            .enrolled = true, .account = u"roches"_s, .waiting = 3, .overruled = 1, .lastContact = workplace.now(), .trouble = {}};
        REQUIRE(DocumentFeed{workplace.db()}.begin(workplace.tillUid(), false, {.user = u"claire"_s, .at = workplace.now()}));
        overrulePrice(workplace, u"p002"_s, 1234, 1500);
        return true;
    });
}

} // namespace guichet
