// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

class QApplication;

namespace guichet::bench {

/// One measured figure, printed as a JSON object a line.
struct Figure
{
    QString name;
    double value = 0;
    QString unit;
    std::optional<double> reference; ///< The bare measurement of the same run.
    std::optional<double> bar = {};  ///< Of the ratio where there is a reference, else of the value; none: for who reads it.
    bool atLeast = false;            ///< The bar is a floor.
    bool isTimeless = false;         ///< Whether something went wrong, not how long it took: its bar holds with --smoke too.

    double ratio() const { return reference && *reference > 0 ? value / *reference : value; }
    bool ok() const { return !bar || (atLeast ? ratio() >= *bar : ratio() <= *bar); }
};
void print(const Figure &figure);

/// `smoke`: small counts, to see that every figure can be taken; its values say little but where the bar is timeless.
struct Options
{
    bool smoke = false;
    std::optional<int> seconds = {}; ///< For figures that take a time, instead of their own.
    int count(int full, int small) const { return smoke ? small : full; }
};

/// Wall-clock seconds of `work`.
double secondsOf(const std::function<void()> &work);
double percentile(std::vector<double> samples, double percent);
/// Ends the program with what went wrong: a bench that cannot measure must not print a figure.
[[noreturn]] void fail(const QString &why);

std::vector<Figure> saleFigures(const Options &options);
std::vector<Figure> pricingFigures(const Options &options);
std::vector<Figure> reportFigures(const Options &options);
std::vector<Figure> largeLedgerFigures(const Options &options);
std::vector<Figure> verifyFigures(const Options &options);
std::vector<Figure> printFigures(const Options &options);
std::vector<Figure> windowFigures(const Options &options);
std::vector<Figure> acceptFigures(const Options &options);
std::vector<Figure> acceptPostgresqlFigures(const Options &options);
std::vector<Figure> snapshotFigures(const Options &options);
std::vector<Figure> snapshotPostgresqlFigures(const Options &options);
std::vector<Figure> syncFigures(const Options &options);
std::vector<Figure> syncTillsFigures(const Options &options);
/// A child process of windowFigures() or deviceFigures(): `bare`; `till FOLDER`; `idle FOLDER SECONDS`.
int runWindowChild(int argc, char **argv, const QStringList &words);
std::vector<Figure> deviceFigures(const Options &options);
/// The child process of deviceFigures(): says what share of a core it takes, once, and ends.
int runIdleTill(QApplication &application, const QString &dataFolder, int seconds);

} // namespace guichet::bench
