// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/usecases/DemoTill.h"

namespace guichet {

struct SoldDossier;

/// Sells over the counter of a demo till: the facts of a sale without its cart, so that a year is written in a minute. In the caller's
/// transaction.
class DemoCounter
{
public:
    /// `till` outlives it.
    explicit DemoCounter(DemoTill &till) : m_till{till} {}

    /// Learns what stands on the shelves of the till.
    Result<> prepare();
    /// Admission tickets, some with goods; returns how many tickets.
    Result<int> sellVisit();
    Result<> sellGoods();

private:
    int addTickets(Cart &cart);
    void addGoods(Cart &cart);
    QTime nextSlot(const Formula &formula) const;
    Result<> sell(const Cart &cart, const Origin &origin);
    Payment payFor(const SaleContent &content);
    Result<> pay(SaleContent &content);
    Result<Fact> append(FactType type, const QJsonObject &content, const std::vector<VatAmount> &vat, const std::vector<Payment> &payments,
                        const std::optional<FactPosition> &reference);
    Result<> refund(const SoldDossier &sold, Payment payment);

    DemoTill &m_till;
    std::vector<Product> m_goods;
};

} // namespace guichet
