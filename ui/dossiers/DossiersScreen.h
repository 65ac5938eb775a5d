// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/DossierDesk.h"
#include "ui/dossiers/DossierState.h"
#include "ui/shell/Screen.h"

#include <functional>

class QStackedLayout;

namespace guichet {

class DossierList;
class DossierPage;
class PaperSheet;
class PdfSheet;
class ReasonSheet;
class RefundSheet;
class TerminalRefundSheet;

/// The dossiers of the day and the page of each (DOS-1 to DOS-5, PAY-5 to PAY-8, SELL-9).
class DossiersScreen : public Screen
{
    Q_OBJECT

public:
    explicit DossiersScreen(const ScreenContext &context, QWidget *parent = nullptr);
    /// `subject`: number of a dossier, of a receipt, or code of a ticket: its page.
    void enter(const QString &subject) override;
    bool takeScan(const QString &code) override;
    bool goBack() override;

private:
    struct Page
    {
        DossierDetail detail;
        DossierComments comments;
        QStringList refundMethods;
        std::shared_ptr<const Catalogue> catalogue;
        QDate today;
    };
    struct List
    {
        std::vector<DossierRow> rows;
        DossierSum sum;
        std::shared_ptr<const Catalogue> catalogue;
        QDate today;
    };
    static Result<Page> askPage(Workplace &workplace, const QString &number);
    void connectPage();
    void connectSheets();
    void askList();
    void askMore();
    void ask(std::vector<DossierRow> before);
    void renderList();
    void openDossier(const QString &number);
    void showPage(const Page &page);
    void view(const QString &document);
    void reprint(const QString &document);
    void startRefund();
    RefundPayment wantedPayment() const;
    void askPreview();
    void renderRefund();
    void refund();
    void takeRefund(const Result<RefundOutcome> &started);
    void runAtTerminal(const RefundOutcome &started);
    void endRefund(const RefundOutcome &outcome);
    void collect();
    void askCancel();
    void cancel(const CommandId &id, const QString &number, const QString &reason);
    void askMethod(const QString &payment);
    void correct(const Id<Payment> &payment, const QString &method);
    void askErase();
    void erase(const CommandId &id, const QString &number, const QString &customer);
    const QString &number() const { return m_page.detail.row.number; }

    ScreenContext m_context;
    int m_askNumber = 0; ///< Answers to older questions are dropped.
    List m_shown;
    Page m_page;
    RefundInput m_refund;
    RefundContent m_preview; ///< Of m_refund.
    int m_previewNumber = 0;
    CommandId m_command;                                  ///< Of what the shown page or sheet would do.
    std::function<void(const QString &choice)> m_decided; ///< What the reason sheet asks for.
    QStackedLayout *m_pages;
    DossierList *m_list;
    DossierPage *m_dossier;
    RefundSheet *m_refundSheet;
    TerminalRefundSheet *m_terminalSheet;
    ReasonSheet *m_reasonSheet;
    PaperSheet *m_paperSheet;
    PdfSheet *m_pdfSheet;
    QString m_document; ///< Whose paper is shown: a dossier or one of its receipts.
    Paper m_receipt;
};

} // namespace guichet
