// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/ledger/FactFeed.h"
#include "sync/protocol/Messages.h"
#include "tests/bench/BenchTill.h"

#include <array>

namespace guichet::bench {

/// The facts of a real sale, from which others are made.
struct SaleTemplate
{
    std::vector<Fact> facts; ///< The payment, then the sale.
    /// A sale of that many lines.
    static SaleTemplate of(BenchTill &till, int lines = 5);
};

/// A till that only makes facts: a chain that holds, each sale with ids and a dossier number of its own, without a ledger on disk. Hundreds
/// of them fit here.
class LightTill
{
public:
    /// `number`: its characters in dossier numbers. `clock`: when it sells; outlives it.
    explicit LightTill(int number = 0, const Clock &clock = systemClock());
    const ChainIdentity &chain() const { return m_chain; }
    /// What it says to a centre that gave it this code.
    EnrolRequest enrolment(const QString &code) const
    {
        return {.code = code, .chains = {m_chain}, .proof = m_key.sign(enrolMessage(code, m_chain))};
    }
    qint64 number() const { return m_number; }
    /// The next sale; before the first one its session opens.
    std::vector<StoredBytes> sell(const SaleTemplate &sale);

private:
    static const Clock &systemClock();
    QString nextDossierNumber(const QDateTime &now);
    StoredBytes write(FactBody body, QJsonObject content);

    int m_till;
    const Clock &m_clock;
    KeyPair m_key = KeyPair::generate();
    ChainIdentity m_chain;
    Id<TillSession> m_session;
    qint64 m_number = 0;
    qint64 m_receipts = 0;
    qint64 m_dossiers = 0;
    qint64 m_hlc = 0;
    QByteArray m_hash;
    GrandTotals m_totals;
};

} // namespace guichet::bench
