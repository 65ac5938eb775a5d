// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossiers/DossiersScreen.h"

#include "core/money/FormatMoney.h"
#include "core/receipt/TicketCode.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/ErasureDesk.h"
#include "core/usecases/Staff.h"
#include "ui/dossiers/DossierList.h"
#include "ui/dossiers/DossierPage.h"
#include "ui/dossiers/RefundSheet.h"
#include "ui/dossiers/TerminalRefundSheet.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/PaperPage.h"
#include "ui/pages/PdfSheet.h"
#include "ui/pages/ReasonSheet.h"

#include <QPointer>
#include <QRegularExpression>
#include <QStackedLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

DossiersScreen::DossiersScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_pages{new QStackedLayout{this}}, m_list{new DossierList{this}},
      m_dossier{new DossierPage{this}}, m_refundSheet{new RefundSheet{this}},
      m_terminalSheet{new TerminalRefundSheet{context.attendant, this}}, m_reasonSheet{new ReasonSheet{this}},
      m_paperSheet{new PaperSheet{this}}, m_pdfSheet{new PdfSheet{context.navigator, this}}
{
    setObjectName(u"dossiers"_s);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_dossier);
    connect(m_terminalSheet, &TerminalRefundSheet::cancelWanted, this, [this] { m_context.terminals.cancel(); });
    connect(m_list, &DossierList::filterChanged, this, &DossiersScreen::askList);
    connect(m_list, &DossierList::dossierTapped, this, &DossiersScreen::openDossier);
    connect(m_list, &DossierList::moreWanted, this, &DossiersScreen::askMore);
    connectPage();
    connectSheets();
}

void DossiersScreen::connectPage()
{
    connect(m_dossier, &DossierPage::backWanted, this, [this] { enter({}); });
    connect(m_dossier, &DossierPage::viewWanted, this, [this] { view(number()); });
    connect(m_dossier, &DossierPage::documentTapped, this, &DossiersScreen::view);
    connect(m_dossier, &DossierPage::reprintWanted, this, [this] { reprint(number()); });
    connect(m_dossier, &DossierPage::refundWanted, this, &DossiersScreen::startRefund);
    connect(m_dossier, &DossierPage::collectWanted, this, &DossiersScreen::collect);
    connect(m_dossier, &DossierPage::cancelWanted, this, &DossiersScreen::askCancel);
    connect(m_dossier, &DossierPage::paymentTapped, this, &DossiersScreen::askMethod);
    connect(m_dossier, &DossierPage::eraseWanted, this, &DossiersScreen::askErase);
}

void DossiersScreen::connectSheets()
{
    connect(m_refundSheet, &RefundSheet::unitsChanged, this, [this](const QString &line, int units) {
        m_refund.units[line] = units;
        askPreview();
    });
    connect(m_refundSheet, &RefundSheet::allWanted, this, [this] {
        m_refund.units = refundOfAll(m_page.detail).units;
        askPreview();
    });
    connect(m_refundSheet, &RefundSheet::noneWanted, this, [this] {
        m_refund.units.clear();
        askPreview();
    });
    connect(m_refundSheet, &RefundSheet::reasonChosen, this, [this](const QString &reason) {
        m_refund.reason = reason;
        renderRefund();
    });
    connect(m_refundSheet, &RefundSheet::methodChosen, this, [this](const QString &method) {
        m_refund.method = method;
        askPreview();
    });
    connect(m_refundSheet, &RefundSheet::restockChanged, this, [this](bool restock) { m_refund.restock = restock; });
    connect(m_refundSheet, &RefundSheet::confirmed, this, &DossiersScreen::refund);
    connect(m_reasonSheet, &ReasonSheet::confirmed, this, [this](const QString &choice) { m_decided(choice); });
    BigButton *pdf = m_paperSheet->addButton(tr("Enregistrer en PDF A4"), BigButton::Kind::Normal, u"receipt.pdf"_s);
    BigButton *print = m_paperSheet->addButton(tr("Imprimer un duplicata"), BigButton::Kind::Primary, u"receipt.print"_s);
    connect(pdf, &BigButton::clicked, this, [this] { m_pdfSheet->ask(m_receipt); });
    connect(print, &BigButton::clicked, this, [this] {
        m_paperSheet->close();
        reprint(m_document);
    });
}

void DossiersScreen::enter(const QString &subject)
{
    if (!subject.isEmpty())
        return openDossier(subject);
    m_page = {};
    m_pages->setCurrentWidget(m_list);
    m_list->focusSearch();
    askList();
}

bool DossiersScreen::takeScan(const QString &code)
{
    static const QRegularExpression dossierNumber{u"^(P\\d{6}|R\\d+$)"_s};
    if (!TicketCode::fromString(code) && !dossierNumber.match(code).hasMatch())
        return false;
    openDossier(code);
    return true;
}

bool DossiersScreen::goBack()
{
    if (m_terminalSheet->isOpen() || closeOpenSheet(*this))
        return true;
    if (m_pages->currentWidget() != m_dossier)
        return false;
    enter({});
    return true;
}

void DossiersScreen::askList()
{
    ask({});
}

void DossiersScreen::askMore()
{
    ask(m_shown.rows);
}

/// Asks what follows `before`; the sum is that of all.
void DossiersScreen::ask(std::vector<DossierRow> before)
{
    const int number = ++m_askNumber;
    m_context.till
        .call([filter = m_list->filter(), before = std::move(before)](Workplace &workplace) -> Result<List> {
            const QDate today = workplace.businessToday();
            const DossierDesk desk{workplace};
            DossierSearch search = dossierSearch(filter, today);
            search.offset = static_cast<int>(before.size());
            TRY_LET(rows, desk.search(search));
            TRY_LET(sum, desk.sum(search));
            rows.insert(rows.begin(), before.begin(), before.end());
            return List{.rows = std::move(rows), .sum = sum, .catalogue = workplace.catalogue, .today = today};
        })
        .then(this, [this, number](const Result<List> &list) {
            if (number != m_askNumber)
                return;
            if (!list)
                return m_context.navigator.refuse(list.error());
            m_shown = *list;
            renderList();
        });
}

void DossiersScreen::renderList()
{
    const Language language = m_context.language();
    m_list->setMethods(m_shown.catalogue->paymentMethods, language);
    m_list->render(presentDossiers(m_shown.rows, m_shown.today, language), presentSum(m_shown.sum, language),
                   presentMore(static_cast<qint64>(m_shown.rows.size()), m_shown.sum));
}

Result<DossiersScreen::Page> DossiersScreen::askPage(Workplace &workplace, const QString &number)
{
    const DossierDesk desk{workplace};
    TRY_LET(detail, desk.detail(number));
    const Staff staff{workplace};
    detail.row.user = staff.displayName(detail.row.user);
    for (HistoryEntry &entry : detail.history) {
        entry.user = staff.displayName(entry.user);
        if (!entry.approver.isEmpty())
            entry.approver = staff.displayName(entry.approver);
    }
    QStringList methods;
    if (detail.row.state == DossierState::Settled)
        methods = refundChoices(detail, desk.refundMethods(detail.row.number).value_or(QStringList{}));
    TRY_LET(comments, commentsOf(workplace, detail));
    return Page{.detail = std::move(detail),
                .comments = std::move(comments),
                .refundMethods = methods,
                .catalogue = workplace.catalogue,
                .today = workplace.businessToday()};
}

void DossiersScreen::openDossier(const QString &number)
{
    m_context.till.call([number](Workplace &workplace) { return askPage(workplace, number); }).then(this, [this](const Result<Page> &page) {
        if (!page)
            return m_context.navigator.refuse(page.error());
        showPage(*page);
    });
}

void DossiersScreen::showPage(const Page &page)
{
    if (page.detail.row.number != number()) { // a scan came meanwhile: what they ask is of the one before
        m_reasonSheet->close();
        m_refundSheet->close();
    }
    m_page = page;
    m_command = CommandId::generate();
    m_dossier->render(presentDossier(page.detail, page.comments, *page.catalogue, page.today, m_context.language()));
    m_pages->setCurrentWidget(m_dossier);
}

void DossiersScreen::view(const QString &document)
{
    m_context.till.call([document](Workplace &workplace) { return DossierDesk{workplace}.receiptPaper(document); })
        .then(this, [this, document](const Result<Paper> &paper) {
            if (!paper)
                return m_context.navigator.refuse(paper.error());
            m_receipt = *paper;
            m_document = document;
            m_paperSheet->showPaper(document == number() ? tr("Dossier %1").arg(document) : tr("Reçu %1").arg(document), *paper);
        });
}

void DossiersScreen::reprint(const QString &document)
{
    m_context.till.call([id = m_command, document](Workplace &workplace) { return DossierDesk{workplace}.reprint(id, document); })
        .then(this, [this, document](const Result<QString> &job) {
            if (!job)
                return m_context.navigator.refuse(job.error(), [this, document] { reprint(document); });
            m_context.navigator.toast(tr("Le duplicata s’imprime"), Tone::Positive);
            m_context.navigator.refresh();
            openDossier(number());
        });
}

void DossiersScreen::startRefund()
{
    m_refund = {};
    m_refund.method = m_page.refundMethods.value(0);
    m_command = CommandId::generate();
    m_refundSheet->setSubtitle(tr("Dossier %1").arg(number()));
    askPreview();
    m_refundSheet->open();
}

RefundPayment DossiersScreen::wantedPayment() const
{
    const bool isNatural = m_refund.method == m_page.refundMethods.value(0);
    return {.method = isNatural ? QString{} : m_refund.method, .reference = {}, .giftCode = {}};
}

/// Asks where the money would go, and shows it; an answer to an older choice is dropped.
void DossiersScreen::askPreview()
{
    const int asked = ++m_previewNumber;
    const RefundRequest request = refundRequest(m_refund);
    if (request.lines.empty() && !isDeposit(m_page.detail)) {
        m_preview = {};
        return renderRefund();
    }
    renderRefund();
    m_context.till
        .call([number = number(), request, payment = wantedPayment()](Workplace &workplace) {
            return DossierDesk{workplace}.refundPreview(number, request, payment);
        })
        .then(this, [this, asked](const Result<RefundContent> &preview) {
            if (asked != m_previewNumber)
                return;
            m_preview = preview.value_or(RefundContent{}); // why it cannot be is said when it is wanted
            renderRefund();
        });
}

void DossiersScreen::renderRefund()
{
    m_refundSheet->render(presentRefund(m_page.detail, m_refund, m_page.refundMethods, m_preview, *m_page.catalogue, m_context.language()));
}

void DossiersScreen::refund()
{
    m_context.till
        .call([id = m_command, number = number(), request = refundRequest(m_refund), payment = wantedPayment()](Workplace &workplace) {
            return DossierDesk{workplace}.refund(id, number, request, payment);
        })
        .then(this, [this](const Result<RefundOutcome> &started) { takeRefund(started); });
}

void DossiersScreen::takeRefund(const Result<RefundOutcome> &started)
{
    if (!started)
        return m_context.navigator.refuse(started.error(), [this] { refund(); });
    if (m_terminalSheet->isOpen()) // a second touch of the same button: the terminal is already at it
        return;
    m_refundSheet->close();
    if (started->state != IntentState::Sent)
        return endRefund(*started);
    runAtTerminal(*started);
}

void DossiersScreen::runAtTerminal(const RefundOutcome &started)
{
    m_terminalSheet->ask(started.asked);
    const auto progress = [sheet = QPointer{m_terminalSheet}, &attendant = m_context.attendant](const QString &prompt) {
        QMetaObject::invokeMethod(
            sheet.data(),
            [sheet, prompt, question = attendant.question()] {
                if (sheet)
                    sheet->setPrompt(prompt, question);
            },
            Qt::QueuedConnection);
    };
    m_context.terminals.refund(started.intent, started.asked, progress).then(this, [this](const Result<RefundOutcome> &outcome) {
        m_terminalSheet->close();
        if (!outcome)
            return m_context.navigator.refuse(outcome.error());
        endRefund(*outcome);
    });
}

void DossiersScreen::endRefund(const RefundOutcome &outcome)
{
    if (outcome.state != IntentState::Approved) {
        m_context.sounds.play(Sound::PaymentRefused);
        m_context.navigator.toast(tr("Rien n’est remboursé. Si vous n’êtes pas sûr, voyez Plus, paiements sans réponse."), Tone::Warning);
    } else {
        m_context.navigator.toast(refundedWords(outcome.content, m_context.language()), Tone::Positive);
    }
    m_context.navigator.refresh();
    openDossier(number());
}

void DossiersScreen::collect()
{
    m_context.till.call([id = m_command, number = number()](Workplace &workplace) { return Checkout{workplace}.collect(id, number); })
        .then(this, [this](const Result<CartView> &view) {
            if (!view)
                return m_context.navigator.refuse(view.error(), [this] { collect(); });
            m_context.navigator.go(Place::Payment);
        });
}

void DossiersScreen::askCancel()
{
    m_decided = [this, id = CommandId::generate(), number = number()](const QString &reason) { cancel(id, number, reason); };
    std::vector<ChipState> choices;
    for (const Reason &reason : m_page.catalogue->reasons)
        if (reason.kind == Reason::Kind::Cancellation)
            choices.push_back({.id = reason.key, .text = reason.name.in(m_context.language())});
    m_reasonSheet->ask({.title = tr("Annuler le dossier %1").arg(number()),
                        .subtitle = tr("Les places retournent à la vente."),
                        .heading = tr("Pour quelle raison ?"),
                        .choices = choices,
                        .confirm = tr("Annuler le dossier"),
                        .danger = true});
}

void DossiersScreen::cancel(const CommandId &id, const QString &number, const QString &reason)
{
    m_context.till.call([id, number, reason](Workplace &workplace) { return DossierDesk{workplace}.cancel(id, number, reason); })
        .then(this, [this, id, number, reason](const Result<> &done) {
            if (!done)
                return m_context.navigator.refuse(done.error(), [this, id, number, reason] { cancel(id, number, reason); });
            m_context.navigator.toast(tr("Dossier annulé"), Tone::Positive);
            openDossier(number);
        });
}

void DossiersScreen::askMethod(const QString &payment)
{
    const auto id = Id<Payment>::fromString(payment);
    const auto found = id ? std::ranges::find(m_page.detail.payments, *id, &Payment::id) : m_page.detail.payments.end();
    if (found == m_page.detail.payments.end())
        return;
    m_decided = [this, paid = *id](const QString &method) { correct(paid, method); };
    std::vector<ChipState> choices;
    for (const PaymentMethod &method : m_page.catalogue->paymentMethods)
        if (method.type != PaymentType::VoucherStore)
            choices.push_back({.id = method.key, .text = method.name.in(m_context.language()), .selected = method.key == found->method});
    m_reasonSheet->ask({.title = tr("Corriger le moyen de paiement"),
                        .subtitle = tr("%1 : le montant ne change pas, la correction est notée.")
                                        .arg(formatMoney(found->received(), EuroSign::Shown, m_context.language())),
                        .heading = tr("Payé en réalité avec"),
                        .choices = choices,
                        .confirm = tr("Corriger"),
                        .current = found->method});
}

void DossiersScreen::correct(const Id<Payment> &payment, const QString &method)
{
    m_context.till
        .call([id = m_command, payment, method](Workplace &workplace) { return DossierDesk{workplace}.correctMethod(id, payment, method); })
        .then(this, [this, payment, method](const Result<> &done) {
            if (!done)
                return m_context.navigator.refuse(done.error(), [this, payment, method] { correct(payment, method); });
            m_context.navigator.toast(tr("Moyen corrigé"), Tone::Positive);
            openDossier(number());
        });
}

void DossiersScreen::askErase()
{
    const QString &name = m_page.detail.row.customerName;
    m_decided = [this, id = CommandId::generate(), number = number(), customer = m_page.detail.row.customer](const QString &) {
        erase(id, number, customer);
    };
    m_reasonSheet->ask(
        {.title = tr("Effacer le client du dossier %1").arg(number()),
         .subtitle = tr("Son nom, ses coordonnées et les commentaires disparaissent pour toujours, aux autres caisses aussi. "
                        "Le dossier garde ses montants."),
         .heading = tr("%1 : seulement si cette personne le demande.").arg(name.isEmpty() ? number() : name),
         .choices = {},
         .confirm = tr("Effacer le client"),
         .danger = true});
}

void DossiersScreen::erase(const CommandId &id, const QString &number, const QString &customer)
{
    m_context.till.call([id, customer](Workplace &workplace) { return ErasureDesk{workplace}.erase(id, DocumentKind::Customer, customer); })
        .then(this, [this, id, number, customer](const Result<> &done) {
            if (!done)
                return m_context.navigator.refuse(done.error(), [this, id, number, customer] { erase(id, number, customer); });
            m_context.navigator.toast(tr("Client effacé"), Tone::Positive);
            m_context.navigator.refresh();
            openDossier(number);
        });
}

} // namespace guichet
