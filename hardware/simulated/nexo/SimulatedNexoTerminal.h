// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/nexo/SimulatedNexoServer.h"

#include <QThread>
#include <memory>

namespace guichet {

/// A nexo terminal that exists in this program only (HW-6): HTTPS on loopback with a certificate made at its start, the envelope, a card to
/// present, and the faults of NexoScript. On a thread of its own; everything here may be called from any other.
class SimulatedNexoTerminal
{
public:
    /// Switched on. The clock outlives it. DeviceUnavailable: the port is taken.
    static Result<std::unique_ptr<SimulatedNexoTerminal>> start(const SimulatedNexoSettings &settings, const Clock &clock);
    ~SimulatedNexoTerminal();
    SimulatedNexoTerminal(const SimulatedNexoTerminal &) = delete;
    SimulatedNexoTerminal &operator=(const SimulatedNexoTerminal &) = delete;

    /// With which a till reaches it.
    NexoProfile profile(const QString &saleId = QStringLiteral("TILL1")) const;
    quint16 port() const { return m_port; }
    QByteArray rootPem() const { return m_certificate.root; }

    /// How all payments are taken for which scriptNext() said nothing.
    void setScript(const NexoScript &standing);
    /// How the next payment, refund or reversal is taken; several wait in line.
    void scriptNext(const NexoScript &script);
    /// The customer holds a card to it: what waits is decided now.
    void presentCard();
    bool isServing() const;
    /// Where a till on this computer listens for notices; 0: none are sent.
    void sendNoticesTo(quint16 port);

    /// The truth: what money has moved, in order.
    std::vector<NexoBooking> bookings() const;
    /// How many times a payment or reversal of that ServiceID has reached it.
    int arrivals(const QString &serviceId) const;

private:
    SimulatedNexoTerminal(const SimulatedNexoSettings &settings, SimulatedCertificate certificate);
    /// Runs `work` on the terminal's thread and waits for it.
    template <typename Work>
    void call(Work work) const
    {
        QMetaObject::invokeMethod(m_context.get(), std::move(work), Qt::BlockingQueuedConnection);
    }

    SimulatedNexoSettings m_settings;
    SimulatedCertificate m_certificate;
    quint16 m_port = 0;
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< Lives on the thread, for call().
    std::unique_ptr<SimulatedNexoServer> m_server;
};

} // namespace guichet
