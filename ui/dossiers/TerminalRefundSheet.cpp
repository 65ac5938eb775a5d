// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossiers/TerminalRefundSheet.h"

#include "ui/format/TerminalPrompt.h"
#include "ui/widgets/AmountLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

TerminalRefundSheet::TerminalRefundSheet(TerminalAttendant &attendant, QWidget *host)
    : Sheet{host}, m_attendant{attendant}, m_amount{new AmountLabel{TextRole::Total}},
      m_prompt{new TextLabel{{}, TextRole::Title, Tone::Muted}}, m_answers{new QWidget}, m_reply{new QWidget},
      m_cancel{new BigButton{tr("Annuler"), BigButton::Kind::Normal}}
{
    setObjectName(u"terminalRefundSheet"_s);
    setContentWidth(640);
    setClosesOnBack(false);
    setTitle(tr("Remboursement au terminal"));
    m_amount->setAlignment(Qt::AlignCenter);
    m_prompt->setAlignment(Qt::AlignCenter);
    m_prompt->setWordWrap(true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_amount);
    layout->addWidget(m_prompt);
    layout->addStretch(1);
    layout->addWidget(m_answers);
    layout->addWidget(m_reply);
    layout->addWidget(m_cancel);
    layout->addStretch(2);
    setContent(content);
    makeAnswers();
    makeReply();
    m_cancel->setObjectName(u"terminal.cancel"_s);
    m_cancel->setKeyHeight(metric::mainKey);
    m_cancel->setKey(Qt::Key_F5);
    connect(m_cancel, &BigButton::clicked, this, &TerminalRefundSheet::cancelWanted);
    connect(this, &Sheet::backRequested, this, [this] {
        if (m_attendant.isWaiting())
            answer(ChargeState::Unknown);
        else
            Q_EMIT cancelWanted();
    });
}

void TerminalRefundSheet::makeAnswers()
{
    auto *layout = new QVBoxLayout{m_answers};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    const std::tuple<QString, QString, IconName, Qt::Key, ChargeState> answers[] = {
        {tr("Accepté"), u"terminal.approved"_s, IconName::Check, Qt::Key_F2, ChargeState::Approved},
        {tr("Refusé"), u"terminal.declined"_s, IconName::Close, Qt::Key_F3, ChargeState::Declined},
        {tr("Je ne sais pas"), u"terminal.unknown"_s, IconName::Help, Qt::Key_F4, ChargeState::Unknown}};
    for (const auto &[text, name, icon, key, state] : answers) {
        auto *button = new BigButton{text, BigButton::Kind::Key, m_answers};
        button->setObjectName(name);
        button->setIconName(icon);
        button->setKey(key);
        button->setKeyHeight(metric::mainKey);
        layout->addWidget(button);
        connect(button, &BigButton::clicked, this, [this, given = state] { answer(given); });
    }
}

void TerminalRefundSheet::makeReply()
{
    auto *row = new QHBoxLayout{m_reply};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (const bool yes : {false, true}) {
        auto *button = new BigButton{yes ? tr("Oui") : tr("Non"), BigButton::Kind::Key, m_reply};
        button->setObjectName(yes ? u"terminal.yes"_s : u"terminal.no"_s);
        button->setKey(yes ? Qt::Key_F2 : Qt::Key_F3);
        button->setKeyHeight(metric::mainKey);
        row->addWidget(button, 1);
        connect(button, &BigButton::clicked, this, [this, yes] { reply(yes); });
    }
}

void TerminalRefundSheet::ask(Money amount)
{
    m_asked = amount;
    m_amount->setAmount(amount.absolute());
    setPrompt({});
    open();
}

void TerminalRefundSheet::setPrompt(const QString &prompt, QuestionNumber question)
{
    m_question.show(question);
    const bool saysMore = std::ranges::any_of(prompt, [](QChar c) { return c.isLetter(); });
    m_prompt->setText(saysMore ? terminalPrompt(prompt) : QString{}); // the amount is already there
    const bool asksPerson = m_attendant.isWaiting();
    const bool asksYesOrNo = question != QuestionNumber::None;
    m_prompt->setTone(asksYesOrNo ? Tone::Normal : Tone::Muted);
    setSubtitle(asksPerson    ? tr("Faites le remboursement sur le terminal, puis dites ce qu’il a montré.")
                : asksYesOrNo ? tr("Le terminal attend votre réponse. Sans réponse, c’est non.")
                              : tr("Le terminal rend ce montant : suivez ce qu’il demande."));
    m_answers->setVisible(asksPerson);
    m_reply->setVisible(asksYesOrNo);
    m_cancel->setVisible(!asksPerson);
}

void TerminalRefundSheet::reply(bool yes)
{
    const QuestionNumber question = m_question.take();
    if (question == QuestionNumber::None)
        return;
    m_attendant.reply(question, yes);
    setPrompt(u"WAIT"_s);
}

void TerminalRefundSheet::answer(ChargeState state)
{
    m_attendant.answer({.state = state, .authorised = state == ChargeState::Approved ? m_asked : Money{}, .reference = {}, .text = {}});
}

} // namespace guichet
