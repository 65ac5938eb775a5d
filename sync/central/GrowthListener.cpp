// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/GrowthListener.h"

#include <chrono>

namespace guichet {

using namespace std::chrono_literals;

GrowthListener::GrowthListener(PostgresqlAddress database) : m_address{std::move(database)}
{
    m_context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_context, [this] { begin(); });
}

GrowthListener::~GrowthListener()
{
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_tick.reset();
            m_db.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void GrowthListener::begin()
{
    m_tick = std::make_unique<QTimer>();
    m_tick->callOnTimeout(m_tick.get(), [this] { look(); });
    m_tick->start(1s);
    look();
}

Result<> GrowthListener::connectOnce()
{
    if (m_db)
        return m_db->ask();
    TRY_LET(opened, Database::open(m_address));
    TRY(opened->listen([this](const QString &account) { Q_EMIT grown(account); }));
    m_db = std::move(opened);
    m_reconnections = m_db->rollbacks();
    return {};
}

void GrowthListener::look()
{
    if (!connectOnce())
        return say(false);
    if (m_db->rollbacks() != m_reconnections)
        say(false); // it was opened again: something may have been said meanwhile
    m_reconnections = m_db->rollbacks();
    say(true);
}

void GrowthListener::say(bool does)
{
    if (does == m_does)
        return;
    m_does = does;
    Q_EMIT hears(does);
}

} // namespace guichet
