// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/opi/SimulatedOpiBook.h"
#include "hardware/simulated/opi/SimulatedOpiTill.h"

#include <QHash>
#include <condition_variable>
#include <deque>
#include <future>
#include <list>
#include <mutex>
#include <thread>

namespace guichet {

/// The lines and the misfortunes of a simulated OPI terminal, on loopback; SimulatedOpiBook does the thinking. One thread accepts, each
/// connection has one of its own: that of a payment waits for the customer while others bring an AbortRequest. From any thread.
class SimulatedOpiServer
{
public:
    /// The clock outlives it.
    SimulatedOpiServer(const SimulatedOpiSettings &settings, const Clock &clock);
    ~SimulatedOpiServer();
    SimulatedOpiServer(const SimulatedOpiServer &) = delete;
    SimulatedOpiServer &operator=(const SimulatedOpiServer &) = delete;

    /// Switches it on. False: the port is taken.
    bool start();
    quint16 port() const { return m_port; }

    void setTill(const SimulatedOpiTill::Address &address);
    void setStanding(const OpiScript &script);
    void scriptNext(const OpiScript &script);
    void presentCard();
    bool isServing() const;
    QString display() const; ///< What the customer reads.
    std::vector<OpiBooking> bookings() const;
    int arrivals(qint64 requestId) const;

private:
    class Listener;
    void accept(std::promise<bool> &listening);
    void stayAway(Listener &listener);
    void serve(qintptr descriptor);
    void handle(SimulatedOpiLine &line, const SimulatedOpiRequest &request);

    bool isPayment(const SimulatedOpiRequest &request) const;
    void pay(SimulatedOpiLine &line, const SimulatedOpiRequest &request);
    /// What keeps a payment from starting; empty: nothing, and the terminal is busy with it now.
    QString admit(const SimulatedOpiRequest &request, OpiScript &script);
    void run(SimulatedOpiLine &line, const SimulatedOpiRequest &request, const OpiScript &script);
    void awaitCard(const OpiScript &script);
    SimulatedOpiRecord decide(const SimulatedOpiRequest &request, const OpiScript &script, SimulatedOpiTill &till);
    void reply(SimulatedOpiLine &line, const SimulatedOpiRequest &request, const SimulatedOpiRecord &record, const OpiScript &script);
    void becomeIdle();
    void reboot(std::chrono::milliseconds outage);
    bool sleep(std::chrono::milliseconds duration);

    void serveDesk(SimulatedOpiLine &line, const SimulatedOpiRequest &request);
    QByteArray answerService(const SimulatedOpiRequest &request);
    QByteArray abort(const SimulatedOpiRequest &request);
    QByteArray repeat(const SimulatedOpiRequest &request) const;
    void reprint(SimulatedOpiLine &line, const SimulatedOpiRequest &request);
    SimulatedOpiTill tillOf(const SimulatedOpiRequest &request, SimulatedOpiLine &line) const;

    SimulatedOpiSettings m_settings;
    SimulatedOpiMessages m_messages;
    std::atomic<bool> m_isOff = false;
    quint16 m_port = 0;

    mutable std::mutex m_mutex; ///< Of all that follows.
    std::condition_variable m_changed;
    SimulatedOpiBook m_book;
    SimulatedOpiTill::Address m_till;
    OpiScript m_standing;
    std::deque<OpiScript> m_next;
    QHash<qint64, int> m_arrivals; ///< Payments that reached it, by RequestID.
    QString m_display;
    bool m_isLoggedIn = false;
    bool m_isTicketPending = false; ///< The till has not had the tickets of the last payment.
    bool m_isBusy = false;
    bool m_isWaitingForCard = false;
    bool m_isCardThere = false;
    bool m_isAbortTooLate = false;                     ///< The card is there before it.
    QString m_givenUp;                                 ///< OverallResult of a payment that ends without a card.
    std::optional<std::chrono::milliseconds> m_outage; ///< It is to restart.

    std::list<std::future<void>> m_connections; ///< On the accepting thread.
    std::thread m_acceptor;
};

} // namespace guichet
