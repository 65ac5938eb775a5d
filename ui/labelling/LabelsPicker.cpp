// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labelling/LabelsPicker.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/SearchField.h"

#include <QBoxLayout>
#include <QTimer>

#include <chrono>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

BigButton *smallKey(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new BigButton{text, BigButton::Kind::Normal, parent};
    button->setObjectName(name);
    button->setKeyHeight(metric::touch);
    button->setTextRole(TextRole::SecondaryStrong);
    return button;
}

} // namespace

LabelsPicker::LabelsPicker(QWidget *parent)
    : Card{{}, parent}, m_search{new SearchField{tr("Nom, référence ou code"), this}}, m_typing{new QTimer{this}},
      m_found{new DataTable{this}}, m_addAll{smallKey(tr("Tout ajouter"), u"labels.addAll"_s, this)}, m_lines{new DataTable{this}},
      m_copies{new QuantityStepper{this}}, m_remove{smallKey(tr("Retirer"), u"labels.remove"_s, this)},
      m_clear{smallKey(tr("Tout retirer"), u"labels.clear"_s, this)}, m_codes{smallKey({}, u"labels.codes"_s, this)}
{
    setObjectName(u"labels.picker"_s);
    makeSearch();
    makeLines();
    connect(m_typing, &QTimer::timeout, this, &LabelsPicker::searchWanted);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing->start(); });
    connect(m_search, &SearchField::submitted, this, &LabelsPicker::added);
    connect(m_found, &DataTable::rowActivated, this, &LabelsPicker::added);
    connect(m_addAll, &BigButton::clicked, this, &LabelsPicker::allAdded);
    connect(m_lines, &DataTable::rowSelected, this, &LabelsPicker::selected);
    connect(m_copies, &QuantityStepper::valueChanged, this, &LabelsPicker::copiesChanged);
    connect(m_remove, &BigButton::clicked, this, &LabelsPicker::removed);
    connect(m_clear, &BigButton::clicked, this, &LabelsPicker::cleared);
    connect(m_codes, &BigButton::clicked, this, &LabelsPicker::codesWanted);
}

void LabelsPicker::makeSearch()
{
    m_search->setObjectName(u"labels.search"_s);
    m_typing->setSingleShot(true);
    m_typing->setInterval(120ms);
    m_found->setObjectName(u"labels.found"_s);
    m_found->setAccessibleName(tr("Articles trouvés"));
    m_found->setColumns({{.title = tr("Article"), .stretches = true}, {.title = tr("Référence")}});
    setFound({});
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::gap);
    row->addWidget(m_search, 1);
    row->addWidget(m_addAll);
    body()->addLayout(row);
    body()->addWidget(m_found, 2);
}

void LabelsPicker::makeLines()
{
    m_lines->setObjectName(u"labels.lines"_s);
    m_lines->setAccessibleName(tr("Étiquettes à faire"));
    m_lines->setColumns({{.title = tr("Étiquettes à faire"), .stretches = true},
                         {.title = tr("Code-barres")},
                         {.title = tr("Nombre"), .rightAligned = true}});
    m_lines->setEmptyText(tr("Touchez un article trouvé : une étiquette de plus à chaque fois."));
    m_copies->setObjectName(u"labels.copies"_s);
    m_copies->setRange(1, mostCopies);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(metric::gap);
    keys->addWidget(m_copies);
    keys->addWidget(m_remove);
    keys->addWidget(m_clear);
    keys->addStretch(1);
    keys->addWidget(m_codes);
    body()->addWidget(m_lines, 3);
    body()->addLayout(keys);
}

void LabelsPicker::render(const LabelsState &state)
{
    const QSignalBlocker quiet{m_lines};
    m_lines->setRows(state.rows);
    m_lines->selectId(state.selected);
    m_copies->setEnabled(!state.selected.isEmpty());
    m_copies->setValue(state.copies);
    m_copies->setSubject(tr("Étiquettes"));
    m_remove->setEnabled(!state.selected.isEmpty());
    m_clear->setEnabled(!state.rows.empty());
    m_codes->setVisible(!state.newCodes.isEmpty());
    m_codes->setText(state.newCodes);
}

void LabelsPicker::setFound(const std::vector<TableRow> &rows)
{
    m_found->setEmptyText(searched().isEmpty() ? tr("Tapez un mot, une référence ou un code, ou scannez l’article.")
                                               : tr("Rien trouvé pour « %1 ».").arg(searched()));
    m_found->setRows(rows);
    m_addAll->setEnabled(!rows.empty());
}

QString LabelsPicker::searched() const
{
    return m_search->text().trimmed();
}

void LabelsPicker::search(const QString &text)
{
    m_search->setText(text);
}

void LabelsPicker::focusSearch()
{
    m_search->setFocus();
}

} // namespace guichet
