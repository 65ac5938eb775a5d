// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossiers/RefundSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/QuantityStepper.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace guichet {

using namespace Qt::StringLiterals;

RefundRow::RefundRow(QWidget *parent)
    : QWidget{parent}, m_title{new TextLabel{{}, TextRole::Body, Tone::Normal, this}},
      m_subLine{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}}, m_units{new QuantityStepper{this}},
      m_amount{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}}
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_subLine);
    m_amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_amount->setMinimumWidth(96);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(12);
    row->addLayout(texts, 1);
    row->addWidget(m_units);
    row->addWidget(m_amount);
    connect(m_units, &QuantityStepper::valueChanged, this, [this](int units) { Q_EMIT unitsChanged(m_line, units); });
}

void RefundRow::render(const RefundLineState &state)
{
    m_line = state.line;
    setObjectName(u"refund."_s + state.line);
    m_title->setText(state.title);
    m_subLine->setText(state.subLine);
    m_units->setSubject(state.title);
    m_units->setRange(0, state.left);
    m_units->setValue(state.units);
    m_amount->setText(state.amount);
}

RefundSheet::RefundSheet(QWidget *host)
    : Sheet{host}, m_reasons{new ChipRow{160}}, m_methods{new ChipRow{160}}, m_restock{new QCheckBox{tr("Remettre les articles en stock")}},
      m_total{new AmountLabel{TextRole::Total}}
{
    setObjectName(u"refundSheet"_s);
    setTitle(tr("Rembourser"));
    m_reasons->setObjectName(u"refund.reasons"_s);
    m_methods->setObjectName(u"refund.methods"_s);
    m_restock->setObjectName(u"refund.restock"_s);
    m_total->setObjectName(u"refund.total"_s);
    auto *content = new QWidget;
    auto *all = new BigButton{tr("Tout"), BigButton::Kind::Normal, content};
    all->setObjectName(u"refund.all"_s);
    auto *none = new BigButton{tr("Rien"), BigButton::Kind::Normal, content};
    none->setObjectName(u"refund.none"_s);
    m_choice = new QWidget{content};
    auto *choice = new QHBoxLayout{m_choice};
    choice->setContentsMargins(0, 0, 0, 0);
    choice->addWidget(caption(tr("Que rend le client ?"), m_choice), 1);
    choice->addWidget(all);
    choice->addWidget(none);
    m_whole = new TextLabel{{}, TextRole::Body, Tone::Normal, content};
    m_whole->setObjectName(u"refund.whole"_s);
    m_whole->setWordWrap(true);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(4);
    auto *left = new QVBoxLayout;
    left->addWidget(m_choice);
    left->addWidget(m_whole);
    left->addLayout(m_lines);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(caption(tr("Pour quelle raison ?"), content));
    right->addWidget(m_reasons);
    m_how = caption(tr("Rendu comment ?"), content);
    right->addWidget(m_how);
    right->addWidget(m_methods);
    right->addWidget(m_restock);
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(0);
    m_partsNote = new TextLabel{{}, TextRole::Secondary, Tone::Warning, content};
    m_partsNote->setObjectName(u"refund.partsNote"_s);
    m_partsNote->setWordWrap(true);
    right->addStretch(1);
    right->addLayout(m_parts);
    right->addWidget(m_partsNote);
    right->addWidget(caption(tr("À RENDRE"), content), 0, Qt::AlignRight);
    right->addWidget(m_total);
    auto *columns = new QHBoxLayout{content};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(32);
    columns->addLayout(left, 3);
    columns->addLayout(right, 2);
    setContent(content);
    m_confirm = addButton({}, BigButton::Kind::Primary, u"refund.confirm"_s);
    connect(all, &BigButton::clicked, this, &RefundSheet::allWanted);
    connect(none, &BigButton::clicked, this, &RefundSheet::noneWanted);
    connect(m_reasons, &ChipRow::chosen, this, &RefundSheet::reasonChosen);
    connect(m_methods, &ChipRow::chosen, this, &RefundSheet::methodChosen);
    connect(m_restock, &QCheckBox::toggled, this, &RefundSheet::restockChanged);
    connect(m_confirm, &BigButton::clicked, this, &RefundSheet::confirmed);
}

void RefundSheet::render(const RefundState &state)
{
    while (m_rows.size() < state.lines.size()) {
        m_rows.push_back(new RefundRow{content()});
        m_lines->addWidget(m_rows.back());
        connect(m_rows.back(), &RefundRow::unitsChanged, this, &RefundSheet::unitsChanged);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < state.lines.size());
        if (i < state.lines.size())
            m_rows[i]->render(state.lines[i]);
    }
    m_choice->setVisible(state.whole.isEmpty());
    m_whole->setVisible(!state.whole.isEmpty());
    m_whole->setText(state.whole);
    m_reasons->render(state.reasons);
    m_how->setVisible(!state.methods.empty());
    m_methods->render(state.methods);
    const QSignalBlocker quiet{m_restock};
    m_restock->setVisible(state.hasProducts);
    m_restock->setChecked(state.restock);
    renderParts(state);
    m_total->setAmount(state.total);
    m_confirm->setText(state.confirmText);
    m_confirm->setEnabled(state.canRefund);
}

void RefundSheet::renderParts(const RefundState &state)
{
    while (m_partRows.size() < state.parts.size()) {
        m_partRows.push_back(new MoneyRow{{}, content()});
        m_partRows.back()->setObjectName(u"refund.part.%1"_s.arg(m_partRows.size()));
        m_parts->addWidget(m_partRows.back());
    }
    for (size_t i = 0; i < m_partRows.size(); ++i) {
        m_partRows[i]->setVisible(i < state.parts.size());
        if (i >= state.parts.size())
            continue;
        m_partRows[i]->setLabel(state.parts[i].words);
        m_partRows[i]->setAmount(state.parts[i].amount);
    }
    m_partsNote->setText(state.partsNote);
    m_partsNote->setVisible(!state.partsNote.isEmpty());
}

} // namespace guichet
