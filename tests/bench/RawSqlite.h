// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace guichet::bench {

/// The engine's own handle of the till's open connection to a file.
sqlite3 *handleOf(const QString &file);

/// While it lives, collects the statements that the till runs, with their values in place; those of triggers are left out.
class Recorder
{
public:
    enum class What { Writes, Reads };
    /// `texts`: gets the same without the values, as they were prepared.
    Recorder(sqlite3 *db, What what, std::vector<std::string> &statements, std::vector<std::string> *texts = nullptr);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

private:
    static int traced(unsigned event, void *self, void *statement, void *text);

    sqlite3 *m_db;
    What m_what;
    std::vector<std::string> &m_statements;
    std::vector<std::string> *m_texts;
};

void runText(sqlite3 *db, const char *sql);
/// Seconds to step through statements that are prepared before the clock starts; `transaction`: as one durable transaction.
double runPrepared(sqlite3 *db, const std::vector<std::string> &statements, bool transaction = false);

} // namespace guichet::bench
