// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillThread.h"

namespace guichet {

using namespace std::chrono_literals;

TillThread::TillThread() : m_context{std::make_unique<QObject>()}, m_syncing{new QTimer{m_context.get()}}
{
    m_syncing->setSingleShot(true);
    m_syncing->setInterval(20ms); // the line is painted by then, and the next scan is not there yet
    QObject::connect(m_syncing, &QTimer::timeout, m_context.get(), [this] {
        if (m_workplace)
            m_workplace->sync();
    });
    m_thread.setObjectName(QStringLiteral("ledger"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

TillThread::~TillThread()
{
    close();
    m_thread.quit();
    m_thread.wait();
}

Call<Result<>> TillThread::beginOpen(const WorkplaceOptions &options)
{
    return callOn(m_context.get(), [this, options]() -> Result<> {
        TRY_LET(opened, Workplace::open(options));
        m_workplace = std::move(opened);
        return {};
    });
}

void TillThread::drain()
{
    callOn(m_context.get(), [] {}).result();
}

void TillThread::close()
{
    callOn(m_context.get(), [this] {
        m_syncing->stop();
        m_workplace.reset();
    }).result();
}

} // namespace guichet
