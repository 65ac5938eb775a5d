// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ProductStore.h"
#include "core/pricing/Pricing.h"
#include "tests/bench/BenchTill.h"
#include "tests/bench/Figure.h"

#include <benchmark/benchmark.h>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

/// 200 lines: tickets that promotions reach, and goods that the code reaches.
Cart largeCart(QDate date)
{
    Cart cart;
    cart.promoCode = u"DIX10"_s;
    for (int i = 0; i < 200; ++i) {
        CartLine line;
        line.id = Id<CartLine>::generate();
        line.quantity = 1 + i % 4;
        if (i % 2 == 0) {
            line.kind = LineKind::Resource;
            line.formula = i % 4 == 0 ? u"grotte"_s : u"safari"_s;
            line.item = i % 3 == 0 ? u"adulte"_s : u"enfant"_s;
            line.visit = {date.addDays(i % 30), i % 4 == 0 ? QTime{10, 30} : QTime{}};
        } else {
            line.item = u"p%1"_s.arg(i, 3, 10, QChar{u'0'});
            line.title = LocalizedText{u"Article %1"_s.arg(i)};
            line.unitPrice = Money::fromCents(199 + i);
        }
        cart.lines.push_back(line);
    }
    return cart;
}

} // namespace

std::vector<Figure> pricingFigures(const Options &options)
{
    BenchTill till;
    const Catalogue &catalogue = *till.workplace().catalogue;
    const QDateTime now = till.workplace().now();
    const Cart cart = largeCart(now.date());
    std::vector<double> samples;
    for (int i = 0; i < options.count(2000, 50); ++i)
        samples.push_back(secondsOf([&] { benchmark::DoNotOptimize(price(cart, catalogue, {.now = now, .businessDate = now.date()})); }) *
                          1000);
    return {{.name = u"pricing_200_lines_p50"_s, .value = percentile(samples, 50), .unit = u"ms"_s, .bar = 1}};
}

} // namespace guichet::bench
