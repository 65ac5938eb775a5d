// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

class Database;

/// Small notes of the machine room (last verified point, known defect): working state, outside rebuild. Empty when never set.
Result<QString> machineState(Database &db, const QString &name);
Result<> setMachineState(Database &db, const QString &name, const QString &value);

} // namespace guichet
