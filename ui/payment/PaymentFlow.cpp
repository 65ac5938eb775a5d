// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/usecases/DossierDesk.h"
#include "ui/paper/PaperImage.h"
#include "ui/payment/CardPage.h"
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

/// Enter: the amount in PAIEMENT, in cash; when nothing is due any more, the sale.
void PaymentScreen::payEntered()
{
    const PaymentState state = presentPayment(m_cart.view(), m_view->typed(), paymentContext());
    if (!state.canPay)
        validateSale();
    else if (!state.cashMethod.isEmpty())
        payCash(cashAsked(m_cart.view(), m_view->typed()));
}

void PaymentScreen::chooseMethod(const QString &key)
{
    const PaymentMethod *method = m_cart.catalogue()->paymentMethod(key);
    if (!method || m_commands->isBusy())
        return;
    const QString title = method->name.in(m_context.language());
    const Money amount = m_view->typed().value_or(m_cart.view().balance.due());
    if (method->type == PaymentType::Cash)
        payCash(cashAsked(m_cart.view(), m_view->typed()));
    else if (method->type == PaymentType::VoucherStore)
        m_giftSheet->ask(key, title, amount, m_context.language());
    else if (method->needsReference)
        m_referenceSheet->ask(key, title, formatMoney(amount, EuroSign::Shown, m_context.language()));
    else
        payWith(*method, {}, {});
}

void PaymentScreen::payWith(const PaymentMethod &method, const QString &reference, const QString &giftCode)
{
    m_commands->pay({.method = method.key, .amount = m_view->typed(), .reference = reference, .giftCode = giftCode}, false);
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
    const bool approved = outcome.state == IntentState::Approved;
    if (approved || outcome.state == IntentState::Declined)
        m_context.sounds.play(approved ? Sound::PaymentApproved : Sound::PaymentRefused);
    if (!approved) {
        m_card->render(presentChargeOutcome(m_intent, paymentContext()));
        if (m_intent.isOpen())
            m_context.navigator.refresh(); // the banner of the doubt
        return;
    }
    m_context.navigator.toast(m_intent.asked.isNegative() ? tr("Le paiement est rendu") : tr("Paiement accepté"), Tone::Positive);
    m_pages->setCurrentWidget(m_payPage);
    m_view->takeFocus();
}

void PaymentScreen::showSold(const SaleOutcome &outcome, bool again)
{
    m_doneState = presentDone(outcome, again, paymentContext());
    if (!again)
        Q_EMIT sold(outcome);
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

bool PaymentScreen::closeSheet()
{
    for (Sheet *sheet :
         std::initializer_list<Sheet *>{m_referenceSheet, m_giftSheet, m_giveBackSheet, m_methodsSheet, m_quoteSheet, m_paperSheet})
        if (sheet->isOpen()) {
            sheet->close();
            return true;
        }
    return false;
}

bool PaymentScreen::goBack()
{
    if (closeSheet() || !m_commands->charging().isNull())
        return true;
    if (m_pages->currentWidget() == m_card && !m_cart.view().openIntents.empty()) {
        m_pages->setCurrentWidget(m_payPage);
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
    if (!isPaying())
        return true; // a card is being charged: nothing else happens to this cart
    m_commands->askBalance(code);
    return true;
}

void PaymentScreen::keyPressEvent(QKeyEvent *event)
{
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
