// SPDX-License-Identifier: GPL-3.0-or-later
// A validated sale against the same rows written by the bare SQLite C API with the same pragmas.
#include "tests/bench/BenchTill.h"
#include "tests/bench/Figure.h"
#include "tests/bench/RawSqlite.h"

#include <QFile>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

/// A bare connection to a copy of the ledger as it was before the recorded sales, with the till's pragmas.
class BareLedger
{
public:
    explicit BareLedger(const QString &ledger)
    {
        const QString copy = m_folder.filePath(u"bare.db"_s);
        if (!QFile::copy(ledger, copy) || sqlite3_open(copy.toUtf8().constData(), &m_db) != SQLITE_OK)
            fail(u"copy of the ledger"_s);
        for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"})
            runText(m_db, pragma);
    }
    ~BareLedger() { sqlite3_close(m_db); }
    BareLedger(const BareLedger &) = delete;
    BareLedger &operator=(const BareLedger &) = delete;
    sqlite3 *handle() const { return m_db; }

private:
    QTemporaryDir m_folder;
    sqlite3 *m_db = nullptr;
};

} // namespace

std::vector<Figure> saleFigures(const Options &options)
{
    const int sales = options.count(1000, 40);
    BenchTill till;
    sqlite3 *db = handleOf(till.file());
    std::vector<double> measured;
    for (int i = 0; i < sales; ++i) {
        till.composeSale();
        measured.push_back(secondsOf([&till] { till.validate(); }) * 1000);
    }
    runText(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    const BareLedger bare{till.file()};
    // The cart is working state of the copy too: what composing writes is replayed untimed, what validation writes is timed.
    std::vector<double> reference;
    for (int i = 0; i < sales; ++i) {
        std::vector<std::string> composing;
        std::vector<std::string> validating;
        {
            const Recorder recorder{db, Recorder::What::Writes, composing};
            till.composeSale();
        }
        {
            const Recorder recorder{db, Recorder::What::Writes, validating};
            till.validate();
        }
        runPrepared(bare.handle(), composing, true);
        reference.push_back(runPrepared(bare.handle(), validating, true) * 1000);
    }
    return {{.name = u"sale_p50"_s, .value = percentile(measured, 50), .unit = u"ms"_s, .reference = percentile(reference, 50), .bar = 2},
            {.name = u"sale_p99"_s, .value = percentile(measured, 99), .unit = u"ms"_s, .reference = percentile(reference, 99), .bar = 3}};
}

} // namespace guichet::bench
