// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/MachineState.h"

#include "core/ledger/Query.h"

namespace guichet {

namespace {

constexpr Sql selectState = "SELECT value FROM machine_state WHERE name = :name";
constexpr Sql writeState =
    "INSERT INTO machine_state (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

} // namespace

Result<QString> machineState(Database &db, const QString &name)
{
    return selectText(db, selectState, {{":name", name}});
}

Result<> setMachineState(Database &db, const QString &name, const QString &value)
{
    return runQuery(db, writeState, {{":name", name}, {":value", value}});
}

} // namespace guichet
