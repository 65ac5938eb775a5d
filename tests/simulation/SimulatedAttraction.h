// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CentreQuestions.h"
#include "tests/simulation/FaultProxy.h"
#include "tests/simulation/SimulatedCentre.h"
#include "tests/sync/LyingServer.h"
#include "tests/sync/SyncDesk.h"

namespace guichet {

/// Three tills of one attraction on a bad line, and what they sold. What happens is drawn from the seed.
class SimulatedAttraction
{
public:
    static constexpr size_t tills = 3;

    SimulatedAttraction(std::unique_ptr<SimulatedCentre> centre, quint32 seed);

    /// One operation of one till: a sale, an edit, a kill, an exchange …
    void step();
    /// The line is clean: everybody exchanges until nothing waits anywhere.
    void settle();
    /// All tills and the centre hold the same; every validated sale is there once; every chain verifies.
    void checkThatAllAgree();
    /// After a long enough run: boats were full, and tills were told so. Otherwise nobody has tried to sell too much.
    void checkThatBoatsWereFull() const;
    /// Drawn faults and what was done, for the log of the test.
    QString told() const;

private:
    SyncedTill &any() { return *m_tills[static_cast<size_t>(below(static_cast<int>(tills)))]; }
    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }
    QString anyOf(const QStringList &known) { return known.isEmpty() ? QString{} : known[below(static_cast<int>(known.size()))]; }
    size_t indexOf(const SyncedTill &till) const;
    void setClocks();
    void logIn(SyncedTill &till);
    template <typename T>
    bool allowed(const Result<T> &done);

    void sell(SyncedTill &till);
    void sellPlaces(SyncedTill &till);
    void sellBoat(SyncedTill &till);
    void sellWithCode(SyncedTill &till);
    void sellGift(SyncedTill &till);
    void useGift(SyncedTill &till);
    void order(SyncedTill &till);
    void cancel(SyncedTill &till);
    void refund(SyncedTill &till);
    void checkIn(SyncedTill &till);
    void moveStock(SyncedTill &till);
    void edit(SyncedTill &till);
    void editCustomer(SyncedTill &till);
    void closeDay(SyncedTill &till);
    void kill(SyncedTill &till);
    void killCentre(SyncedTill &till);
    void exchange(SyncedTill &till);
    void meetImpostor(SyncedTill &till);

    void putBoats(SyncedTill &till);
    Visit nextDeparture();
    int fillBoat(SyncedTill &till, const Visit &departure);
    void noteBoat(SyncedTill &till, const Visit &departure, int places);
    void ask(SyncedTill &till, CentreQuestions::Carts carts);
    bool isHeardOut(SyncedTill &till);
    void sendInTime();
    void checkBoats(Database &centre) const;
    bool addVisit(SyncedTill &till, const QString &formula, int adults, const Visit &visit = {});
    bool finish(SyncedTill &till, const ValidateRequest &request = {});
    void put(SyncedTill &till, DocumentKind kind, const QString &key, const QString &field, const QJsonValue &value);
    Result<int> exchangeOnce(SyncedTill &till, const QUrl &url);

    std::mt19937 m_random;
    std::unique_ptr<SimulatedCentre> m_centre;
    FaultProxy m_line;
    OwnCertificate m_pinned;
    LyingServer m_impostor;
    QDateTime m_now;
    std::array<std::unique_ptr<SyncedTill>, tills> m_tills;
    std::array<int, tills> m_daysOff{}; ///< How wrong the clock of each till is.
    QStringList m_sold;                 ///< Numbers of dossiers with a sale.
    QStringList m_ordered;
    QStringList m_gifts;
    std::map<QString, int> m_saleFacts;         ///< By dossier: validated sales.
    std::map<Visit, int> m_boats;               ///< Places sold, by departure.
    std::array<QDateTime, tills> m_unsentSince; ///< When a till sold the first place of a boat that it may not have sent yet.
    int m_toldFull = 0;
    std::map<QString, int> m_done;
    int m_customers = 0;
};

} // namespace guichet
