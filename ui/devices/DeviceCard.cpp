// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeviceCard.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/FlowGrid.h"

#include <QBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestButton = 150;

QVBoxLayout *rowsLayout()
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(4);
    return layout;
}

} // namespace

DeviceCard::DeviceCard(const QString &heading, const QString &objectName, QWidget *parent)
    : Card{heading, parent}, m_state{new TextLabel{{}, TextRole::BodyStrong, Tone::Muted, this}}, m_rows{rowsLayout()},
      m_totals{rowsLayout()}, m_totalsTitle{caption(tr("Compté par le terminal"), this)},
      m_troublesTitle{caption(tr("Dernières erreurs"), this)}, m_troubles{new TextLabel{{}, TextRole::Secondary, Tone::Normal, this}},
      m_buttons{new FlowGrid{narrowestButton, this}}
{
    setObjectName(objectName);
    m_state->setObjectName(objectName + u".state"_s);
    m_state->setWordWrap(true);
    m_troubles->setObjectName(objectName + u".troubles"_s);
    m_troubles->setWordWrap(true);
    m_buttons->setSpacing(metric::gap);
    QVBoxLayout *layout = body();
    layout->addWidget(m_state);
    layout->addLayout(m_rows);
    layout->addWidget(m_totalsTitle);
    layout->addLayout(m_totals);
    layout->addWidget(m_troublesTitle);
    layout->addWidget(m_troubles);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
}

BigButton *DeviceCard::addButton(const QString &text, const QString &objectName, IconName icon, BigButton::Kind kind)
{
    auto *button = new BigButton{text, kind, m_buttons};
    button->setObjectName(objectName);
    button->setIconName(icon);
    button->setKeyHeight(metric::touch);
    button->setTextRole(TextRole::SecondaryStrong);
    m_buttons->add(button);
    return button;
}

void DeviceCard::renderRows(QVBoxLayout &layout, const Rows &rows)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &[label, words] : rows) {
        auto *row = new WordRow{label};
        row->setWords(words);
        layout.addWidget(row);
    }
}

void DeviceCard::render(const DeviceCardState &state)
{
    m_state->setText(state.state);
    m_state->setTone(state.tone);
    if (state.rows != m_shown.rows)
        renderRows(*m_rows, state.rows);
    if (state.totals != m_shown.totals)
        renderRows(*m_totals, state.totals);
    m_totalsTitle->setVisible(!state.totals.empty());
    m_troublesTitle->setVisible(!state.troubles.isEmpty());
    m_troubles->setVisible(!state.troubles.isEmpty());
    m_troubles->setText(state.troubles.join(u'\n'));
    for (QWidget *button : m_buttons->cells())
        button->setEnabled(state.actions.contains(button->objectName()));
    m_shown = state;
}

} // namespace guichet
