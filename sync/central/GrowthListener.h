// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace guichet {

/// Hears which accounts have grown, whatever process took what made them grow: long polls of this one end by it. Works on a thread of its
/// own, since a database that is gone takes its time to say so; a connection that was lost is opened again within a second.
class GrowthListener : public QObject
{
    Q_OBJECT

public:
    /// `database`: any schema of it.
    explicit GrowthListener(PostgresqlAddress database);
    ~GrowthListener() override;

Q_SIGNALS:
    void grown(const QString &account);
    /// From here on it hears, or hears nothing. What grew before it hears has not been said.
    void hears(bool does);

private:
    void begin();
    void look();
    Result<> connectOnce();
    void say(bool does);

    PostgresqlAddress m_address;
    QThread m_thread;
    QObject m_context; ///< Lives on m_thread, as what follows.
    std::unique_ptr<QTimer> m_tick;
    std::unique_ptr<Database> m_db;
    int m_reconnections = 0;
    bool m_does = false;
};

} // namespace guichet
