// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/FactFeed.h"
#include "tests/bench/BenchTill.h"

#include <array>

namespace guichet::bench {

/// The facts of a real sale, from which others are made.
struct SaleTemplate
{
    std::vector<Fact> facts; ///< The payment, then the sale.
    static SaleTemplate of(BenchTill &till);
};

/// A till that only makes facts: a chain that holds, each sale with ids of its own, without a ledger on disk. Hundreds of them fit here.
class LightTill
{
public:
    LightTill();
    const ChainIdentity &chain() const { return m_chain; }
    qint64 number() const { return m_number; }
    /// The next sale; before the first one its session opens.
    std::vector<StoredBytes> sell(const SaleTemplate &sale);

private:
    StoredBytes write(FactBody body, QJsonObject content);

    KeyPair m_key = KeyPair::generate();
    ChainIdentity m_chain;
    Id<TillSession> m_session;
    qint64 m_number = 0;
    qint64 m_receipts = 0;
    qint64 m_hlc = 0;
    QByteArray m_hash;
    GrandTotals m_totals;
};

} // namespace guichet::bench
