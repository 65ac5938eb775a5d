// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DevicesScreen.h"

#include "core/usecases/Checkout.h"
#include "core/usecases/DeskDevices.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TerminalSecret.h"
#include "ui/devices/DeskCards.h"
#include "ui/devices/DeviceCard.h"
#include "ui/devices/DeviceForm.h"
#include "ui/devices/LogSheet.h"
#include "ui/devices/ReceiptPrinterCard.h"
#include "ui/format/ErrorText.h"
#include "ui/pages/PageHead.h"

#include <QDir>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>

#include <algorithm>
#include <chrono>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenLooks = 2s;
constexpr auto totalsLimit = 30s;
constexpr int shownLines = 200;
constexpr int logHeight = 260;

/// The ports that settings name: whether they are there is asked, whoever named them.
QStringList namedPorts(const TerminalSettings &terminal, const QStringList &lines)
{
    QStringList names;
    if (terminal.kind == u"zvt-serial")
        names << terminal.address;
    for (const QString &line : lines)
        names << portOf(line);
    names.removeAll(QString{});
    return names;
}

} // namespace

DevicesScreen::DevicesScreen(const ScreenContext &context, DeviceBench &bench, QWidget *parent)
    : Screen{parent}, m_context{context}, m_bench{bench}, m_head{new PageHead{tr("Périphériques"), this}},
      m_printer{new ReceiptPrinterCard{context, bench, PrintJob::Printer::Receipt, this}},
      m_spare{new ReceiptPrinterCard{context, bench, PrintJob::Printer::Spare, this}}, m_desk{new DeskCards{context, bench, this}},
      m_terminalForm{new TerminalForm{this}}, m_logSheet{new LogSheet{this}}
{
    setObjectName(u"devices"_s);
    m_head->setSubtitle(tr("Ce qui est relié à cette caisse : son état, un essai, ses réglages"));
    auto *scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(scroll->viewport(), QScroller::TouchGesture);
    auto *page = new QWidget{scroll};
    auto *grid = new QGridLayout{page};
    grid->setContentsMargins(0, 0, 0, 4);
    grid->setSpacing(16);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    makeCards(*grid);
    scroll->setWidget(page);
    page->setAutoFillBackground(false); // setWidget() turns it on
    scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_head);
    layout->addWidget(scroll, 1);
    connectSheets();
    m_ports.setInterval(betweenLooks);
    connect(&m_ports, &QTimer::timeout, this, &DevicesScreen::look);
}

/// Cards stand two by two; the log follows them.
void DevicesScreen::makeCards(QGridLayout &grid)
{
    m_terminalCard = new DeviceCard{tr("Terminal de paiement"), u"terminal"_s, this};
    connect(m_terminalCard->addButton(tr("Essayer"), u"terminal.test"_s, IconName::Check), &BigButton::clicked, this,
            &DevicesScreen::tryTerminal);
    connect(m_terminalCard->addButton(tr("Ses totaux"), u"terminal.totals"_s, IconName::Receipt), &BigButton::clicked, this,
            &DevicesScreen::askTotals);
    connect(m_terminalCard->addButton(tr("Redemander"), u"terminal.ask"_s, IconName::Help), &BigButton::clicked, this,
            &DevicesScreen::askDoubts);
    connect(m_terminalCard->addButton(tr("Régler"), u"terminal.setUp"_s, IconName::Settings), &BigButton::clicked, this,
            &DevicesScreen::askTerminal);
    int cell = 0;
    for (DeviceCard *card :
         {m_terminalCard, m_printer->card(), m_spare->card(), m_desk->scannerCard(), m_desk->displayCard(), m_desk->labelsCard()}) {
        grid.addWidget(card, cell / 2, cell % 2);
        ++cell;
    }
    grid.addWidget(makeLogCard(), (cell + 1) / 2, 0, 1, 2);
}

QWidget *DevicesScreen::makeLogCard()
{
    auto *card = new Card{{}, this};
    m_log = new QPlainTextEdit{card};
    m_log->setObjectName(u"devices.log"_s);
    m_log->setAccessibleName(tr("Journal des appareils"));
    m_log->setReadOnly(true);
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setTabChangesFocus(true);
    m_log->setFixedHeight(logHeight);
    m_log->setPlaceholderText(tr("Les appareils n’ont encore rien dit aujourd’hui."));
    auto *head = new PageHead{tr("Journal"), card};
    head->setSubtitle(tr("Ce que la caisse et les appareils se sont dit aujourd’hui ; les numéros de carte sont masqués"));
    const BigButton *save = head->addAction(tr("Pour l’assistance"), u"devices.export"_s, IconName::Folder);
    card->body()->addWidget(head);
    card->body()->addWidget(m_log);
    connect(save, &BigButton::clicked, this, [this] { m_logSheet->ask(m_context.clock.now().date()); });
    return card;
}

void DevicesScreen::connectSheets()
{
    connect(m_terminalForm, &TerminalForm::saved, this, &DevicesScreen::saveTerminal);
    for (const ReceiptPrinterCard *printer : {m_printer, m_spare}) {
        connect(printer, &ReceiptPrinterCard::settingsSaved, this, &DevicesScreen::settingsSaved);
        connect(printer, &ReceiptPrinterCard::changed, this, [this] { enter({}); });
        connect(printer, &ReceiptPrinterCard::answered, this, &DevicesScreen::look);
    }
    connect(m_desk, &DeskCards::displayTestWanted, this, &DevicesScreen::displayTestWanted);
    connect(m_desk, &DeskCards::settingsSaved, this, [this] {
        Q_EMIT settingsSaved();
        enter({});
    });
    connect(m_logSheet, &LogSheet::confirmed, this, &DevicesScreen::exportLog);
    connect(m_terminalForm, &DeviceForm::probeWanted, this, &DevicesScreen::probeTerminal);
}

/// On the ledger thread.
Result<DevicesScreen::Asked> DevicesScreen::ask(Workplace &workplace)
{
    TRY_LET(terminal, TerminalDesk{workplace}.settings());
    const DeskDevices desk{workplace};
    TRY_LET(scanner, desk.scanner());
    TRY_LET(display, desk.display());
    TRY_LET(labels, desk.labelPrinter());
    TRY_LET(open, Checkout{workplace}.openIntents());
    const auto doubts = std::ranges::count_if(open, [](const PaymentIntent &intent) { return intent.state == IntentState::Unknown; });
    return Asked{.settings = workplace.settings,
                 .terminal = terminal,
                 .scanner = scanner,
                 .display = display,
                 .labels = labels,
                 .doubts = static_cast<int>(doubts),
                 .catalogue = workplace.catalogue};
}

void DevicesScreen::enter(const QString &subject)
{
    m_context.till.call(&DevicesScreen::ask).then(this, [this, subject](const Result<Asked> &asked) {
        if (!asked)
            return m_context.navigator.refuse(asked.error());
        take(*asked, subject);
    });
}

void DevicesScreen::take(const Asked &asked, const QString &subject)
{
    m_command = CommandId::generate();
    if (asked.terminal != m_terminal.settings)
        m_terminal = {};
    m_terminal.settings = asked.terminal;
    m_terminal.doubts = asked.doubts;
    m_named = namedPorts(asked.terminal, {asked.settings.receiptPrinter, asked.settings.sparePrinter, asked.scanner.line,
                                          asked.display.line, asked.labels.printer});
    for (ReceiptPrinterCard *printer : {m_printer, m_spare})
        printer->take(asked.settings, asked.catalogue);
    m_desk->take(asked.scanner, asked.display, asked.labels);
    render();
    look();
    if (subject == u"terminal")
        askTerminal();
    else if (subject == u"printer")
        m_printer->ask();
    else if (subject == u"spare")
        m_spare->ask();
    else if (subject == u"scanner")
        m_desk->askScanner();
    else if (subject == u"display")
        m_desk->askDisplay();
    else if (subject == u"labels")
        m_desk->askLabelPrinter();
}

/// What is plugged in and what was said, without a word of the person. One look at a time: a keychain may take seconds.
void DevicesScreen::look()
{
    if (m_looking)
        return;
    m_looking = true;
    callAside([&bench = m_bench, settings = m_terminal.settings, named = m_named] {
        const Result<QByteArray> secret = keptTerminalSecret(settings, bench.secrets());
        return Seen{.ports = bench.ports(named), .log = bench.logLines({}, shownLines), .secretKept = secret && !secret->isEmpty()};
    }).then(this, [this](const Seen &seen) {
        m_looking = false;
        m_seen = seen;
        m_terminal.secretKept = seen.secretKept;
        render();
    });
}

void DevicesScreen::render()
{
    m_terminalCard->render(presentTerminal(m_terminal, m_seen.ports, linesOfDevice(m_seen.log, u"terminal"_s), m_context.language()));
    m_terminalForm->setPorts(m_seen.ports);
    for (ReceiptPrinterCard *printer : {m_printer, m_spare})
        printer->look(m_seen.ports, m_seen.log);
    m_desk->look(m_seen.ports, m_seen.log);
    if (const QString text = m_seen.log.join(u'\n'); text != m_log->toPlainText()) {
        m_log->setPlainText(text);
        m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
    }
}

void DevicesScreen::showPrinting(const PrintingState &state)
{
    m_printer->showPrinting(state);
    m_spare->showPrinting(state);
}

bool DevicesScreen::takeScan(const QString &code)
{
    m_desk->takeScan(code);
    return true;
}

bool DevicesScreen::goBack()
{
    return closeOpenSheet(*this);
}

void DevicesScreen::showEvent(QShowEvent *event)
{
    Screen::showEvent(event);
    m_ports.start();
}

void DevicesScreen::hideEvent(QHideEvent *event)
{
    Screen::hideEvent(event);
    m_ports.stop();
}

void DevicesScreen::askTerminal()
{
    m_terminalForm->ask(m_terminal.settings, m_terminal.secretKept);
}

void DevicesScreen::probeTerminal(const QString &host, int port)
{
    callAside([&bench = m_bench, host, port] {
        return bench.answers(host, port);
    }).then(m_terminalForm, [form = m_terminalForm](bool answers) { form->showProbe(answers); });
}

void DevicesScreen::saveTerminal(const TerminalSettings &settings, const QByteArray &secret)
{
    callAside([id = m_command, settings, secret, &secrets = m_bench.secrets(), &till = m_context.till] {
        return guichet::saveTerminal(id, settings, secret, secrets,
                                     [&till](const std::function<Result<>(Workplace &)> &work) { return till.call(work).result(); });
    }).then(this, [this, settings, secret](const Result<TerminalSettings> &saved) {
        if (!saved && saved.error().code == ErrorCode::InvalidInput)
            return m_terminalForm->showRefusal(errorSentence(saved.error(), m_context.language()));
        if (!saved)
            return m_context.navigator.refuse(saved.error(), [this, settings, secret] { saveTerminal(settings, secret); });
        useTerminal(*saved);
    });
}

/// Settings that do not do leave a terminal that refuses; the form stays and says which field, and nothing says that all is well.
void DevicesScreen::useTerminal(const TerminalSettings &settings)
{
    callAside([&bench = m_bench, settings] { return bench.useTerminal(settings); }).then(this, [this, settings](const Result<> &used) {
        m_terminal = {.settings = settings, .secretKept = m_terminal.secretKept}; // look() sees what is kept now
        if (used) {
            m_terminalForm->close();
            render();
            return finish({}, tr("Terminal enregistré"), {});
        }
        m_terminal.refused = used.error();
        m_terminalForm->showRefusal(errorSentence(used.error(), m_context.language()));
        m_context.navigator.refresh();
        enter({});
    });
}

void DevicesScreen::tryTerminal()
{
    m_terminal.trying = true;
    render();
    m_context.terminals.diagnose().then(this, [this](const Result<QString> &answer) {
        m_terminal.trying = false;
        m_terminal.lastTry = DeviceTry{.at = m_context.clock.now(), .answer = answer};
        render();
        look();
    });
}

void DevicesScreen::askTotals()
{
    m_terminal.trying = true;
    render();
    m_context.terminals.totals(false, totalsLimit).then(this, [this](const Result<TerminalTotals> &totals) {
        m_terminal.trying = false;
        m_terminal.totals = totals;
        render();
        look();
    });
}

void DevicesScreen::askDoubts()
{
    m_terminal.trying = true;
    render();
    m_context.terminals.resolveOpen().then(this, [this] {
        m_terminal.trying = false;
        m_context.navigator.refresh();
        enter({});
    });
}

void DevicesScreen::exportLog(const QString &path)
{
    callAside([&bench = m_bench, path] { return bench.exportLog(path); }).then(this, [this, path](const Result<> &done) {
        if (!done)
            return m_context.navigator.refuse(done.error());
        m_logSheet->close();
        m_context.navigator.toast(tr("Enregistré : %1").arg(QDir::toNativeSeparators(path)), Tone::Positive);
    });
}

void DevicesScreen::finish(const Result<> &done, const QString &sentence, std::function<void()> retry)
{
    if (!done)
        return m_context.navigator.refuse(done.error(), std::move(retry));
    m_context.navigator.toast(sentence, Tone::Positive);
    m_context.navigator.refresh();
    enter({});
}

} // namespace guichet
