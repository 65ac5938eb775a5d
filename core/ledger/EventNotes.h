// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/ledger/DataFolder.h"

namespace guichet {

/// A technical event of a program that only reads the ledger (export, backup beside a running till, decisions 17): a small file in the data
/// folder until the till itself writes it into the journal.
struct NotedEvent
{
    QString id; ///< A UUID: however often it is found, it is recorded once.
    TechnicalEvent event = TechnicalEvent::Export;
    QJsonObject details; ///< With `at`, RFC 3339: when it happened.
};

/// FolderReadOnly, DiskFull …
Result<> noteEvent(const DataFolder &folder, TechnicalEvent event, const QDateTime &at, QJsonObject details);
/// What waits; files that are none are left out.
std::vector<NotedEvent> notedEvents(const DataFolder &folder);
void forgetNotedEvent(const DataFolder &folder, const NotedEvent &noted);

} // namespace guichet
