// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/EscPos.h"
#include "tests/bench/Figure.h"

#include <benchmark/benchmark.h>

#include <QPainter>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

/// A receipt of twenty lines with a logo and a QR code.
Paper receiptOfTwentyLines()
{
    Paper paper;
    paper.title = u"Ticket de caisse"_s;
    paper.items = {PaperLogo{}, PaperText{.text = u"Les Roches Brunes"_s, .align = Align::Centre, .bold = true, .size = TextSize::Tall}};
    for (int i = 0; i < 20; ++i)
        paper.items.emplace_back(PaperPair{.left = u"%1 × Entrée adulte, été"_s.arg(i + 1), .right = u"12,50 €"_s});
    paper.items.emplace_back(PaperRule{});
    paper.items.emplace_back(PaperPair{.left = u"À payer"_s, .right = u"250,00 €"_s, .bold = true, .size = TextSize::Large});
    paper.items.emplace_back(PaperQr{.payload = u"https://billets.example/t/8J2KQ4M7ZC3X"_s, .caption = u"8J2K Q4M7 ZC3X"_s});
    paper.items.emplace_back(PaperCut{});
    return paper;
}

QImage logoPicture()
{
    QImage logo{512, 160, QImage::Format_RGB32};
    logo.fill(Qt::white);
    QPainter painter{&logo};
    for (int x = 0; x < 512; x += 16)
        painter.fillRect(x, x % 64, 9, 90, QColor{x % 256, 120, 60});
    return logo;
}

} // namespace

std::vector<Figure> printFigures(const Options &options)
{
    const auto profile = printerProfile(u"generic80"_s);
    if (!profile)
        fail(profile.error().detail);
    const EscPosOptions cached{.logo = escPosLogo(logoPicture(), *profile)};
    const Paper paper = receiptOfTwentyLines();
    std::vector<double> samples;
    for (int i = 0; i < options.count(2000, 50); ++i)
        samples.push_back(secondsOf([&] { benchmark::DoNotOptimize(encodeEscPos(paper, *profile, cached)); }) * 1000);
    return {{.name = u"encode_receipt_p50"_s, .value = percentile(samples, 50), .unit = u"ms"_s, .bar = 1}};
}

} // namespace guichet::bench
