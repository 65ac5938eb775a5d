// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchTill.h"

#include "core/usecases/DocumentWriter.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/TillDesk.h"
#include "tests/bench/Figure.h"

#include <QJsonArray>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

void require(const Result<> &done)
{
    if (!done)
        fail(codeName(done.error().code) + u": "_s + done.error().detail);
}

QJsonObject extraProduct(int number)
{
    return {{u"key"_s, u"x%1"_s.arg(number)},
            {u"name"_s, QJsonObject{{u"fr"_s, u"Article de série %1 bleu"_s.arg(number)}}},
            {u"reference"_s, u"X%1"_s.arg(number)},
            {u"barcodes"_s, QJsonArray{u"X-%1"_s.arg(number, 8, 10, QChar{u'0'})}},
            {u"vat"_s, u"A"_s},
            {u"price"_s, 100 + number % 5000},
            {u"group"_s, u"boutique-souvenirs"_s}};
}

Result<> addProducts(Workplace &workplace, int count)
{
    return inTransaction(workplace.db(), [&]() -> Result<> {
        DocumentWriter writer{workplace.db(), workplace.journal(), *workplace.catalogue, {u"u5"_s, workplace.now()}};
        for (int number = 1; number <= count; ++number)
            TRY(writer.write(DocumentKind::Product, extraProduct(number)));
        return {};
    });
}

} // namespace

template <typename T>
T must(Result<T> result)
{
    if (!result)
        fail(codeName(result.error().code) + u": "_s + result.error().detail);
    return std::move(*result);
}
template SaleOutcome must(Result<SaleOutcome>);

BenchTill::BenchTill(int products, int days)
{
    const TillCreation creation{.demo = true, .historyDays = days, .secretStore = u"file"_s};
    must(createTill(folder(), creation, m_clock));
    m_workplace = must(Workplace::open({.dataFolder = folder(), .clock = &m_clock, .terminal = &m_terminal}));
    must(Staff{*m_workplace}.logIn(u"Claire"_s, u"5555"_s));
    must(TillDesk{*m_workplace}.open({}, {.amount = Money::fromCents(25'000), .clockConfirmed = true}));
    if (products > 0)
        require(addProducts(*m_workplace, products));
}

QString BenchTill::folder() const
{
    return m_folder.filePath(u"till"_s);
}

QString BenchTill::file() const
{
    return DataFolder{folder()}.ledgerFile();
}

void BenchTill::composeSale(int lines)
{
    Checkout checkout{*m_workplace};
    for (int line = 0; line < lines; ++line)
        must(checkout.addProduct(CommandId::generate(), u"p%1"_s.arg(1 + (m_sales * 7 + line * 31) % 200, 3, 10, QChar{u'0'}),
                                 1 + line % 2));
    must(checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = Money::fromCents(50'000)}));
    ++m_sales;
}

SaleOutcome BenchTill::validate()
{
    return must(Checkout{*m_workplace}.validate(CommandId::generate()));
}

} // namespace guichet::bench
