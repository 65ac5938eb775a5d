// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/usecases/DossierDesk.h"
#include "ui/paper/PaperImage.h"
#include "ui/payment/CardPage.h"
#include "ui/payment/ChequeSheet.h"
#include "ui/payment/DonePage.h"
#include "ui/payment/LaterForm.h"
#include "ui/payment/PaymentScreen.h"
#include "ui/payment/PaymentSheets.h"
#include "ui/payment/PaymentView.h"

#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

/// The way of a payment through the screen: money taken, sale validated, change shown, next sale.
namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int paperWidth = 400;

} // namespace

void PaymentScreen::payCash(std::optional<Money> tendered)
{
    for (const PaymentMethod &method : m_cart.catalogue()->paymentMethods)
        if (method.type == PaymentType::Cash) {
            m_commands->pay({.method = method.key, .amount = tendered, .reference = {}, .giftCode = {}}, true);
            return;
        }
}

/// A key while the centre is asked. With another amount it is the payment after; without, the same key once more, and once is once.
bool PaymentScreen::keepForLater(const std::function<void()> &next)
{
    if (!m_commands->awaitsCentre())
        return false;
    if (m_view->hasNextEntry())
        m_next = next;
    return true;
}

void PaymentScreen::goOn()
{
    if (m_next && !m_commands->isBusy())
        std::exchange(m_next, {})();
}

/// Enter: the amount in PAIEMENT, in cash; when nothing is due any more, the sale.
void PaymentScreen::payEntered()
{
    if (keepForLater([this] { payEntered(); }))
        return;
    const PaymentState state = presentPayment(m_cart.view(), m_view->typed(), paymentContext());
    if (!state.canPay)
        validateSale();
    else if (!state.cashMethod.isEmpty())
        payCash(cashAsked(m_cart.view(), m_view->typed()));
}

void PaymentScreen::chooseMethod(const QString &key)
{
    if (keepForLater([this, key] { chooseMethod(key); }))
        return;
    const PaymentMethod *method = m_cart.catalogue()->paymentMethod(key);
    if (!method || m_commands->isBusy() || !m_cheques.touched.empty())
        return;
    const QString title = method->name.in(m_context.language());
    const Money amount = m_view->typed().value_or(m_cart.view().balance.due());
    if (method->type == PaymentType::Cash)
        payCash(cashAsked(m_cart.view(), m_view->typed()));
    else if (method->type == PaymentType::VoucherStore)
        m_giftSheet->ask(key, title, amount, m_context.language());
    else if (!method->faceValues.empty())
        askCheques(key);
    else if (method->needsReference)
        m_referenceSheet->ask(key, title, formatMoney(amount, EuroSign::Shown, m_context.language()));
    else
        payWith(*method, {}, {});
}

void PaymentScreen::askCheques(const QString &method)
{
    m_cheques = {.method = method, .today = m_today};
    const ChequeState state = presentCheques(m_cart.view(), m_cheques, paymentContext());
    if (state.done)
        return;
    m_chequeSheet->render(state);
    m_chequeSheet->open();
}

/// A stack goes faster than the disk: every touch is a cheque, with an id of its own, and the ledger thread takes them in their order.
void PaymentScreen::takeCheque(Money value)
{
    payCheque({.method = m_cheques.method, .amount = value, .reference = {}, .giftCode = {}}, CommandId::generate());
}

void PaymentScreen::payCheque(const PaymentRequest &request, const CommandId &id)
{
    m_cheques.touched.push_back(*request.amount);
    const auto pay = [request, id](Checkout &checkout, const CommandId &) -> Result<> {
        TRY(checkout.pay(id, request));
        return {};
    };
    const auto go = [this, pay, request, id] {
        m_cart.perform(pay, [this, request, id](const Result<> &done) {
            m_cheques.touched.erase(m_cheques.touched.begin());
            renderCheques();
            if (done)
                m_view->proposeAgain();
            else // the same id again: a retry has one effect
                m_context.navigator.refuse(done.error(), [this, request, id] { payCheque(request, id); });
            return true;
        });
    };
    if (m_context.decisions && m_cart.view().payments.empty()) // the first money of a cart waits for the centre (decisions 23)
        m_context.decisions->settle().then(this, go);
    else
        go();
    renderCheques();
}

void PaymentScreen::takeChequeBack(const Id<Payment> &payment)
{
    m_commands->removePayment(payment);
    renderCheques();
}

void PaymentScreen::renderCheques()
{
    if (!m_chequeSheet->isOpen())
        return;
    m_cheques.busy = m_cart.isBusy() || m_commands->isBusy();
    m_chequeSheet->render(presentCheques(m_cart.view(), m_cheques, paymentContext()));
}

void PaymentScreen::payWith(const PaymentMethod &method, const QString &reference, const QString &giftCode)
{
    m_commands->pay({.method = method.key, .amount = m_view->typed(), .reference = reference, .giftCode = giftCode}, false);
}

/// What the sheet said that it pays: without a line perhaps less than there is, and than is typed.
void PaymentScreen::payByGift(const PaymentMethod &method, const QString &code)
{
    std::optional<Money> amount = m_view->typed();
    if (const std::optional<Money> limited = m_giftSheet->limited())
        amount = std::min(amount.value_or(*limited), *limited);
    m_commands->pay({.method = method.key, .amount = amount, .reference = {}, .giftCode = code}, false);
}

void PaymentScreen::askGiveBack(const Id<Payment> &payment)
{
    const auto &payments = m_cart.view().payments;
    const auto found = std::ranges::find(payments, payment, &Payment::id);
    if (found != payments.end())
        m_giveBackSheet->ask(presentGiveBack(*found, paymentContext()));
}

void PaymentScreen::validateSale()
{
    const bool later = m_tab == u"later";
    if (!presentPaymentFoot(m_cart.view(), later).canValidate)
        return;
    leaveClient([this, later] { m_commands->validate(later ? m_later->request() : ValidateRequest{}); });
}

void PaymentScreen::takeCharge(const PaymentOutcome &outcome)
{
    m_intent.state = outcome.state;
    m_intent.id = outcome.intent; // another one when a refund took the place of a refused reversal
    const bool approved = outcome.state == IntentState::Approved;
    if (approved)
        return takeApproval();
    if (outcome.state == IntentState::Declined)
        m_context.sounds.play(Sound::PaymentRefused);
    m_card->render(presentChargeOutcome(m_intent, paymentContext(), outcome.cause));
    if (m_intent.isOpen())
        m_context.navigator.refresh(); // the banner of the doubt
}

void PaymentScreen::takeApproval()
{
    m_context.sounds.play(Sound::PaymentApproved);
    m_context.navigator.toast(m_intent.asked.isNegative() ? tr("Le paiement est rendu") : tr("Paiement accepté"), Tone::Positive);
    m_pages->setCurrentWidget(m_payPage);
    m_view->takeFocus();
}

/// The doubtful payment that was shown is settled without this screen: the terminal has answered in the background (hardware.md §2.8), or
/// somebody has decided elsewhere. What became of it is in the cart.
void PaymentScreen::followIntent()
{
    const auto &open = m_cart.view().openIntents;
    const bool mayBeSettled = !m_intent.id.isNull() && m_intent.isOpen() && m_commands->charging().isNull() && !m_cart.isBusy();
    if (!mayBeSettled || std::ranges::find(open, m_intent.id, &PaymentIntent::id) != open.end())
        return;
    m_context.navigator.refresh(); // the banner of the doubt goes
    const auto &payments = m_cart.view().payments;
    const bool approved = std::ranges::find(payments, m_intent.id, &Payment::intent) != payments.end();
    m_intent.state = approved ? IntentState::Approved : IntentState::Declined;
    if (approved)
        return takeApproval();
    m_context.sounds.play(Sound::PaymentRefused);
    m_card->render(presentUnpaid(m_intent, paymentContext()));
    m_pages->setCurrentWidget(m_card);
}

void PaymentScreen::showSold(const SaleOutcome &outcome, bool again)
{
    m_doneState = presentDone(outcome, again, paymentContext());
    if (!again)
        Q_EMIT sold(outcome);
    m_next = {};
    m_panel.setFoot(nullptr);
    m_pages->setCurrentWidget(m_done);
    m_done->render(m_doneState, m_context.language());
    m_context.navigator.refresh();
}

void PaymentScreen::showLast()
{
    m_context.till.call([](Workplace &workplace) { return Checkout{workplace}.lastSale(); })
        .then(this, [this](const Result<SaleOutcome> &outcome) {
            if (outcome) {
                showSold(*outcome, true);
                return;
            }
            m_active = false;
            m_context.navigator.go(Place::Sale);
            m_context.navigator.toast(tr("Pas encore de vente aujourd’hui"));
        });
}

void PaymentScreen::showPaper()
{
    m_context.till.call([number = m_doneState.dossierNumber](Workplace &workplace) { return DossierDesk{workplace}.receiptPaper(number); })
        .then(this, [this](const Result<Paper> &paper) {
            if (paper)
                m_paperSheet->present(m_doneState.document, paperImage(*paper, paperWidth, devicePixelRatioF()));
            else
                m_context.navigator.refuse(paper.error());
        });
}

/// Leaves for the sale; an origin begun on the change page is kept.
void PaymentScreen::startNext()
{
    if (m_pages->currentWidget() == m_done)
        if (const auto origin = m_done->unfinishedOrigin())
            m_commands->recordOrigin(m_doneState.dossierNumber, *origin);
    closeSheet();
    m_active = false;
    m_intent = {};
    m_pages->setCurrentWidget(m_payPage);
    m_context.navigator.go(Place::Sale);
}

Sheet *PaymentScreen::openSheet() const
{
    const std::initializer_list<Sheet *> sheets{m_referenceSheet, m_giftSheet,  m_chequeSheet, m_giveBackSheet,
                                                m_methodsSheet,   m_quoteSheet, m_paperSheet};
    const auto open = std::ranges::find_if(sheets, &Sheet::isOpen);
    return open == sheets.end() ? nullptr : *open;
}

bool PaymentScreen::closeSheet()
{
    Sheet *sheet = openSheet();
    if (sheet)
        sheet->close();
    return sheet;
}

bool PaymentScreen::goBack()
{
    if (closeSheet() || !m_commands->charging().isNull() || m_commands->awaitsCentre())
        return true;
    if (m_pages->currentWidget() == m_card) {
        leaveCard();
        return true;
    }
    if (isPaying())
        leaveClient([this] { startNext(); });
    else
        startNext();
    return true;
}

bool PaymentScreen::takeScan(const QString &code)
{
    if (m_pages->currentWidget() == m_done) {
        startNext();
        return false;
    }
    if (m_giftSheet->isOpen()) {
        m_giftSheet->takeScan(code);
        return true;
    }
    if (m_referenceSheet->isOpen()) {
        m_referenceSheet->takeScan(code);
        return true;
    }
    if (m_commands->awaitsCentre()) {
        m_context.sounds.play(Sound::ScanUnknown); // it would change what is being paid
        m_context.navigator.toast(tr("Scan non pris : la centrale est interrogée"), Tone::Warning);
        return true;
    }
    if (!m_commands->charging().isNull() || (!isPaying() && m_intent.isOpen())) {
        m_context.sounds.play(Sound::ScanUnknown); // nothing else happens to this cart, and a scan is never lost in silence
        m_context.navigator.refuse(
            Error{.code = ErrorCode::IntentPending, .detail = {}, .values = {euros(m_intent.asked.absolute(), paymentContext())}});
        return true;
    }
    if (!isPaying())
        leaveCard();
    m_commands->askBalance(code);
    return true;
}

void PaymentScreen::keyPressEvent(QKeyEvent *event)
{
    if (openSheet())
        return; // what a sheet leaves alone is not for what it covers: Enter would take the rest in cash
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool figures = isPaying() && (m_tab == u"now" ? m_view->handleKey(event) : m_tab == u"later" && m_later->handleKey(event));
    if (figures)
        return;
    if (enter && isPaying() && !event->isAutoRepeat())
        m_tab == u"now" ? payEntered() : validateSale();
    else
        QWidget::keyPressEvent(event);
}

} // namespace guichet
