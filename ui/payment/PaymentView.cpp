// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentView.h"

#include "ui/widgets/AmountField.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Keypad.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int widestBody = 1240;
constexpr int quickPadding = 14;
constexpr int lowPage = 680;    ///< Under this height, as on a screen of 768, the small keys are lower.
constexpr int besideKeys = 412; ///< What the page needs beside four rows of keys, with two of the history.
constexpr int lowestKey = 52;   ///< With the banner of a doubt on an old screen.

void addAmount(QHBoxLayout *row, TextLabel *label, AmountLabel *amount, Qt::Alignment side)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    label->setAlignment(side | Qt::AlignVCenter);
    amount->setAlignment(side | Qt::AlignVCenter);
    column->addStretch(1);
    column->addWidget(label);
    column->addWidget(amount);
    row->addLayout(column);
}

} // namespace

PaidRow::PaidRow(int number, QWidget *parent)
    : QWidget{parent}, m_text{new TextLabel{{}, TextRole::Body, Tone::Normal, this}},
      m_amount{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}},
      m_remove{addButton(tr("Retirer"), u"paid.%1.remove"_s.arg(number))},
      m_return{addButton(tr("Rendre…"), u"paid.%1.return"_s.arg(number))}
{
    setObjectName(u"paid.%1"_s.arg(number));
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_remove);
    layout->addWidget(m_return);
    layout->addWidget(m_amount);
    setFixedHeight(metric::rowHeight);
    connect(m_remove, &BigButton::clicked, this, [this] { Q_EMIT removeWanted(m_payment); });
    connect(m_return, &BigButton::clicked, this, [this] { Q_EMIT returnWanted(m_payment); });
}

BigButton *PaidRow::addButton(const QString &text, const QString &name)
{
    auto *button = new BigButton{text, BigButton::Kind::Quiet, this};
    button->setObjectName(name);
    button->setInset(4);
    return button;
}

void PaidRow::render(const PaidState &state)
{
    m_payment = state.payment;
    m_text->setText(state.text);
    m_amount->setText(state.amount);
    m_remove->setText(state.count > 1 ? tr("Retirer un") : tr("Retirer"));
    m_remove->setVisible(state.removable);
    m_remove->setAccessibleName(tr("Retirer %1").arg(state.text));
    m_return->setVisible(state.returnable && !state.removable);
    m_return->setAccessibleName(tr("Rendre %1").arg(state.text));
}

PaymentView::PaymentView(QWidget *parent)
    : QWidget{parent}, m_total{new AmountLabel{TextRole::Amount}}, m_paid{new AmountLabel{TextRole::Amount}},
      m_due{new AmountLabel{TextRole::Total}}, m_rounding{new TextLabel{{}, TextRole::Secondary, Tone::Muted}},
      m_amount{new AmountField{tr("PAIEMENT")}}, m_keypad{new Keypad{Keypad::Corner::Comma}}
{
    setObjectName(u"paymentView"_s);
    auto *body = new QWidget{this};
    body->setMaximumWidth(widestBody);
    auto *outer = new QHBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(body);
    auto *layout = new QVBoxLayout{body};
    layout->setContentsMargins(0, 10, 0, 12);
    layout->setSpacing(10);
    layout->addWidget(buildAmounts());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(buildFigures(), 46);
    columns->addWidget(buildMethods(), 54);
    layout->addLayout(columns);
    layout->addWidget(buildHistory(), 1);
    connect(m_amount, &AmountField::amountChanged, this, &PaymentView::typedChanged);
    connect(m_amount, &AmountField::entered, this, &PaymentView::enterPressed);
    connect(m_keypad, &Keypad::pressed, m_amount, &AmountField::press);
}

QWidget *PaymentView::buildAmounts()
{
    auto *amounts = new QWidget{this};
    auto *row = new QHBoxLayout{amounts};
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(28);
    m_total->setObjectName(u"payment.total"_s);
    m_paid->setObjectName(u"payment.paid"_s);
    m_due->setObjectName(u"payment.due"_s);
    m_rounding->setObjectName(u"payment.rounding"_s);
    m_due->setTone(Tone::Primary);
    addAmount(row, caption(tr("MONTANT TOTAL"), amounts), m_total, Qt::AlignLeft);
    addAmount(row, caption(tr("DÉJÀ ENCAISSÉ"), amounts), m_paid, Qt::AlignLeft);
    m_rounding->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    row->addWidget(m_rounding, 1, Qt::AlignBottom);
    addAmount(row, caption(tr("À ENCAISSER"), amounts), m_due, Qt::AlignRight);
    return amounts;
}

QWidget *PaymentView::buildFigures()
{
    auto *figures = new QWidget{this};
    m_figures = figures;
    auto *layout = new QVBoxLayout{figures};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_amount->setObjectName(u"payment.amount"_s);
    layout->addWidget(m_amount);
    layout->addWidget(m_keypad);
    m_quickRow = new QHBoxLayout;
    m_quickRow->setSpacing(8);
    layout->addLayout(m_quickRow);
    layout->addStretch(1);
    return figures;
}

QWidget *PaymentView::buildMethods()
{
    auto *methods = new QWidget{this};
    auto *layout = new QVBoxLayout{methods};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_tallColumn = new QVBoxLayout;
    m_tallColumn->setSpacing(8);
    m_smallGrid = new QGridLayout;
    m_smallGrid->setSpacing(8);
    m_smallGrid->setColumnStretch(0, 1);
    m_smallGrid->setColumnStretch(1, 1);
    layout->addLayout(m_tallColumn);
    layout->addLayout(m_smallGrid);
    layout->addStretch(1);
    return methods;
}

QWidget *PaymentView::buildHistory()
{
    auto *history = new QWidget{this};
    auto *layout = new QVBoxLayout{history};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new Hairline{history});
    layout->addSpacing(4);
    layout->addWidget(caption(tr("HISTORIQUE DES PAIEMENTS"), history));
    m_noHistory = new TextLabel{tr("Aucun paiement pour l’instant"), TextRole::Secondary, Tone::Muted, history};
    m_noHistory->setContentsMargins(4, 4, 0, 0);
    layout->addWidget(m_noHistory);
    m_historyScroll = new QScrollArea{history};
    m_historyScroll->setWidgetResizable(true);
    m_historyScroll->setFrameShape(QFrame::NoFrame);
    m_historyScroll->setFocusPolicy(Qt::NoFocus);
    m_historyScroll->setMinimumHeight(metric::rowHeight); // it scrolls: the keys do not
    m_historyScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *rows = new QWidget;
    m_historyRows = new QVBoxLayout{rows};
    m_historyRows->setContentsMargins(0, 0, 0, 0);
    m_historyRows->setSpacing(0);
    m_historyRows->addStretch(1);
    m_historyScroll->setWidget(rows);
    layout->addWidget(m_historyScroll, 1);
    layout->addStretch(0); // takes the room while the list is hidden
    return history;
}

void PaymentView::renderQuickCash(const PaymentState &state)
{
    const std::vector<QuickCashState> &keys = state.quickCash;
    while (m_quick.size() < keys.size()) {
        auto *button = new BigButton{{}, BigButton::Kind::Tint, this};
        button->setTextRole(TextRole::BodyStrong);
        m_quickRow->addWidget(button, 1);
        const size_t index = m_quick.size();
        connect(button, &BigButton::clicked, this, [this, index] {
            if (index < m_state.quickCash.size())
                Q_EMIT cashChosen(m_state.quickCash[index].tendered);
        });
        m_quick.push_back(button);
    }
    for (size_t i = 0; i < m_quick.size(); ++i) {
        m_quick[i]->setVisible(i < keys.size());
        if (i >= keys.size())
            continue;
        m_quick[i]->setText(keys[i].text);
        m_quick[i]->setEnabled(!state.waits);
        m_quick[i]->setObjectName(u"cash."_s + keys[i].id);
    }
}

/// Smaller type on an old screen, then fewer keys: an amount is never cut.
void PaymentView::fitQuickCash()
{
    const int spacing = m_quickRow->spacing();
    const auto room = [this, spacing](size_t count) {
        const int keys = static_cast<int>(std::max<size_t>(count, 1));
        return (m_figures->width() - (keys - 1) * spacing) / keys;
    };
    const auto widest = [this](TextRole role, size_t count) {
        int width = 0;
        for (size_t i = 0; i < count; ++i)
            width = std::max(width, QFontMetrics{textFont(role)}.horizontalAdvance(m_state.quickCash[i].text) + quickPadding);
        return width;
    };
    size_t count = m_state.quickCash.size();
    const TextRole role = widest(TextRole::BodyStrong, count) <= room(count) ? TextRole::BodyStrong : TextRole::SecondaryStrong;
    while (count > 2 && widest(role, count) > room(count))
        --count;
    for (size_t i = 0; i < m_quick.size(); ++i) {
        m_quick[i]->setTextRole(role);
        m_quick[i]->setVisible(i < count);
    }
}

BigButton *PaymentView::methodButton(size_t index, std::vector<BigButton *> &buttons, bool tall)
{
    if (index < buttons.size())
        return buttons[index];
    auto *button = new BigButton{{}, BigButton::Kind::Key, this};
    button->setTextRole(tall ? TextRole::BodyStrong : TextRole::SecondaryStrong);
    button->setLeftAligned(true);
    const int position = static_cast<int>(index);
    if (tall)
        m_tallColumn->addWidget(button);
    else
        m_smallGrid->addWidget(button, position / 2, position % 2);
    const int key = Qt::Key_F2 + position + (tall ? 0 : 3);
    if (key <= Qt::Key_F8)
        button->setKey(QKeySequence{key});
    connect(button, &BigButton::clicked, this, [this, button] { choose(button); });
    buttons.push_back(button);
    return button;
}

void PaymentView::choose(const BigButton *button)
{
    const QString key = button->objectName().section(u'.', 1);
    if (key == u"more")
        Q_EMIT moreWanted();
    else
        Q_EMIT methodChosen(key);
}

void PaymentView::renderMethods(const PaymentState &state)
{
    const auto renderAll = [this, &state](const std::vector<MethodState> &methods, std::vector<BigButton *> &buttons, bool tall) {
        for (size_t i = 0; i < methods.size(); ++i) {
            BigButton *button = methodButton(i, buttons, tall);
            button->setObjectName(u"method."_s + methods[i].key);
            button->setText(methods[i].title);
            button->setNote(methods[i].note);
            button->setIconName(methods[i].icon);
            button->setEnabled(methods[i].enabled);
            button->setMarked(tall && i == 0 && methods[i].enabled && methods[i].key == state.cashMethod);
            button->show();
        }
        for (size_t i = methods.size(); i < buttons.size(); ++i)
            buttons[i]->hide();
    };
    renderAll(state.mainMethods, m_tall, true);
    renderAll(state.otherMethods, m_small, false);
}

void PaymentView::renderHistory(const std::vector<PaidState> &rows)
{
    m_noHistory->setVisible(rows.empty());
    m_historyScroll->setVisible(!rows.empty());
    while (m_paidRows.size() < rows.size()) {
        auto *row = new PaidRow{static_cast<int>(m_paidRows.size()), m_historyScroll->widget()};
        connect(row, &PaidRow::removeWanted, this, &PaymentView::removeWanted);
        connect(row, &PaidRow::returnWanted, this, &PaymentView::returnWanted);
        m_historyRows->insertWidget(static_cast<int>(m_paidRows.size()), row);
        m_paidRows.push_back(row);
    }
    for (size_t i = 0; i < m_paidRows.size(); ++i) {
        m_paidRows[i]->setVisible(i < rows.size());
        if (i < rows.size())
            m_paidRows[i]->render(rows[i]);
    }
}

void PaymentView::render(const PaymentState &state)
{
    m_total->setAmount(state.total);
    m_paid->setAmount(state.paid);
    m_due->setAmount(state.due);
    m_due->setTone(state.canPay ? Tone::Primary : Tone::Positive);
    m_rounding->setText(state.rounding);
    if (!m_amount->isTyped())
        m_amount->propose(state.proposed);
    renderQuickCash(state);
    renderMethods(state);
    renderHistory(state.history);
    m_state = state;
    fitHeight();
    fitQuickCash();
}

void PaymentView::proposeAgain()
{
    m_amount->propose(m_state.proposed);
}

void PaymentView::takeEntry()
{
    m_amount->take();
}

void PaymentView::giveEntryBack()
{
    m_amount->giveBack();
}

bool PaymentView::hasNextEntry() const
{
    return m_amount->isTyped() && !m_amount->isTaken();
}

void PaymentView::proposeNext()
{
    if (!hasNextEntry())
        proposeAgain();
}

std::optional<Money> PaymentView::typed() const
{
    return m_amount->isTyped() ? std::optional{m_amount->amount()} : std::nullopt;
}

bool PaymentView::handleKey(QKeyEvent *event)
{
    const auto key = padKeyFor(*event);
    if (!key || *key == PadKey::Enter)
        return false;
    m_amount->press(*key);
    return true;
}

void PaymentView::takeFocus()
{
    m_amount->setFocus(Qt::OtherFocusReason);
}

/// On an old screen all keys are lower, so that none is cut and the history keeps its room.
void PaymentView::fitHeight()
{
    const bool low = height() < lowPage;
    const int key = std::clamp((height() - besideKeys) / 4, lowestKey, metric::mainKey);
    m_keypad->setKeyHeight(key);
    const auto setAll = [](const std::vector<BigButton *> &buttons, int pixels) {
        for (BigButton *button : buttons)
            button->setKeyHeight(pixels);
    };
    setAll(m_quick, low ? 48 : 56);
    setAll(m_tall, key);
    setAll(m_small, low ? 48 : 60);
}

void PaymentView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
    QTimer::singleShot(0, this, &PaymentView::fitQuickCash); // once the columns have their widths
}

} // namespace guichet
