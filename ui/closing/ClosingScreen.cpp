// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closing/ClosingScreen.h"

#include "core/usecases/DossierDesk.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Staff.h"
#include "ui/closing/ClosedPage.h"
#include "ui/closing/ClosingView.h"
#include "ui/pages/AmountSheet.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/PdfSheet.h"

#include <QStackedLayout>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto totalsLimit = 20s;
constexpr auto dayEndLimit = 60s;

/// On the ledger thread. What cannot be kept is missing in the Z: a closing always closes.
void keepTotals(Workplace &workplace, const Result<TerminalTotals> &totals, bool ended)
{
    if (totals)
        std::ignore = TerminalDesk{workplace}.keepTotals(*totals, ended);
}

/// On the ledger thread.
Result<ClosingFacts> askFacts(Workplace &workplace)
{
    const TillDesk desk{workplace};
    TRY_LET(till, desk.state());
    TRY_LET(report, desk.preview());
    TRY_LET(nextZ, desk.nextZ());
    TRY_LET(permission, Staff{workplace}.permissionFor(Right::ReportZ));
    TRY_LET(terminal, TerminalDesk{workplace}.dayEnd());
    const bool late = till.phase == TillState::Phase::MustCloseEarlierDay;
    if (permission != Permission::Granted && !late) // said before anybody counts a drawer
        return failure(ErrorCode::NotAllowed);
    return ClosingFacts{.till = till,
                        .report = report,
                        .nextZ = nextZ,
                        .blind = workplace.settings.blindCount || permission != Permission::Granted,
                        .terminal = terminal,
                        .catalogue = workplace.catalogue};
}

} // namespace

ClosingScreen::ClosingScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_pages{new QStackedLayout{this}}, m_view{new ClosingView{this}},
      m_closedPage{new ClosedPage{this}}, m_amountSheet{new AmountSheet{this}}, m_pdfSheet{new PdfSheet{context.navigator, this}}
{
    setObjectName(u"closing"_s);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_closedPage);
    connectView();
    connect(m_amountSheet, &AmountSheet::confirmed, this, [this](Money amount) { takeAmount(amount); });
    connect(m_closedPage, &ClosedPage::printWanted, this, &ClosingScreen::reprint);
    connect(m_closedPage, &ClosedPage::pdfWanted, this, [this] { m_pdfSheet->ask(m_closed.page); });
    connect(m_closedPage, &ClosedPage::doneWanted, this, &ClosingScreen::finish);
}

void ClosingScreen::connectView()
{
    connect(m_view, &ClosingView::countChanged, this, [this](const CashCount &count) {
        m_input.count = count;
        m_input.counted = true;
        change();
    });
    connect(m_view, &ClosingView::commentChanged, this, [this](const QString &comment) {
        m_input.comment = comment;
        change();
    });
    connect(m_view, &ClosingView::allRightWanted, this, [this] {
        for (const MethodTotal &method : m_facts.report.methods) {
            const PaymentMethod *known = m_facts.catalogue ? m_facts.catalogue->paymentMethod(method.method) : nullptr;
            if (method.type != PaymentType::Cash && (!known || known->countedAtClosing) && !m_input.methods.contains(method.method))
                m_input.methods.insert(method.method, method.total());
        }
        change();
    });
    connect(m_view, &ClosingView::methodTapped, this, &ClosingScreen::askMethod);
    connect(m_view, &ClosingView::floatWanted, this, &ClosingScreen::askFloat);
    connect(m_view, &ClosingView::reportWanted, this, [this] { m_context.navigator.go(Place::Report, u"X"_s); });
    connect(m_view, &ClosingView::closeWanted, this, &ClosingScreen::tapClose);
}

void ClosingScreen::enter(const QString &)
{
    m_context.till.call(askFacts).then(this, [this](const Result<ClosingFacts> &facts) {
        if (facts) {
            showFacts(*facts);
            return askTerminal();
        }
        m_context.navigator.refuse(facts.error());
        if (facts.error().code == ErrorCode::SessionNotOpen)
            m_context.navigator.go(Place::Opening);
        if (facts.error().code == ErrorCode::NotAllowed)
            m_context.navigator.go(Place::Sale);
    });
}

bool ClosingScreen::goBack()
{
    if (closeOpenSheet(*this))
        return true;
    if (m_pages->currentWidget() != m_closedPage)
        return false;
    finish();
    return true;
}

void ClosingScreen::showFacts(const ClosingFacts &facts)
{
    const bool sameSession = facts.report.session == m_facts.report.session;
    m_facts = facts;
    m_command = CommandId::generate();
    if (!sameSession) {
        m_input = {};
        m_view->reset();
    }
    m_input.warned = false;
    m_input.waiting = false;
    m_input.terminalSilent = false;
    ++m_round;
    m_pages->setCurrentWidget(m_view);
    render();
    m_view->startCounting();
}

void ClosingScreen::render()
{
    m_view->render(presentClosing(m_facts, m_input, m_context.language()));
}

void ClosingScreen::change()
{
    m_input.warned = false;
    render();
}

void ClosingScreen::askMethod(const QString &method)
{
    const auto found = std::ranges::find(m_facts.report.methods, method, &MethodTotal::method);
    if (found == m_facts.report.methods.end() || found->type == PaymentType::Cash)
        return;
    m_asked = method;
    const Money proposed = m_input.methods.value(method, m_facts.blind ? Money{} : found->total());
    m_amountSheet->ask({.title = found->title.in(m_context.language()),
                        .subtitle = tr("Ce que disent le terminal, les chèques ou les bons"),
                        .label = tr("COMPTÉ"),
                        .proposed = proposed,
                        .zeroAllowed = true,
                        .confirm = tr("Noter")});
}

void ClosingScreen::askFloat()
{
    m_asked.clear();
    m_amountSheet->ask({.title = tr("Fond pour demain"),
                        .subtitle = tr("Ce qui reste dans le tiroir ; le reste va à la banque."),
                        .label = tr("FOND"),
                        .proposed = proposedFloat(m_facts, m_input),
                        .zeroAllowed = true,
                        .confirm = tr("Garder ce fond")});
}

void ClosingScreen::takeAmount(Money amount)
{
    if (m_asked.isEmpty())
        m_input.nextFloat = amount;
    else
        m_input.methods.insert(m_asked, amount);
    change();
}

/// What the terminal has counted so far, to be seen before the till is closed; its day goes on.
void ClosingScreen::askTerminal()
{
    if (!m_facts.terminal.asks || !m_facts.report.terminals.empty())
        return;
    m_context.terminals.totals(false, totalsLimit).then(this, [this, round = m_round](const Result<TerminalTotals> &totals) {
        if (round == m_round)
            takeTerminal(totals);
    });
}

void ClosingScreen::takeTerminal(const Result<TerminalTotals> &totals)
{
    m_input.terminalSilent = !totals;
    m_context.till
        .call([totals](Workplace &workplace) {
            keepTotals(workplace, totals, false);
            return TillDesk{workplace}.preview();
        })
        .then(this, [this, round = m_round](const Result<Report> &report) {
            if (round != m_round)
                return;
            if (report)
                m_facts.report = *report;
            render();
        });
}

/// The day of the terminal ends before the Z is made, so that its totals stand in it. It is not waited for longer than a person likes to.
void ClosingScreen::endTerminalDay()
{
    m_input.waiting = true;
    render();
    const bool ends = m_facts.terminal.ends;
    m_context.terminals.totals(ends, dayEndLimit).then(this, [this, ends, round = ++m_round](const Result<TerminalTotals> &totals) {
        m_context.till.call([totals, ends](Workplace &workplace) { keepTotals(workplace, totals, ends); }).then(this, [this, round] {
            if (round == m_round)
                close();
        });
    });
}

void ClosingScreen::tapClose()
{
    if (m_input.waiting)
        return close();
    if (!m_input.warned) {
        m_input.warned = true;
        const bool warns = !presentClosing(m_facts, m_input, m_context.language()).warning.isEmpty();
        m_input.saidDifference = m_input.saidDifference || (warns && m_input.counted);
        if (warns)
            return render();
    }
    if (m_facts.terminal.asks)
        return endTerminalDay();
    close();
}

void ClosingScreen::close()
{
    ++m_round;
    m_input.waiting = false;
    m_facts.terminal.asks = false; // a closing that is tried again asks no more
    m_context.till
        .call([id = m_command, request = closeRequest(m_facts, m_input)](Workplace &workplace) -> Result<Closed> {
            TRY_LET(report, TillDesk{workplace}.close(id, request));
            ReportContext context = reportContext(workplace, report);
            context.comment = request.comment;
            return Closed{
                .report = report, .receipt = reportPaper(context, report), .page = reportPaper(context, report, ReportFormat::A4)};
        })
        .then(this, [this](const Result<Closed> &closed) {
            if (!closed)
                return m_context.navigator.refuse(closed.error(), [this] { close(); });
            showClosed(*closed);
        });
}

void ClosingScreen::showClosed(const Closed &closed)
{
    m_closed = closed;
    m_input = {};
    m_facts = {};
    m_command = CommandId::generate();
    m_view->reset();
    m_closedPage->render(closed.report, closed.receipt);
    m_pages->setCurrentWidget(m_closedPage);
    m_context.navigator.refresh();
}

void ClosingScreen::reprint()
{
    m_context.till
        .call([id = m_command, number = m_closed.report.zNumber()](Workplace &workplace) {
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

void ClosingScreen::finish()
{
    if (m_closed.report.lateClosing) { // who closes yesterday opens today: no second PIN
        m_context.navigator.refresh();
        return m_context.navigator.go(Place::Opening);
    }
    m_context.till.call([](Workplace &workplace) { Staff{workplace}.logOut(); }).then(this, [this] {
        m_context.navigator.refresh();
        m_context.navigator.go(Place::Login);
    });
}

} // namespace guichet
