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
    m_declined = addButton(tr("Pas payé"), BigButton::Kind::Normal, u"doubtful.declined"_s);
    m_approved = addButton(tr("Payé"), BigButton::Kind::Primary, u"doubtful.approved"_s);
    const auto decide = [this](ChargeState state) { Q_EMIT decided(m_table->selectedId(), state, m_reference->text().trimmed()); };
    connect(m_table, &DataTable::rowSelected, this, &DoubtfulSheet::refresh);
    connect(m_table, &DataTable::rowActivated, this, &DoubtfulSheet::refresh);
    connect(m_giveBack, &BigButton::clicked, this, [this] { Q_EMIT giveBackWanted(m_table->selectedId()); });
    connect(m_approved, &BigButton::clicked, this, [decide] { decide(ChargeState::Approved); });
    connect(m_declined, &BigButton::clicked, this, [decide] { decide(ChargeState::Declined); });
}

void DoubtfulSheet::render(const std::vector<TableRow> &rows, const QSet<QString> &returnable)
{
    m_returnable = returnable;
    m_table->setRows(rows);
    if (rows.size() == 1)
        m_table->selectId(rows.front().id);
    m_reference->clear();
    m_reference->setVisible(!rows.empty());
    refresh();
}

void DoubtfulSheet::refresh()
{
    const bool chosen = !m_table->selectedId().isEmpty();
    m_approved->setEnabled(chosen);
    m_declined->setEnabled(chosen);
    m_giveBack->setVisible(m_returnable.contains(m_table->selectedId()));
}

} // namespace guichet
