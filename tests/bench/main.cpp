// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-bench [--smoke] [--seconds N] [NAME…]: one JSON object a line; NAME is a figure or a group of figures that are taken together.
// Exit status 1 when a figure misses its bar (with --smoke: one that has nothing to do with time), 2 when it cannot be taken.
#include "tests/bench/Figure.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace guichet::bench {

void print(const Figure &figure)
{
    QJsonObject line{{QStringLiteral("name"), figure.name},
                     {QStringLiteral("value"), figure.value},
                     {QStringLiteral("unit"), figure.unit},
                     {QStringLiteral("ratio"), figure.ratio()},
                     {QStringLiteral("ok"), figure.ok()}};
    if (figure.bar)
        line[QStringLiteral("bar")] = *figure.bar;
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
    const auto index = static_cast<size_t>(std::lround(percent / 100.0 * static_cast<double>(samples.size() - 1)));
    return samples[std::min(index, samples.size() - 1)];
}

void fail(const QString &why)
{
    std::fprintf(stderr, "guichet-bench: %s\n", qPrintable(why));
    std::exit(2);
}

namespace {

using namespace Qt::StringLiterals;

/// Figures that are taken together, from one till.
struct Group
{
    QString name;
    QStringList figures;
    std::vector<Figure> (*measure)(const Options &options);
};

const std::vector<Group> &groups()
{
    static const std::vector<Group> all{
        {u"sale"_s, {u"sale_p50"_s, u"sale_p99"_s}, saleFigures},
        {u"pricing"_s, {u"pricing_200_lines_p50"_s}, pricingFigures},
        {u"report"_s, {u"x_2000_sales"_s}, reportFigures},
        {u"large"_s, {u"x_in_large_ledger"_s}, largeLedgerFigures},
        {u"verify"_s, {u"verify_chain_only"_s, u"verify_with_replay"_s}, verifyFigures},
        {u"print"_s, {u"encode_receipt_p50"_s}, printFigures},
        {u"devices"_s, {u"validated_to_first_byte_p99"_s, u"idle_cpu_devices_absent"_s}, deviceFigures},
        {u"sync"_s, {u"sync_backlog_10000"_s, u"sync_visible_p99"_s, u"sync_sale_p99"_s}, syncFigures},
        {u"accept"_s, {u"sync_accept"_s}, acceptFigures},
        {u"snapshot"_s, {u"sync_snapshot"_s, u"sync_snapshot_copy"_s}, snapshotFigures},
        {u"window"_s,
         {u"start_to_sale_screen"_s, u"memory_of_sale_screen"_s, u"scan_to_painted_line_p99"_s, u"serial_scan_to_painted_line_p99"_s},
         windowFigures},
        // Last: without a PostgreSQL on the machine the bench ends here.
        {u"accept_postgresql"_s, {u"sync_accept_postgresql"_s}, acceptPostgresqlFigures},
        {u"snapshot_postgresql"_s, {u"sync_snapshot_postgresql"_s, u"sync_snapshot_copy_postgresql"_s}, snapshotPostgresqlFigures},
        {u"sync_tills"_s,
         {u"sync_tills_push_p99"_s, u"sync_tills_errors"_s, u"sync_tills_disorder"_s, u"sync_tills_memory"_s},
         syncTillsFigures}};
    return all;
}

bool isNamed(const QStringList &names, const Group &group, const QString &figure)
{
    return names.isEmpty() || names.contains(group.name) || names.contains(figure);
}

void refuseUnknown(const QStringList &names)
{
    QStringList known;
    for (const Group &group : groups())
        known << group.name << group.figures;
    for (const QString &name : names)
        if (!known.contains(name))
            fail(u"there is no figure %1; there are %2"_s.arg(name, known.join(u", "_s)));
}

/// Takes `--seconds N` out of the words.
std::optional<int> takeSeconds(QStringList &words)
{
    const qsizetype at = words.indexOf(u"--seconds"_s);
    if (at < 0)
        return std::nullopt;
    const int seconds = words.value(at + 1).toInt();
    if (seconds < 1)
        fail(u"--seconds needs a number"_s);
    words.remove(at, 2);
    return seconds;
}

/// Prints what is named of a group; whether all of it keeps the bars that hold.
bool take(const Group &group, const QStringList &names, const Options &options)
{
    if (std::ranges::none_of(group.figures, [&](const QString &figure) { return isNamed(names, group, figure); }))
        return true;
    bool ok = true;
    for (const Figure &figure : group.measure(options)) {
        if (!isNamed(names, group, figure.name))
            continue;
        print(figure);
        ok = ok && (figure.ok() || (options.smoke && !figure.isTimeless));
    }
    return ok;
}

} // namespace
} // namespace guichet::bench

int main(int argc, char **argv)
{
    using namespace guichet::bench;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (arguments.value(0) == QStringLiteral("--window"))
        return runWindowChild(argc, argv, arguments.mid(1));
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    Options options{.smoke = arguments.removeAll(QStringLiteral("--smoke")) > 0};
    options.seconds = takeSeconds(arguments);
    refuseUnknown(arguments);
    bool ok = true;
    for (const Group &group : groups())
        ok = take(group, arguments, options) && ok;
    return ok ? 0 : 1;
}
