// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/receipt/Samples.h"

#include "tests/support/Amounts.h"

namespace guichet::samples {

using namespace Qt::StringLiterals;

namespace {

LocalizedText text(const QString &french, const QString &dutch = {})
{
    LocalizedText result{french};
    result.set(Language::Dutch, dutch);
    return result;
}

QDateTime at(int hour, int minute, int second = 0)
{
    return QDateTime{QDate{2026, 11, 23}, QTime{hour, minute, second}, Qt::OffsetFromUTC, 3600};
}

const VatRate rateA{VatCode::A, BasisPoints{2100}};
const VatRate rateC{VatCode::C, BasisPoints{600}};
const VatRate rateE{VatCode::E, BasisPoints{0}};
const VatRate rateX{VatCode::X, BasisPoints{0}};

SaleLine good(const QString &title, int quantity, Money unit, VatRate vat)
{
    SaleLine line;
    line.priced.title = text(title);
    line.priced.quantity = quantity;
    line.priced.unitPrice = unit;
    line.priced.gross = unit * quantity;
    line.priced.net = line.priced.gross;
    line.priced.vat = vat;
    return line;
}

SaleLine visitor(const LocalizedText &title, int quantity, Money unit, VatRate vat, int persons = 1)
{
    SaleLine line = good({}, quantity, unit, vat);
    line.priced.title = title;
    line.priced.kind = LineKind::Resource;
    line.priced.formula = u"grotte"_s;
    line.priced.formulaTitle = text(u"Grotte"_s, u"Grot"_s);
    line.priced.visit = {.date = QDate{2026, 11, 23}, .slot = QTime{14, 30}};
    line.priced.persons = persons * quantity;
    return line;
}

void change(SaleLine &line, PriceChangeKind kind, const LocalizedText &title, Money amount, int units = 1)
{
    line.priced.changes.push_back({.kind = kind, .key = {}, .title = title, .amount = amount, .units = units});
    line.priced.net += amount;
}

Tender tender(PaymentType type, const LocalizedText &title, Money amount)
{
    Tender result;
    result.payment.type = type;
    result.payment.methodTitle = title;
    result.payment.amount = amount;
    return result;
}

VatAmount vat(VatRate rate, qint64 base, qint64 tax)
{
    return {.rate = rate, .base = cents(base), .vat = cents(tax), .total = cents(base + tax)};
}

NamedTotal named(const QString &title, int count, Money amount = {})
{
    return {.key = title.toLower(), .title = text(title), .count = count, .amount = amount};
}

ItemTotal item(const QString &group, const QString &formula, const QString &title, qint64 quantity, qint64 gross, qint64 discounts)
{
    return {.group = group.toLower(),
            .groupTitle = text(group),
            .formula = formula.toLower(),
            .formulaTitle = text(formula),
            .item = title.toLower(),
            .title = text(title),
            .quantity = quantity,
            .gross = cents(gross),
            .discounts = cents(discounts),
            .net = cents(gross + discounts)};
}

MethodTotal method(const QString &title, PaymentType type, int count, qint64 received)
{
    MethodTotal total;
    total.method = title.toLower();
    total.title = text(title);
    total.type = type;
    total.count = count;
    total.received = cents(received);
    return total;
}

CashSection drawer()
{
    CashSection cash;
    cash.openingFloat = cents(25000);
    cash.sales = cents(86630);
    cash.refunds = cents(-2500);
    cash.out = cents(-1200);
    cash.drops = cents(-20000);
    cash.outByReason = {{.key = u"achat"_s, .title = text(u"Petit achat"_s), .count = 1, .amount = cents(-1200)}};
    cash.dropsByReason = {{.key = u"banque"_s, .title = text(u"Banque"_s), .count = 2, .amount = cents(-20000)}};
    cash.counted = true;
    for (const auto &[denomination, pieces] : std::vector<std::pair<int, int>>{{5000, 6}, {2000, 21}, {1000, 11}, {500, 8}, {10, 43}})
        cash.count.set(denomination, pieces);
    cash.countedAmount = cash.count.total();
    cash.nextFloat = cents(25000);
    cash.bankDrop = cash.countedAmount - cash.nextFloat;
    return cash;
}

std::vector<MethodTotal> methods()
{
    MethodTotal cash = method(u"Espèces"_s, PaymentType::Cash, 61, 86630);
    cash.change = cents(30455);
    cash.refundCount = 1;
    cash.refunded = cents(-2500);
    cash.rounding = cents(6);
    MethodTotal bancontact = method(u"Bancontact"_s, PaymentType::CardDebit, 58, 191240);
    bancontact.counted = true;
    bancontact.countedAmount = cents(191240);
    MethodTotal card = method(u"Visa, Mastercard"_s, PaymentType::CardCredit, 19, 83400);
    card.correctionCount = 1;
    card.corrections = cents(-10000);
    MethodTotal transfer = method(u"Virement"_s, PaymentType::Transfer, 2, 6006);
    transfer.correctionCount = 1;
    transfer.corrections = cents(10000);
    MethodTotal ancv = method(u"ANCV"_s, PaymentType::ChequeOther, 2, 6000);
    ancv.cheques = {{.key = u"1000"_s, .title = {}, .count = 1, .amount = cents(1000)},
                    {.key = u"5000"_s, .title = {}, .count = 1, .amount = cents(5000)}};
    return {cash, bancontact, card, method(u"Carte cadeau"_s, PaymentType::VoucherStore, 3, 12000), transfer, ancv};
}

void fillSales(Report &report)
{
    report.saleCount = 143;
    report.gross = cents(383890);
    report.promotions = {named(u"Early bird"_s, 12, cents(-4800)), named(u"Premier dimanche"_s, 2, cents(-2400))};
    report.promoCodes = {named(u"Article 27"_s, 1, cents(-1675))};
    report.complimentary = {named(u"Geste commercial"_s, 3, cents(-3000))};
    report.priceChanges = {named(u"Article abîmé"_s, 2, cents(-1745))};
    report.priceChangesByRate = {{.rate = rateA, .reductions = cents(-4945), .increases = cents(200)},
                                 {.rate = rateC, .reductions = cents(-8875), .increases = {}}};
    report.refundCount = 1;
    report.refunds = cents(-2500);
    report.refundsByReason = {named(u"Erreur de saisie"_s, 1, cents(-2500))};
    report.net = cents(367770);
    report.vat = {{.rate = rateA, .sales = {cents(45223), cents(9497)}, .advancesReceived = {}, .advancesUsed = {}},
                  {.rate = rateC,
                   .sales = {cents(294387), cents(17663)},
                   .advancesReceived = {cents(18868), cents(1132)},
                   .advancesUsed = {cents(-9434), cents(-566)}},
                  {.rate = rateE, .sales = {cents(1000), {}}, .advancesReceived = {}, .advancesUsed = {}}};
}

void fillItems(Report &report)
{
    report.items = {item(u"Visites"_s, u"Grotte"_s, u"Adulte"_s, 98, 176400, -4800),
                    item(u"Visites"_s, u"Grotte"_s, u"Enfant 6–12"_s, 71, 78100, -4075),
                    item(u"Visites"_s, u"Safari"_s, u"Adulte"_s, 40, 60000, 0),
                    item(u"Boutique"_s, {}, u"Peluche loup"_s, 31, 44950, -1745),
                    item(u"Boutique"_s, {}, u"Guide illustré de la vallée et de ses grottes"_s, 12, 24440, -3000),
                    item(u"Boutique"_s, {}, u"Carte postale"_s, -2, -2500, 0)};
    report.visitors = {named(u"Adulte"_s, 138), named(u"Enfant"_s, 71)};
    report.origins = {named(u"Belgique 5000"_s, 96), named(u"Pays-Bas"_s, 41), {.key = {}, .title = {}, .count = 72, .amount = {}}};
    report.users = {
        {.user = u"u1"_s, .first = at(9, 4), .last = at(17, 52), .sales = 120, .total = cents(301210), .payments = cents(310000)},
        {.user = u"u2"_s, .first = at(12, 1), .last = at(13, 30), .sales = 23, .total = cents(66560), .payments = cents(60000)}};
    report.hours = {
        {.hour = 9, .sales = 12, .total = cents(31000), .visitors = {{.key = u"adult"_s, .title = {}, .count = 21, .amount = {}}}},
        {.hour = 14,
         .sales = 131,
         .total = cents(336770),
         .visitors = {{.key = u"adult"_s, .title = {}, .count = 117, .amount = {}},
                      {.key = u"child"_s, .title = {}, .count = 71, .amount = {}}}}};
}

void fillRest(Report &report)
{
    report.roundingCount = 7;
    report.roundingUp = cents(11);
    report.roundingDown = cents(-5);
    report.giftSoldCount = 1;
    report.giftSold = cents(5000);
    report.giftByTender = {{.key = u"bancontact"_s, .title = text(u"Bancontact"_s), .count = 1, .amount = cents(3000)},
                           {.key = {}, .title = {}, .count = 1, .amount = cents(2000)}};
    report.giftUsedCount = 3;
    report.giftUsed = cents(12000);
    report.giftLiabilityBefore = cents(84000);
    report.giftLiabilityAfter = cents(77000);
    report.advancesReceived = cents(20000);
    report.advancesUsed = cents(-10000);
    report.duePayments = cents(41200);
    report.cash = drawer();
    report.drawerOpenings = {named(u"Contrôle"_s, 2)};
    report.copies = 1;
    report.trainingTickets = 4;
    report.quotes = 1;
    report.quotesConverted = 2;
    report.abandonedCount = 2;
    report.abandoned = cents(3500);
    report.events = {{.key = u"N"_s, .title = {}, .count = 144, .amount = cents(372770)},
                     {.key = u"R"_s, .title = {}, .count = 1, .amount = {}}};
    report.openItems = {{.kind = OpenItem::Kind::ParkedCart, .title = u"Table 4"_s, .amount = cents(2350)}};
    report.grandTotals = {.net = cents(123456789), .absolute = cents(125000000)};
    report.monthToDate = cents(4512050);
    report.yearToDate = cents(61230455);
}

} // namespace

Attraction attraction()
{
    Attraction place;
    place.legalName = u"Trois Lanternes ASBL"_s;
    place.commercialName = u"Grotte des Trois Lanternes"_s;
    place.street = u"Rue de l’Écho 7"_s;
    place.postcode = u"5999"_s;
    place.city = u"Valbruyère"_s;
    place.enterpriseNumber = u"0812345603"_s;
    place.establishmentUnit = u"2123456789"_s;
    place.iban = u"BE68 5390 0754 7034"_s;
    place.telephone = u"+32 80 00 00 00"_s;
    place.web = u"troislanternes.example"_s;
    place.receiptFooter = text(u"Merci de votre visite !"_s, u"Bedankt voor uw bezoek!"_s);
    return place;
}

ReceiptContext context(const QString &series, qint64 number)
{
    ReceiptContext result;
    result.attraction = attraction();
    result.tillName = text(u"Accueil"_s, u"Onthaal"_s);
    result.operatorName = u"Marie"_s;
    result.body.position = {.till = u"01h7-accueil"_s, .incarnation = 1, .number = 4711};
    result.body.at = at(14, 32, 5);
    result.body.label = EventLabel::N;
    result.body.document = {.series = series, .number = number};
    result.body.actor.user = u"u1"_s;
    result.body.softwareVersion = u"0.1.0"_s;
    result.hash = QByteArray::fromHex("0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9");
    return result;
}

SaleContent cashSale()
{
    SaleContent sale;
    sale.dossierNumber = u"P2611230A07"_s;
    sale.lines = {good(u"Lampe frontale"_s, 1, cents(1003), rateA)};
    sale.gross = sale.total = cents(1003);
    sale.vat = {vat(rateA, 829, 174)};
    Tender cash = tender(PaymentType::Cash, text(u"Espèces"_s, u"Contant"_s), cents(1003));
    cash.payment.rounding = cents(2);
    cash.payment.tendered = cents(5000);
    cash.payment.change = cents(3995);
    sale.tenders = {cash};
    return sale;
}

SaleContent mixedSale()
{
    SaleContent sale;
    sale.dossierNumber = u"P2611230A08"_s;
    SaleLine child = visitor(text(u"Enfant 6–12"_s, u"Kind 6–12"_s), 2, cents(1100), rateC);
    change(child, PriceChangeKind::Promotion, text(u"Early bird"_s), cents(-200), 2);
    SaleLine wolf = good(u"Peluche loup"_s, 1, cents(1450), rateA);
    change(wolf, PriceChangeKind::Manual, text(u"Article abîmé"_s), cents(-170));
    SaleLine postcard = good(u"Carte postale"_s, 1, cents(100), rateA);
    change(postcard, PriceChangeKind::Complimentary, text(u"Geste commercial"_s), cents(-100));
    sale.lines = {visitor(text(u"Adulte"_s, u"Volwassene"_s), 2, cents(1800), rateC), child, wolf, postcard};
    sale.gross = cents(7350);
    sale.discounts = {{.kind = PriceChangeKind::Promotion, .key = {}, .title = text(u"Early bird"_s), .amount = cents(-200)},
                      {.kind = PriceChangeKind::Manual, .key = {}, .title = text(u"Article abîmé"_s), .amount = cents(-170)},
                      {.kind = PriceChangeKind::Complimentary, .key = {}, .title = text(u"Geste commercial"_s), .amount = cents(-100)}};
    sale.total = cents(6880);
    sale.vat = {vat(rateA, 1058, 222), vat(rateC, 5283, 317)};
    Tender gift = tender(PaymentType::VoucherStore, text(u"Carte cadeau"_s, u"Cadeaukaart"_s), cents(5000));
    gift.payment.giftCode = u"GC4M7F3K"_s;
    Tender cash = tender(PaymentType::Cash, text(u"Espèces"_s, u"Contant"_s), cents(1880));
    cash.payment.tendered = cents(2000);
    cash.payment.change = cents(120);
    sale.tenders = {gift, cash};
    return sale;
}

SaleContent everyCodeSale()
{
    SaleContent sale;
    sale.dossierNumber = u"P2611230A09"_s;
    SaleLine cheese = good(u"Fromage de la vallée affiné en grotte"_s, 1, cents(1200), rateC);
    cheese.priced.grams = 450;
    cheese.priced.gross = cheese.priced.net = cents(540);
    SaleLine card = good(u"Carte cadeau"_s, 1, cents(5000), rateX);
    card.priced.kind = LineKind::GiftValue;
    card.priced.giftCode = u"GC000000ABCD"_s;
    sale.lines = {visitor(text(u"Groupe scolaire"_s, u"Schoolgroep"_s), 25, cents(4850), rateE), cheese, card};
    sale.gross = sale.total = cents(126790);
    sale.giftValue = cents(5000);
    sale.vat = {vat(rateC, 509, 31), vat(rateE, 121250, 0), vat(rateX, 5000, 0)};
    Tender bancontact = tender(PaymentType::CardDebit, text(u"Bancontact"_s), cents(125590));
    bancontact.payment.reference = u"482913"_s;
    Tender ancv = tender(PaymentType::ChequeOther, text(u"ANCV"_s), cents(1200));
    ancv.payment.excess = cents(800);
    sale.tenders = {bancontact, ancv};
    return sale;
}

RefundContent refund()
{
    RefundContent content;
    content.dossierNumber = u"P2611230A07"_s;
    SaleLine line = good(u"Lampe frontale"_s, -1, cents(1003), rateA);
    content.takenBack = {line};
    content.gross = content.total = cents(-1003);
    content.vat = {vat(rateA, -829, -174)};
    Payment cash;
    cash.type = PaymentType::Cash;
    cash.methodTitle = text(u"Espèces"_s, u"Contant"_s);
    cash.amount = cents(-1003);
    cash.rounding = cents(-2);
    content.payments = {cash};
    return content;
}

SaleContent order()
{
    SaleContent content = mixedSale();
    content.dossierNumber = u"P2611230A10"_s;
    content.lines.resize(2);
    content.gross = cents(5800);
    content.discounts.resize(1);
    content.total = cents(5600);
    content.vat = {vat(rateC, 5283, 317)};
    content.tenders.clear();
    content.dueOn = QDate{2026, 12, 1};
    content.deposit = cents(2000);
    content.structuredCommunication = u"202600004236"_s;
    return content;
}

Payment deposit()
{
    Payment payment;
    payment.type = PaymentType::CardDebit;
    payment.methodTitle = text(u"Bancontact"_s);
    payment.amount = cents(2000);
    payment.reference = u"482914"_s;
    return payment;
}

Report zReport()
{
    Report report;
    report.kind = Report::Kind::Z;
    report.number = 412;
    report.tillKey = u"accueil"_s;
    report.tillName = text(u"Accueil"_s, u"Onthaal"_s);
    report.businessDate = QDate{2026, 11, 23};
    report.openedAt = at(9, 2);
    report.openedBy = u"u1"_s;
    report.closedAt = at(18, 4);
    report.closedBy = u"u1"_s;
    report.firstSaleAt = at(9, 4, 11);
    report.lastSaleAt = at(17, 52, 40);
    report.series = {{.series = u"R"_s, .first = 51200, .last = 51343}};
    fillSales(report);
    report.methods = methods();
    fillItems(report);
    fillRest(report);
    report.factFrom = 4000;
    report.factTo = 4711;
    report.headHash = u"0a1b2c3d4e5f6071"_s;
    report.keyFingerprint = u"9f8e7d6c5b4a3921"_s;
    report.softwareVersion = u"0.1.0"_s;
    return report;
}

ReportContext reportContext()
{
    ReportContext result;
    result.attraction = attraction();
    result.userNames = {{u"u1"_s, u"Marie"_s}, {u"u2"_s, u"Joris"_s}};
    return result;
}

} // namespace guichet::samples
