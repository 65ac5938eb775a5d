// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DossierStore.h"
#include "core/ledger/Journal.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/SessionStore.h"
#include "core/ledger/TillProjector.h"
#include "core/ledger/ZStore.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"

/// A ledger in memory with the real projections, and the facts of a day at a till as the use cases write them. No mocks of SQL.
namespace guichet {

using namespace Qt::StringLiterals;

/// A cave by slots for adults (12,00 at 6 %) and children (7,50) on a pool of 20 people, −10 % with the code DIX.
Catalogue smallCatalogue();
CartLine ticket(const QString &resource, int quantity, const Visit &visit = {.date = QDate{2026, 11, 23}, .slot = QTime{14, 30}});
CartLine good(const QString &key, int quantity, qint64 price, VatCode vat = VatCode::A);
CartLine giftLine(const QString &code, qint64 amount);
Payment paymentBy(const QString &method, qint64 amount);

struct StoresFixture
{
    StoresFixture();

    /// The next incarnation goes on where this one ends, as after a restore: new key, numbers from 1.
    void reincarnate();

    KeyPair key = KeyPair::generate();
    SimulatedClock clock{QDateTime{QDate{2026, 11, 23}, QTime{9, 0}, brussels()}};
    TillProjector projector;
    Catalogue catalogue = smallCatalogue();
    std::unique_ptr<Database> db;
    ChainIdentity chain;
    std::optional<Journal> journal;
    Id<TillSession> session;
    QDate businessDate;
    qint64 counter = 0;
    qint64 z = 0;

    Result<Fact> append(FactType type, const QJsonObject &content, EventLabel label = EventLabel::None, const QString &series = {});
    void open(Money counted = cents(15'000), Money expected = cents(15'000));
    /// Signs the Z of the running session as ReportStore reads it.
    Report close(Money nextFloat = cents(15'000));
    Report report();

    Cart cart(const std::vector<CartLine> &lines, const QString &code = {});
    SaleContent content(const Cart &cart);
    /// PAYMENT facts, then the SALE that cites them.
    SaleContent sell(const Cart &cart, const std::vector<Payment> &payments);
    SaleContent sellForCash(const Cart &cart);
    Result<> tryToSell(const Cart &cart, const std::vector<Payment> &payments);
    SaleContent order(const Cart &cart, Money deposit);
    Payment pay(const SaleContent &sale, Payment payment, PaymentPurpose purpose, const std::vector<VatAmount> &vat = {});
    /// The SALE of an ordered dossier: its advances, then `payments`.
    SaleContent settle(const SaleContent &order, const std::vector<Payment> &payments);
    RefundContent refund(const Id<Dossier> &dossier, const RefundRequest &request, Payment payment);
    void gift(FactType type, const QString &giftCode, Money amount, QDate expiresOn = {});
    void moveCash(CashMovementKind kind, Money amount);

    /// The ledger as a program that knew the first `schema` migrations would have left it: chains, facts, and rows without later columns.
    std::unique_ptr<Database> asOf(int schema);
    qint64 count(const QString &table);
    Result<> writePayments(SaleContent &sale, std::vector<Payment> payments);
};

} // namespace guichet
