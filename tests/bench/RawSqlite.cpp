// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/RawSqlite.h"

#include "tests/bench/Figure.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

bool isWrite(const char *sql)
{
    const QByteArray text = QByteArray{sql}.trimmed().toUpper();
    return text.startsWith("INSERT") || text.startsWith("UPDATE") || text.startsWith("DELETE");
}

bool isRead(const char *sql)
{
    const QByteArray text = QByteArray{sql}.trimmed().toUpper();
    return text.startsWith("SELECT") || text.startsWith("WITH");
}

} // namespace

sqlite3 *handleOf(const QString &file)
{
    for (const QString &name : QSqlDatabase::connectionNames()) {
        const QSqlDatabase db = QSqlDatabase::database(name, false);
        if (db.isOpen() && db.databaseName().contains(file))
            return *static_cast<sqlite3 *const *>(db.driver()->handle().data());
    }
    fail(u"no connection to the ledger"_s);
}

Recorder::Recorder(sqlite3 *db, What what, std::vector<std::string> &statements, std::vector<std::string> *texts)
    : m_db{db}, m_what{what}, m_statements{statements}, m_texts{texts}
{
    sqlite3_trace_v2(m_db, SQLITE_TRACE_STMT, &Recorder::traced, this);
}

Recorder::~Recorder()
{
    sqlite3_trace_v2(m_db, 0, nullptr, nullptr);
}

int Recorder::traced(unsigned, void *self, void *statement, void *text)
{
    auto &recorder = *static_cast<Recorder *>(self);
    auto *prepared = static_cast<sqlite3_stmt *>(statement);
    const char *sql = sqlite3_sql(prepared);
    const bool ofTrigger = static_cast<const char *>(text)[0] == '-';
    if (ofTrigger || !(recorder.m_what == What::Writes ? isWrite(sql) : isRead(sql)))
        return 0;
    char *expanded = sqlite3_expanded_sql(prepared);
    if (!expanded)
        fail(u"sqlite3_expanded_sql"_s);
    recorder.m_statements.emplace_back(expanded);
    if (recorder.m_texts)
        recorder.m_texts->emplace_back(sql);
    sqlite3_free(expanded);
    return 0;
}

void runText(sqlite3 *db, const char *sql)
{
    char *error = nullptr;
    if (sqlite3_exec(db, sql, nullptr, nullptr, &error) != SQLITE_OK)
        fail(QString::fromUtf8(error));
}

double runPrepared(sqlite3 *db, const std::vector<std::string> &statements, bool transaction)
{
    std::vector<sqlite3_stmt *> prepared;
    for (const std::string &sql : statements) {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            fail(QString::fromUtf8(sqlite3_errmsg(db)));
        prepared.push_back(statement);
    }
    const double seconds = secondsOf([&] {
        if (transaction)
            runText(db, "BEGIN IMMEDIATE");
        for (sqlite3_stmt *statement : prepared) {
            int code = SQLITE_ROW;
            while (code == SQLITE_ROW)
                code = sqlite3_step(statement);
            if (code != SQLITE_DONE)
                fail(QString::fromUtf8(sqlite3_errmsg(db)));
            sqlite3_reset(statement);
        }
        if (transaction)
            runText(db, "COMMIT");
    });
    for (sqlite3_stmt *statement : prepared)
        sqlite3_finalize(statement);
    return seconds;
}

} // namespace guichet::bench
