// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/FormulaSheet.h"

#include "ui/widgets/ChipRow.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/TextLabel.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int dateWidth = 104;

} // namespace

FormulaItemRow::FormulaItemRow(QWidget *parent)
    : QWidget{parent}, m_title{new TextLabel{{}, TextRole::Body, Tone::Normal, this}},
      m_subLine{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}},
      m_price{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}}, m_stepper{new QuantityStepper{this}}
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch(1);
    texts->addWidget(m_title);
    texts->addWidget(m_subLine);
    texts->addStretch(1);
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(16);
    layout->addLayout(texts, 1);
    m_price->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_price->setMinimumWidth(88);
    layout->addWidget(m_price);
    layout->addWidget(m_stepper);
    connect(m_stepper, &QuantityStepper::valueChanged, this,
            [this](int value) { Q_EMIT quantityChanged(m_state.key, m_state.supplement, value); });
}

void FormulaItemRow::render(const FormulaItemState &state)
{
    m_state = state;
    setObjectName(u"item."_s + state.key);
    m_title->setText(state.title);
    m_subLine->setText(state.subLine);
    m_subLine->setVisible(!state.subLine.isEmpty());
    m_price->setText(state.price);
    m_stepper->setRange(0, state.maximum);
    m_stepper->setSubject(state.title);
    if (m_stepper->value() != state.quantity)
        m_stepper->setValue(state.quantity);
}

FormulaSheet::FormulaSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"formulaSheet"_s);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_calendar = new QCalendarWidget{content};
    m_calendar->setObjectName(u"calendar"_s);
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->hide();
    m_slotsTitle = new TextLabel{tr("Départ"), TextRole::SecondaryStrong, Tone::Muted, content};
    m_slots = new ChipRow{104, content};
    m_notice = new TextLabel{{}, TextRole::BodyStrong, Tone::Danger, content};
    m_notice->setWordWrap(true);
    m_obstacle = new TextLabel{{}, TextRole::BodyStrong, Tone::Warning, content};
    m_obstacle->setObjectName(u"formula.obstacle"_s);
    m_obstacle->setWordWrap(true);
    m_forceReasons = new ChipRow{180, content};
    m_resources = new QVBoxLayout;
    m_supplementsTitle = new TextLabel{tr("Suppléments"), TextRole::SecondaryStrong, Tone::Muted, content};
    m_supplements = new QVBoxLayout;
    m_dates = new ChipRow{dateWidth, content};
    m_dates->setEven(true); // all days whole, on two rows where one is too short
    layout->addWidget(m_dates);
    layout->addWidget(m_calendar);
    layout->addWidget(m_slotsTitle);
    layout->addWidget(m_slots);
    layout->addWidget(m_notice);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_forceReasons);
    layout->addLayout(m_resources);
    layout->addWidget(m_supplementsTitle);
    layout->addLayout(m_supplements);
    layout->addStretch(1);
    setContent(content);
    m_add = addButton(tr("Ajouter"), BigButton::Kind::Primary, u"sheet.add"_s);
    connect(m_dates, &ChipRow::chosen, this, &FormulaSheet::chooseChip);
    connect(m_calendar, &QCalendarWidget::clicked, this, [this](QDate date) {
        m_calendar->hide();
        Q_EMIT dateChosen(date);
    });
    connect(m_slots, &ChipRow::chosen, this, [this](const QString &id) { Q_EMIT slotChosen(QTime::fromString(id, u"HH:mm"_s)); });
    connect(m_forceReasons, &ChipRow::chosen, this, &FormulaSheet::forceReasonChosen);
    connect(m_add, &BigButton::clicked, this, &FormulaSheet::addWanted);
}

void FormulaSheet::chooseChip(const QString &id)
{
    if (id == u"calendar")
        m_calendar->setVisible(!m_calendar->isVisible());
    else
        Q_EMIT dateChosen(QDate::fromString(id, Qt::ISODate));
}

void FormulaSheet::renderItems(std::vector<FormulaItemRow *> &rows, QVBoxLayout *layout, const std::vector<FormulaItemState> &items)
{
    while (rows.size() < items.size()) {
        auto *row = new FormulaItemRow{content()};
        connect(row, &FormulaItemRow::quantityChanged, this, &FormulaSheet::quantityChosen);
        layout->addWidget(row);
        rows.push_back(row);
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i]->setVisible(i < items.size());
        if (i < items.size())
            rows[i]->render(items[i]);
    }
}

void FormulaSheet::render(const FormulaSheetState &state)
{
    setTitle(state.title);
    setSubtitle(state.subtitle);
    m_dates->render(state.dates);
    m_slotsTitle->setVisible(!state.slotChips.empty());
    m_slots->setVisible(!state.slotChips.empty());
    m_slots->render(state.slotChips);
    m_notice->setText(state.notice);
    m_notice->setVisible(!state.notice.isEmpty());
    m_obstacle->setText(state.obstacle);
    m_obstacle->setVisible(!state.obstacle.isEmpty());
    m_forceReasons->setVisible(!state.forceReasons.empty());
    m_forceReasons->render(state.forceReasons);
    renderItems(m_resourceRows, m_resources, state.resources);
    m_supplementsTitle->setVisible(!state.supplements.empty());
    renderItems(m_supplementRows, m_supplements, state.supplements);
    m_add->setText(state.addText);
    m_add->setEnabled(state.canAdd);
}

} // namespace guichet
