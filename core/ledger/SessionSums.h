// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ChainWalk.h"

#include <QMap>
#include <map>

namespace guichet {

/// Adds up the facts of each session while they pass, to hold every Z against its own entries: independent of the projections and of
/// ReportStore.
class SessionSums
{
public:
    /// Call for each fact of a chain in order. A Z that does not match its entries becomes the defect(); later facts are ignored.
    void take(const WalkedFact &fact);
    const std::optional<Defect> &defect() const { return m_defect; }
    qint64 zReports() const { return m_zReports; }

private:
    struct Sums
    {
        int sales = 0;
        int refunds = 0;
        Money net;
        std::vector<VatAmount> vat;
        QMap<QString, Money> methods;
    };
    Result<> add(const WalkedFact &fact);
    QString problemOfZ(const WalkedFact &fact) const;

    std::map<Id<TillSession>, Sums> m_sums;
    std::optional<Defect> m_defect;
    qint64 m_zReports = 0;
};

} // namespace guichet
