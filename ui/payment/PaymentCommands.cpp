// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentCommands.h"

#include "core/usecases/DossierDesk.h"
#include "ui/payment/ChargeRelay.h"

#include <memory>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

TerminalWish wishNow(const TerminalAttendant &attendant, QuestionNumber question)
{
    if (question != QuestionNumber::None)
        return TerminalWish::YesOrNo;
    return attendant.isWaiting() ? TerminalWish::Outcome : TerminalWish::Nothing;
}

} // namespace

PaymentCommands::PaymentCommands(const ScreenContext &context, CartModel &cart, QObject *parent)
    : QObject{parent}, m_context{context}, m_cart{cart}
{
    renew();
    m_slow.setSingleShot(true);
    m_slow.setInterval(std::chrono::milliseconds{300});
    connect(&m_slow, &QTimer::timeout, this, [this] { sayLong(true); });
    connect(&m_cart, &CartModel::changed, this, &PaymentCommands::settle);
    connect(&m_cart, &CartModel::refused, this, &PaymentCommands::settle);
}

void PaymentCommands::renew()
{
    m_payId = CommandId::generate();
    m_validateId = CommandId::generate();
    m_otherId = CommandId::generate();
}

/// Runs `work(Workplace &)`, a Result, on the ledger thread and `done(value)` here; then the cart is asked again. `hearsRefusal` answers
/// whether it has said the refusal itself.
template <typename Work, typename Done>
void PaymentCommands::run(Work work, Done done, std::function<void()> retry, std::function<bool(const Error &)> hearsRefusal)
{
    if (isBusy())
        return;
    m_busy = true;
    using Answer = std::invoke_result_t<Work, Workplace &>;
    m_context.till.call(std::move(work))
        .then(this, [this, done = std::move(done), retry = std::move(retry), hearsRefusal = std::move(hearsRefusal)](const Answer &result) {
            if (result)
                done(*result);
            askAgain();
            if (!result && !(hearsRefusal && hearsRefusal(result.error())))
                m_context.navigator.refuse(result.error(), retry);
        });
}

void PaymentCommands::askAgain()
{
    m_awaitsCart = true;
    m_cart.refresh();
}

void PaymentCommands::settle()
{
    if (!m_awaitsCart || m_cart.isBusy())
        return;
    m_awaitsCart = false;
    m_busy = false;
}

/// The first money of a cart waits for its places, and gift value for its debit (decisions 23).
bool PaymentCommands::waitsForCentre(const QString &method) const
{
    const PaymentMethod *known = m_cart.catalogue()->paymentMethod(method);
    const bool isGift = known && known->type == PaymentType::VoucherStore;
    return m_context.decisions && (isGift || m_cart.view().payments.empty());
}

void PaymentCommands::awaitCentre(bool awaits)
{
    m_awaitsCentre = awaits;
    if (awaits)
        return m_slow.start();
    m_slow.stop();
    sayLong(false);
}

void PaymentCommands::sayLong(bool isLong)
{
    if (std::exchange(m_asksLong, isLong) != isLong)
        Q_EMIT asksLongChanged();
}

/// The centre is asked first, at most for two seconds.
void PaymentCommands::pay(const PaymentRequest &request, bool validate)
{
    if (isBusy())
        return;
    Q_EMIT payStarted();
    if (!waitsForCentre(request.method))
        return payAsked(request, validate);
    awaitCentre(true);
    m_context.decisions->beforePaying(m_payId, request).then(this, [this, validate](const PaymentRequest &asked) {
        awaitCentre(false);
        payAsked(asked, validate);
    });
}

void PaymentCommands::payAsked(const PaymentRequest &request, bool validate)
{
    const auto work = [request, validate, payId = m_payId, validateId = m_validateId](Workplace &workplace) -> Result<Paid> {
        Checkout checkout{workplace};
        TRY_LET(outcome, checkout.pay(payId, request));
        Paid paid{.payment = outcome, .sale = {}, .refusal = {}};
        if (!validate || outcome.due.isPositive() || outcome.payment.isNull())
            return paid;
        if (auto sale = checkout.validate(validateId))
            paid.sale = std::move(*sale);
        else
            paid.refusal = sale.error();
        return paid;
    };
    run(
        work, [this, request](const Paid &done) { takePaid(done, request); }, [this, request, validate] { pay(request, validate); },
        [this](const Error &) {
            Q_EMIT payRefused();
            return false;
        });
}

void PaymentCommands::takePaid(const Paid &done, const PaymentRequest &request)
{
    m_payId = CommandId::generate();
    if (done.sale) {
        renew();
        Q_EMIT sold(*done.sale);
        return;
    }
    if (done.refusal)
        m_context.navigator.refuse(*done.refusal, [this] { validate({}); });
    if (!done.payment.intent.isNull() && done.payment.state == IntentState::Sent)
        startCharge(done.payment, request.method);
    else
        Q_EMIT paid(done.payment);
}

void PaymentCommands::startCharge(const PaymentOutcome &outcome, const QString &method)
{
    PaymentIntent intent;
    intent.id = outcome.intent;
    intent.method = method;
    intent.asked = outcome.asked;
    intent.state = outcome.state;
    intent.at = m_context.clock.now();
    m_charging = intent.id;
    Q_EMIT chargeStarted(intent);
    const std::shared_ptr<ChargeRelay> relay{new ChargeRelay, [](ChargeRelay *done) { done->deleteLater(); }};
    connect(relay.get(), &ChargeRelay::prompted, this, &PaymentCommands::chargePrompted);
    const auto progress = [relay, &attendant = m_context.attendant](const QString &prompt) {
        const QuestionNumber question = attendant.question();
        Q_EMIT relay->prompted(prompt, wishNow(attendant, question), question);
    };
    m_context.terminals.charge(outcome.request(), progress).then(this, [this](const Result<PaymentOutcome> &done) {
        m_charging = {};
        askAgain();
        if (done)
            Q_EMIT chargeFinished(*done);
        else
            Q_EMIT chargeFailed(done.error());
    });
}

/// As pay(): a payment to come asks for the places too.
void PaymentCommands::validate(const ValidateRequest &request)
{
    if (isBusy())
        return;
    if (!waitsForCentre({}))
        return validateAsked(request);
    awaitCentre(true);
    m_context.decisions->settle().then(this, [this, request] {
        awaitCentre(false);
        validateAsked(request);
    });
}

void PaymentCommands::validateAsked(const ValidateRequest &request)
{
    run([request, id = m_validateId](Workplace &workplace) { return Checkout{workplace}.validate(id, request); },
        [this](const SaleOutcome &outcome) {
            renew();
            Q_EMIT sold(outcome);
        },
        [this, request] { validate(request); });
}

void PaymentCommands::quote(QDate until)
{
    run([until, id = m_validateId](Workplace &workplace) { return Checkout{workplace}.quote(id, until); },
        [this](const SaleOutcome &outcome) {
            renew();
            Q_EMIT sold(outcome);
        },
        [this, until] { quote(until); });
}

namespace {

/// A command without an answer, as one with: a value that says *done*.
Result<bool> answered(const Result<> &done)
{
    TRY(done);
    return true;
}

} // namespace

void PaymentCommands::removePayment(const Id<Payment> &payment)
{
    run([payment, id = m_otherId](Workplace &workplace) { return answered(Checkout{workplace}.removePayment(id, payment)); },
        [this](bool) { m_otherId = CommandId::generate(); }, [this, payment] { removePayment(payment); });
}

void PaymentCommands::giveBack(const Id<Payment> &payment, const QString &method)
{
    run([payment, id = m_otherId](Workplace &workplace) { return Checkout{workplace}.reverse(id, payment); },
        [this, method](const PaymentOutcome &outcome) {
            m_otherId = CommandId::generate();
            if (outcome.intent.isNull())
                Q_EMIT givenBack();
            else if (outcome.state == IntentState::Sent)
                startCharge(outcome, method);
        },
        [this, payment, method] { giveBack(payment, method); });
}

void PaymentCommands::resolve(const Id<PaymentIntent> &intent, ChargeState decided, const QString &reference)
{
    run([=, id = m_otherId](Workplace &workplace) { return Checkout{workplace}.resolve(id, intent, decided, reference); },
        [this](const PaymentOutcome &outcome) {
            m_otherId = CommandId::generate();
            Q_EMIT resolvedIntent(outcome);
        },
        [=, this] { resolve(intent, decided, reference); });
}

void PaymentCommands::park(const QString &name)
{
    run([name, id = m_otherId](Workplace &workplace) { return answered(Checkout{workplace}.park(id, name)); },
        [this](bool) {
            renew();
            Q_EMIT parked();
        },
        [this, name] { park(name); });
}

void PaymentCommands::setClient(const Client &client, std::function<void()> then)
{
    run([client, id = m_otherId](Workplace &workplace) { return answered(Checkout{workplace}.setClient(id, client)); },
        [this, then](bool) {
            m_otherId = CommandId::generate();
            then();
        },
        [this, client, then] { setClient(client, then); },
        [this](const Error &error) {
            const bool ofField = error.code == ErrorCode::InvalidInput;
            if (ofField)
                Q_EMIT clientRefused(error);
            return ofField;
        });
}

void PaymentCommands::recordOrigin(const QString &dossierNumber, const Origin &origin)
{
    m_context.till
        .call([=, id = CommandId::generate()](Workplace &workplace) {
            return answered(Checkout{workplace}.recordOrigin(id, dossierNumber, origin));
        })
        .then(this, [this](const Result<bool> &done) {
            if (!done)
                m_context.navigator.refuse(done.error());
        });
}

void PaymentCommands::reprint(const QString &dossierNumber)
{
    run([=, id = m_otherId](Workplace &workplace) { return DossierDesk{workplace}.reprint(id, dossierNumber); },
        [this](const QString &) {
            m_otherId = CommandId::generate();
            m_context.navigator.toast(tr("Le duplicata est à l’impression"), Tone::Positive);
        },
        [=, this] { reprint(dossierNumber); });
}

void PaymentCommands::askBalance(const QString &code)
{
    m_context.till.call([code](Workplace &workplace) { return GiftDesk{workplace}.payable(code); })
        .then(this, [this, code](const Result<GiftDesk::Payable> &gift) {
            if (gift)
                Q_EMIT balanceKnown(*gift);
            else
                Q_EMIT balanceRefused(code, gift.error());
        });
}

} // namespace guichet
