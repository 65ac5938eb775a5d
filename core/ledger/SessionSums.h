// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ChainWalk.h"
#include "core/reports/Report.h"

#include <QMap>
#include <QSet>
#include <map>

namespace guichet {

/// Adds up the facts of each session while they pass, to hold every Z against its own entries: independent of the projections and of
/// ReportStore. A session goes on in the next incarnation after a restore: one for all chains of a till, in order.
class SessionSums
{
public:
    /// Call for each fact of the chains in order. A Z that does not match its entries becomes the defect(); later facts are ignored.
    /// `isFound`: it belongs to no session, whatever it names (FoundFacts.h).
    void take(const WalkedFact &fact, bool isFound = false);
    const std::optional<Defect> &defect() const { return m_defect; }
    qint64 zReports() const { return m_zReports; }
    /// Sales and refunds outside any session, after the Z of theirs, or found: no Z holds them.
    const std::vector<FactPosition> &outside() const { return m_outside; }

private:
    /// What a Z must say.
    struct Sums
    {
        int sales = 0;
        int refunds = 0;
        Money net;
        std::vector<VatAmount> vat;
        QMap<QString, Money> methods;
        Money drawer;
        Money giftSold;
        Money giftUsed;
        Money giftExpired;
        Money advancesReceived;
        Money advancesUsed; ///< Negative.
        Money receivablesCreated;
        Money receivablesPaid;
        Money roundingUp;
        Money roundingDown;
        Money excess;
        Money tips;
    };
    Result<> add(const WalkedFact &fact);
    static void addSale(Sums &sums, const QJsonObject &content);
    static Result<> addRefund(Sums &sums, const QJsonObject &content);
    static Result<> addPayment(Sums &sums, const QJsonObject &content);
    static Result<> addCorrection(Sums &sums, const QJsonObject &content);
    static Result<> addCash(Sums &sums, const WalkedFact &fact);
    static Result<> addGift(Sums &sums, const WalkedFact &fact);
    QString problemOfZ(const WalkedFact &fact) const;
    static QString problemOfMoney(const Report &report, const Sums &sums);

    std::map<Id<TillSession>, Sums> m_sums;
    QSet<Id<TillSession>> m_closed;
    std::vector<FactPosition> m_outside;
    std::optional<Defect> m_defect;
    qint64 m_zReports = 0;
};

} // namespace guichet
