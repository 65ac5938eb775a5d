// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportScreen.h"

#include "core/usecases/DossierDesk.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/PaperPage.h"
#include "ui/pages/PdfSheet.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DenominationCounter.h"
#include "ui/widgets/EmptyState.h"

#include <QBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t closingsShown = 120;
constexpr int listWidth = 440;

} // namespace

ReportScreen::ReportScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_head{new PageHead{tr("X et Z"), this}}, m_table{new DataTable{this}},
      m_paper{new PaperPane{this}}, m_nothing{new EmptyState{IconName::Receipt, tr("Aucun rapport à montrer"),
                                                             tr("Le premier Z se fait à la fermeture de la caisse."), this}},
      m_pdfSheet{new PdfSheet{context.navigator, this}}
{
    setObjectName(u"report"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(makeSide());
    columns->addWidget(m_paper, 1);
    columns->addWidget(m_nothing, 1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_head);
    layout->addLayout(columns, 1);
    m_complete = m_head->addAction(tr("Compléter le comptage"), u"report.complete"_s, IconName::Cash);
    m_pdf = m_head->addAction(tr("PDF A4"), u"report.pdf"_s, IconName::Folder);
    m_reprint = m_head->addAction(tr("Réimprimer"), u"report.reprint"_s, IconName::Printer);
    m_makeX = m_head->addAction(tr("ÉDITER LE X"), u"report.makeX"_s, IconName::Receipt, BigButton::Kind::Primary);
    m_makeX->setTextRole(TextRole::SecondaryStrong);
    connect(m_pdf, &BigButton::clicked, this, [this] { m_pdfSheet->ask(m_shown->page); });
    connect(m_reprint, &BigButton::clicked, this, &ReportScreen::reprint);
    connect(m_makeX, &BigButton::clicked, this, &ReportScreen::makeX);
    connect(m_complete, &BigButton::clicked, this, [this] {
        m_counter->setCounts({});
        m_countSheet->open();
    });
    makeCountSheet();
    render();
}

QWidget *ReportScreen::makeSide()
{
    auto *card = new Card{tr("Rapports"), this};
    card->setFixedWidth(listWidth);
    m_table->setObjectName(u"report.list"_s);
    m_table->setParent(card);
    m_table->setColumns({{.title = tr("N°"), .width = 64},
                         {.title = tr("Journée"), .stretches = true},
                         {.title = tr("Tiroir"), .rightAligned = true},
                         {.title = tr("Net"), .rightAligned = true}});
    m_table->setEmptyText(tr("Pas encore de Z"));
    card->body()->addWidget(m_table, 1);
    connect(m_table, &DataTable::rowActivated, this, &ReportScreen::select);
    return card;
}

void ReportScreen::makeCountSheet()
{
    m_countSheet = new Sheet{this};
    m_countSheet->setObjectName(u"countSheet"_s);
    m_countSheet->setContentWidth(640);
    m_counter = new DenominationCounter{DenominationCounter::euro()};
    m_countSheet->setTitle(tr("Compléter le comptage"));
    m_countSheet->setSubtitle(tr("Ce que contenait le tiroir à cette fermeture. Le Z ne change pas : le comptage s’y ajoute."));
    m_countSheet->setContent(m_counter);
    connect(m_counter, &DenominationCounter::finished, this, [this] { m_confirmCount->setFocus(Qt::TabFocusReason); });
    m_confirmCount = m_countSheet->addButton(tr("Enregistrer le comptage"), BigButton::Kind::Primary, u"count.confirm"_s);
    connect(m_confirmCount, &BigButton::clicked, this, &ReportScreen::completeCount);
}

ReportScreen::Shown ReportScreen::shown(const Workplace &workplace, const Report &report)
{
    const ReportContext context = reportContext(workplace, report);
    return {.report = report, .receipt = reportPaper(context, report), .page = reportPaper(context, report, ReportFormat::A4)};
}

void ReportScreen::enter(const QString &subject)
{
    m_selected = subject;
    m_command = CommandId::generate();
    m_context.till
        .call([](Workplace &workplace) -> Result<List> {
            const TillDesk desk{workplace};
            TRY_LET(till, desk.state());
            TRY_LET(permission, Staff{workplace}.permissionFor(Right::ReportX));
            List list{.sessionOpen = till.phase != TillState::Phase::Closed, .maySee = permission == Permission::Granted, .closings = {}};
            if (!list.maySee)
                return list;
            TRY_LET(numbers, desk.zNumbers());
            for (size_t i = 0; i < std::min(closingsShown, numbers.size()); ++i) {
                TRY_LET(report, desk.zReport(numbers[i]));
                list.closings.push_back(std::move(report));
            }
            return list;
        })
        .then(this, [this](const Result<List> &list) {
            if (!list)
                return m_context.navigator.refuse(list.error());
            takeList(*list);
        });
}

void ReportScreen::takeList(const List &list)
{
    m_list = list;
    m_table->setRows(presentReportRows(list.sessionOpen, list.closings, m_context.language()));
    const bool running = m_selected.isEmpty() || m_selected == runningSession;
    if (running)
        m_selected = list.sessionOpen ? runningSession : list.closings.empty() ? QString{} : list.closings.front().zNumber().toString();
    select(m_selected);
}

bool ReportScreen::goBack()
{
    return closeOpenSheet(*this);
}

void ReportScreen::select(const QString &id)
{
    m_selected = id;
    m_shown.reset();
    m_table->selectId(id);
    render();
    if (id.isEmpty() || !m_list.maySee)
        return;
    m_context.till
        .call([id](Workplace &workplace) -> Result<Shown> {
            const TillDesk desk{workplace};
            TRY_LET(report, id == runningSession ? desk.preview() : desk.zReport(ZNumber::fromString(id).value_or(ZNumber{})));
            return shown(workplace, report);
        })
        .then(this, [this, id](const Result<Shown> &shown) { take(id, shown); });
}

void ReportScreen::take(const QString &id, const Result<Shown> &shown)
{
    if (id != m_selected)
        return;
    if (!shown)
        return m_context.navigator.refuse(shown.error());
    m_shown = *shown;
    render();
}

void ReportScreen::render()
{
    const ReportHead head = m_shown ? presentReportHead(m_shown->report, m_context.language())
                                    : ReportHead{.title = tr("X et Z"), .makesX = m_list.maySee && m_selected == runningSession};
    m_head->setTexts(head.title, head.subtitle);
    m_makeX->setVisible(head.makesX);
    m_reprint->setVisible(head.reprints);
    m_complete->setVisible(head.completes);
    m_pdf->setVisible(m_shown.has_value());
    m_paper->setVisible(m_shown.has_value());
    m_nothing->setVisible(!m_shown);
    if (!m_list.maySee)
        m_nothing->setTexts(tr("X et Z disent ce que contient le tiroir"), tr("Ils demandent les droits d’un utilisateur."));
    else
        m_nothing->setTexts(tr("Aucun rapport à montrer"), tr("Le premier Z se fait à la fermeture de la caisse."));
    if (m_shown)
        m_paper->setPaper(m_shown->receipt);
}

void ReportScreen::makeX()
{
    m_context.till
        .call([id = m_command](Workplace &workplace) -> Result<Shown> {
            TRY_LET(report, TillDesk{workplace}.xReport(id));
            return shown(workplace, report);
        })
        .then(this, [this](const Result<Shown> &shown) {
            if (!shown)
                return m_context.navigator.refuse(shown.error(), [this] { makeX(); });
            m_command = CommandId::generate();
            m_context.navigator.toast(shown->report.number == 0 ? tr("Le X s’imprime, marqué FORMATION")
                                                                : tr("Le X n° %1 s’imprime").arg(shown->report.number),
                                      Tone::Positive);
            m_context.navigator.refresh();
            take(runningSession, shown);
        });
}

void ReportScreen::reprint()
{
    m_context.till
        .call([id = m_command, number = m_shown->report.zNumber()](Workplace &workplace) {
            return DossierDesk{workplace}.reprint(id, u"Z%1"_s.arg(number.toString()));
        })
        .then(this, [this](const Result<QString> &job) {
            if (!job)
                return m_context.navigator.refuse(job.error(), [this] { reprint(); });
            m_command = CommandId::generate();
            m_context.navigator.toast(tr("Le Z s’imprime, marqué DUPLICATA"), Tone::Positive);
            m_context.navigator.refresh();
        });
}

void ReportScreen::completeCount()
{
    CashCount count;
    for (const DenominationCount &row : m_counter->counts())
        if (row.count > 0)
            count.set(static_cast<int>(row.value.cents()), row.count);
    m_context.till
        .call([id = m_command, count, number = m_shown->report.zNumber()](Workplace &workplace) {
            return TillDesk{workplace}.completeCount(id, number, count, {});
        })
        .then(this, [this](const Result<> &done) {
            if (!done)
                return m_context.navigator.refuse(done.error(), [this] { completeCount(); });
            m_countSheet->close();
            m_context.navigator.toast(tr("Le comptage est enregistré"), Tone::Positive);
            m_context.navigator.refresh();
            enter(m_selected);
        });
}

} // namespace guichet
