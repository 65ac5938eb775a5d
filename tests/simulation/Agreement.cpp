// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Agreement.h"

#include "core/ledger/Verifier.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql selectHeads = R"(SELECT till, incarnation, number, hash FROM fact ORDER BY till, incarnation, number)";
constexpr Sql selectShared = R"(
SELECT kind, key, archived, body FROM document WHERE kind NOT IN ('user', 'settings', 'till_profile', 'note') ORDER BY kind, key)";

Result<std::vector<QString>> rowsOf(Database &db, Sql select)
{
    return allRows(db, select, {}, [](const Row &row) {
        QStringList values;
        for (int column = 0; column < row.columns(); ++column)
            values << QString::fromLatin1(row.blob(column).toHex());
        return values.join(u' ');
    });
}

/// Sorted here, with the columns by name: the engines put neither rows without a value nor columns in the same order.
std::vector<QString> sortedLines(Database &db, const QString &table, const QStringList &columns)
{
    std::vector<QString> lines;
    auto rows = must(selectRowsOf(db, u"SELECT %1 FROM %2"_s.arg(columns.join(u", "_s), table)));
    while (rows.next()) {
        QStringList values;
        for (int column = 0; column < columns.size(); ++column) {
            const QVariant value = rows.row().value(column);
            const bool isBytes = value.typeId() == QMetaType::QByteArray;
            values << (value.isNull() ? u"none"_s : isBytes ? QString::fromLatin1(value.toByteArray().toHex()) : value.toString());
        }
        lines.push_back(values.join(u" | "_s));
    }
    must(rows.finish());
    std::ranges::sort(lines);
    return lines;
}

/// As firstDifference(), of ledgers on two engines.
QString firstDifferenceOf(Database &one, Database &other, const QString &table)
{
    const QStringList columns = must(selectRowsOf(one, u"SELECT * FROM %1 LIMIT 0"_s.arg(table))).row().names();
    const std::vector<QString> left = sortedLines(one, table, columns);
    const std::vector<QString> right = sortedLines(other, table, columns);
    const auto [here, there] = std::ranges::mismatch(left, right);
    if (here == left.end() && there == right.end())
        return {};
    return u"%1: [%2], the centre has [%3]"_s.arg(table, here == left.end() ? QString{} : *here, there == right.end() ? QString{} : *there);
}

} // namespace

Result<std::vector<QString>> heads(Database &db)
{
    return rowsOf(db, selectHeads);
}

Result<std::vector<QString>> sharedDocuments(Database &db)
{
    return rowsOf(db, selectShared);
}

void checkThatItAgrees(SyncedTill &till, Database &centre)
{
    const CentreState state = till.state();
    CHECK(state.waiting == 0);
    CHECK(state.unread == 0);
    CHECK_FALSE(state.trouble);
    TillProjector projector;
    for (const QString &table : projector.projectionTables())
        CHECK(firstDifferenceOf(till.workplace().db(), centre, table) == QString{});
    CHECK(must(heads(till.workplace().db())) == must(heads(centre)));
    const DataFolder data{till.folder.path()};
    const VerifyReport report = must(verifyLedger(data.ledgerFile(), {.record = must(readIdentity(data))}, projector));
    INFO((report.defect ? report.defect->what : QString{}));
    CHECK_FALSE(report.defect);
}

} // namespace guichet
