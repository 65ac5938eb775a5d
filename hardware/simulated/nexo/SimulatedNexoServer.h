// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/nexo/SimulatedCertificate.h"
#include "hardware/simulated/nexo/SimulatedNexoBook.h"
#include "hardware/simulated/nexo/SimulatedNexoLine.h"

#include <QPointer>
#include <QTcpServer>
#include <QTimer>
#include <deque>
#include <optional>

namespace guichet {

/// What a simulated nexo terminal is told at its start.
struct SimulatedNexoSettings
{
    QString poiId = QStringLiteral("V400m-123456789");
    NexoKey key{.identifier = QStringLiteral("simulated"), .version = 1, .passphrase = QStringLiteral("p@ssw0rd123456")};
    quint16 port = 0; ///< 0: any free one.
};

/// The lines and the misfortunes of a simulated nexo terminal, on loopback; SimulatedNexoBook does the thinking. On one thread with an
/// event loop.
class SimulatedNexoServer final : public QTcpServer
{
public:
    SimulatedNexoServer(const SimulatedNexoSettings &settings, const SimulatedCertificate &certificate, const Clock &clock);
    bool start();

    void setStanding(const NexoScript &script) { m_standing = script; }
    void scriptNext(const NexoScript &script) { m_next.push_back(script); }
    void presentCard() { finish(); }
    void setNoticePort(quint16 port) { m_noticePort = port; }

    const SimulatedNexoBook &book() const { return m_book; }
    int arrivals(const QString &serviceId) const { return m_arrivals.value(serviceId); }
    bool isServing() const { return m_run.has_value(); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    /// What is being done at present, one at a time.
    struct Run
    {
        NexoMessage request;
        NexoScript script;
        QPointer<SimulatedNexoLine> line;
    };
    void read(SimulatedNexoLine &line, const QByteArray &wire);
    void handle(SimulatedNexoLine &line, const NexoMessage &request);
    void begin(SimulatedNexoLine &line, const NexoMessage &request);
    void run(SimulatedNexoLine &line, const NexoMessage &request, const NexoScript &script);
    void finish();
    void abort(const NexoMessage &request);
    void deliver(const Run &run, const QJsonObject &body);
    void reboot(std::chrono::milliseconds outage, bool forgets);
    void comeBack();
    void showStep(const QString &event);
    bool losesLine(const QByteArray &wire);
    NexoScript takeScript();
    void reply(SimulatedNexoLine &line, const NexoMessage &request, const QJsonObject &body) const;
    QByteArray sealed(const NexoMessage &request, const QJsonObject &body) const;
    void rejectInTheClear(SimulatedNexoLine &line) const;

    SimulatedNexoSettings m_settings;
    QSslConfiguration m_tls;
    NexoKeys m_keys;
    const Clock &m_clock;
    SimulatedNexoBook m_book;
    NexoScript m_standing;
    std::deque<NexoScript> m_next;
    std::optional<Run> m_run;
    QTimer m_customer;
    QHash<QString, int> m_arrivals; ///< Payments and reversals that reached it, by ServiceID.
    quint16 m_noticePort = 0;
};

} // namespace guichet
