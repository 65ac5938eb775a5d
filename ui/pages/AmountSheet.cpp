// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/AmountSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/AmountField.h"
#include "ui/widgets/Keypad.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int wideSheet = 880;
constexpr int narrowSheet = 440;

} // namespace

std::vector<ChipState> reasonChipsOf(const Catalogue &catalogue, Reason::Kind kind, const QString &chosen, Language language)
{
    std::vector<ChipState> chips;
    for (const Reason &reason : catalogue.reasons)
        if (reason.kind == kind)
            chips.push_back({.id = reason.key, .text = reason.name.in(language), .selected = reason.key == chosen});
    return chips;
}

AmountSheet::AmountSheet(QWidget *host)
    : Sheet{host}, m_amount{new AmountField{{}}}, m_reasonTitle{caption(tr("Pour quelle raison ?"), nullptr)}, m_chips{new ChipRow{180}},
      m_comment{new QLineEdit}
{
    setObjectName(u"amountSheet"_s);
    m_amount->setObjectName(u"amount.field"_s);
    m_comment->setObjectName(u"amount.comment"_s);
    m_comment->setPlaceholderText(tr("Commentaire"));
    m_comment->setMaxLength(200);
    auto *content = new QWidget;
    auto *pad = new Keypad{Keypad::Corner::Comma, content};
    pad->setKeyHeight(64);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_amount);
    left->addWidget(pad);
    left->addStretch(1);
    m_side = new QWidget{content};
    auto *right = new QVBoxLayout{m_side};
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    right->addWidget(m_reasonTitle);
    right->addWidget(m_chips);
    right->addWidget(m_comment);
    right->addStretch(1);
    auto *columns = new QHBoxLayout{content};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    columns->addLayout(left, 1);
    columns->addWidget(m_side, 1);
    setContent(content);
    setFocusProxy(m_amount); // a touch of the keypad or beside it leaves the keyboard to the amount
    m_confirm = addButton({}, BigButton::Kind::Primary, u"amount.confirm"_s);
    connect(pad, &Keypad::pressed, m_amount, &AmountField::press);
    connect(m_amount, &AmountField::amountChanged, this, &AmountSheet::refresh);
    connect(m_amount, &AmountField::entered, this, &AmountSheet::confirm);
    connect(m_chips, &ChipRow::chosen, this, &AmountSheet::choose);
    connect(m_confirm, &BigButton::clicked, this, &AmountSheet::confirm);
}

void AmountSheet::ask(const AmountQuestion &question)
{
    m_question = question;
    setTitle(question.title);
    setSubtitle(question.subtitle);
    m_amount->setLabel(question.label);
    m_amount->propose(question.proposed);
    const bool asksMore = !question.reasons.empty() || question.asksComment;
    setContentWidth(asksMore ? wideSheet : narrowSheet);
    m_side->setVisible(asksMore);
    m_reasonTitle->setVisible(!question.reasons.empty());
    m_chips->setVisible(!question.reasons.empty());
    m_comment->setVisible(question.asksComment);
    m_comment->clear();
    m_confirm->setText(question.confirm);
    choose({});
    open();
    m_amount->setFocus();
}

/// Keys that nobody else took.
void AmountSheet::keyPressEvent(QKeyEvent *event)
{
    if (const auto key = padKeyFor(*event))
        m_amount->press(*key);
    else
        Sheet::keyPressEvent(event);
}

void AmountSheet::choose(const QString &reason)
{
    m_reason = reason;
    for (ChipState &chip : m_question.reasons)
        chip.selected = chip.id == reason;
    m_chips->render(m_question.reasons);
    refresh();
}

void AmountSheet::refresh()
{
    const Money amount = m_amount->amount();
    const bool amountFits = amount.isPositive() || (m_question.zeroAllowed && amount.isZero());
    m_confirm->setEnabled(amountFits && (m_question.reasons.empty() || !m_reason.isEmpty()));
}

void AmountSheet::confirm()
{
    if (!m_confirm->isEnabled() || !isOpen())
        return;
    close();
    Q_EMIT confirmed(m_amount->amount(), m_reason, m_comment->text().trimmed());
}

} // namespace guichet
