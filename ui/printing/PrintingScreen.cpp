// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/PrintingScreen.h"

#include "core/usecases/Checkout.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PrintQueue.h"
#include "ui/format/Plural.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/PaperPage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"

#include <QBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

PrintingScreen::PrintingScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_head{new PageHead{tr("Impressions"), this}}, m_error{new Banner{this}},
      m_table{new DataTable{this}}, m_paper{new PaperPane{this}},
      m_nothing{new EmptyState{IconName::Printer, tr("Rien n’attend"), tr("Tout est imprimé. Le dernier reçu reste à portée."), this}}
{
    setObjectName(u"printing"_s);
    m_table->setObjectName(u"printing.jobs"_s);
    m_table->setColumns({{.title = tr("Quand")}, {.title = tr("Document"), .stretches = true}, {.title = tr("État")}});
    m_table->setEmptyText(tr("Aucune impression n’attend"));
    m_discard = m_head->addAction(tr("Écarter"), u"printing.discard"_s, IconName::Close);
    m_elsewhere = m_head->addAction(tr("Autre imprimante"), u"printing.elsewhere"_s, IconName::Printer);
    m_again = m_head->addAction(tr("Imprimer à nouveau"), u"printing.again"_s, IconName::Printer);
    m_confirm = m_head->addAction(tr("Il est sorti"), u"printing.confirm"_s, IconName::Check, BigButton::Kind::Primary);
    m_confirm->setTextRole(TextRole::SecondaryStrong);
    m_copy = m_head->addAction(tr("Imprimer un duplicata"), u"printing.copy"_s, IconName::Printer);
    BigButton *last = m_head->addAction(tr("Dernier reçu"), u"printing.last"_s, IconName::Receipt);
    m_retry = m_head->addAction(tr("Réessayer"), u"printing.retry"_s, IconName::Printer, BigButton::Kind::Primary);
    m_retry->setTextRole(TextRole::SecondaryStrong);
    auto *card = new Card{tr("En attente"), this};
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_table, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(card, 1);
    columns->addWidget(m_paper, 1);
    columns->addWidget(m_nothing, 1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_head);
    layout->addLayout(columns, 1);
    connect(m_table, &DataTable::rowActivated, this, &PrintingScreen::select);
    connect(last, &BigButton::clicked, this, &PrintingScreen::showLastReceipt);
    connect(m_copy, &BigButton::clicked, this, &PrintingScreen::reprintLast);
    connect(m_discard, &BigButton::clicked, this, &PrintingScreen::discard);
    connect(m_confirm, &BigButton::clicked, this, &PrintingScreen::confirmPrinted);
    connect(m_again, &BigButton::clicked, this, &PrintingScreen::printAgain);
    connect(m_elsewhere, &BigButton::clicked, this, &PrintingScreen::sendElsewhere);
    connect(m_retry, &BigButton::clicked, this, [this] {
        m_context.navigator.toast(tr("Nouvel essai d’impression"));
        Q_EMIT retryWanted();
        enter({});
    });
    render();
}

void PrintingScreen::enter(const QString &)
{
    m_command = CommandId::generate();
    m_context.till
        .call([](Workplace &workplace) -> Result<OpenJobs> {
            TRY_LET(jobs, PrintQueue{workplace}.waiting());
            return OpenJobs{.jobs = std::move(jobs), .hasSpare = !workplace.settings.sparePrinter.isEmpty()};
        })
        .then(this, [this](const Result<OpenJobs> &open) {
            if (!open)
                return m_context.navigator.refuse(open.error());
            take(*open);
        });
}

void PrintingScreen::take(const OpenJobs &open)
{
    m_jobs = open.jobs;
    m_hasSpare = open.hasSpare;
    m_table->setRows(presentJobs(m_jobs, m_context.language()));
    const bool still = std::ranges::find(m_jobs, m_selected, &PrintJob::id) != m_jobs.end();
    if (!still && m_lastReceipt.isEmpty())
        m_selected = m_jobs.empty() ? QString{} : m_jobs.front().id;
    if (!m_selected.isEmpty())
        return select(m_selected);
    render();
}

void PrintingScreen::select(const QString &job)
{
    m_selected = job;
    m_lastReceipt.clear();
    m_table->selectId(job);
    if (const auto found = std::ranges::find(m_jobs, job, &PrintJob::id); found != m_jobs.end())
        m_paper->setPaper(found->paper);
    render();
}

void PrintingScreen::showLastReceipt()
{
    struct Last
    {
        QString number;
        Paper paper;
    };
    m_context.till
        .call([](Workplace &workplace) -> Result<Last> {
            TRY_LET(sale, Checkout{workplace}.lastSale());
            TRY_LET(paper, DossierDesk{workplace}.receiptPaper(sale.dossierNumber));
            return Last{.number = sale.dossierNumber, .paper = std::move(paper)};
        })
        .then(this, [this](const Result<Last> &last) {
            if (!last)
                return m_context.navigator.toast(tr("Pas encore de vente dans cette session"));
            m_selected.clear();
            m_lastReceipt = last->number;
            m_table->setCurrentIndex({});
            m_paper->setPaper(last->paper);
            render();
        });
}

void PrintingScreen::reprintLast()
{
    m_context.till
        .call([id = m_command, number = m_lastReceipt](Workplace &workplace) { return DossierDesk{workplace}.reprint(id, number); })
        .then(this, [this](const Result<QString> &job) {
            if (!job)
                return m_context.navigator.refuse(job.error(), [this] { reprintLast(); });
            m_context.navigator.toast(tr("Le duplicata s’imprime"), Tone::Positive);
            m_context.navigator.refresh();
            enter({});
        });
}

void PrintingScreen::discard()
{
    m_context.till.call([job = m_selected](Workplace &workplace) { return PrintQueue{workplace}.discard(job); })
        .then(this, [this](const Result<> &done) { decided(done, tr("Écarté : le document reste dans les dossiers")); });
}

void PrintingScreen::confirmPrinted()
{
    m_context.till.call([job = m_selected](Workplace &workplace) { return PrintQueue{workplace}.confirmPrinted(job); })
        .then(this, [this](const Result<> &done) { decided(done, tr("C’est noté : le document est sorti")); });
}

void PrintingScreen::printAgain()
{
    m_context.till
        .call([job = m_selected](Workplace &workplace) -> Result<> {
            TRY(PrintQueue{workplace}.printAgain(job));
            return {};
        })
        .then(this, [this](const Result<> &done) { decided(done, tr("Le document s’imprime à nouveau, marqué DUPLICATA")); });
}

/// To the spare printer, or back.
void PrintingScreen::sendElsewhere()
{
    const auto job = std::ranges::find(m_jobs, m_selected, &PrintJob::id);
    if (job == m_jobs.end())
        return;
    const bool isAtSpare = job->printer == PrintJob::Printer::Spare;
    const PrintJob::Printer other = isAtSpare ? PrintJob::Printer::Receipt : PrintJob::Printer::Spare;
    m_context.till.call([id = job->id, other](Workplace &workplace) { return PrintQueue{workplace}.sendTo(id, other); })
        .then(this, [this](const Result<> &done) { decided(done, tr("Le document part à l’autre imprimante")); });
}

void PrintingScreen::decided(const Result<> &done, const QString &words)
{
    if (!done)
        return m_context.navigator.refuse(done.error());
    m_context.navigator.toast(words);
    m_context.navigator.refresh();
    m_selected.clear();
    enter({});
}

void PrintingScreen::render()
{
    const auto job = std::ranges::find(m_jobs, m_selected, &PrintJob::id);
    const bool showsJob = job != m_jobs.end();
    const bool showsPaper = showsJob || !m_lastReceipt.isEmpty();
    m_head->setSubtitle(m_jobs.empty() ? QString{}
                                       : counted(static_cast<qint64>(m_jobs.size()), tr("document en attente"), tr("documents en attente"),
                                                 m_context.language()));
    m_error->render({.text = showsJob ? jobWords(*job, m_context.language()) : QString{}});
    m_paper->setVisible(showsPaper);
    m_nothing->setVisible(!showsPaper);
    m_copy->setVisible(!m_lastReceipt.isEmpty());
    renderActions(showsJob ? &*job : nullptr);
}

void PrintingScreen::renderActions(const PrintJob *job)
{
    const bool isDoubtful = job && job->state == PrintJob::State::Doubtful;
    const bool isWaiting = job && job->state == PrintJob::State::Waiting;
    m_confirm->setVisible(isDoubtful);
    m_again->setVisible(isDoubtful);
    m_discard->setVisible(isWaiting);
    m_elsewhere->setVisible(isWaiting && (m_hasSpare || job->printer == PrintJob::Printer::Spare));
    m_retry->setVisible(!isDoubtful && !m_jobs.empty());
}

} // namespace guichet
