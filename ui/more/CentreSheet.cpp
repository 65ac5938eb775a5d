// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/CentreSheet.h"

#include "ui/pages/PageHead.h"

#include <QBoxLayout>
#include <QScrollBar>

namespace guichet {

using namespace Qt::StringLiterals;

CentreSheet::CentreSheet(QWidget *host)
    : Sheet{host}, m_till{new WordRow{tr("Caisse")}}, m_state{new WordRow{tr("État")}}, m_contact{new WordRow{tr("Dernier contact")}},
      m_waiting{new WordRow{tr("À envoyer")}}, m_users{new WordRow{tr("Utilisateurs")}}, m_found{new WordRow{tr("Retrouvé")}},
      m_overuse{new WordRow{tr("Vendu en trop")}}, m_hint{new TextLabel{{}, TextRole::Secondary, Tone::Muted}}, m_table{new DataTable}
{
    setObjectName(u"centreSheet"_s);
    setContentWidth(960);
    setTitle(tr("Centrale"));
    setSubtitle(tr("Ce que les caisses partagent. Sans ligne, la caisse vend comme d’habitude et envoie plus tard."));
    m_table->setObjectName(u"centre.table"_s);
    m_table->setColumns({{.title = tr("Quand")},
                         {.title = tr("Quoi"), .stretches = true},
                         {.title = tr("Ce qui changeait")},
                         {.title = tr("Valeur écartée")},
                         {.title = tr("En vigueur")},
                         {.title = tr("Caisse")}});
    m_table->setEmptyText(tr("Aucune modification n’a été écartée."));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (WordRow *row : {m_till, m_state, m_contact, m_waiting, m_users, m_found, m_overuse})
        layout->addWidget(row);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    layout->addStretch(); // where there is no table
    setContent(content);
    m_enrol = addButton(tr("Relier à la centrale…"), BigButton::Kind::Primary, u"centre.enrol"_s);
    m_enrol->setKey(Qt::Key_F12);
    connect(m_enrol, &BigButton::clicked, this, &CentreSheet::enrolmentWanted);
    m_dismiss = addButton(tr("Laisser ainsi"), BigButton::Kind::Normal, u"centre.dismiss"_s);
    m_restore = addButton(tr("Remettre cette valeur"), BigButton::Kind::Primary, u"centre.restore"_s);
    m_restore->setKey(Qt::Key_F2);
    connect(m_table, &DataTable::rowSelected, this, &CentreSheet::refresh);
    connect(m_dismiss, &BigButton::clicked, this, [this] { Q_EMIT dismissWanted(m_table->selectedId()); });
    connect(m_restore, &BigButton::clicked, this, [this] { Q_EMIT restoreWanted(m_table->selectedId()); });
}

void CentreSheet::render(const CentreSheetState &state)
{
    m_till->setWords(state.till);
    m_state->setWords(state.state, state.tone);
    m_contact->setWords(state.contact);
    m_waiting->setWords(state.waiting);
    m_users->setWords(state.users, state.usersTone);
    m_found->setWords(state.found);
    m_found->setVisible(!state.found.isEmpty());
    m_overuse->setWords(state.overuse, Tone::Warning);
    m_overuse->setVisible(!state.overuse.isEmpty());
    for (QWidget *shared : std::initializer_list<QWidget *>{m_till, m_contact, m_waiting, m_users, m_table})
        shared->setVisible(!state.isAlone);
    m_enrol->setVisible(state.canEnrol);
    showRows(state.rows);
    m_canRestore = state.canRestore;
    m_hint->setText(hintWords(state.canRestore));
    m_hint->setVisible(!state.rows.empty());
    for (BigButton *button : {m_dismiss, m_restore})
        button->setVisible(!state.rows.empty());
    refresh();
}

void CentreSheet::showRows(const std::vector<TableRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_table->setRows(rows);
    m_table->doItemsLayout(); // else the bar still has the range of before
    m_table->verticalScrollBar()->setValue(scrolled);
}

QString CentreSheet::hintWords(bool canRestore)
{
    if (canRestore)
        return tr("Deux caisses ont changé la même chose : la dernière valeur est en vigueur, l’autre est ici. Choisissez une "
                  "ligne : remettez sa valeur pour toutes les caisses, ou laissez ainsi.");
    return tr("Deux caisses ont changé la même chose : la dernière valeur est en vigueur, l’autre est ici. Plus rien ne part de "
              "cette caisse : une valeur se remet à une autre caisse.");
}

void CentreSheet::refresh()
{
    const bool isChosen = !m_table->selectedId().isEmpty();
    m_dismiss->setEnabled(isChosen);
    m_restore->setEnabled(isChosen && m_canRestore);
}

} // namespace guichet
