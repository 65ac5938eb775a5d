// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/DevicesWindow.h"

#include "hardware/display/displayBytes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGroupBox>
#include <QHash>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto refreshEvery = 200ms;
constexpr int paperWidth = 400;
constexpr int buttonsInRow = 4;
constexpr QSize windowFrame{16, 48}; ///< What a desktop draws around a window, about.
constexpr auto typingDelay = 3s;     ///< Until the till has the focus.

QString titleOf(const QString &kind)
{
    return kind == u"nexo" ? u"Terminal nexo"_s : u"Terminal "_s + kind.toUpper();
}

/// What a fault of TerminalBooth::faults() does; scripts call it by its name.
QString faultWords(const QString &fault)
{
    static const QHash<QString, QString> words{
        {u"cut_before_read"_s, u"ligne coupée avant la demande"_s},
        {u"cut_after_read"_s, u"ligne coupée après la demande"_s},
        {u"cut_after_approval"_s, u"ligne coupée après l’accord"_s},
        {u"cut_after_store"_s, u"ligne coupée après l’enregistrement"_s},
        {u"not_acknowledged"_s, u"l’accord n’est pas confirmé"_s},
        {u"duplicate_answer"_s, u"réponse en double"_s},
        {u"other_answer"_s, u"réponse à une autre demande"_s},
        {u"other_amount"_s, u"réponse avec un autre montant"_s},
        {u"other_payment"_s, u"réponse d’un autre paiement"_s},
        {u"wrong_id"_s, u"réponse avec un autre numéro"_s},
        {u"reboot"_s, u"redémarre"_s},
        {u"reboot_forgetting"_s, u"redémarre et a tout oublié"_s},
        {u"reboot_remembering"_s, u"redémarre et s’en souvient"_s},
        {u"busy"_s, u"occupé"_s},
        {u"in_progress"_s, u"un paiement est déjà en cours"_s},
        {u"slow"_s, u"lent"_s},
        {u"late"_s, u"répond trop tard"_s},
        {u"logged_out"_s, u"n’est plus connecté"_s},
        {u"print_last_ticket"_s, u"veut d’abord son dernier ticket"_s},
        {u"wrong_hmac"_s, u"mauvaise signature du message"_s},
        {u"garbage"_s, u"réponse illisible"_s},
        {u"endless_frame"_s, u"message sans fin"_s},
        {u"flood"_s, u"inonde la ligne"_s},
        {u"abort_too_late"_s, u"l’annulation arrive trop tard"_s},
        {u"original_forgotten"_s, u"ne connaît plus le paiement à rendre"_s},
        {u"crash_before"_s, u"le module s’arrête avant de payer"_s},
        {u"crash_after"_s, u"le module s’arrête après avoir payé"_s},
        {u"hang"_s, u"le module ne répond plus"_s},
    };
    return words.value(fault, fault);
}

/// What a technician types at the till to reach it; empty: it has none.
QString secretWords(const QString &kind, const QString &secret)
{
    if (secret.isEmpty())
        return {};
    return (kind.startsWith(u"zvt"_s) ? u" · mot de passe : %1"_s : u" · phrase secrète : %1"_s).arg(secret);
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
    m_last->setWordWrap(true);
    m_address->setObjectName(u"printer.address"_s);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *printer = new QVBoxLayout;
    printer->addWidget(m_address);
    printer->addWidget(m_scroll, 1);
    auto *layout = new QHBoxLayout{this};
    layout->addLayout(printer, 1);
    layout->addLayout(makeDesks(), 1);
    resize(QSize{1240, 960}.boundedTo(screen()->availableSize() - windowFrame));
    connect(&m_timer, &QTimer::timeout, this, &DevicesWindow::refresh);
}

/// They scroll: all of them are higher than many a screen.
QLayout *DevicesWindow::makeDesks()
{
    auto *page = new QWidget;
    auto *desks = new QVBoxLayout{page};
    desks->addWidget(makeSwitches());
    desks->addWidget(makeScanner());
    desks->addWidget(makeDisplay());
    for (const QString &kind : terminalBoothKinds())
        desks->addWidget(makeTerminal(kind));
    desks->addStretch();
    auto *scroll = new QScrollArea{this};
    scroll->setObjectName(u"desks"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto *column = new QVBoxLayout;
    column->addWidget(scroll, 1);
    column->addWidget(m_last);
    return column;
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
    auto *buttons = new QGridLayout;
    const auto addButton = [&](const QString &text, const QString &words) {
        auto *button = new QPushButton{text, box};
        button->setObjectName(kind + u' ' + words);
        connect(button, &QPushButton::clicked, this, [this, kind, words] { order(kind, words); });
        buttons->addWidget(button, buttons->count() / buttonsInRow, buttons->count() % buttonsInRow);
    };
    addButton(u"Allumer"_s, u"start"_s);
    addButton(u"Accepter"_s, u"approve"_s);
    addButton(u"Refuser"_s, u"decline"_s);
    addButton(u"Une partie"_s, u"partial"_s);
    addButton(u"Pourboire"_s, u"tip"_s);
    addButton(u"Attendre la carte"_s, u"card wait"_s);
    addButton(u"Présenter la carte"_s, u"card"_s);
    rows->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->addWidget(makeFaults(kind), 1);
    if (kind.startsWith(u"opi"_s)) {
        auto *asks = new QCheckBox{u"Signature à vérifier"_s, box};
        asks->setObjectName(kind + u" signature"_s);
        connect(asks, &QCheckBox::toggled, this,
                [this, kind](bool isAsked) { order(kind, isAsked ? u"signature asked"_s : u"signature never"_s); });
        row->addWidget(asks);
    }
    rows->addLayout(row);
    auto *state = new QLabel{u"éteint"_s, box};
    state->setObjectName(kind + u" state"_s);
    state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(state);
    m_terminals[kind] = state;
    return box;
}

QWidget *DevicesWindow::makeFaults(const QString &kind)
{
    auto *faults = new QComboBox;
    faults->setObjectName(kind + u" faults"_s);
    faults->addItem(u"Prochain paiement : sans panne"_s);
    connect(faults, &QComboBox::activated, this, [this, kind, faults](int index) {
        if (index > 0)
            order(kind, u"fault "_s + faults->itemData(index).toString());
    });
    return faults;
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
        for (const QString &fault : booth->faults().mid(1))
            faults->addItem(faultWords(fault), fault);
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
            const QString secret = secretWords(kind, booth->settings()[u"secret"_s].toString());
            label->setText(u"%1 : %2%3 · paiements : %4"_s.arg(terminal[u"address"_s].toString())
                               .arg(terminal[u"port"_s].toInt())
                               .arg(secret)
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
