// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"
#include "core/usecases/CommandId.h"
#include "ui/report/ReportState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class BigButton;
class DenominationCounter;
class EmptyState;
class PageHead;
class PaperPane;
class PdfSheet;
class Sheet;

/// X and Z on the screen, on the printer, as A4 PDF (CASH-3); earlier Zs with their DUPLICATA; completes the count of a late closing.
class ReportScreen : public Screen
{
    Q_OBJECT

public:
    explicit ReportScreen(const ScreenContext &context, QWidget *parent = nullptr);
    /// `subject`: `X` or empty the running session, a number that Z.
    void enter(const QString &subject) override;
    bool goBack() override;

private:
    struct Shown
    {
        Report report;
        Paper receipt;
        Paper page;
    };
    struct List
    {
        bool sessionOpen = false;
        bool maySee = false; ///< The running session: it tells what the drawer should hold.
        std::vector<Report> closings;
    };
    static Shown shown(const Workplace &workplace, const Report &report);
    QWidget *makeSide();
    void makeCountSheet();
    void takeList(const List &list);
    void select(const QString &id);
    void take(const QString &id, const Result<Shown> &shown);
    void render();
    void makeX();
    void reprint();
    void completeCount();

    ScreenContext m_context;
    List m_list;
    QString m_selected;
    std::optional<Shown> m_shown;
    CommandId m_command;
    PageHead *m_head;
    DataTable *m_table;
    PaperPane *m_paper;
    EmptyState *m_nothing;
    BigButton *m_pdf;
    BigButton *m_reprint;
    BigButton *m_complete;
    BigButton *m_makeX;
    PdfSheet *m_pdfSheet;
    Sheet *m_countSheet = nullptr;
    DenominationCounter *m_counter = nullptr;
    BigButton *m_confirmCount = nullptr;
};

} // namespace guichet
