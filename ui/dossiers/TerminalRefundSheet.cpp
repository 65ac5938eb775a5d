// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossiers/TerminalRefundSheet.h"

#include "ui/widgets/AmountLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

TerminalRefundSheet::TerminalRefundSheet(TerminalAttendant &attendant, QWidget *host)
    : Sheet{host}, m_attendant{attendant}, m_amount{new AmountLabel{TextRole::Total}},
      m_prompt{new TextLabel{{}, TextRole::Body, Tone::Muted}}, m_answers{new QWidget},
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
    layout->addWidget(m_cancel);
    layout->addStretch(2);
    setContent(content);
    makeAnswers();
    m_cancel->setObjectName(u"terminal.cancel"_s);
    m_cancel->setKeyHeight(metric::mainKey);
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
    const std::tuple<QString, QString, IconName, ChargeState> answers[] = {
        {tr("Accepté"), u"terminal.approved"_s, IconName::Check, ChargeState::Approved},
        {tr("Refusé"), u"terminal.declined"_s, IconName::Close, ChargeState::Declined},
        {tr("Je ne sais pas"), u"terminal.unknown"_s, IconName::Help, ChargeState::Unknown}};
    for (const auto &[text, name, icon, state] : answers) {
        auto *button = new BigButton{text, BigButton::Kind::Key, m_answers};
        button->setObjectName(name);
        button->setIconName(icon);
        button->setKeyHeight(metric::mainKey);
        layout->addWidget(button);
        connect(button, &BigButton::clicked, this, [this, given = state] { answer(given); });
    }
}

void TerminalRefundSheet::ask(Money amount)
{
    m_asked = amount;
    m_amount->setAmount(amount.absolute());
    setPrompt({});
    open();
}

void TerminalRefundSheet::setPrompt(const QString &prompt)
{
    const bool saysMore = std::ranges::any_of(prompt, [](QChar c) { return c.isLetter(); });
    m_prompt->setText(saysMore ? prompt : QString{}); // the amount is already there
    const bool asksPerson = m_attendant.isWaiting();
    setSubtitle(asksPerson ? tr("Faites le remboursement sur le terminal, puis dites ce qu’il a montré.")
                           : tr("Le terminal rend ce montant : suivez ce qu’il demande."));
    m_answers->setVisible(asksPerson);
    m_cancel->setVisible(!asksPerson);
}

void TerminalRefundSheet::answer(ChargeState state)
{
    m_attendant.answer({.state = state, .authorised = state == ChargeState::Approved ? m_asked : Money{}, .reference = {}, .text = {}});
}

} // namespace guichet
