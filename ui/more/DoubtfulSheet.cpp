// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/DoubtfulSheet.h"

#include "ui/pages/PageHead.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

DoubtfulSheet::DoubtfulSheet(QWidget *host) : Sheet{host}, m_table{new DataTable}, m_reference{new QLineEdit}
{
    setObjectName(u"doubtfulSheet"_s);
    setContentWidth(880);
    setTitle(tr("Paiements sans réponse"));
    setSubtitle(tr("Regardez le terminal, choisissez le paiement, dites ce qui s’est passé. Le Z le note."));
    m_table->setObjectName(u"doubtful.table"_s);
    m_table->setColumns({{.title = tr("Quand")},
                         {.title = tr("Quoi"), .stretches = true},
                         {.title = tr("Moyen")},
                         {.title = tr("Montant"), .rightAligned = true}});
    m_table->setEmptyText(tr("Aucun : tous les paiements par carte ont leur réponse."));
    m_reference->setObjectName(u"doubtful.reference"_s);
    m_reference->setPlaceholderText(tr("Numéro d’autorisation du ticket, s’il y en a un"));
    m_reference->setMaxLength(60);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_reference);
    setContent(content);
    m_giveBack = addButton(tr("Rendre au client"), BigButton::Kind::Normal, u"doubtful.giveBack"_s);
    m_declined = addButton({}, BigButton::Kind::Normal, u"doubtful.declined"_s);
    m_approved = addButton({}, BigButton::Kind::Primary, u"doubtful.approved"_s);
    m_approved->setKey(Qt::Key_F2);
    m_declined->setKey(Qt::Key_F3);
    m_giveBack->setKey(Qt::Key_F4);
    const auto decide = [this](ChargeState state) { Q_EMIT decided(m_table->selectedId(), state, m_reference->text().trimmed()); };
    connect(m_table, &DataTable::rowSelected, this, &DoubtfulSheet::refresh);
    connect(m_table, &DataTable::rowActivated, this, &DoubtfulSheet::refresh);
    connect(m_giveBack, &BigButton::clicked, this, [this] { Q_EMIT giveBackWanted(m_table->selectedId()); });
    connect(m_approved, &BigButton::clicked, this, [decide] { decide(ChargeState::Approved); });
    connect(m_declined, &BigButton::clicked, this, [decide] { decide(ChargeState::Declined); });
}

void DoubtfulSheet::render(const std::vector<TableRow> &rows, const QMap<QString, DoubtfulChoice> &choices)
{
    m_choices = choices;
    m_table->setRows(rows);
    if (rows.size() == 1)
        m_table->selectId(rows.front().id);
    m_reference->clear();
    m_reference->setVisible(!rows.empty());
    refresh();
}

void DoubtfulSheet::refresh()
{
    const QString chosen = m_table->selectedId();
    if (chosen != m_chosen)
        m_reference->clear(); // a number is that of one payment
    m_chosen = chosen;
    const DoubtfulChoice choice = m_choices.value(chosen, {.words = decisionWords({})});
    m_approved->setText(choice.words.approve);
    m_declined->setText(choice.words.reject);
    m_approved->setEnabled(!chosen.isEmpty());
    m_declined->setEnabled(!chosen.isEmpty());
    m_giveBack->setVisible(choice.canGiveBack);
}

} // namespace guichet
