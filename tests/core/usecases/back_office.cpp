// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ProductStore.h"
#include "core/planning/Availability.h"
#include "core/receipt/TicketCode.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/DossierDesk.h"
#include "tests/core/usecases/TillFixture.h"

#include <QJsonDocument>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

class OfficeFixture : public TillFixture
{
public:
    OfficeFixture()
    {
        startDay();
        must(staff().logIn(u"boss"_s, u"3333"_s));
    }
    BackOffice office() { return BackOffice{workplace()}; }
    Result<ImportOutcome> import(DocumentKind kind, const QByteArray &csv)
    {
        return office().importCsv(CommandId::generate(), kind, csv, true);
    }
};

} // namespace

TEST_CASE_METHOD(OfficeFixture, "an import of two columns changes one field and leaves the others as they were")
{
    const auto before = *must(ProductStore{workplace().db()}.byKey(u"fromage"_s));
    const auto outcome = must(import(DocumentKind::Product, " key ,price\nfromage,\"21,50\"\n"));
    CHECK(outcome.refused.empty());
    CHECK(outcome.changed == 1);
    auto expected = before;
    expected.price = cents(2150);
    CHECK(*must(ProductStore{workplace().db()}.byKey(u"fromage"_s)) == expected);
}

TEST_CASE_METHOD(OfficeFixture, "an import that changes what people may do is a technical event, once a person")
{
    const qint64 before = countFacts(u"TECHNICAL"_s);
    must(import(DocumentKind::User, "key,role\nseller,manager\nmanager,manager\n"));
    CHECK(countFacts(u"TECHNICAL"_s) == before + 1);
}

TEST_CASE_METHOD(TillFixture,
                 "the day begins when the settings say so: for facts without a session and for the rates of VAT, after a restart too")
{
    must(staff().logIn(u"boss"_s, u"3333"_s));
    TillSettings settings = workplace().settings;
    settings.businessDayStartsAtHour = 6;
    must(BackOffice{workplace()}.saveSettings(CommandId::generate(), settings));
    const auto dayOfFact = [this] { return must(workplace().journal().appendTechnical(TechnicalEvent::PrintFailed)).body.businessDate; };
    const auto putRates = [this] {
        const auto rates = QJsonDocument::fromJson(
            R"({"rates":[{"code":"A","rate":2100,"validFrom":"2026-11-24"},{"code":"B","rate":1200},{"code":"C","rate":600}]})");
        return BackOffice{workplace()}.put(CommandId::generate(), DocumentKind::VatRates, rates.object());
    };
    clock.set(fromRfc3339(u"2026-11-24T05:00:00.000+01:00"_s));
    CHECK(workplace().businessToday() == QDate(2026, 11, 23));
    CHECK(dayOfFact() == QDate(2026, 11, 23));
    CHECK(refusal(putRates()) == ErrorCode::InvalidInput); // of the 24th: nothing has a rate today
    restart();
    must(staff().logIn(u"boss"_s, u"3333"_s));
    CHECK(dayOfFact() == QDate(2026, 11, 23));
    clock.set(fromRfc3339(u"2026-11-24T06:00:00.000+01:00"_s));
    CHECK(dayOfFact() == QDate(2026, 11, 24));
    must(putRates());
}

TEST_CASE_METHOD(OfficeFixture, "a product is created once, however often the button is touched")
{
    Product product;
    product.key = u"neuf"_s;
    product.name = u"Neuf"_s;
    product.price = cents(500);
    product.group = u"boutique"_s;
    const auto command = CommandId::generate();
    must(office().createProduct(command, product));
    must(office().createProduct(command, product));
    CHECK(refusal(office().createProduct(CommandId::generate(), product)) == ErrorCode::DuplicateKey);
}

TEST_CASE_METHOD(OfficeFixture, "a ticket of another day is told so by its date, unless a manager lets it in")
{
    FormulaOrder order;
    order.formula = u"parc"_s;
    order.date = QDate{2026, 11, 24};
    order.units = {{.key = u"adulte"_s, .quantity = 1}};
    must(checkout().add(CommandId::generate(), order));
    must(pay(u"cash"_s, cents(10'000)));
    const auto sale = must(validate());
    DossierDesk dossiers{workplace()};
    const auto refused = dossiers.checkIn(CommandId::generate(), sale.dossierNumber, 1);
    CHECK(refusal(refused) == ErrorCode::DateNotValid);
    CHECK(refused.error().values == QStringList{sale.dossierNumber, u"24/11/2026"_s});
    CHECK(refusal(dossiers.checkIn(CommandId::generate(), sale.dossierNumber, -5, VisitDay::Any)) == ErrorCode::QuantityInvalid);
    CHECK(countFacts(u"CHECK_IN"_s) == 0);
    must(dossiers.checkIn(CommandId::generate(), sale.dossierNumber, 1, VisitDay::Any));
}

TEST_CASE_METHOD(OfficeFixture, "a ticket lets in one, once; the others of its line still may")
{
    addAdults(2);
    must(pay(u"cash"_s, cents(10'000)));
    const auto sale = must(validate());
    DossierDesk dossiers{workplace()};
    const auto ticket = [&](int unit) { return TicketCode{.dossierNumber = sale.dossierNumber, .line = 1, .unit = unit}.toString(); };
    CHECK(refusal(dossiers.checkIn(CommandId::generate(), ticket(1), 0)) == ErrorCode::QuantityInvalid);
    CHECK(refusal(dossiers.checkIn(CommandId::generate(), ticket(1), 2)) == ErrorCode::AlreadyCheckedIn);
    must(dossiers.checkIn(CommandId::generate(), ticket(1), 1));
    CHECK(refusal(dossiers.checkIn(CommandId::generate(), ticket(1), 1)) == ErrorCode::AlreadyCheckedIn);
    must(dossiers.checkIn(CommandId::generate(), ticket(2), 1));
    CHECK(refusal(dossiers.checkIn(CommandId::generate(), sale.dossierNumber, 1)) == ErrorCode::AlreadyCheckedIn);
}

TEST_CASE_METHOD(OfficeFixture, "a cart paid by card before another is sold does not take its dossier number again")
{
    addBear();
    must(payByCard());
    must(checkout().park(CommandId::generate(), u"A"_s));
    addBear();
    must(pay(u"cash"_s));
    const auto first = must(validate());
    must(checkout().recall(CommandId::generate(), must(checkout().parked()).front().id));
    const auto second = must(validate());
    addBear();
    must(pay(u"cash"_s));
    const auto third = must(validate());
    CHECK(QSet<QString>{first.dossierNumber, second.dossierNumber, third.dossierNumber}.size() == 3);
}

TEST_CASE_METHOD(OfficeFixture, "the report counts the papers that wait, it does not list them")
{
    for (int i = 0; i < 3; ++i) {
        addBear();
        must(pay(u"cash"_s));
        must(validate());
    }
    const auto report = must(desk().preview());
    const auto waiting = std::ranges::find(report.openItems, OpenItem::Kind::PrintJob, &OpenItem::kind);
    REQUIRE(waiting != report.openItems.end());
    CHECK(waiting->title == u"3");
    CHECK(std::ranges::count(report.openItems, OpenItem::Kind::PrintJob, &OpenItem::kind) == 1);
}

TEST_CASE_METHOD(OfficeFixture, "a till has a number of three digits at most, so that two never share a structured communication")
{
    const auto put = [this](const QString &code) {
        return office().put(CommandId::generate(), DocumentKind::TillProfile,
                            {{u"key"_s, u"mille"_s}, {u"name"_s, u"Mille"_s}, {u"code"_s, code}});
    };
    CHECK(refusal(put(u"Z8"_s)) == ErrorCode::InvalidInput); // 1000
    CHECK_FALSE(workplace().catalogue->till(u"mille"_s));
    must(put(u"Z7"_s)); // 999
}
