// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossiers/TerminalRefundSheet.h"

#include "ui/widgets/AmountLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

TerminalRefundSheet::TerminalRefundSheet(TerminalAttendant &attendant, QWidget *host)
    : Sheet{host}, m_attendant{attendant}, m_amount{new AmountLabel{TextRole::Total}},
      m_prompt{new TextLabel{{}, TextRole::Body, Tone::Muted}}
{
    setObjectName(u"terminalRefundSheet"_s);
    setContentWidth(640);
    setClosesOnBack(false);
    setTitle(tr("Remboursement au terminal"));
    setSubtitle(tr("Faites le remboursement sur le terminal, puis dites ce qu’il a montré."));
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
    const std::tuple<QString, QString, IconName, ChargeState> answers[] = {
        {tr("Accepté"), u"terminal.approved"_s, IconName::Check, ChargeState::Approved},
        {tr("Refusé"), u"terminal.declined"_s, IconName::Close, ChargeState::Declined},
        {tr("Je ne sais pas"), u"terminal.unknown"_s, IconName::Help, ChargeState::Unknown}};
    for (const auto &[text, name, icon, state] : answers) {
        auto *button = new BigButton{text, BigButton::Kind::Key, content};
        button->setObjectName(name);
        button->setIconName(icon);
        button->setKeyHeight(metric::mainKey);
        layout->addWidget(button);
        connect(button, &BigButton::clicked, this, [this, given = state] { answer(given); });
    }
    layout->addStretch(2);
    setContent(content);
    connect(this, &Sheet::backRequested, this, [this] { answer(ChargeState::Unknown); });
}

void TerminalRefundSheet::ask(Money amount)
{
    m_asked = amount;
    m_amount->setAmount(amount.absolute());
    m_prompt->setText({});
    open();
}

void TerminalRefundSheet::setPrompt(const QString &prompt)
{
    const bool saysMore = std::ranges::any_of(prompt, [](QChar c) { return c.isLetter(); });
    m_prompt->setText(saysMore ? prompt : QString{}); // the amount is already there
}

void TerminalRefundSheet::answer(ChargeState state)
{
    m_attendant.answer({.state = state, .authorised = state == ChargeState::Approved ? m_asked : Money{}, .reference = {}, .text = {}});
}

} // namespace guichet
