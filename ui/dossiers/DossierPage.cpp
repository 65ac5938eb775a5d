// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossiers/DossierPage.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Card.h"

#include <QBoxLayout>
#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int whenWidth = 136;
constexpr int whenWidthNarrow = 88; ///< Day and time one above the other: what happened needs the room.
constexpr int narrowPage = 1200;
constexpr int whoWidth = 104;
constexpr int notesWidth = 132;
constexpr int notesColumn = 2;

} // namespace

DossierPage::DossierPage(QWidget *parent) : QWidget{parent}, m_head{new PageHead{{}, this}}
{
    makeActions();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(makeLines(), 1);
    columns->addWidget(makeSide(), 1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_head);
    layout->addLayout(columns, 1);
}

void DossierPage::makeActions()
{
    BigButton *back = m_head->addAction(tr("La liste"), u"dossier.back"_s, IconName::Back);
    BigButton *view = m_head->addAction(tr("Voir le reçu"), u"dossier.view"_s, IconName::Receipt);
    BigButton *reprint = m_head->addAction(tr("Réimprimer"), u"dossier.reprint"_s, IconName::Printer);
    m_cancel = m_head->addAction(tr("Annuler le dossier"), u"dossier.cancel"_s, IconName::Close);
    m_refund = m_head->addAction(tr("Rembourser"), u"dossier.refund"_s, IconName::Refund);
    m_collect = m_head->addAction(tr("Encaisser le solde"), u"dossier.collect"_s, IconName::Cash, BigButton::Kind::Primary);
    m_collect->setTextRole(TextRole::SecondaryStrong);
    connect(back, &BigButton::clicked, this, &DossierPage::backWanted);
    connect(view, &BigButton::clicked, this, &DossierPage::viewWanted);
    connect(reprint, &BigButton::clicked, this, &DossierPage::reprintWanted);
    connect(m_cancel, &BigButton::clicked, this, &DossierPage::cancelWanted);
    connect(m_refund, &BigButton::clicked, this, &DossierPage::refundWanted);
    connect(m_collect, &BigButton::clicked, this, &DossierPage::collectWanted);
}

/// Who it is for, and beside it what is asked for once in a while.
QLayout *DossierPage::makeClient()
{
    m_client = new TextLabel{{}, TextRole::Body, Tone::Normal};
    m_client->setObjectName(u"dossier.client"_s);
    m_client->setWordWrap(true);
    m_erase = new BigButton{tr("Effacer le client"), BigButton::Kind::Quiet};
    m_erase->setObjectName(u"dossier.erase"_s);
    connect(m_erase, &BigButton::clicked, this, &DossierPage::eraseWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(m_client, 1);
    row->addWidget(m_erase, 0, Qt::AlignTop);
    return row;
}

QWidget *DossierPage::makeLines()
{
    auto *card = new Card{tr("Contenu"), this};
    m_details = new TextLabel{{}, TextRole::Secondary, Tone::Muted, card};
    m_details->setObjectName(u"dossier.details"_s);
    m_details->setWordWrap(true);
    m_lines = new DataTable{card};
    m_lines->setObjectName(u"dossier.lines"_s);
    m_lines->setRowsGrow(true);
    m_lines->setColumns({{.title = tr("Qté"), .rightAligned = true},
                         {.title = tr("Titre"), .stretches = true},
                         {.title = {}, .width = notesWidth},
                         {.title = tr("Prix"), .rightAligned = true}});
    m_total = new MoneyRow{tr("Total"), card};
    m_total->setStrong(true);
    m_refunded = new MoneyRow{tr("Remboursé"), card};
    m_due = new MoneyRow{tr("À encaisser"), card};
    m_due->setTone(Tone::Warning);
    card->body()->addLayout(makeClient());
    card->body()->addWidget(m_details);
    card->body()->addWidget(m_lines, 1);
    card->body()->addWidget(m_total);
    card->body()->addWidget(m_refunded);
    card->body()->addWidget(m_due);
    return card;
}

QWidget *DossierPage::makeSide()
{
    auto *side = new QWidget{this};
    auto *payments = new Card{tr("Paiements · touchez-en un pour corriger son moyen"), side};
    m_payments = new DataTable{payments};
    m_payments->setObjectName(u"dossier.payments"_s);
    m_payments->setRowsGrow(true);
    m_payments->setColumns({{.title = tr("Quand"), .width = whenWidth},
                            {.title = tr("Moyen"), .stretches = true},
                            {.title = tr("Montant"), .rightAligned = true}});
    m_payments->setEmptyText(tr("Aucun paiement"));
    payments->body()->addWidget(m_payments);
    auto *history = new Card{tr("Qui a fait quoi, quand · touchez un reçu pour le voir"), side};
    m_history = new DataTable{history};
    m_history->setObjectName(u"dossier.history"_s);
    m_history->setRowsGrow(true);
    setHistoryColumns();
    history->body()->addWidget(m_history);
    auto *layout = new QVBoxLayout{side};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(payments, 2);
    layout->addWidget(history, 3);
    connect(m_payments, &DataTable::rowActivated, this, &DossierPage::paymentTapped);
    connect(m_history, &DataTable::rowActivated, this, [this](const QString &document) {
        if (!document.isEmpty())
            Q_EMIT documentTapped(document);
    });
    return side;
}

void DossierPage::setHistoryColumns()
{
    m_history->setColumns({{.title = tr("Quand"), .width = m_isNarrow ? whenWidthNarrow : whenWidth},
                           {.title = tr("Quoi"), .stretches = true},
                           {.title = tr("Qui"), .width = whoWidth},
                           {.title = tr("Montant"), .rightAligned = true}});
}

void DossierPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < narrowPage;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    setHistoryColumns();
}

void DossierPage::render(const DossierPageState &state)
{
    m_head->setTexts(state.title, state.subtitle);
    m_client->setText(state.client);
    m_client->setVisible(!state.client.isEmpty());
    m_details->setText(state.details.join(u'\n'));
    m_details->setVisible(!state.details.isEmpty());
    m_lines->setColumnHidden(notesColumn,
                             std::ranges::all_of(state.lines, [](const TableRow &row) { return row.cells[notesColumn].isEmpty(); }));
    m_lines->setRows(state.lines);
    m_payments->setRows(state.payments);
    m_history->setRows(state.history);
    m_total->setAmount(state.total);
    m_refunded->setAmount(-state.refunded);
    m_refunded->setVisible(!state.refunded.isZero());
    m_due->setAmount(state.due);
    m_due->setVisible(!state.due.isZero());
    m_refund->setVisible(state.canRefund);
    m_collect->setText(state.collectText);
    m_collect->setVisible(state.canCollect);
    m_cancel->setVisible(state.canCancel);
    m_erase->setVisible(state.canErase);
}

} // namespace guichet
