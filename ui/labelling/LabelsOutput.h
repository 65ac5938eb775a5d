// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/labelling/LabelsState.h"
#include "ui/widgets/Card.h"

namespace guichet {

class BigButton;
class QuantityStepper;
class SheetPreview;
class TabBar;
class TextLabel;

/// The right side of the page *Étiquettes*: the kind of labels, where the first one goes, how it will look, and the buttons that let it
/// out. Draws a LabelsState; decides nothing.
class LabelsOutput : public Card
{
    Q_OBJECT

public:
    explicit LabelsOutput(QWidget *parent = nullptr);
    void render(const LabelsState &state, const LabelsFacts &facts);

Q_SIGNALS:
    void wayChosen(guichet::LabelWay way);
    void formatChosen(const QString &format);
    void startChosen(int start); ///< From 0.
    void pageTurned(int by);
    void pdfWanted();
    void printWanted();
    void rollWanted();
    void printerWanted(); ///< The page where a printer of labels is set up.

private:
    void makeSheetParts();
    void makeButtons();
    void takeTap(const QPointF &place);
    void renderPreview(const LabelsFacts &facts);

    LabelSheets m_shown;
    int m_page = 0;
    TabBar *m_tabs;
    QWidget *m_sheetParts;
    ChipRow *m_formats;
    QuantityStepper *m_start;
    SheetPreview *m_preview;
    BigButton *m_before;
    TextLabel *m_pageWords;
    BigButton *m_after;
    TextLabel *m_summary;
    TextLabel *m_note;
    BigButton *m_setUp;
    BigButton *m_pdf;
    BigButton *m_print;
    BigButton *m_roll;
};

} // namespace guichet
