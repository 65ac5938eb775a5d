// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/DevicesWindow.h"

#include "hardware/display/displayBytes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QGroupBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto refreshEvery = 200ms;
constexpr int paperWidth = 400;
constexpr auto typingDelay = 3s; ///< Until the till has the focus.

QString titleOf(const QString &kind)
{
    return kind == u"nexo" ? u"Terminal nexo"_s : u"Terminal "_s + kind.toUpper();
}

} // namespace

DevicesWindow::DevicesWindow(DeviceDesk &desk, QWidget *parent)
    : QWidget{parent}, m_desk{desk}, m_paper{new QLabel}, m_scroll{new QScrollArea{this}}, m_address{new QLabel{this}},
      m_scannerAddress{new QLabel{this}}, m_displayAddress{new QLabel{this}}, m_glass{new QLabel{this}}, m_last{new QLabel{this}}
{
    setObjectName(u"devices"_s);
    setWindowTitle(u"Guichet : périphériques simulés"_s);
    m_paper->setObjectName(u"paper"_s);
    m_paper->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setWidget(m_paper);
    m_scroll->setWidgetResizable(true);
    m_scroll->setMinimumWidth(paperWidth + 40);
    m_address->setObjectName(u"printer.address"_s);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *printer = new QVBoxLayout;
    printer->addWidget(m_address);
    printer->addWidget(m_scroll, 1);
    auto *desks = new QVBoxLayout;
    desks->addWidget(makeSwitches());
    desks->addWidget(makeScanner());
    desks->addWidget(makeDisplay());
    for (const QString &kind : terminalBoothKinds())
        desks->addWidget(makeTerminal(kind));
    desks->addStretch();
    desks->addWidget(m_last);
    auto *layout = new QHBoxLayout{this};
    layout->addLayout(printer, 1);
    layout->addLayout(desks);
    resize(1000, 760);
    connect(&m_timer, &QTimer::timeout, this, &DevicesWindow::refresh);
}

void DevicesWindow::start()
{
    if (!m_desk.run(u"printer tcp 9100"_s))
        say(u"printer tcp"_s);
    if (m_desk.printer())
        m_address->setText(u"Imprimante "_s + m_desk.printer()->address());
    say(u"scanner serial"_s);
    say(u"display cd5220"_s);
    refresh();
    m_timer.start(refreshEvery);
}

QWidget *DevicesWindow::makeSwitches()
{
    auto *box = new QGroupBox{u"Imprimante"_s, this};
    auto *rows = new QVBoxLayout{box};
    addSwitch(rows, u"Plus de papier"_s, u"paper out"_s, u"paper in"_s);
    addSwitch(rows, u"Fin de rouleau proche"_s, u"paper low"_s, u"paper enough"_s);
    addSwitch(rows, u"Capot ouvert"_s, u"cover open"_s, u"cover closed"_s);
    addSwitch(rows, u"Massicot bloqué"_s, u"cutter blocked"_s, u"cutter free"_s);
    addSwitch(rows, u"Hors ligne"_s, u"line off"_s, u"line on"_s);
    addSwitch(rows, u"Ne répond pas"_s, u"answers off"_s, u"answers on"_s);
    addSwitch(rows, u"Lente"_s, u"speed 300"_s, u"speed 0"_s);
    addSwitch(rows, u"Coupe la ligne en plein document"_s, u"hangup 200"_s, u"hangup never"_s);
    auto *drawer = new QPushButton{u"Fermer le tiroir"_s, box};
    drawer->setObjectName(u"drawer.close"_s);
    connect(drawer, &QPushButton::clicked, this, [this] { say(u"drawer closed"_s); });
    rows->addWidget(drawer);
    return box;
}

void DevicesWindow::addSwitch(QBoxLayout *layout, const QString &text, const QString &on, const QString &off)
{
    auto *box = new QCheckBox{text, this};
    box->setObjectName(on);
    connect(box, &QCheckBox::toggled, this, [this, on, off](bool isOn) { say(isOn ? on : off); });
    layout->addWidget(box);
}

QWidget *DevicesWindow::makeScanner()
{
    auto *box = new QGroupBox{u"Scanner"_s, this};
    auto *code = new QLineEdit{u"5400141000016"_s, box};
    code->setObjectName(u"scanner.code"_s);
    auto *read = new QPushButton{u"Lire (ligne série)"_s, box};
    read->setObjectName(u"scanner.scan"_s);
    auto *type = new QPushButton{u"Taper dans 3 s"_s, box};
    type->setObjectName(u"scanner.type"_s);
    type->setToolTip(u"Comme un clavier, dans la fenêtre qui a le focus : cliquez sur la caisse."_s);
    auto *unplugged = new QCheckBox{u"Débranché"_s, box};
    unplugged->setObjectName(u"scanner unplug"_s);
    auto *row = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{code, read, type, unplugged})
        row->addWidget(widget);
    auto *rows = new QVBoxLayout{box};
    rows->addLayout(row);
    m_scannerAddress->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_scannerAddress);
    connect(read, &QPushButton::clicked, this, [this, code] { say(u"scanner scan "_s + code->text()); });
    connect(code, &QLineEdit::returnPressed, read, &QPushButton::click);
    connect(type, &QPushButton::clicked, this,
            [this, code] { QTimer::singleShot(typingDelay, this, [this, code] { say(u"scanner type "_s + code->text()); }); });
    connect(unplugged, &QCheckBox::toggled, this, [this](bool isOut) { say(isOut ? u"scanner unplug"_s : u"scanner plug"_s); });
    return box;
}

QWidget *DevicesWindow::makeDisplay()
{
    auto *box = new QGroupBox{u"Afficheur client"_s, this};
    m_glass->setObjectName(u"display.glass"_s);
    m_glass->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_glass->setStyleSheet(u"background: #001a14; color: #5affc8; font-size: 18px; padding: 8px"_s);
    auto *kind = new QComboBox{box};
    kind->setObjectName(u"display.kind"_s);
    kind->addItems({u"cd5220"_s, u"epson"_s});
    auto *unplugged = new QCheckBox{u"Débranché"_s, box};
    unplugged->setObjectName(u"display unplug"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_glass, 1);
    row->addWidget(kind);
    row->addWidget(unplugged);
    auto *rows = new QVBoxLayout{box};
    rows->addLayout(row);
    m_displayAddress->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_displayAddress);
    connect(kind, &QComboBox::activated, this, [this, kind] { say(u"display "_s + kind->currentText()); });
    connect(unplugged, &QCheckBox::toggled, this, [this](bool isOut) { say(isOut ? u"display unplug"_s : u"display plug"_s); });
    return box;
}

/// Switched on by its button: whoever tries one kind does not want the ports of the others.
QWidget *DevicesWindow::makeTerminal(const QString &kind)
{
    auto *box = new QGroupBox{titleOf(kind), this};
    auto *rows = new QVBoxLayout{box};
    auto *row = new QHBoxLayout;
    const auto addButton = [&](const QString &text, const QString &words) {
        auto *button = new QPushButton{text, box};
        button->setObjectName(kind + u' ' + words);
        connect(button, &QPushButton::clicked, this, [this, kind, words] { order(kind, words); });
        row->addWidget(button);
    };
    addButton(u"Allumer"_s, u"start"_s);
    addButton(u"Accepter"_s, u"approve"_s);
    addButton(u"Refuser"_s, u"decline"_s);
    addButton(u"Attendre la carte"_s, u"card wait"_s);
    addButton(u"Présenter la carte"_s, u"card"_s);
    auto *faults = new QComboBox{box};
    faults->setObjectName(kind + u" faults"_s);
    faults->addItem(u"Prochain paiement : sans panne"_s);
    connect(faults, &QComboBox::activated, this, [this, kind, faults](int index) {
        if (index > 0)
            order(kind, u"fault "_s + faults->itemText(index));
    });
    row->addWidget(faults);
    rows->addLayout(row);
    auto *state = new QLabel{u"éteint"_s, box};
    state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(state);
    m_terminals[kind] = state;
    return box;
}

void DevicesWindow::say(const QString &line)
{
    const auto done = m_desk.run(line);
    m_last->setText(done ? QString{} : done.error().detail);
}

void DevicesWindow::order(const QString &kind, const QString &words)
{
    say(kind + u' ' + words);
    const TerminalBooth *booth = m_desk.terminal(kind);
    auto *faults = findChild<QComboBox *>(kind + u" faults"_s);
    if (booth && faults->count() == 1)
        faults->addItems(booth->faults().mid(1));
    refresh();
}

void DevicesWindow::refresh()
{
    refreshPaper();
    refreshDesk();
    for (const auto &[kind, label] : m_terminals)
        if (TerminalBooth *booth = m_desk.terminal(kind)) {
            const QJsonObject terminal = booth->settings()[u"terminal"_s].toObject();
            const auto moved = booth->run({u"bookings"_s});
            label->setText(u"%1 : %2 · paiements : %3"_s.arg(terminal[u"address"_s].toString())
                               .arg(terminal[u"port"_s].toInt())
                               .arg(moved ? (*moved)[u"bookings"_s].toArray().size() : 0));
        }
}

void DevicesWindow::refreshDesk()
{
    const DisplayText text = m_desk.display().tend();
    m_glass->setText(text.upper.leftJustified(displayColumns) + u'\n' + text.lower.leftJustified(displayColumns));
    m_scannerAddress->setText(m_desk.scanner().setting());
    m_displayAddress->setText(m_desk.display().setting());
}

void DevicesWindow::refreshPaper()
{
    const SimulatedPrinter *printer = m_desk.printer();
    if (!printer || printer->version() == m_version)
        return;
    m_version = printer->version();
    const QImage strip = paperStrip(printer->sheets());
    if (strip.isNull())
        return;
    m_paper->setPixmap(QPixmap::fromImage(strip.scaledToWidth(paperWidth, Qt::SmoothTransformation)));
    QTimer::singleShot(0, this, [this] { m_scroll->verticalScrollBar()->setValue(m_scroll->verticalScrollBar()->maximum()); });
}

} // namespace guichet
