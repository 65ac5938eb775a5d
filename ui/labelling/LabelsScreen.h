// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/ProductHit.h"
#include "core/ports/DeviceBench.h"
#include "ui/labelling/LabelsState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class LabelsOutput;
class LabelsPicker;
class PdfSheet;
class PrintSheet;

/// *Étiquettes* (CAT-7): goods are chosen with a number of labels each, get a code of the till where they have none, and their labels go on
/// A4 sheets (PDF, or a printer of the system) or to a printer of labels.
class LabelsScreen : public Screen
{
    Q_OBJECT

public:
    /// The bench outlives it.
    LabelsScreen(const ScreenContext &context, DeviceBench &bench, QWidget *parent = nullptr);
    /// `subject`: keys of products, one a line, that get a label each; what was chosen before stays.
    void enter(const QString &subject) override;
    bool takeScan(const QString &code) override; ///< One label more of that product.
    bool goBack() override;

private:
    struct FoundLabel
    {
        QString product;
        Label label;
    };
    static Result<FoundLabel> labelOf(Workplace &workplace, const QString &keyOrCode);
    void connectParts();
    void askPrinter();
    void askFound();
    void add(const QString &keyOrCode, bool scanned);
    void addAll(const QStringList &products);
    void giveCodes();
    void takeLabels(const std::vector<FoundLabel> &labels);
    void changeCopies(int copies);
    void removeSelected();
    void savePdf();
    void askSystemPrinter();
    void printSheets(const QString &systemPrinter);
    void printRoll();
    void finish(const Result<> &done);
    void change(const std::function<void(LabelsFacts &)> &work);
    void render();

    ScreenContext m_context;
    DeviceBench &m_bench;
    LabelsFacts m_facts;
    std::vector<ProductHit> m_found;
    int m_askNumber = 0;
    LabelsPicker *m_picker;
    LabelsOutput *m_output;
    PdfSheet *m_pdfSheet;
    PrintSheet *m_printSheet;
};

} // namespace guichet
