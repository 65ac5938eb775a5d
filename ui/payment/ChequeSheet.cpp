// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/ChequeSheet.h"

#include "ui/widgets/FlowGrid.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int chequeSheetWidth = 640;
constexpr int chequeKeyWidth = 140;

} // namespace

ChequeRow::ChequeRow(QWidget *parent)
    : QWidget{parent}, m_text{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}},
      m_back{new BigButton{tr("Retirer un"), BigButton::Kind::Quiet, this}}, m_amount{new TextLabel{{}, TextRole::Body, Tone::Normal, this}}
{
    m_back->setInset(4);
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_amount);
    setFixedHeight(metric::rowHeight);
    connect(m_back, &BigButton::clicked, this, [this] { Q_EMIT takenBack(m_last); });
}

void ChequeRow::render(const ChequeRowState &state)
{
    m_last = state.last;
    m_text->setObjectName(u"cheque.%1.count"_s.arg(state.value.cents()));
    m_text->setText(state.text);
    m_amount->setText(state.amount);
    m_back->setObjectName(u"cheque.%1.back"_s.arg(state.value.cents()));
    m_back->setAccessibleName(state.takeBack);
    m_back->setEnabled(state.canTakeBack);
}

ChequeSheet::ChequeSheet(QWidget *host)
    : Sheet{host}, m_due{new TextLabel{{}, TextRole::Figure}}, m_taken{new TextLabel{{}, TextRole::SecondaryStrong, Tone::Muted}},
      m_validity{new TextLabel{{}, TextRole::Body, Tone::Muted}}, m_grid{new FlowGrid{chequeKeyWidth}}
{
    setObjectName(u"chequeSheet"_s);
    setContentWidth(chequeSheetWidth);
    setSubtitle(tr("Touchez chaque chèque reçu. Rien n’est rendu sur un chèque."));
    m_due->setObjectName(u"cheque.due"_s);
    m_taken->setObjectName(u"cheque.taken"_s);
    m_validity->setWordWrap(true);
    m_grid->setSpacing(metric::gap);
    setContent(buildContent());
}

QWidget *ChequeSheet::buildContent()
{
    auto *content = new QWidget;
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(12);
    layout->addWidget(m_due);
    layout->addWidget(m_grid);
    layout->addWidget(m_validity);
    layout->addWidget(m_taken);
    layout->addLayout(m_list);
    layout->addStretch(1);
    return content;
}

void ChequeSheet::render(const ChequeState &state)
{
    if (state.done)
        return close();
    setTitle(state.title);
    m_due->setText(state.due);
    m_validity->setText(state.validity);
    m_validity->setVisible(!state.validity.isEmpty());
    m_taken->setText(state.taken);
    renderKeys(state.keys);
    renderRows(state.rows);
}

/// A key stays the same widget from cheque to cheque: the finger may be on it already.
void ChequeSheet::renderKeys(const std::vector<ChequeKeyState> &keys)
{
    if (!std::ranges::equal(m_keyStates, keys, {}, &ChequeKeyState::text, &ChequeKeyState::text))
        makeKeys(keys);
    m_keyStates = keys;
    for (size_t i = 0; i < keys.size(); ++i)
        m_grid->cells()[i]->setEnabled(keys[i].enabled);
}

void ChequeSheet::makeKeys(const std::vector<ChequeKeyState> &keys)
{
    std::vector<QWidget *> cells;
    for (const ChequeKeyState &state : keys) {
        auto *key = new BigButton{state.text, BigButton::Kind::Key};
        key->setObjectName(u"cheque.%1"_s.arg(state.value.cents()));
        key->setKeyHeight(metric::mainKey);
        key->setTextRole(TextRole::BodyStrong);
        connect(key, &BigButton::clicked, this, [this, value = state.value] { Q_EMIT taken(value); });
        cells.push_back(key);
    }
    m_grid->setOrder(cells);
}

void ChequeSheet::renderRows(const std::vector<ChequeRowState> &rows)
{
    while (m_rows.size() < rows.size()) {
        auto *row = new ChequeRow{content()};
        connect(row, &ChequeRow::takenBack, this, &ChequeSheet::takenBack);
        m_list->addWidget(row);
        m_rows.push_back(row);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < rows.size());
        if (i < rows.size())
            m_rows[i]->render(rows[i]);
    }
}

} // namespace guichet
