// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/labelling/LabelsState.h"
#include "ui/widgets/Card.h"

class QTimer;

namespace guichet {

class BigButton;
class QuantityStepper;
class SearchField;
class TextLabel;

/// The left side of the page *Étiquettes*: goods are looked for, taken, counted. Draws a LabelsState; decides nothing.
class LabelsPicker : public Card
{
    Q_OBJECT

public:
    explicit LabelsPicker(QWidget *parent = nullptr);
    void render(const LabelsState &state);
    void setFound(const std::vector<TableRow> &rows);
    QString searched() const;
    void search(const QString &text);
    void focusSearch();

Q_SIGNALS:
    void searchWanted();                  ///< The text has changed, and rests.
    void added(const QString &keyOrCode); ///< One of the found, or what was typed and ended with Enter.
    void allAdded();                      ///< All that were found.
    void selected(const QString &product);
    void copiesChanged(int copies); ///< Of the selected line.
    void removed();                 ///< The selected line.
    void cleared();
    void codesWanted();

private:
    void makeSearch();
    void makeLines();

    SearchField *m_search;
    QTimer *m_typing;
    DataTable *m_found;
    BigButton *m_addAll;
    DataTable *m_lines;
    QuantityStepper *m_copies;
    BigButton *m_remove;
    BigButton *m_clear;
    BigButton *m_codes;
};

} // namespace guichet
