// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueJson.h"

#include "tests/support/Catch.h"

#include <QJsonDocument>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const char *json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    REQUIRE(document.isObject());
    return document.object();
}

struct Wrong
{
    DocumentKind kind;
    const char *json;
    const char *field; ///< That the refusal names.
};

const Wrong wrongDocuments[] = {
    {DocumentKind::Resource, R"({"name":"Adulte"})", "key"},
    {DocumentKind::Resource, R"({"key":"a"})", "name"},
    {DocumentKind::Resource, R"({"key":"a","name":{"fr":"A","xx":"B"}})", "name"},
    {DocumentKind::Resource, R"({"key":"a","name":{"fr":5}})", "name"},
    {DocumentKind::Resource, R"({"key":"a","name":"A\u0000"})", "name"},
    {DocumentKind::Resource, R"({"key":"a","name":"A","stockPerDay":-1})", "stockPerDay"},
    {DocumentKind::Resource, R"({"key":"a","name":"A","vat":"21"})", "vat"},
    {DocumentKind::Resource, R"({"key":"a","name":"A","price":100})", "price"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","kind":"Activity"})", "kind"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","kind":1})", "kind"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","weekdays":[]})", "weekdays"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","weekdays":[0]})", "weekdays"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","weekdays":["lundi"]})", "weekdays"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","resources":[{"key":"a","prices":[{}]}]})", "resources"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","resources":[{"key":"a","prices":[{"price":-5}]}]})", "resources"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","resources":[5]})", "resources"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","resources":[{"key":"a","minimum":5,"maximum":4}]})", "resources"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","slotPatterns":[{"first":"9:30"}]})", "slotPatterns"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","slotPatterns":[{"first":"09:30","last":"11:00"}]})", "slotPatterns"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","slotPatterns":[{"first":"09:30","last":"08:00","everyMinutes":30}]})",
     "slotPatterns"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","valid":{"from":"2026-12-01","to":"2026-11-30"}})", "valid"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","valid":{"from":"2026-02-30"}})", "valid"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","deposit":10001})", "deposit"},
    {DocumentKind::Formula, R"({"key":"f","name":"F","minimumQuantity":9,"maximumQuantity":8})", "maximumQuantity"},
    {DocumentKind::Group, R"({"key":"g","name":"G","colour":"red"})", "colour"},
    {DocumentKind::Group, R"({"key":"g","name":"G","tills":"accueil"})", "tills"},
    {DocumentKind::Pool, R"({"key":"p","name":"P","mode":"week"})", "mode"},
    {DocumentKind::Promotion, R"({"key":"p","name":"P"})", "percent"},
    {DocumentKind::Promotion, R"({"key":"p","name":"P","percent":1000,"amount":100})", "percent"},
    {DocumentKind::Promotion, R"({"key":"p","name":"P","percent":10001})", "percent"},
    {DocumentKind::Promotion, R"({"key":"p","name":"P","percent":1000,"weekOfMonth":6})", "weekOfMonth"},
    {DocumentKind::PromoCode, R"({"key":"p","name":"P","code":"X","percent":1000,"fixedPrice":125})", "percent"},
    {DocumentKind::PromoCode, R"({"key":"p","name":"P","code":" - ","percent":1000})", "code"},
    {DocumentKind::PaymentMethod, R"({"key":"m","name":"M","type":"cash"})", "type"},
    {DocumentKind::PaymentMethod, R"({"key":"m","name":"M","opensDrawer":1})", "opensDrawer"},
    {DocumentKind::PaymentMethod, R"({"key":"m","name":"M","type":"CHEQUE_OTHER","faceValues":[0]})", "faceValues"},
    {DocumentKind::PaymentMethod, R"({"key":"m","name":"M","type":"CHEQUE_OTHER","faceValues":[1000],"needsReference":true})",
     "faceValues"},
    {DocumentKind::PaymentMethod, R"({"key":"m","name":"M","type":"CHEQUE_OTHER","faceValues":[1000],"usesTerminal":true})", "faceValues"},
    {DocumentKind::PaymentMethod, R"({"key":"m","name":"M","type":"CASH","faceValues":[1000]})", "faceValues"},
    {DocumentKind::SlotCapacity, R"({"pool":"p","capacity":5})", "date"},
    {DocumentKind::SlotCapacity, R"({"pool":"p","date":"2026-11-23"})", "capacity"},
    {DocumentKind::TillProfile, R"({"key":"t","name":"T","code":"OI"})", "code"},
    {DocumentKind::Calendar, R"({"periods":[{"opens":"09:00"}]})", "periods"},
    {DocumentKind::Calendar, R"({"closures":{"25/12/2026":"Noël"}})", "closures"},
    {DocumentKind::VatRates, R"({"rates":[{"rate":2100}]})", "rates"},
    {DocumentKind::VatRates, R"({"rates":[{"code":"E","rate":600}]})", "rates"},
};

} // namespace

TEST_CASE("a document that cannot be right is refused, the field is named, and nothing changes")
{
    for (const Wrong &wrong : wrongDocuments) {
        INFO(wrong.json);
        Catalogue catalogue;
        const Result<> added = addDocument(catalogue, wrong.kind, parsed(wrong.json));
        REQUIRE_FALSE(added);
        CHECK(added.error().code == ErrorCode::InvalidInput);
        CHECK(added.error().detail.startsWith(QString::fromLatin1(wrong.field)));
        CHECK(catalogue.resources.isEmpty());
        CHECK(catalogue.formulas.empty());
        CHECK(catalogue.promoCodes.empty());
    }
}

TEST_CASE("what is no part of the catalogue is not added to it")
{
    Catalogue catalogue;
    for (const DocumentKind kind :
         {DocumentKind::Product, DocumentKind::User, DocumentKind::Customer, DocumentKind::Settings, DocumentKind::Note}) {
        const Result<> added = addDocument(catalogue, kind, {});
        REQUIRE_FALSE(added);
        CHECK(added.error().code == ErrorCode::NotSupported);
    }
}
