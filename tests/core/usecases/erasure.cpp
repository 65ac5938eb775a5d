// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody asks to be forgotten (FIS-4, decisions 11).
#include "core/facts/DocumentNumberText.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/Verifier.h"
#include "core/receipt/PlainText.h"
#include "core/usecases/DossierComments.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/ErasureDesk.h"
#include "core/usecases/PrintQueue.h"
#include "tests/core/usecases/TillFixture.h"

#include <QFile>
#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

class ErasureFixture : public TillFixture
{
public:
    ErasureFixture() { startDay(); }

    static Client lambert()
    {
        Client client;
        client.name = u"Lambert"_s;
        client.company = u"Autocars Lambert"_s;
        client.internalComment = u"Lambert passe le mardi"_s;
        return client;
    }
    void name(const Client &client) { must(checkout().setClient(CommandId::generate(), client)); }
    SaleOutcome sellTo(const Client &client)
    {
        const auto line = addBear();
        must(checkout().comment(CommandId::generate(), line, u"à emballer pour Lambert"_s));
        name(client);
        must(payByCard());
        return must(validate());
    }
    SaleOutcome quoteTo(const Client &client)
    {
        addBear();
        name(client);
        return must(checkout().quote(CommandId::generate(), QDate{2026, 12, 31}));
    }
    void manage() { must(staff().logIn(u"manager"_s, u"2222"_s)); }
    Result<> erase(const QString &customer, DocumentKind kind = DocumentKind::Customer)
    {
        return ErasureDesk{workplace()}.erase(CommandId::generate(), kind, customer);
    }
    QString paperOf(const QString &number) { return plainText(must(DossierDesk{workplace()}.receiptPaper(number))); }
    size_t found(const QString &client)
    {
        DossierSearch search;
        search.client = client;
        return must(DossierDesk{workplace()}.search(search)).size();
    }
    QStringList papersThatSay(const QString &word)
    {
        QStringList papers;
        for (const PrintJob &job : must(PrintQueue{workplace()}.waiting()))
            if (plainText(job.paper).contains(word))
                papers << job.paper.title;
        return papers;
    }
};

} // namespace

TEST_CASE_METHOD(ErasureFixture, "somebody who asks for it is gone from lists, papers and comments; the dossier keeps its figures")
{
    const auto sale = sellTo(lambert());
    REQUIRE(paperOf(sale.dossierNumber).contains(u"Autocars Lambert"_s));
    REQUIRE(found(u"lamb"_s) == 1);
    REQUIRE(papersThatSay(u"Lambert"_s).size() == 1);
    manage();
    must(erase(sale.content.customer));
    const DossierDetail detail = must(DossierDesk{workplace()}.detail(sale.dossierNumber));
    CHECK_FALSE(detail.client.namesSomeone());
    CHECK(detail.row.customerName == QString{});
    CHECK(detail.row.customer == sale.content.customer); // a key that names nobody
    CHECK(detail.row.total == sale.content.total);
    CHECK(must(commentsOf(workplace(), detail)) == DossierComments{});
    CHECK_FALSE(paperOf(sale.dossierNumber).contains(u"Lambert"_s));
    CHECK(found(u"lamb"_s) == 0);
    CHECK(papersThatSay(u"Lambert"_s).isEmpty());
    CHECK(must(DocumentStore{workplace().db()}.history(DocumentKind::Customer, sale.content.customer)).empty());
}

TEST_CASE_METHOD(ErasureFixture,
                 "of an order, its deposit and a refund every paper goes on without the person, in the spool and when asked for again")
{
    putReason(u"retour"_s, Reason::Kind::Refund);
    must(workplace().documentsChanged());
    manage();
    const bool isOrder = GENERATE(false, true);
    addBear();
    name(lambert());
    must(isOrder ? pay(u"cash"_s, cents(500)) : pay(u"cash"_s));
    ValidateRequest request;
    request.paymentToCome = isOrder;
    if (isOrder)
        request.dueOn = QDate{2026, 12, 1};
    const SaleOutcome bought = must(validate(request));
    RefundRequest everything{.lines = {}, .reason = u"retour"_s, .restock = true};
    if (!isOrder)
        everything.lines = {{.line = bought.content.lines.front().priced.id, .units = 1}};
    must(DossierDesk{workplace()}.refund(CommandId::generate(), bought.dossierNumber, everything,
                                         {.method = {}, .reference = {}, .giftCode = {}}));
    REQUIRE(paperOf(bought.dossierNumber).contains(u"Autocars Lambert"_s));
    REQUIRE(papersThatSay(bought.dossierNumber).size() >= 2);
    must(erase(bought.content.customer));
    CHECK(papersThatSay(u"Lambert"_s).isEmpty());
    CHECK(papersThatSay(bought.dossierNumber).isEmpty());
    int papers = 0;
    for (const HistoryEntry &entry : must(DossierDesk{workplace()}.detail(bought.dossierNumber)).history)
        if (!entry.document.isNull()) {
            CHECK_FALSE(paperOf(documentNumberText(entry.document)).contains(u"Lambert"_s));
            ++papers;
        }
    CHECK(papers >= 2);
}

TEST_CASE_METHOD(ErasureFixture, "the paper under the printer while its customer is erased does not come back, however its printing ends")
{
    const auto sale = sellTo(lambert());
    PrintQueue queue{workplace()};
    const auto jobs = must(queue.waiting());
    const auto theirs = std::ranges::find_if(jobs, [](const PrintJob &job) { return plainText(job.paper).contains(u"Lambert"_s); });
    REQUIRE(theirs != jobs.end());
    const QString job = theirs->id;
    must(queue.sending(job));
    manage();
    must(erase(sale.content.customer));
    CHECK(papersThatSay(u"Lambert"_s).isEmpty());
    const Error cause{.code = ErrorCode::Timeout, .detail = {}};
    must(GENERATE(false, true) ? queue.failed(job, cause) : queue.doubtful(job, cause));
    CHECK(must(queue.job(job)).state == PrintJob::State::Discarded);
}

TEST_CASE_METHOD(ErasureFixture, "the files of the ledger hold no byte of somebody erased, its log of writes neither, while the till runs")
{
    const auto sale = sellTo(lambert());
    const auto holds = [&] {
        QByteArray bytes;
        for (const QString &part : {QString{}, u"-wal"_s}) {
            QFile file{workplace().db().file() + part};
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        REQUIRE(bytes.contains(sale.dossierNumber.toUtf8()));
        return bytes.toLower().contains("lambert");
    };
    REQUIRE(holds());
    manage();
    must(erase(sale.content.customer));
    CHECK_FALSE(holds());
}

TEST_CASE_METHOD(ErasureFixture, "an erasure is in the journal by its key, and the journal holds as before")
{
    const auto sale = sellTo(lambert());
    manage();
    must(erase(sale.content.customer));
    const auto fact = must(workplace().journal().fact(must(workplace().journal().head()).position));
    const auto technical = must(technicalContentFromJson(fact.content));
    CHECK(technical.event == TechnicalEvent::CustomerErased);
    CHECK(technical.details == QJsonObject{{u"customer"_s, sale.content.customer}});
    CHECK(fact.body.actor.user == u"manager");
    TillProjector projector;
    VerifyOptions options;
    options.record = workplace().ledger->identity();
    const VerifyReport report = must(verifyLedger(workplace().db().file(), options, projector));
    CHECK_FALSE(report.defect);
    CHECK(report.replayed);
}

TEST_CASE_METHOD(ErasureFixture, "who is erased already stays so and nothing more happens; nobody else of the same name is touched")
{
    const auto first = sellTo(lambert());
    const auto second = sellTo(lambert());
    manage();
    must(erase(first.content.customer));
    const qint64 events = countFacts(u"TECHNICAL"_s);
    must(erase(first.content.customer));
    CHECK(countFacts(u"TECHNICAL"_s) == events);
    CHECK(found(u"lamb"_s) == 1);
    CHECK(paperOf(second.dossierNumber).contains(u"Autocars Lambert"_s));
    CHECK(papersThatSay(u"Lambert"_s).size() == 1);
}

TEST_CASE_METHOD(ErasureFixture, "only a manager erases, only a customer, only one that there is, and nobody in training")
{
    const QString customer = sellTo(lambert()).content.customer;
    CHECK(refusal(erase(customer)) == ErrorCode::NotAllowed);
    manage();
    CHECK(refusal(erase(u"c-nobody"_s)) == ErrorCode::NotFound);
    CHECK(refusal(erase(u"seller"_s, DocumentKind::User)) == ErrorCode::InvalidInput);
    CHECK(refusal(erase(u"ours"_s, DocumentKind::Product)) == ErrorCode::InvalidInput);
    must(desk().setTraining(CommandId::generate(), true));
    CHECK(refusal(erase(customer)) == ErrorCode::TrainingActive);
    must(desk().setTraining(CommandId::generate(), false));
    CHECK(found(u"lamb"_s) == 1);
    must(erase(customer));
}

TEST_CASE_METHOD(ErasureFixture, "a cart that sells a quote of theirs, parked too, would name them again: it is ended first")
{
    const auto quote = quoteTo(lambert());
    manage();
    must(checkout().collect(CommandId::generate(), quote.dossierNumber));
    CHECK(refusal(erase(quote.content.customer)) == ErrorCode::CartNotEmpty);
    must(checkout().park(CommandId::generate(), u"Groupe"_s));
    CHECK(refusal(erase(quote.content.customer)) == ErrorCode::CartNotEmpty);
    must(checkout().recall(CommandId::generate(), must(checkout().parked()).front().id));
    must(checkout().clear(CommandId::generate()));
    must(erase(quote.content.customer));
}

TEST_CASE_METHOD(ErasureFixture, "whose quote was sold to nobody is found by it, and can be erased")
{
    const auto quote = quoteTo(lambert());
    must(checkout().collect(CommandId::generate(), quote.dossierNumber));
    name({});
    must(payByCard());
    const auto sale = must(validate());
    const auto row = [&] { return must(DossierDesk{workplace()}.detail(sale.dossierNumber)).row; };
    CHECK(found(u"lamb"_s) == 1);
    CHECK(row().namesSomeone);
    manage();
    must(erase(row().customer));
    CHECK_FALSE(row().namesSomeone);
    CHECK(found(u"lamb"_s) == 0);
}

TEST_CASE_METHOD(ErasureFixture, "who buys by a quote whose customer was erased gets a key of their own")
{
    const auto quote = quoteTo(lambert());
    manage();
    must(erase(quote.content.customer));
    CHECK(must(checkout().collect(CommandId::generate(), quote.dossierNumber)).cart.client == Client{});
    Client other;
    other.name = u"Dupont"_s;
    name(other);
    must(payByCard());
    const auto sale = must(validate());
    CHECK(sale.dossierNumber == quote.dossierNumber);
    CHECK(sale.content.customer != quote.content.customer);
    CHECK(must(DossierDesk{workplace()}.detail(sale.dossierNumber)).row.customerName == u"Dupont");
}
