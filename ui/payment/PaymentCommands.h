// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/GiftDesk.h"
#include "ui/payment/PaymentState.h"
#include "ui/sale/CartModel.h"
#include "ui/shell/Screen.h"

#include <QTimer>

namespace guichet {

/// What the payment screen asks of the use cases, one command at a time: while one runs, and until the cart has been asked again after it,
/// every other is dropped. Each carries the id that was made when the screen was last rendered; a refusal keeps the id, so that a retry
/// after an error has one effect. *Once is once.* GUI thread.
class PaymentCommands : public QObject
{
    Q_OBJECT

public:
    PaymentCommands(const ScreenContext &context, CartModel &cart, QObject *parent = nullptr);

    bool isBusy() const { return m_busy || m_awaitsCentre; }
    /// The centre has not said its word yet: the payment is still to come.
    bool awaitsCentre() const { return m_awaitsCentre; }
    /// That takes long enough to be said.
    bool asksLong() const { return m_asksLong; }
    /// A charge that runs on a terminal now; null: none.
    const Id<PaymentIntent> &charging() const { return m_charging; }
    /// New ids: another cart is shown.
    void renew();

    /// Pays; with `validate` the sale is validated at once when nothing is due any more (PAY-3). A terminal's charge is started.
    void pay(const PaymentRequest &request, bool validate);
    void validate(const ValidateRequest &request);
    void quote(QDate until);
    void removePayment(const Id<Payment> &payment);
    /// Gives a certain payment back: gift value at once, a card through the terminal, whose charge is started.
    void giveBack(const Id<Payment> &payment, const QString &method);
    void resolve(const Id<PaymentIntent> &intent, ChargeState decided, const QString &reference);
    void park(const QString &name);
    /// clientRefused() when something in it is not valid.
    void setClient(const Client &client, std::function<void()> then);
    /// Beside the other commands: never waits for them.
    void recordOrigin(const QString &dossierNumber, const Origin &origin);
    void reprint(const QString &dossierNumber);
    void askBalance(const QString &code);
    /// A charge was asked to stop; only a request.
    void cancelCharge() { m_context.terminals.cancel(); }

Q_SIGNALS:
    void asksLongChanged();
    void payStarted();
    void payRefused();
    void paid(const guichet::PaymentOutcome &outcome);
    void sold(const guichet::SaleOutcome &outcome);
    void parked();
    void clientRefused(const guichet::Error &error);
    void givenBack();
    void chargeStarted(const guichet::PaymentIntent &intent);
    /// `question`: which one the prompt is, when the terminal wants yes or no.
    void chargePrompted(const QString &prompt, guichet::TerminalWish wish, guichet::QuestionNumber question);
    void chargeFinished(const guichet::PaymentOutcome &outcome);
    /// Its end could not be recorded: the intent stays open.
    void chargeFailed(const guichet::Error &error);
    void resolvedIntent(const guichet::PaymentOutcome &outcome);
    void balanceKnown(const guichet::GiftDesk::Payable &gift);
    void balanceRefused(const QString &code, const guichet::Error &error);

private:
    struct Paid
    {
        PaymentOutcome payment;
        std::optional<SaleOutcome> sale;
        std::optional<Error> refusal; ///< Paid, but not validated.
    };
    template <typename Work, typename Done>
    void run(Work work, Done done, std::function<void()> retry, std::function<bool(const Error &)> hearsRefusal = {});
    void askAgain();
    bool waitsForCentre(const QString &method) const;
    void awaitCentre(bool awaits);
    void sayLong(bool isLong);
    void payAsked(const PaymentRequest &request, bool validate);
    void validateAsked(const ValidateRequest &request);
    void settle();
    void takePaid(const Paid &paid, const PaymentRequest &request);
    void startCharge(const PaymentOutcome &outcome, const QString &method);

    ScreenContext m_context;
    CartModel &m_cart;
    bool m_busy = false;
    bool m_awaitsCart = false;
    bool m_awaitsCentre = false; ///< Its word on the cart, for two seconds at most.
    bool m_asksLong = false;
    QTimer m_slow; ///< Quick answers are not talked about.
    Id<PaymentIntent> m_charging;
    CommandId m_payId;
    CommandId m_validateId;
    CommandId m_otherId;
};

} // namespace guichet
