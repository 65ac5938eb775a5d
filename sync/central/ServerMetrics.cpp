// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/ServerMetrics.h"

#include <QTextStream>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

QString nameOf(Limit limit)
{
    switch (limit) {
    case Limit::Connections: return u"connections"_s;
    case Limit::Malformed: return u"malformed"_s;
    case Limit::HeadSize: return u"head_size"_s;
    case Limit::BodySize: return u"body_size"_s;
    case Limit::Memory: return u"memory"_s;
    case Limit::Slow: return u"slow"_s;
    case Limit::Rate: return u"rate"_s;
    }
    return {};
}

void begin(QTextStream &out, const QString &name, const QString &type, const QString &help)
{
    out << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n';
}

void gauge(QTextStream &out, const QString &name, const QString &help, int value)
{
    begin(out, name, u"gauge"_s, help);
    out << name << ' ' << value << '\n';
}

/// Seconds, exactly: 0.005.
QString inSeconds(qint64 ms)
{
    return u"%1.%2"_s.arg(ms / 1000).arg(ms % 1000, 3, 10, QChar{u'0'});
}

} // namespace

void ServerMetrics::answered(const QString &endpoint, int status, qint64 ms)
{
    ++m_answers[{endpoint, status}];
    for (size_t i = 0; i < bounds.size(); ++i)
        m_within[i] += ms <= bounds[i] ? 1 : 0;
    ++m_count;
    m_totalMs += ms;
}

QByteArray ServerMetrics::text(const Now &now) const
{
    QString written;
    QTextStream out{&written};
    begin(out, u"guichet_requests_total"_s, u"counter"_s, u"Requests that were answered."_s);
    for (const auto &[which, count] : m_answers)
        out << "guichet_requests_total{endpoint=\"" << which.first << "\",status=\"" << which.second << "\"} " << count << '\n';
    begin(out, u"guichet_request_seconds"_s, u"histogram"_s, u"Time to an answer, without that which a long poll waited."_s);
    for (size_t i = 0; i < bounds.size(); ++i)
        out << "guichet_request_seconds_bucket{le=\"" << inSeconds(bounds[i]) << "\"} " << m_within[i] << '\n';
    out << "guichet_request_seconds_bucket{le=\"+Inf\"} " << m_count << "\nguichet_request_seconds_sum " << inSeconds(m_totalMs)
        << "\nguichet_request_seconds_count " << m_count << '\n';
    begin(out, u"guichet_facts_total"_s, u"counter"_s, u"Facts of pushes that were taken; one that comes again counts again."_s);
    out << "guichet_facts_total " << m_facts << '\n';
    begin(out, u"guichet_refused_total"_s, u"counter"_s, u"Connections and requests that met a limit."_s);
    for (const auto &[limit, count] : m_met)
        out << "guichet_refused_total{limit=\"" << nameOf(limit) << "\"} " << count << '\n';
    gauge(out, u"guichet_connections"_s, u"Connections that are open."_s, now.connections);
    gauge(out, u"guichet_long_polls"_s, u"Requests that wait for something to happen."_s, now.waiting);
    return written.toUtf8();
}

} // namespace guichet
