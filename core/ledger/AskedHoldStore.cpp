// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/AskedHoldStore.h"

#include "core/ledger/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace guichet {
namespace {

constexpr Sql selectAsked = R"(
SELECT dossier, wanted, code, waits, failed, answered_wanted, granted, answered_code, code_granted, until_ms FROM asked_hold
WHERE dossier = :dossier)";
constexpr Sql selectAskedWaiting = R"(
SELECT dossier, wanted, code, waits, failed, answered_wanted, granted, answered_code, code_granted, until_ms FROM asked_hold
WHERE waits = 1 ORDER BY dossier)";
constexpr Sql upsertAsked = R"(
INSERT INTO asked_hold (dossier, wanted, code, waits, failed, answered_wanted, granted, answered_code, code_granted, until_ms)
VALUES (:dossier, :wanted, :code, :waits, :failed, :answered_wanted, :granted, :answered_code, :code_granted, :until_ms)
ON CONFLICT (dossier) DO UPDATE SET wanted = excluded.wanted, code = excluded.code, waits = excluded.waits, failed = excluded.failed,
    answered_wanted = excluded.answered_wanted, granted = excluded.granted, answered_code = excluded.answered_code,
    code_granted = excluded.code_granted, until_ms = excluded.until_ms)";
constexpr Sql deleteAsked = "DELETE FROM asked_hold WHERE dossier = :dossier";
constexpr Sql deleteLapsedAsked = "DELETE FROM asked_hold WHERE waits = 0 AND until_ms < :before";

QString unitsText(const std::vector<int> &units)
{
    QJsonArray array;
    for (const int one : units)
        array.append(one);
    return QString::fromUtf8(QJsonDocument{array}.toJson(QJsonDocument::Compact));
}

std::vector<int> unitsFromText(const QString &text)
{
    std::vector<int> units;
    for (const QJsonValue &one : QJsonDocument::fromJson(text.toUtf8()).array())
        units.push_back(one.toInt());
    return units;
}

Result<AskedHold> readAsked(const Row &row)
{
    AskedHold hold{.dossier = row.id<Dossier>(0),
                   .code = row.text(2),
                   .waits = row.boolean(3),
                   .failed = row.boolean(4),
                   .granted = unitsFromText(row.text(6)),
                   .answeredCode = row.text(7),
                   .codeGranted = row.boolean(8)};
    TRY_LET(wanted, placesFromText(row.text(1)));
    hold.wanted = std::move(wanted);
    TRY_LET(answered, placesFromText(row.text(5)));
    hold.answered = std::move(answered);
    if (const qint64 ms = row.integer(9); ms > 0)
        hold.until = QDateTime::fromMSecsSinceEpoch(ms);
    return hold;
}

} // namespace

Result<std::optional<AskedHold>> AskedHoldStore::find(const Id<Dossier> &dossier) const
{
    TRY_LET(row, firstRow(m_db, selectAsked, {{":dossier", dossier}}, readAsked));
    if (!row)
        return std::nullopt;
    TRY_LET(hold, *row);
    return std::optional{std::move(hold)};
}

Result<std::vector<AskedHold>> AskedHoldStore::waiting() const
{
    std::vector<AskedHold> all;
    TRY(forEachRow(m_db, selectAskedWaiting, {}, [&](const Row &row) -> Result<> {
        TRY_LET(hold, readAsked(row));
        all.push_back(std::move(hold));
        return {};
    }));
    return all;
}

Result<> AskedHoldStore::put(const AskedHold &hold)
{
    return runQuery(m_db, upsertAsked,
                    {{":dossier", hold.dossier},
                     {":wanted", placesText(hold.wanted)},
                     {":code", hold.code},
                     {":waits", hold.waits},
                     {":failed", hold.failed},
                     {":answered_wanted", placesText(hold.answered)},
                     {":granted", unitsText(hold.granted)},
                     {":answered_code", hold.answeredCode},
                     {":code_granted", hold.codeGranted},
                     {":until_ms", hold.until.isValid() ? hold.until.toMSecsSinceEpoch() : 0}});
}

Result<> AskedHoldStore::drop(const Id<Dossier> &dossier)
{
    return runQuery(m_db, deleteAsked, {{":dossier", dossier}});
}

Result<> AskedHoldStore::forget(const QDateTime &before)
{
    return runQuery(m_db, deleteLapsedAsked, {{":before", before.toMSecsSinceEpoch()}});
}

} // namespace guichet
