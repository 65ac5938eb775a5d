// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/Tool.h"

#include <QFile>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

class DemoTill : public Tool
{
public:
    DemoTill()
    {
        must(R"({"do":"create","demo":true,"secretStore":"file"})");
        must(R"({"do":"login","user":"Claire","pin":"5555"})");
    }
    QByteArray fileWith(const QByteArray &text)
    {
        const QString path = folder.filePath(u"import.csv"_s);
        QFile file{path};
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return path.toUtf8();
    }
    QByteArray importOf(const QByteArray &kind, const QByteArray &file)
    {
        return R"({"do":"import","kind":")" + kind + R"(","file":")" + file + R"("})";
    }
};

} // namespace

TEST_CASE_METHOD(DemoTill, "what the tool exports it imports again, and finds nothing changed")
{
    must(
        R"({"do":"put","kind":"vat_rates","document":{"rates":[{"code":"A","rate":2100},{"code":"B","rate":1200},{"code":"C","rate":600}]}})");
    must(R"({"do":"put","kind":"slot_capacity","document":{"pool":"grotte","date":"2026-12-24","slot":"11:00","capacity":5}})");
    must(R"({"do":"put","kind":"stop_sale","document":{"key":"crue","formula":"grotte","dates":{"from":"2026-12-24"},"reason":"=Crue"}})");
    for (const QByteArray &kind :
         {QByteArray{"resource"}, QByteArray{"supplement"}, QByteArray{"formula"}, QByteArray{"group"}, QByteArray{"pool"},
          QByteArray{"promotion"}, QByteArray{"promo_code"}, QByteArray{"payment_method"}, QByteArray{"reason"}, QByteArray{"stop_sale"},
          QByteArray{"slot_capacity"}, QByteArray{"calendar"}, QByteArray{"vat_rates"}, QByteArray{"till_profile"}, QByteArray{"product"},
          QByteArray{"settings"}, QByteArray{"attraction"}}) {
        const QByteArray file = folder.filePath(u"export.csv"_s).toUtf8();
        must(R"({"do":"export","kind":")" + kind + R"(","file":")" + file + R"("})");
        const QJsonObject preview = must(importOf(kind, file));
        INFO(kind.toStdString() << QJsonDocument{preview}.toJson().toStdString());
        CHECK(preview[u"unchanged"].toInt() > 0);
        CHECK(preview[u"changed"].toInt() == 0);
        CHECK(preview[u"added"].toInt() == 0);
        CHECK(preview[u"refused"].toArray().isEmpty());
    }
}

TEST_CASE_METHOD(DemoTill, "a row is refused where a spreadsheet shows it, with the column and the cause in French")
{
    const QJsonObject answer = must(importOf("product", fileWith("key;price\np001;9,90\np002;cher\np001;9,90\n")));
    const QJsonArray refused = answer[u"refused"].toArray();
    REQUIRE(refused.size() == 2);
    CHECK(refused.at(0).toObject()[u"row"].toInt() == 3);
    CHECK(refused.at(0).toObject()[u"reason"].toString().contains(u"price"_s));
    CHECK(refused.at(0).toObject()[u"reason"].toString().contains(u"ce n’est pas un nombre"_s));
    CHECK(refused.at(1).toObject()[u"error"].toString() == u"duplicate_key"_s);
}

TEST_CASE_METHOD(DemoTill, "a file with a column twice, a device and a folder are no import")
{
    CHECK(refusal(importOf("product", fileWith("key;price;price\np001;1,00;2,00\n"))) == u"invalid_input"_s);
    CHECK(refusal(importOf("product", "/dev/zero")) == u"invalid_input"_s);
    CHECK(refusal(importOf("product", "/tmp")) == u"invalid_input"_s);
}

TEST_CASE_METHOD(DemoTill, "a name that a spreadsheet would compute is written as text, and comes back as it was")
{
    for (const QByteArray name : {"=1+1", "+SUM(A1)", "-2+3", "@SUM(A1)", "'=1+1"})
        must(R"({"do":"put","kind":"stop_sale","document":{"key":")" + name.toHex() + R"(","formula":"grotte","reason":")" + name +
             R"("}})");
    const QString path = folder.filePath(u"stops.csv"_s);
    must(R"({"do":"export","kind":"stop_sale","file":")" + path.toUtf8() + R"("})");
    QFile file{path};
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    INFO(csv.toStdString());
    for (const char *cell : {"'=1+1", "'+SUM(A1)", "'-2+3", "'@SUM(A1)", "''=1+1"})
        CHECK(csv.contains(cell));
    for (const char *bare : {";=", ";+", ";-", ";@", "\"="})
        CHECK_FALSE(csv.contains(bare));
    const QJsonObject preview = must(importOf("stop_sale", path.toUtf8()));
    CHECK(preview[u"unchanged"].toInt() >= 5);
    CHECK(preview[u"changed"].toInt() == 0);
}
