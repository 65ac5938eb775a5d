// SPDX-License-Identifier: GPL-3.0-or-later
// The X of a session against its bare SQL aggregates, and in a large ledger against a small one.
#include "core/usecases/DemoHistory.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/TillDesk.h"
#include "tests/bench/BenchTill.h"
#include "tests/bench/Figure.h"
#include "tests/bench/RawSqlite.h"

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

double medianPreview(Workplace &workplace, int runs)
{
    std::vector<double> samples;
    for (int i = 0; i < runs; ++i)
        samples.push_back(secondsOf([&] {
                              if (!TillDesk{workplace}.preview())
                                  fail(u"preview"_s);
                          }) *
                          1000);
    return percentile(samples, 50);
}

/// A till with so many days behind it, and a session of some sales today.
class AgedTill
{
public:
    explicit AgedTill(int days)
    {
        const QString folder = m_folder.filePath(u"till"_s);
        const TillCreation creation{.demo = true, .historyDays = days, .secretStore = u"file"_s};
        if (!createTill(folder, creation, m_clock))
            fail(u"aged till"_s);
        auto workplace = Workplace::open({.dataFolder = folder, .clock = &m_clock});
        if (!workplace)
            fail(u"open aged till"_s);
        m_workplace = std::move(*workplace);
        const bool ready = Staff{*m_workplace}.logIn(u"Claire"_s, u"5555"_s) && TillDesk{*m_workplace}.open({}, {.clockConfirmed = true});
        Checkout checkout{*m_workplace};
        for (int i = 0; ready && i < 200; ++i)
            if (!checkout.addProduct({}, u"p001"_s, 1) || !checkout.pay({}, {.method = u"cash"_s, .amount = Money::fromCents(5'000)}) ||
                !checkout.validate({}))
                fail(u"sale in aged till"_s);
    }
    Workplace &workplace() { return *m_workplace; }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Workplace> m_workplace;
};

} // namespace

std::vector<Figure> reportFigures(const Options &options)
{
    BenchTill till;
    for (int i = 0; i < options.count(2000, 30); ++i) {
        till.composeSale();
        till.validate();
    }
    const int runs = options.count(60, 5);
    const double report = medianPreview(till.workplace(), runs);
    sqlite3 *db = handleOf(till.file());
    std::vector<std::string> selects;
    {
        const Recorder recorder{db, Recorder::What::Reads, selects};
        medianPreview(till.workplace(), 1);
    }
    std::vector<double> bare;
    for (int i = 0; i < runs; ++i)
        bare.push_back(runPrepared(db, selects) * 1000);
    return {{.name = u"x_2000_sales"_s, .value = report, .unit = u"ms"_s, .reference = percentile(bare, 50), .bar = 1.5}};
}

std::vector<Figure> largeLedgerFigures(const Options &options)
{
    const int runs = options.count(60, 5);
    AgedTill small{options.count(90, 2)};
    AgedTill large{options.count(7300, 6)};
    const double inSmall = medianPreview(small.workplace(), runs);
    return {{.name = u"x_in_large_ledger"_s,
             .value = medianPreview(large.workplace(), runs),
             .unit = u"ms"_s,
             .reference = inSmall,
             .bar = 1.1}};
}

} // namespace guichet::bench
