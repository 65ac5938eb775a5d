// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DenominationCounter.h"

#include "core/money/FormatMoney.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/Translation.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestGap = 4;

/// `50 €`, `0,50 €`: no decimals for whole euros.
QString valueText(Money value)
{
    return value.cents() % 100 == 0 ? QString::number(value.cents() / 100) + u"\u00A0€"_s
                                    : formatMoney(value, EuroSign::Shown, spokenLanguage());
}

} // namespace

std::vector<Money> DenominationCounter::euro(bool withCents, Money largest)
{
    std::vector<Money> values;
    for (const qint64 cents : {10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 20'000, 50'000})
        if (cents <= largest.cents() && (cents >= 5 || withCents))
            values.push_back(Money::fromCents(cents));
    return values;
}

DenominationCounter::DenominationCounter(const std::vector<Money> &values, QWidget *parent) : QWidget{parent}
{
    auto *grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(narrowestGap); // what room there is beyond is shared by the rows
    grid->setHorizontalSpacing(8);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(2, 3);
    for (const Money value : values)
        addRow(value);
    setMaximumHeight(static_cast<int>(values.size()) * (metric::touch + metric::gap));
    setFocusProxy(m_rows.empty() ? nullptr : m_rows.front().stepper);
    for (size_t i = 1; i < m_rows.size(); ++i)
        setTabOrder(m_rows[i - 1].stepper, m_rows[i].stepper);
}

void DenominationCounter::addRow(Money value)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const int row = static_cast<int>(m_rows.size());
    auto *label = new TextLabel{valueText(value), TextRole::Body, Tone::Normal, this};
    label->setMinimumWidth(60);
    auto *stepper = new QuantityStepper{this};
    stepper->setRange(0, 9'999);
    stepper->setSubject(valueText(value));
    stepper->setObjectName(u"count.%1"_s.arg(value.cents()));
    auto *amount = new AmountLabel{TextRole::Body, this};
    amount->setMinimumWidth(88);
    grid->addWidget(label, row, 0);
    grid->addWidget(stepper, row, 1);
    grid->addWidget(amount, row, 2);
    m_rows.push_back({value, stepper, amount});
    stepper->findChild<NumberField *>()->installEventFilter(this);
    connect(stepper, &QuantityStepper::valueChanged, this, [this, index = m_rows.size() - 1] {
        refresh(m_rows[index]);
        Q_EMIT changed(total());
    });
    connect(stepper, &QuantityStepper::entered, this, &DenominationCounter::goOn);
    refresh(m_rows.back());
}

void DenominationCounter::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front().stepper->setFocus(Qt::OtherFocusReason);
}

void DenominationCounter::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    goOn();
}

/// From the row that is typed in to the next one.
void DenominationCounter::goOn()
{
    const auto here = std::ranges::find_if(m_rows, [](const Row &row) { return row.stepper->isAncestorOf(QApplication::focusWidget()); });
    if (here == m_rows.end() || here + 1 == m_rows.end())
        Q_EMIT finished();
    else
        (here + 1)->stepper->setFocus(Qt::TabFocusReason);
}

bool DenominationCounter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT rowEntered(static_cast<QWidget *>(watched)->parentWidget());
    return QWidget::eventFilter(watched, event);
}

void DenominationCounter::refresh(Row &row)
{
    row.amount->setAmount(row.value * row.stepper->value());
    row.amount->setTone(row.stepper->value() == 0 ? Tone::Muted : Tone::Normal);
}

void DenominationCounter::setCounts(const std::vector<DenominationCount> &counts)
{
    for (Row &row : m_rows) {
        const auto found =
            std::find_if(counts.begin(), counts.end(), [&](const DenominationCount &count) { return count.value == row.value; });
        row.stepper->setValue(found == counts.end() ? 0 : found->count);
        refresh(row);
    }
}

std::vector<DenominationCount> DenominationCounter::counts() const
{
    std::vector<DenominationCount> result;
    for (const Row &row : m_rows)
        result.push_back({row.value, row.stepper->value()});
    return result;
}

Money DenominationCounter::total() const
{
    Money sum;
    for (const Row &row : m_rows)
        sum += row.value * row.stepper->value();
    return sum;
}

} // namespace guichet
