// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/CentreAnchor.h"
#include "core/ledger/Ledger.h"

namespace guichet {

/// The chains of this till, one of each incarnation, and how far the centre has them: up to the anchor that is kept of each
/// (CentreAnchor.h). On the ledger thread; errors of the database.
class OwnChains
{
public:
    explicit OwnChains(Ledger &ledger) : m_ledger{ledger} {}

    /// By incarnation.
    Result<std::vector<ChainIdentity>> all();
    /// Number of the last fact of an incarnation that the centre has acknowledged; 0: none.
    Result<qint64> acknowledged(qint64 incarnation);
    /// How many facts the centre has not acknowledged.
    Result<qint64> waiting();
    /// The centre's word on the current incarnation; none yet: nullopt.
    Result<std::optional<CentreAnchor>> anchor();
    /// ChainBroken when the fact that an anchor names is another one here.
    Result<> prove(const CentreAnchor &anchor);
    /// A fact that came from the centre is known there. Of another till's nothing is noted.
    Result<> noteKnown(const Fact &fact);
    /// The centre expects another number of this chain, which only one that was restored does: what it lacks goes again. A number beyond
    /// what it has acknowledged changes nothing: it has not signed for it.
    Result<> goBackTo(qint64 incarnation, qint64 number);
    /// Of each chain the last fact goes again: a centre that does not have what comes before it says from which number it lacks them.
    Result<> goBackByOne();
    /// The anchors were another centre's.
    Result<> forgetAnchors();

private:
    Database &db() const { return m_ledger.database(); }

    Ledger &m_ledger;
};

} // namespace guichet
