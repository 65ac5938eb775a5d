// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/opening/OpeningScreen.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/AmountField.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DenominationCounter.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/TabBar.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScroller>
#include <QStackedLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

CashCount cashCountOf(const DenominationCounter &counter)
{
    CashCount count;
    for (const DenominationCount &row : counter.counts())
        if (row.count > 0)
            count.set(static_cast<int>(row.value.cents()), row.count);
    return count;
}

bool isSameOpening(const TillState &now, const TillState &before)
{
    return now.phase == before.phase && now.businessDate == before.businessDate && now.expectedFloat == before.expectedFloat;
}

} // namespace

OpeningScreen::OpeningScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_pages{new QStackedLayout{this}}, m_proposal{new QWidget{this}},
      m_earlierDay{new EmptyState{IconName::Calendar, {}, {}, this}}, m_replaced{new EmptyState{IconName::Warning, {}, {}, this}}
{
    setObjectName(u"opening"_s);
    auto *columns = new QHBoxLayout{m_proposal};
    columns->setContentsMargins(24, 16, 24, 16);
    columns->setSpacing(16);
    columns->addWidget(makeProposal(), 5);
    columns->addWidget(makeCounting(), 4);
    m_pages->addWidget(m_proposal);
    m_pages->addWidget(m_earlierDay);
    m_pages->addWidget(m_replaced);
    m_earlierDay->setAction(tr("FERMER CETTE JOURNÉE"), BigButton::Kind::Primary, Qt::Key_F12);
    connect(m_earlierDay, &EmptyState::actionTriggered, this, [this] { m_context.navigator.go(Place::Closing); });
    m_replaced->setAction(tr("Ouvrir ici quand même…"));
    connect(m_replaced, &EmptyState::actionTriggered, this, &OpeningScreen::confirmReplaced);
}

QWidget *OpeningScreen::makeProposal()
{
    auto *card = new Card{{}, this};
    m_title = new TextLabel{{}, TextRole::Title, Tone::Normal, card};
    m_date = new TextLabel{{}, TextRole::Amount, Tone::Primary, card};
    m_date->setObjectName(u"opening.date"_s);
    m_date->setWordWrap(true);
    m_origin = new TextLabel{{}, TextRole::Secondary, Tone::Muted, card};
    m_amount = new AmountLabel{TextRole::Total, card};
    m_amount->setObjectName(u"opening.amount"_s);
    m_amount->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_difference = new TextLabel{{}, TextRole::Body, Tone::Muted, card};
    m_difference->setObjectName(u"opening.difference"_s);
    m_difference->setWordWrap(true);
    m_question = new Banner{card};
    m_question->setObjectName(u"opening.question"_s);
    m_reset = new BigButton{tr("Reprendre le fond proposé"), BigButton::Kind::Normal, card};
    m_reset->setObjectName(u"opening.reset"_s);
    m_open = new BigButton{{}, BigButton::Kind::Primary, card};
    m_open->setObjectName(u"opening.open"_s);
    m_open->setKey(Qt::Key_F12);
    QVBoxLayout *body = card->body();
    body->addWidget(m_title);
    body->addWidget(m_date);
    body->addStretch(1);
    body->addWidget(m_origin);
    body->addWidget(m_amount);
    body->addWidget(m_difference);
    body->addStretch(2);
    body->addWidget(m_question);
    body->addWidget(m_reset);
    body->addWidget(m_open);
    connect(m_reset, &BigButton::clicked, this, [this] {
        reset();
        render();
    });
    connect(m_open, &BigButton::clicked, this, &OpeningScreen::open);
    return card;
}

QWidget *OpeningScreen::makeCounting()
{
    auto *card = new Card{{}, this};
    m_tabs = new TabBar{card};
    m_tabs->setObjectName(u"opening.ways"_s);
    m_tabs->setTabs({{u"count"_s, tr("Compter le tiroir")}, {u"type"_s, tr("Taper le montant")}});
    auto *scroll = new QScrollArea{card}; // under a banner at 1024 × 768 the rows need more than there is
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(scroll->viewport(), QScroller::TouchGesture);
    m_counter = new DenominationCounter{DenominationCounter::euro(), scroll};
    scroll->setWidget(m_counter);
    m_counter->setAutoFillBackground(false); // setWidget() turns it on; the card shows through
    scroll->viewport()->setAutoFillBackground(false);
    connect(m_counter, &DenominationCounter::rowEntered, scroll, [scroll](QWidget *row) { scroll->ensureWidgetVisible(row, 0, 8); });
    auto *typing = new QWidget{card};
    m_typed = new AmountField{tr("FOND"), typing};
    m_typed->setObjectName(u"opening.typed"_s);
    auto *pad = new Keypad{Keypad::Corner::Comma, typing};
    auto *typingLayout = new QVBoxLayout{typing};
    typingLayout->setContentsMargins(0, 8, 0, 0);
    typingLayout->setSpacing(12);
    typingLayout->addWidget(m_typed);
    typingLayout->addWidget(pad);
    typingLayout->addStretch(1);
    auto *ways = new QWidget{card};
    m_ways = new QStackedLayout{ways};
    m_ways->addWidget(scroll);
    m_ways->addWidget(typing);
    card->body()->addWidget(m_tabs);
    card->body()->addWidget(ways, 1);
    connect(m_tabs, &TabBar::currentChanged, this, &OpeningScreen::showWay);
    connect(m_counter, &DenominationCounter::changed, this, [this](Money total) { chooseWay(OpeningInput::Way::Counted, total); });
    connect(m_counter, &DenominationCounter::finished, m_open, [this] { m_open->setFocus(Qt::TabFocusReason); });
    connect(pad, &Keypad::pressed, m_typed, &AmountField::press);
    connect(m_typed, &AmountField::amountChanged, this, [this](Money amount) { chooseWay(OpeningInput::Way::Typed, amount); });
    connect(m_typed, &AmountField::entered, this, &OpeningScreen::open);
    return card;
}

void OpeningScreen::enter(const QString &)
{
    m_context.till.call([](Workplace &workplace) { return TillDesk{workplace}.state(); }).then(this, [this](const Result<TillState> &till) {
        if (!till)
            return m_context.navigator.refuse(till.error());
        if (till->phase == TillState::Phase::Open)
            return m_context.navigator.go(Place::Sale);
        showTill(*till);
    });
}

void OpeningScreen::showTill(const TillState &till)
{
    const bool sameOpening = isSameOpening(till, m_till); // help, a lock or a switch of user in between: what is counted stays
    m_till = till;
    m_command = CommandId::generate();
    m_input.replacedConfirmed = false; // of whoever stood here before
    if (!sameOpening)
        reset();
    render();
    focusFirst();
}

void OpeningScreen::showWay(const QString &tab)
{
    m_tabs->setCurrent(tab);
    m_ways->setCurrentIndex(tab == u"count" ? 0 : 1);
    focusFirst();
}

void OpeningScreen::focusFirst()
{
    if (m_till.phase == TillState::Phase::MustCloseEarlierDay)
        m_earlierDay->focusAction();
    else if (m_till.replaced && !m_input.replacedConfirmed)
        setFocus(); // nothing to type here
    else if (m_tabs->current() == u"type")
        m_typed->setFocus();
    else
        m_counter->focusFirst();
}

void OpeningScreen::chooseWay(OpeningInput::Way way, Money amount)
{
    m_input.way = way;
    m_input.amount = amount;
    render();
}

/// The float is asked next; who opens is asked last, as for all that needs an approval.
void OpeningScreen::confirmReplaced()
{
    m_input.replacedConfirmed = true;
    render();
    focusFirst();
}

void OpeningScreen::reset()
{
    m_input = {.replacedConfirmed = m_input.replacedConfirmed};
    m_counter->setCounts({});
    m_typed->propose(m_till.expectedFloat);
}

void OpeningScreen::render()
{
    const OpeningState state = presentOpening(m_till, m_input, m_context.language());
    m_pages->setCurrentWidget(state.earlierDay ? m_earlierDay : state.replaced ? m_replaced : m_proposal);
    m_earlierDay->setTexts(state.title, state.explanation);
    m_replaced->setTexts(state.title, state.explanation);
    m_title->setText(state.title);
    m_date->setText(state.date);
    m_origin->setText(state.floatOrigin);
    m_amount->setAmount(state.opening);
    m_difference->setText(state.difference);
    m_difference->setTone(state.differenceTone);
    m_question->render({.text = state.question});
    m_reset->setVisible(state.canReset);
    m_open->setText(state.openText);
}

void OpeningScreen::open()
{
    OpenRequest request{.clockConfirmed = m_input.clockQuestion, .replacedConfirmed = m_input.replacedConfirmed};
    if (m_input.way == OpeningInput::Way::Counted)
        request.count = cashCountOf(*m_counter);
    if (m_input.way != OpeningInput::Way::Proposed)
        request.amount = m_input.amount; // an empty count is no float at all, not the proposed one
    m_context.till.call([id = m_command, request](Workplace &workplace) { return TillDesk{workplace}.open(id, request); })
        .then(this, [this](const Result<SessionOpenedContent> &opened) {
            if (opened || opened.error().code == ErrorCode::SessionAlreadyOpen) {
                m_till = {}; // the next opening counts anew
                m_context.navigator.refresh();
                return m_context.navigator.go(Place::Sale);
            }
            if (opened.error().code == ErrorCode::TillReplaced)
                enter({}); // the centre has said so since
            if (opened.error().code != ErrorCode::ClockSuspicious)
                return m_context.navigator.refuse(opened.error(), [this] { open(); });
            m_input.clockQuestion = true;
            render();
        });
}

} // namespace guichet
