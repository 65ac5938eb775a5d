// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/ScriptSession.h"

#include <functional>
#include <random>

namespace guichet {

/// A till that can be killed between any two steps of a payment and is opened again on its folder.
class SoakTill
{
public:
    /// What a person finds in the terminal's log about the payment under way: what has moved.
    using Look = std::function<Money()>;

    /// `terminal`, `secret`: as `pay_at` takes them. The dice outlive it.
    SoakTill(QString folder, QJsonObject terminal, QString secret, std::mt19937 &dice)
        : m_folder{std::move(folder)}, m_terminal{std::move(terminal)}, m_secret{std::move(secret)}, m_dice{dice}
    {}

    /// Makes the demo till, chooses the terminal, opens the day.
    Result<> create();
    /// Something on the cart, of any price.
    Result<> fillCart();

    /// How a payment ended, as the ledger knows it.
    struct Paid
    {
        bool wasAsked = false; ///< False: killed before the terminal was asked.
        bool wasDoubtful = false;
        bool byPerson = false;
        bool wasAtWork = false; ///< Killed when it had asked the terminal and had no answer.
        PaymentIntent intent;
        Id<Payment> payment; ///< Null: no money has moved.
    };
    /// Pays what is due by card.
    Result<Paid> pay(const Look &look);
    /// The same by `tool`, a guichet-tool that is killed so long after it began; then `customer()` goes on at the terminal.
    Result<Paid> payKilled(const QString &tool, std::chrono::milliseconds life, const std::function<void()> &customer, const Look &look);
    /// Gives a payment of the cart back.
    Result<Paid> giveBack(const Id<Payment> &payment, const Look &look);
    /// Pays the rest in cash and validates.
    Result<> sell();
    /// What the ledger says was moved at the terminal today.
    Result<Money> charged();

    int kills() const { return m_kills; }

private:
    Result<> live();
    Result<Workplace *> workplace();
    bool dies();
    Result<> must(const QJsonObject &command);
    Result<Paid> follow(const PaymentOutcome &started, const Look &look);
    Result<Id<PaymentIntent>> charge(const PaymentOutcome &started, Paid &paid);
    Result<> settle(const Look &look, Paid &paid);
    Result<> askTerminal(const PaymentIntent &intent);
    Result<> askPerson(const PaymentIntent &intent, const Look &look);
    Result<Id<PaymentIntent>> lastAsked();
    Result<Paid> concluded(const Id<PaymentIntent> &intent, Paid paid);

    QString m_folder;
    QJsonObject m_terminal;
    QString m_secret;
    std::mt19937 &m_dice;
    std::unique_ptr<ScriptSession> m_session; ///< None: it has been killed.
    int m_kills = 0;
};

} // namespace guichet
