// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ReasonSheet.h"

#include "ui/pages/PageHead.h"

#include <QVBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

ReasonSheet::ReasonSheet(QWidget *host) : Sheet{host}, m_heading{caption({}, nullptr)}, m_chips{new ChipRow{200}}
{
    setObjectName(u"reasonSheet"_s);
    setContentWidth(720);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_heading->setObjectName(u"reason.heading"_s);
    layout->addWidget(m_heading);
    layout->addWidget(m_chips);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton({}, BigButton::Kind::Primary, u"reason.confirm"_s);
    connect(m_chips, &ChipRow::chosen, this, &ReasonSheet::choose);
    connect(m_confirm, &BigButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed(m_choice);
    });
}

void ReasonSheet::ask(const ReasonQuestion &question)
{
    setTitle(question.title);
    setSubtitle(question.subtitle);
    m_heading->setText(question.heading);
    m_choices = question.choices;
    m_current = question.current;
    m_confirm->setText(question.confirm);
    m_confirm->setKind(question.danger ? BigButton::Kind::Danger : BigButton::Kind::Primary);
    const auto chosen = std::ranges::find(m_choices, true, &ChipState::selected);
    choose(chosen == m_choices.end() ? QString{} : chosen->id);
    open();
}

void ReasonSheet::choose(const QString &choice)
{
    m_choice = choice;
    for (ChipState &chip : m_choices)
        chip.selected = chip.id == choice;
    m_chips->render(m_choices);
    m_confirm->setEnabled(m_choices.empty() || (!choice.isEmpty() && choice != m_current));
}

} // namespace guichet
