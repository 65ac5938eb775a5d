// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/ledger/Database.h"

#include <memory>

namespace guichet {

class DataFolder;

/// Keeps a second till out of a data folder (decisions 15), or a second server out of that of a trial. An exclusive lock on a small SQLite
/// file: portable, and gone with the process however it ends.
class FolderLock
{
public:
    /// FolderInUse when another process (or another Ledger of this one) has it; FolderReadOnly.
    static Result<std::unique_ptr<FolderLock>> take(const DataFolder &folder);
    /// The lock `file` of any folder; errors as above.
    static Result<std::unique_ptr<FolderLock>> take(const QString &file);

private:
    explicit FolderLock(std::unique_ptr<Database> db) : m_db{std::move(db)} {}
    std::unique_ptr<Database> m_db;
};

} // namespace guichet
