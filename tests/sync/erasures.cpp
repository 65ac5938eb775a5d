// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody asks one of two tills to be forgotten (FIS-4), whatever the other knows and does meanwhile: docs/protocol/conflicts.md.
#include "core/ledger/DossierStore.h"
#include "core/usecases/DossierComments.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/ErasureDesk.h"
#include "tests/sync/SyncDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Client named(const QString &name)
{
    Client client;
    client.name = name;
    return client;
}

/// Sells two places to somebody.
SaleOutcome sellTo(SyncedTill &till, const QString &name)
{
    till.addAdults(2, {14, 0});
    must(till.checkout().setClient(CommandId::generate(), named(name)));
    must(till.pay(u"cash"_s));
    return must(till.validate());
}

/// Rows of documents in which it stands that somebody is called Lambert.
qint64 mentionsOfLambert(Database &db)
{
    return must(selectInteger(db, R"(
SELECT (SELECT COUNT(*) FROM document WHERE body LIKE '%Lambert%') + (SELECT COUNT(*) FROM document_change WHERE body LIKE '%Lambert%')
     + (SELECT COUNT(*) FROM document_history WHERE before LIKE '%Lambert%' OR after LIKE '%Lambert%')
     + (SELECT COUNT(*) FROM document_lost WHERE value LIKE '%Lambert%') + (SELECT COUNT(*) FROM document_word WHERE word LIKE 'lambert%')
     + (SELECT COUNT(*) FROM cart WHERE body LIKE '%Lambert%' OR name LIKE '%Lambert%')
     + (SELECT COUNT(*) FROM home_document WHERE body LIKE '%Lambert%') + (SELECT COUNT(*) FROM print_job WHERE paper LIKE '%Lambert%'))"));
}

/// A quote of a bear for Lambert, who wants it wrapped.
SaleOutcome quoteToLambert(SyncedTill &till)
{
    const auto line = till.addBear();
    must(till.checkout().comment(CommandId::generate(), line, u"à emballer pour Lambert"_s));
    must(till.checkout().setClient(CommandId::generate(), named(u"Lambert"_s)));
    return must(till.checkout().quote(CommandId::generate(), QDate{2026, 12, 31}));
}

void erase(SyncedTill &till, const QString &customer)
{
    must(till.staff().logIn(u"manager"_s, u"2222"_s));
    must(ErasureDesk{till.workplace()}.erase(CommandId::generate(), DocumentKind::Customer, customer));
}

/// Sells what was quoted to Dupont, with a comment of theirs.
SaleOutcome sellToDupont(SyncedTill &till, const QString &quote)
{
    const CartView view = must(till.checkout().collect(CommandId::generate(), quote));
    must(till.checkout().comment(CommandId::generate(), view.cart.lines.front().id, u"ruban bleu"_s));
    must(till.checkout().setClient(CommandId::generate(), named(u"Dupont"_s)));
    must(till.payByCard());
    return must(till.validate());
}

QStringList commentsAt(SyncedTill &till, const QString &dossier)
{
    const DossierDetail detail = must(DossierDesk{till.workplace()}.detail(dossier));
    return must(commentsOf(till.workplace(), detail)).lines.values();
}

} // namespace

TEST_CASE(
    "a customer erased at one till while a dossier of the other refers to them: it stays with its figures, the name is gone everywhere")
{
    TwoTills tills;
    const SaleOutcome sold = sellTo(tills.first, u"Lambert"_s);
    const QString customer = sold.content.customer;
    tills.meet();
    for (SyncedTill *till : tills.both()) {
        REQUIRE(must(DossierDesk{till->workplace()}.detail(sold.dossierNumber)).client.name == u"Lambert");
        REQUIRE(mentionsOfLambert(till->workplace().db()) > 0);
    }
    must(DocumentStore{tills.second.workplace().db()}.erase(DocumentKind::Customer, customer,
                                                            {.user = u"boss"_s, .at = tills.second.clock.now()}));
    tills.first.clock.advance(std::chrono::minutes{1}); // and later, where nobody has heard of it
    Client renamed;
    renamed.name = u"Lambert-Dumont"_s;
    must(DocumentStore{tills.first.workplace().db()}.putCustomer(customer, renamed, {.user = u"boss"_s, .at = tills.first.clock.now()}));
    must(DossierDesk{tills.first.workplace()}.checkIn(CommandId::generate(), sold.dossierNumber, 1));
    must(tills.line.exchange(tills.second)); // the edit comes when the centre knows
    tills.meet();
    tills.meet();
    DossierSearch byName;
    byName.client = u"Lambert"_s;
    for (SyncedTill *till : tills.both()) {
        const DossierDesk desk{till->workplace()};
        const DossierDetail dossier = must(desk.detail(sold.dossierNumber));
        CHECK(dossier.row.total == sold.content.total);
        CHECK(dossier.lines.size() == sold.content.lines.size());
        CHECK(dossier.content.customer == customer); // a key that names nobody
        CHECK(dossier.row.customerName == QString{});
        CHECK_FALSE(dossier.client.namesSomeone());
        CHECK(dossier.arrived.size() == 1);
        CHECK(must(desk.search(byName)).empty());
        CHECK(mentionsOfLambert(till->workplace().db()) == 0);
    }
    const auto centre = must(tills.line.trial.home.openLedger(u"roches"_s));
    CHECK(mentionsOfLambert(*centre) == 0);
    CHECK(must(selectInteger(*centre, "SELECT total_cents FROM receipt WHERE kind = 'sale' AND dossier = :dossier",
                             {{":dossier", sold.content.dossier.toString()}})) == sold.content.total.cents());
}

TEST_CASE("what was written on a dossier, and its papers, go with a customer who is erased at another till; so does the centre's copy")
{
    TwoTills tills;
    Client client;
    client.company = u"Autocars Lambert"_s;
    client.internalComment = u"Lambert passe le mardi"_s;
    const auto line = tills.first.addAdults(2, {14, 0});
    must(tills.first.checkout().comment(CommandId::generate(), line, u"pour Lambert"_s));
    must(tills.first.checkout().setClient(CommandId::generate(), client));
    must(tills.first.payByCard());
    const SaleOutcome sold = must(tills.first.validate());
    tills.meet();
    const auto centre = must(tills.line.trial.home.openLedger(u"roches"_s));
    REQUIRE(must(selectInteger(*centre, "SELECT COUNT(*) FROM home_document WHERE body LIKE '%Lambert%'")) == 1);
    REQUIRE(must(selectInteger(tills.first.workplace().db(), "SELECT COUNT(*) FROM print_job WHERE paper LIKE '%Lambert%'")) == 1);
    must(tills.second.staff().logIn(u"manager"_s, u"2222"_s));
    must(ErasureDesk{tills.second.workplace()}.erase(CommandId::generate(), DocumentKind::Customer, sold.content.customer));
    must(tills.line.exchange(tills.second)); // the first has not heard of it
    CHECK(mentionsOfLambert(*centre) == 0);
    tills.meet();
    for (SyncedTill *till : tills.both())
        CHECK(mentionsOfLambert(till->workplace().db()) == 0);
    CHECK(mentionsOfLambert(*centre) == 0);
}

TEST_CASE("what was quoted to somebody erased is sold to somebody else with a comment: it stays, at the till and at the centre")
{
    TwoTills tills;
    const SaleOutcome quote = quoteToLambert(tills.first);
    tills.meet();
    const auto centre = must(tills.line.trial.home.openLedger(u"roches"_s));
    REQUIRE(mentionsOfLambert(*centre) > 0);
    erase(tills.first, quote.content.customer);
    const SaleOutcome sold = sellToDupont(tills.first, quote.dossierNumber);
    tills.meet();
    tills.meet();
    CHECK(commentsAt(tills.first, sold.dossierNumber) == QStringList{u"ruban bleu"_s});
    CHECK(must(selectInteger(*centre, "SELECT COUNT(*) FROM home_document WHERE body LIKE '%ruban bleu%'")) == 1);
    CHECK(must(DossierDesk{tills.second.workplace()}.detail(sold.dossierNumber)).row.customerName == u"Dupont");
    for (SyncedTill *till : tills.both())
        CHECK(mentionsOfLambert(till->workplace().db()) == 0);
    CHECK(mentionsOfLambert(*centre) == 0);
}

TEST_CASE("a customer erased at a till that sells their quote to somebody else: the note and the papers of the other till go all the same")
{
    TwoTills tills;
    const SaleOutcome quote = quoteToLambert(tills.first);
    tills.meet();
    REQUIRE(mentionsOfLambert(tills.first.workplace().db()) > 0);
    erase(tills.second, quote.content.customer);
    const SaleOutcome sold = sellToDupont(tills.second, quote.dossierNumber);
    CHECK(sold.content.customer != quote.content.customer);
    tills.meet(); // the sale is there before the word that Lambert is erased
    tills.meet();
    const auto centre = must(tills.line.trial.home.openLedger(u"roches"_s));
    for (SyncedTill *till : tills.both()) {
        CHECK(must(DossierDesk{till->workplace()}.detail(sold.dossierNumber)).row.customer == sold.content.customer);
        CHECK(mentionsOfLambert(till->workplace().db()) == 0);
    }
    CHECK(mentionsOfLambert(*centre) == 0);
    CHECK(commentsAt(tills.second, sold.dossierNumber) == QStringList{u"ruban bleu"_s});
}

TEST_CASE("a note about somebody erased that a till sends home late is not kept by the centre")
{
    TwoTills tills;
    const SaleOutcome quote = quoteToLambert(tills.first);
    tills.meet();
    const Document late =
        must(DocumentStore{tills.first.workplace().db()}.get(DocumentKind::Note, dossierNoteKey(quote.content.dossier))).value();
    erase(tills.second, quote.content.customer);
    must(tills.line.exchange(tills.second)); // the first has not heard of it
    CentralClient client{tills.first.address()};
    must(client.pushHome({.tillKey = u"accueil"_s, .documents = {late}, .erased = {}}));
    CHECK(mentionsOfLambert(*must(tills.line.trial.home.openLedger(u"roches"_s))) == 0);
}

TEST_CASE("a customer erased while another till has their quote in its cart, parked or not: it is sold without them")
{
    TwoTills tills;
    const SaleOutcome quote = quoteToLambert(tills.first);
    tills.meet();
    const bool isParked = GENERATE(false, true);
    const CartView view = must(tills.second.checkout().collect(CommandId::generate(), quote.dossierNumber));
    REQUIRE(view.cart.client.name == u"Lambert");
    must(tills.second.checkout().comment(CommandId::generate(), view.cart.lines.front().id, u"Lambert vient à pied"_s));
    if (isParked)
        must(tills.second.checkout().park(CommandId::generate(), u"Lambert"_s));
    erase(tills.first, quote.content.customer);
    tills.meet();
    if (isParked)
        must(tills.second.checkout().recall(CommandId::generate(), must(tills.second.checkout().parked()).front().id));
    CHECK(must(tills.second.checkout().view()).cart.client == Client{});
    must(tills.second.payByCard());
    const SaleOutcome sold = must(tills.second.validate());
    CHECK(sold.dossierNumber == quote.dossierNumber);
    CHECK(sold.content.customer.isEmpty());
    tills.meet();
    tills.meet();
    for (SyncedTill *till : tills.both())
        CHECK(mentionsOfLambert(till->workplace().db()) == 0);
    CHECK(mentionsOfLambert(*must(tills.line.trial.home.openLedger(u"roches"_s))) == 0);
}
