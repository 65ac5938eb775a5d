// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossiers/DossierList.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/SearchField.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QTimer>

#include <chrono>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DossierList::DossierList(QWidget *parent)
    : QWidget{parent}, m_head{new PageHead{tr("Dossiers"), this}}, m_search{new SearchField{tr("Numéro, client, offre, article"), this}},
      m_days{new ChipRow{84, this}}, m_states{makeStates()}, m_methods{new QComboBox{this}}, m_table{new DataTable{this}},
      m_more{new BigButton{{}, BigButton::Kind::Normal, this}}, m_typing{new QTimer{this}}
{
    m_search->setObjectName(u"dossiers.search"_s);
    m_days->setObjectName(u"dossiers.days"_s);
    m_methods->setObjectName(u"dossiers.method"_s);
    m_methods->setSizeAdjustPolicy(QComboBox::AdjustToContents); // its methods come after it is first shown
    m_methods->setAccessibleName(tr("Moyen de paiement"));
    m_table->setObjectName(u"dossiers.table"_s);
    m_table->setColumns({{.title = tr("Quand"), .width = 0},
                         {.title = tr("Dossier")},
                         {.title = tr("Contenu"), .stretches = true},
                         {.title = tr("Moyens"), .width = 150},
                         {.title = tr("État")},
                         {.title = tr("Total"), .rightAligned = true}});
    m_table->setEmptyText(tr("Aucun dossier ne correspond. Élargissez les dates ou changez de mot."));
    m_search->setMinimumWidth(240);
    m_head->addWidget(m_search, 2);
    m_head->addWidget(m_states);
    m_head->addWidget(m_methods);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_head);
    layout->addWidget(m_days);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_more);
    m_more->setObjectName(u"dossiers.more"_s);
    m_more->hide();
    connect(m_more, &BigButton::clicked, this, &DossierList::moreWanted);
    m_days->render(presentDays(m_filter));
    m_typing->setSingleShot(true);
    m_typing->setInterval(150ms);
    connect(m_typing, &QTimer::timeout, this, &DossierList::filterChanged);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.text = text;
        m_typing->start();
    });
    connect(m_search, &SearchField::submitted, this, &DossierList::dossierTapped);
    connect(m_days, &ChipRow::chosen, this, &DossierList::chooseDays);
    connect(m_states, &QComboBox::activated, this, [this] {
        m_filter.state = m_states->currentData().toString();
        Q_EMIT filterChanged();
    });
    connect(m_methods, &QComboBox::activated, this, [this] {
        m_filter.method = m_methods->currentData().toString();
        Q_EMIT filterChanged();
    });
    connect(m_table, &DataTable::rowActivated, this, &DossierList::dossierTapped);
}

QComboBox *DossierList::makeStates()
{
    auto *states = new QComboBox{this};
    states->setObjectName(u"dossiers.state"_s);
    states->setAccessibleName(tr("État"));
    states->addItem(tr("Tous les états"));
    for (const DossierState state :
         {DossierState::Settled, DossierState::Confirmed, DossierState::ToConfirm, DossierState::Quote, DossierState::Cancelled})
        states->addItem(dossierStateWord(state), QString::number(static_cast<int>(state)));
    return states;
}

void DossierList::setMethods(const std::vector<PaymentMethod> &methods, Language language)
{
    if (m_methods->count() > 0)
        return;
    m_methods->addItem(tr("Tous les moyens"));
    for (const PaymentMethod &method : methods)
        m_methods->addItem(method.name.in(language), method.key);
}

void DossierList::render(const std::vector<TableRow> &rows, const QString &subtitle, const QString &more)
{
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    m_head->setSubtitle(subtitle);
    m_table->setRows(rows);
}

void DossierList::focusSearch()
{
    m_search->setFocus();
}

void DossierList::chooseDays(const QString &days)
{
    m_filter.days = days;
    m_days->render(presentDays(m_filter));
    Q_EMIT filterChanged();
}

} // namespace guichet
