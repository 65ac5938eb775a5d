// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/ledger/Database.h"

namespace guichet {

/// A session of a till as it stands: opened, and closed when a Z names it.
struct SessionRecord
{
    Id<TillSession> id;
    QString till;
    qint64 incarnation = 1;
    qint64 firstNumber = 0; ///< Of the fact that opened it.
    QDate businessDate;
    QDateTime openedAt;
    QString openedBy;
    Money expectedFloat;
    Money countedFloat;
    bool closed = false;
    qint64 zNumber = 0;
    Money nextFloat = {}; ///< Closed: what the Z left in the drawer.
    bool counted = false; ///< Closed: the drawer was counted, at the Z or later.
    friend bool operator==(const SessionRecord &, const SessionRecord &) = default;
};

/// Sessions of tills and what happens to their drawer. On the thread of `db`.
class SessionStore
{
public:
    explicit SessionStore(Database &db) : m_db{db} {}

    /// The session of `till` that no Z has closed; none.
    Result<std::optional<SessionRecord>> openOf(const QString &till) const;
    Result<std::optional<SessionRecord>> session(const Id<TillSession> &id) const;
    /// The last closed one of `till`: its nextFloat is proposed at opening.
    Result<std::optional<SessionRecord>> lastClosed(const QString &till) const;
    /// Sales of the session, refunds not counted.
    Result<int> saleCount(const Id<TillSession> &id) const;
    /// The details of the last technical event of a kind; empty: there was none.
    Result<QJsonObject> lastEvent(const QString &till, TechnicalEvent event) const;
    /// Whether the last start of the program in this incarnation has no stop: it was killed, or the power went. What the machine before
    /// did, or the ledger before a restore, says nothing of that.
    Result<bool> startedWithoutStop(const QString &till, qint64 incarnation) const;

    // Called by the TillProjector.
    Result<> opened(const Fact &fact);
    Result<> cashMoved(const Fact &fact);
    Result<> drawerOpened(const Fact &fact);
    Result<> copied(const Fact &fact);
    Result<> visitorsCounted(const Fact &fact);
    Result<> trained(const Fact &fact);
    Result<> happened(const Fact &technical);

private:
    Database &m_db;
};

} // namespace guichet
