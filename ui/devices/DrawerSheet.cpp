// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DrawerSheet.h"

#include "ui/pages/PageHead.h"

#include <QBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int drawerSheetWidth = 720;
constexpr int narrowestReason = 160;

} // namespace

DrawerSheet::DrawerSheet(QWidget *host)
    : Sheet{host}, m_chips{new ChipRow{narrowestReason}}, m_words{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal}}
{
    setObjectName(u"drawerSheet"_s);
    setContentWidth(drawerSheetWidth);
    setTitle(tr("Régler le tiroir"));
    setSubtitle(tr("Chaque ouverture sans vente est notée dans le Z."));
    m_words->setObjectName(u"drawer.words"_s);
    m_words->setWordWrap(true);
    auto *content = new QWidget;
    auto *tries = new QHBoxLayout;
    m_two = addKey(tr("Ouvrir par la broche 2"), u"drawer.pin2"_s, BigButton::Kind::Normal, *tries);
    m_five = addKey(tr("Ouvrir par la broche 5"), u"drawer.pin5"_s, BigButton::Kind::Normal, *tries);
    auto *answers = new QHBoxLayout;
    m_yes = addKey(tr("Oui"), u"drawer.yes"_s, BigButton::Kind::Primary, *answers);
    m_no = addKey(tr("Non"), u"drawer.no"_s, BigButton::Kind::Normal, *answers);
    m_isClosed = addKey(tr("Il est fermé"), u"drawer.isClosed"_s, BigButton::Kind::Primary, *answers);
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(caption(tr("Pour quelle raison ?"), content));
    layout->addWidget(m_chips);
    layout->addLayout(tries);
    layout->addWidget(m_words);
    layout->addLayout(answers);
    layout->addStretch(1);
    setContent(content);
    connect(m_chips, &ChipRow::chosen, this, &DrawerSheet::chooseReason);
    connect(m_two, &BigButton::clicked, this, [this] { Q_EMIT tried(2, m_chips->selectedId()); });
    connect(m_five, &BigButton::clicked, this, [this] { Q_EMIT tried(5, m_chips->selectedId()); });
    connect(m_yes, &BigButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(m_no, &BigButton::clicked, this, [this] { Q_EMIT answered(false); });
    connect(m_isClosed, &BigButton::clicked, this, &DrawerSheet::closedByHand);
}

BigButton *DrawerSheet::addKey(const QString &text, const QString &name, BigButton::Kind kind, QLayout &row)
{
    auto *button = new BigButton{text, kind};
    button->setObjectName(name);
    button->setTextRole(TextRole::BodyStrong);
    row.setSpacing(metric::gap);
    row.addWidget(button);
    return button;
}

void DrawerSheet::ask(const std::vector<ChipState> &reasons)
{
    m_reasons = reasons;
    chooseReason(reasons.empty() ? QString{} : reasons.front().id);
    open();
    m_two->setFocus();
}

void DrawerSheet::chooseReason(const QString &reason)
{
    for (ChipState &chip : m_reasons)
        chip.selected = chip.id == reason;
    m_chips->render(m_reasons);
}

/// The focus follows the question, so that Enter and Tab lead through it.
void DrawerSheet::render(const DrawerState &state)
{
    m_words->setText(state.words);
    m_words->setTone(state.tone);
    m_two->setEnabled(state.canTry);
    m_five->setEnabled(state.canTry);
    m_yes->setVisible(state.asksWhetherOpen);
    m_no->setVisible(state.asksWhetherOpen);
    m_isClosed->setVisible(state.asksWhetherClosed);
    if (state.asksWhetherOpen)
        m_yes->setFocus();
    else if (state.asksWhetherClosed)
        m_isClosed->setFocus();
}

} // namespace guichet
