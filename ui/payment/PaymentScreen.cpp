// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentScreen.h"

#include "core/money/FormatMoney.h"
#include "ui/format/ErrorText.h"
#include "ui/payment/CardPage.h"
#include "ui/payment/ChequeSheet.h"
#include "ui/payment/ClientForm.h"
#include "ui/payment/DonePage.h"
#include "ui/payment/LaterForm.h"
#include "ui/payment/PaymentFoot.h"
#include "ui/payment/PaymentSheets.h"
#include "ui/payment/PaymentView.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

bool isGift(const PaymentMethod &method)
{
    return method.type == PaymentType::VoucherStore;
}

} // namespace

struct PaymentScreen::Surroundings
{
    QString till;
    QString terminal;
    bool askOrigin = true;
    QDate today;
};

PaymentScreen::PaymentScreen(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *parent)
    : Screen{parent}, m_context{context}, m_cart{cart}, m_panel{panel}, m_commands{new PaymentCommands{context, cart, this}},
      m_pages{new QStackedWidget{this}}, m_view{new PaymentView}, m_client{new ClientForm}, m_later{new LaterForm}, m_card{new CardPage},
      m_done{new DonePage}, m_referenceSheet{new ReferenceSheet{this}}, m_giftSheet{new GiftSheet{this}},
      m_chequeSheet{new ChequeSheet{this}}, m_giveBackSheet{new GiveBackSheet{this}}, m_methodsSheet{new MethodsSheet{this}},
      m_quoteSheet{new QuoteSheet{this}}, m_paperSheet{new ReceiptSheet{this}}, m_foot{new PaymentFoot{&panel}}
{
    setObjectName(u"payment"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_foot->hide();
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 0, 16, 0);
    layout->addWidget(m_pages);
    m_payPage = buildPayPage();
    for (QWidget *page : {m_payPage, static_cast<QWidget *>(m_card), static_cast<QWidget *>(m_done)})
        m_pages->addWidget(page);
    const auto renderNow = [this] {
        if (!m_active)
            return;
        render();
        goOn();
    };
    connect(&m_cart, &CartModel::changed, this, renderNow);
    connect(&m_cart, &CartModel::refused, this, renderNow); // the till is free again
    connectView();
    connectForms();
    connectCard();
    connectDone();
    connectSheets();
    connectCommands();
}

PaymentScreen::~PaymentScreen() = default;

QWidget *PaymentScreen::buildPayPage()
{
    auto *page = new QWidget;
    m_tabs = new TabBar{page};
    m_tabs->setObjectName(u"paymentTabs"_s);
    auto *back = new BigButton{tr("Retour au panier"), BigButton::Kind::Quiet, page};
    back->setObjectName(u"backToCart"_s);
    back->setIconName(IconName::Back);
    m_pending = new Banner{page};
    m_pending->setObjectName(u"pending"_s);
    m_forms = new QStackedWidget{page};
    for (QWidget *form : {static_cast<QWidget *>(m_client), static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_later)})
        m_forms->addWidget(form);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(back);
    right->addStretch(1);
    right->addWidget(new Hairline{page});
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_tabs, 1);
    head->addLayout(right);
    auto *layout = new QVBoxLayout{page};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pending);
    layout->addWidget(m_forms, 1);
    connect(m_pending, &Banner::actionTriggered, this, &PaymentScreen::showOpenIntent);
    connect(m_tabs, &TabBar::currentChanged, this, [this](const QString &tab) { leaveClient([this, tab] { showTab(tab); }); });
    connect(back, &BigButton::clicked, this, [this] { goBack(); });
    return page;
}

void PaymentScreen::connectView()
{
    connect(m_view, &PaymentView::typedChanged, this, &PaymentScreen::render);
    connect(m_view, &PaymentView::enterPressed, this, &PaymentScreen::payEntered);
    connect(m_view, &PaymentView::cashChosen, this, &PaymentScreen::payCash);
    connect(m_view, &PaymentView::methodChosen, this, &PaymentScreen::chooseMethod);
    connect(m_view, &PaymentView::removeWanted, m_commands, &PaymentCommands::removePayment);
    connect(m_view, &PaymentView::returnWanted, this, &PaymentScreen::askGiveBack);
    connect(m_giveBackSheet, &GiveBackSheet::confirmed, m_commands, &PaymentCommands::giveBack);
    connect(m_view, &PaymentView::moreWanted, this,
            [this] { m_methodsSheet->ask(presentPayment(m_cart.view(), m_view->typed(), paymentContext()).allMethods); });
}

void PaymentScreen::connectForms()
{
    connect(m_client, &ClientForm::saveWanted, this, [this] { m_commands->setClient(m_client->client(), [this] { showTab(u"now"_s); }); });
    connect(m_commands, &PaymentCommands::clientRefused, this, [this](const Error &error) {
        showTab(u"client"_s);
        m_client->showRefusal(error.values.value(0), errorSentence(error, m_context.language()));
    });
    connect(m_foot, &PaymentFoot::validateWanted, this, &PaymentScreen::validateSale);
    connect(m_foot, &PaymentFoot::quoteWanted, this, [this] { leaveClient([this] { m_quoteSheet->ask(m_today); }); });
}

void PaymentScreen::connectCard()
{
    connect(m_card, &CardPage::answered, this, [this](ChargeState state) {
        const Money authorised = state == ChargeState::Approved ? m_intent.asked : Money{};
        m_context.attendant.answer({.state = state, .authorised = authorised, .reference = {}, .text = u"said by the cashier"_s});
    });
    connect(m_card, &CardPage::replied, this, [this](bool yes) {
        const QuestionNumber question = m_question.take();
        if (question == QuestionNumber::None)
            return;
        m_context.attendant.reply(question, yes);
        m_card->render(presentCharge(m_intent, u"WAIT"_s, TerminalWish::Nothing, paymentContext()));
    });
    connect(m_card, &CardPage::cancelWanted, this, [this] {
        if (m_context.attendant.isWaiting()) // nothing was keyed yet: a person says so
            m_context.attendant.answer(
                {.state = ChargeState::NotStarted, .authorised = {}, .reference = {}, .text = u"cancelled by the cashier"_s});
        else
            m_commands->cancelCharge();
    });
    connect(m_card, &CardPage::resolved, this,
            [this](ChargeState state, const QString &code) { m_commands->resolve(m_intent.id, state, code); });
    connect(m_card, &CardPage::parkWanted, this, [this] { m_commands->park(m_context.clock.now().toString(u"HH:mm"_s)); });
    connect(m_card, &CardPage::leaveWanted, this, &PaymentScreen::leaveCard);
}

void PaymentScreen::leaveCard()
{
    m_pages->setCurrentWidget(m_payPage);
    m_view->takeFocus();
}

void PaymentScreen::connectDone()
{
    connect(m_done, &DonePage::nextWanted, this, &PaymentScreen::startNext);
    connect(m_done, &DonePage::paperWanted, this, &PaymentScreen::showPaper);
    connect(m_done, &DonePage::reprintWanted, this, [this] { m_commands->reprint(m_doneState.dossierNumber); });
    connect(m_done, &DonePage::originAnswered, this,
            [this](const Origin &origin) { m_commands->recordOrigin(m_doneState.dossierNumber, origin); });
}

void PaymentScreen::connectSheets()
{
    connect(m_methodsSheet, &MethodsSheet::chosen, this, &PaymentScreen::chooseMethod);
    connect(m_chequeSheet, &ChequeSheet::taken, this, &PaymentScreen::takeCheque);
    connect(m_chequeSheet, &ChequeSheet::takenBack, this, &PaymentScreen::takeChequeBack);
    connect(m_quoteSheet, &QuoteSheet::confirmed, m_commands, &PaymentCommands::quote);
    connect(m_giftSheet, &GiftSheet::balanceWanted, m_commands, &PaymentCommands::askBalance);
    connect(m_giftSheet, &GiftSheet::confirmed, this, [this](const QString &key, const QString &code) {
        if (const PaymentMethod *method = m_cart.catalogue()->paymentMethod(key))
            payByGift(*method, code);
    });
    connect(m_referenceSheet, &ReferenceSheet::confirmed, this, [this](const QString &key, const QString &reference) {
        if (const PaymentMethod *method = m_cart.catalogue()->paymentMethod(key))
            payWith(*method, reference, {});
    });
}

void PaymentScreen::connectCommands()
{
    connect(m_commands, &PaymentCommands::asksLongChanged, this, [this] {
        if (m_active)
            render();
    });
    connect(m_commands, &PaymentCommands::payStarted, m_view, &PaymentView::takeEntry);
    connect(m_commands, &PaymentCommands::payRefused, this, [this] {
        m_next = {}; // somebody reads why first
        m_view->giveEntryBack();
    });
    connect(m_commands, &PaymentCommands::sold, this, [this](const SaleOutcome &outcome) { showSold(outcome, false); });
    connect(m_commands, &PaymentCommands::paid, this, [this] { m_view->proposeNext(); });
    connect(m_commands, &PaymentCommands::parked, this, [this] {
        startNext();
        m_context.navigator.toast(tr("Panier gardé"), Tone::Positive);
    });
    connect(m_commands, &PaymentCommands::givenBack, this, [this] {
        m_view->proposeAgain();
        m_context.navigator.toast(tr("Le paiement est rendu"), Tone::Positive);
    });
    connect(m_commands, &PaymentCommands::chargeStarted, this, [this](const PaymentIntent &intent) {
        m_intent = intent;
        m_next = {}; // the terminal first; what is typed stays
        m_question.show(QuestionNumber::None);
        m_view->proposeNext();
        m_card->render(presentCharge(intent, {}, TerminalWish::Nothing, paymentContext()));
        m_pages->setCurrentWidget(m_card);
    });
    connect(m_commands, &PaymentCommands::chargePrompted, this, [this](const QString &prompt, TerminalWish wish, QuestionNumber question) {
        if (m_commands->charging() != m_intent.id)
            return;
        m_question.show(question);
        m_card->render(presentCharge(m_intent, prompt, wish, paymentContext()));
    });
    connect(m_commands, &PaymentCommands::chargeFinished, this, &PaymentScreen::takeCharge);
    connect(m_commands, &PaymentCommands::resolvedIntent, this, [this](const PaymentOutcome &outcome) {
        m_context.sounds.play(outcome.state == IntentState::Approved ? Sound::PaymentApproved : Sound::PaymentRefused);
        m_intent = {};
        m_pages->setCurrentWidget(m_payPage);
        m_view->takeFocus();
        m_context.navigator.refresh(); // the banner of the doubt goes
    });
    connect(m_commands, &PaymentCommands::balanceKnown, this, &PaymentScreen::takeBalance);
    connect(m_commands, &PaymentCommands::balanceRefused, this, [this](const QString &code, const Error &error) {
        if (m_giftSheet->isOpen())
            m_giftSheet->showRefusal(errorSentence(error, m_context.language()));
        else
            m_cart.scan(code, 1);
    });
    connect(m_commands, &PaymentCommands::chargeFailed, this, [this](const Error &error) {
        m_pages->setCurrentWidget(m_payPage);
        m_context.navigator.refuse(error);
    });
}

/// Asked for by the sheet, or a gift card scanned while paying: then the sheet opens with it, in the place of another.
void PaymentScreen::takeBalance(const GiftDesk::Payable &gift)
{
    if (!m_giftSheet->isOpen()) {
        const auto &methods = m_cart.catalogue()->paymentMethods;
        const auto method = std::ranges::find_if(methods, isGift);
        if (!isPaying() || method == methods.end())
            return;
        closeSheet();
        m_context.sounds.play(Sound::ScanAccepted);
        m_giftSheet->ask(method->key, method->name.in(m_context.language()), m_cart.view().balance.due(), m_context.language());
    }
    m_giftSheet->showBalance(gift);
}

void PaymentScreen::enter(const QString &subject)
{
    m_active = true;
    m_context.till
        .call([](Workplace &workplace) {
            return Surroundings{.till = workplace.settings.tillKey,
                                .terminal = workplace.terminal ? workplace.terminal->name() : QString{},
                                .askOrigin = workplace.settings.askOriginAfterSale,
                                .today = workplace.businessToday()};
        })
        .then(this, [this](const Surroundings &around) { takeSurroundings(around); });
    if (subject == u"last") {
        showLast();
        return;
    }
    if (!m_commands->charging().isNull()) {
        m_pages->setCurrentWidget(m_card);
        return;
    }
    m_intent = {};
    m_next = {};
    m_commands->renew();
    m_panel.setFoot(m_foot);
    m_pages->setCurrentWidget(m_payPage);
    m_client->render(m_cart.view().cart.client, m_cart.view().cart.hasTickets(), m_context.language());
    m_view->proposeAgain();
    showTab(subject == u"client" && m_cart.view().collecting.isEmpty() ? subject : u"now"_s);
    m_cart.refresh();
}

void PaymentScreen::takeSurroundings(const Surroundings &around)
{
    m_till = around.till;
    m_terminal = around.terminal;
    m_askOrigin = around.askOrigin;
    m_today = around.today;
    m_later->reset(m_today);
    render();
}

PaymentContext PaymentScreen::paymentContext() const
{
    return {.catalogue = m_cart.catalogue(),
            .now = m_context.clock.now(),
            .till = m_till,
            .language = m_context.language(),
            .terminal = m_terminal,
            .askOriginAfterSale = m_askOrigin};
}

bool PaymentScreen::isPaying() const
{
    return m_pages->currentWidget() == m_payPage;
}

void PaymentScreen::render()
{
    const PaymentContext context = paymentContext();
    m_tabs->setTabs(presentPaymentTabs(m_cart.view()));
    m_tabs->setCurrent(m_tab);
    m_view->render(presentPayment(m_cart.view(), m_view->typed(), context));
    m_later->render(m_cart.view(), context);
    if (m_cheques.touched.empty()) // else the answer to a touch follows: a key that is off for a moment loses the finger on it
        renderCheques();
    if (m_foot)
        m_foot->render(presentPaymentFoot(m_cart.view(), m_tab == u"later", m_commands->asksLong()));
    followIntent();
    renderOpenIntent();
}

/// An intent of this cart that is not settled is shown before anything else, and stays announced (PAY-4).
void PaymentScreen::renderOpenIntent()
{
    const auto &open = m_cart.view().openIntents;
    const bool pending = !open.empty() && m_commands->charging().isNull();
    const QString text =
        pending
            ? tr("Un paiement de %1 n’est pas encore éclairci").arg(formatMoney(open.front().asked, EuroSign::Shown, m_context.language()))
            : QString{};
    m_pending->render({.text = text, .tone = Tone::Warning, .action = tr("Voir")});
    if (!pending)
        return;
    const bool isOther = m_intent.id != open.front().id;
    if (isOther ? isPaying() : m_intent.late != open.front().late) // that the terminal took it after all asks another question
        showOpenIntent();
}

void PaymentScreen::showOpenIntent()
{
    if (m_cart.view().openIntents.empty())
        return;
    m_intent = m_cart.view().openIntents.front();
    m_card->render(presentChargeOutcome(m_intent, paymentContext()));
    m_pages->setCurrentWidget(m_card);
}

void PaymentScreen::showTab(const QString &tab)
{
    m_tab = tab;
    m_forms->setCurrentWidget(tab == u"client"  ? static_cast<QWidget *>(m_client)
                              : tab == u"later" ? static_cast<QWidget *>(m_later)
                                                : m_view);
    if (tab == u"now")
        m_view->takeFocus();
    else
        setFocus();
    render();
}

/// What was typed on the CLIENT tab is kept, whatever the cashier goes on to.
void PaymentScreen::leaveClient(const std::function<void()> &then)
{
    if (m_tab == u"client" && m_client->isChanged())
        m_commands->setClient(m_client->client(), then);
    else
        then();
}

} // namespace guichet
