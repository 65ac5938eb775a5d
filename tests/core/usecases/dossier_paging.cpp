// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentStore.h"
#include "core/usecases/DossierDesk.h"
#include "tests/core/usecases/TillFixture.h"

#include <QSet>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int sold = 7;
constexpr int pageSize = 3;

/// A till with more dossiers than one page of the list holds.
class PagedDossiers : public TillFixture
{
public:
    PagedDossiers()
    {
        startDay();
        must(staff().logIn(u"manager"_s, u"2222"_s));
        Reason reason;
        reason.key = u"retour"_s;
        reason.name = reason.key;
        reason.kind = Reason::Kind::Refund;
        must(DocumentStore{workplace().db()}.put(DocumentKind::Reason, toJson(reason), {u"boss"_s, clock.now()}));
        must(workplace().documentsChanged());
    }
    DossierDesk dossiers() { return DossierDesk{workplace()}; }
    void sellBears()
    {
        for (int number = 0; number < sold; ++number) {
            addBear();
            must(pay(u"cash"_s));
            last = must(validate());
        }
    }
    /// The numbers of page after page until one comes back short, as the list loads them.
    QStringList allPages(DossierSearch search)
    {
        QStringList numbers;
        search.limit = pageSize;
        for (qsizetype loaded = pageSize; loaded == pageSize; search.offset += pageSize) {
            const auto page = must(dossiers().search(search));
            loaded = std::ssize(page);
            REQUIRE(loaded <= pageSize);
            for (const DossierRow &row : page)
                numbers.append(row.number);
            REQUIRE(search.offset < 10 * pageSize);
        }
        return numbers;
    }

    SaleOutcome last;
};

} // namespace

TEST_CASE_METHOD(PagedDossiers, "page after page the list shows every dossier once, and its sum is that of all pages")
{
    const bool inTraining = GENERATE(false, true);
    if (inTraining)
        must(desk().setTraining(CommandId::generate(), true));
    sellBears();
    const QStringList numbers = allPages({});
    CHECK(numbers.size() == sold);
    CHECK(QSet<QString>{numbers.begin(), numbers.end()}.size() == sold);
    for (const int offset : {0, pageSize, 100})
        CHECK(must(dossiers().sum({.limit = pageSize, .offset = offset})) == DossierSum{.count = sold, .total = cents(sold * 1299)});
    CHECK(must(dossiers().search({.offset = 100})).empty());
}

TEST_CASE_METHOD(PagedDossiers, "the sum takes off what was given back, and leaves out quotes and what the search leaves out")
{
    sellBears();
    must(dossiers().refund(CommandId::generate(), last.dossierNumber, {.lines = {}, .reason = u"retour"_s, .restock = true},
                           {.method = u"cash"_s, .reference = {}, .giftCode = {}}));
    addBear();
    must(checkout().quote(CommandId::generate(), QDate{2026, 12, 24}));
    CHECK(must(dossiers().sum({})) == DossierSum{.count = sold + 1, .total = cents((sold - 1) * 1299)});
    CHECK(must(dossiers().sum({.number = last.dossierNumber})) == DossierSum{.count = 1, .total = {}});
    CHECK(must(dossiers().sum({.createdFrom = QDate{2026, 11, 24}})) == DossierSum{});
    CHECK(must(dossiers().sum({.method = u"bancontact"_s})) == DossierSum{});
}
