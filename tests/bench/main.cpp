// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-bench [--smoke] [NAME…]: one JSON object a line; exit status 1 when a figure misses its bar (never with --smoke).
#include "tests/bench/Figure.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace guichet::bench {

void print(const Figure &figure)
{
    QJsonObject line{{QStringLiteral("name"), figure.name}, {QStringLiteral("value"), figure.value},
                     {QStringLiteral("unit"), figure.unit}, {QStringLiteral("ratio"), figure.ratio()},
                     {QStringLiteral("bar"), figure.bar},   {QStringLiteral("ok"), figure.ok()}};
    if (figure.reference)
        line[QStringLiteral("reference")] = *figure.reference;
    std::puts(QJsonDocument{line}.toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double secondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double percentile(std::vector<double> samples, double percent)
{
    if (samples.empty())
        fail(QStringLiteral("no samples"));
    std::ranges::sort(samples);
    const auto index = static_cast<size_t>(percent / 100.0 * static_cast<double>(samples.size() - 1) + 0.5);
    return samples[std::min(index, samples.size() - 1)];
}

void fail(const QString &why)
{
    std::fprintf(stderr, "guichet-bench: %s\n", qPrintable(why));
    std::exit(2);
}

} // namespace guichet::bench

int main(int argc, char **argv)
{
    using namespace guichet::bench;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (arguments.value(0) == QStringLiteral("--window"))
        return runWindowChild(argc, argv, arguments.value(1), arguments.value(2));
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    const Options options{.smoke = arguments.removeAll(QStringLiteral("--smoke")) > 0};
    const std::pair<QString, std::vector<Figure> (*)(const Options &)> benches[]{{QStringLiteral("sale"), saleFigures},
                                                                                 {QStringLiteral("pricing"), pricingFigures},
                                                                                 {QStringLiteral("report"), reportFigures},
                                                                                 {QStringLiteral("verify"), verifyFigures},
                                                                                 {QStringLiteral("window"), windowFigures}};
    bool ok = true;
    for (const auto &[name, measure] : benches) {
        if (!arguments.isEmpty() && !arguments.contains(name))
            continue;
        for (const Figure &figure : measure(options)) {
            print(figure);
            ok = ok && figure.ok();
        }
    }
    return ok || options.smoke ? 0 : 1;
}
