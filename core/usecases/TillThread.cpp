// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillThread.h"

namespace guichet {

TillThread::TillThread() : m_context{std::make_unique<QObject>()}
{
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
    callOn(m_context.get(), [this] { m_workplace.reset(); }).result();
}

} // namespace guichet
