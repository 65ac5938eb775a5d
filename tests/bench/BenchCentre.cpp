// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchCentre.h"

#include "tests/bench/Figure.h"

#include <QEventLoop>
#include <future>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

/// Every simulated till comes from one address here, and the bench asks more often than tills do.
ServerOptions benchOptions()
{
    ServerOptions options;
    options.limits.connections = 2'000;
    options.limits.requestsPerSecond = 1'000'000;
    options.limits.requestsAtOnce = 1'000'000;
    return options;
}

} // namespace

template <typename T>
T got(Result<T> result)
{
    if (!result)
        fail(codeName(result.error().code) + u": "_s + result.error().detail);
    return std::move(*result);
}
template EnrolAnswer got(Result<EnrolAnswer>);
template TillTicket got(Result<TillTicket>);
template QUrl got(Result<QUrl>);
template int got(Result<int>);
template quint16 got(Result<quint16>);
template qint64 got(Result<qint64>);
template CentreAnchor got(Result<CentreAnchor>);
template EnrolRequest got(Result<EnrolRequest>);
template QByteArray got(Result<QByteArray>);
template std::vector<StoredBytes> got(Result<std::vector<StoredBytes>>);
template std::unique_ptr<Centre> got(Result<std::unique_ptr<Centre>>);
template std::unique_ptr<Database> got(Result<std::unique_ptr<Database>>);
template Fact got(Result<Fact>);

void done(const Result<> &result)
{
    if (!result)
        fail(codeName(result.error().code) + u": "_s + result.error().detail);
}

BenchCentre::BenchCentre() : m_centre{got(Centre::open(m_folder.path(), m_clock))} {}

void BenchCentre::addAccount(const QString &key)
{
    done(m_centre->addAccount({.key = key, .name = key}));
}

EnrolAnswer BenchCentre::enrol(const QString &account, const std::vector<ChainIdentity> &chains)
{
    const TillTicket ticket = got(m_centre->addTill(account, u"till"_s));
    return got(m_centre->enrol({.code = ticket.enrolment, .chains = chains}));
}

void BenchCentre::start()
{
    m_centre.reset(); // its connections are of the thread that uses them
    const auto port = std::make_shared<std::promise<quint16>>();
    std::future<quint16> known = port->get_future();
    m_thread.reset(QThread::create([this, port] {
        const std::unique_ptr<Centre> centre = got(Centre::open(m_folder.path(), m_clock));
        QEventLoop loop;
        {
            CentralServer server{*centre, benchOptions()};
            port->set_value(got(server.start(QHostAddress::LocalHost, m_port)));
            QTimer look;
            look.callOnTimeout(&loop, [&loop] {
                if (QThread::currentThread()->isInterruptionRequested())
                    loop.quit();
            });
            look.start(std::chrono::milliseconds{50});
            loop.exec();
        }
    }));
    m_thread->start();
    m_port = known.get();
}

void BenchCentre::stop()
{
    if (!m_thread)
        return;
    m_thread->requestInterruption();
    m_thread->wait();
    m_thread.reset();
}

QUrl BenchCentre::url() const
{
    return got(centralUrl(u"http://127.0.0.1:%1"_s.arg(m_port)));
}

} // namespace guichet::bench
