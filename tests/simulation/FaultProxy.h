// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <functional>
#include <map>
#include <random>

namespace guichet {

/// What a bad line does to one request.
enum class Fault {
    None,
    LostRequest, ///< It never arrives, and the line drops.
    LostAnswer,  ///< It arrives; the answer does not.
    Twice,       ///< It arrives twice; the second answer is heard.
    Late,        ///< It arrives after others that were sent later; the line drops meanwhile.
    Delayed,     ///< It waits some milliseconds.
    CutRequest,  ///< Half of it arrives.
    CutAnswer,   ///< Half of the answer is heard.
    WrongJson,   ///< Something else is heard.
    Killed       ///< Who is asked dies over it.
};
inline constexpr int kindsOfFault = static_cast<int>(Fault::Killed) + 1;

/// A bad line on loopback: takes HTTP requests and passes them on with faults that its seed draws, one request at a time on a connection.
/// Everything happens on the thread of its event loop, in the order of the requests, so that a seed gives the same faults again.
class FaultProxy : public QTcpServer
{
public:
    explicit FaultProxy(quint32 seed);

    /// Whom it passes requests on to, on this machine: in turn, where there are several.
    void setTargets(const QList<quint16> &ports) { m_targets = ports; }
    /// Of a hundred requests so many meet a fault; 0: what was held back goes on, and the line is clean.
    void setFaults(int percent);
    /// Kills whom it asks, and starts it again.
    void setKill(std::function<void()> kill) { m_kill = std::move(kill); }
    /// How often each fault was drawn.
    const std::map<Fault, int> &drawn() const { return m_drawn; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    using Use = std::function<void(const QByteArray &answer)>;
    void look(QTcpSocket &client);
    void pass(QTcpSocket &client, const QByteArray &request);
    void forward(const QByteArray &request, const Use &use);
    void sayHalf(const QByteArray &request);
    void releaseOne();
    Fault draw();
    QByteArray somethingElse(const QByteArray &answer);
    quint16 nextTarget() { return m_targets[m_passed++ % m_targets.size()]; }
    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }

    std::mt19937 m_random;
    QList<quint16> m_targets;
    qsizetype m_passed = 0; ///< Requests, and halves of them.
    int m_percent = 0;
    std::function<void()> m_kill;
    std::map<Fault, int> m_drawn;
    QList<QByteArray> m_held; ///< Requests that come later.
};

} // namespace guichet
