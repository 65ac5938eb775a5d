// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/UsersSheet.h"

#include <QBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

UsersSheet::UsersSheet(QWidget *host) : Sheet{host}, m_table{new DataTable}
{
    setObjectName(u"usersSheet"_s);
    setContentWidth(880);
    setTitle(tr("Utilisateurs à confirmer"));
    setSubtitle(tr("Changés ailleurs. Ce qui leur est retiré vaut déjà ; ce qui leur est donné attend ici le code d’un administrateur."));
    m_table->setObjectName(u"users.table"_s);
    m_table->setColumns(
        {{.title = tr("Qui")}, {.title = tr("Ce qui change"), .stretches = true}, {.title = tr("Dit par")}, {.title = tr("Quand")}});
    m_table->setEmptyText(tr("Personne n’attend."));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    setContent(content);
    m_refuse = addButton(tr("Refuser"), BigButton::Kind::Normal, u"users.refuse"_s);
    m_confirm = addButton(tr("Confirmer"), BigButton::Kind::Primary, u"users.confirm"_s);
    m_confirm->setKey(Qt::Key_F2);
    m_refuse->setKey(Qt::Key_F3);
    connect(m_table, &DataTable::rowSelected, this, &UsersSheet::refresh);
    connect(m_refuse, &BigButton::clicked, this, [this] { Q_EMIT refuseWanted(m_table->selectedId().toInt()); });
    connect(m_confirm, &BigButton::clicked, this, [this] { Q_EMIT confirmWanted(m_table->selectedId().toInt()); });
}

void UsersSheet::render(const UsersSheetState &state)
{
    m_fixed = state.fixed;
    m_table->setRows(state.rows);
    for (BigButton *button : {m_refuse, m_confirm})
        button->setVisible(!state.rows.empty());
    refresh();
}

void UsersSheet::refresh()
{
    const QString chosen = m_table->selectedId();
    for (BigButton *button : {m_refuse, m_confirm})
        button->setEnabled(!chosen.isEmpty() && !m_fixed.contains(chosen));
}

} // namespace guichet
