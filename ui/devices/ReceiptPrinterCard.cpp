// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/ReceiptPrinterCard.h"

#include "core/base/Call.h"
#include "core/usecases/PrinterDesk.h"
#include "core/usecases/TillDesk.h"
#include "ui/devices/DeviceCard.h"
#include "ui/devices/DeviceForm.h"
#include "ui/devices/DrawerSetup.h"
#include "ui/format/ErrorText.h"
#include "ui/pages/AmountSheet.h"
#include "ui/pages/ReasonSheet.h"

namespace guichet {

using namespace Qt::StringLiterals;

ReceiptPrinterCard::ReceiptPrinterCard(const ScreenContext &context, DeviceBench &bench, PrintJob::Printer which, QWidget *page)
    : QObject{page}, m_context{context}, m_bench{bench}, m_which{which}, m_form{new PrinterForm{which, page}}
{
    makeCard(page);
    connect(m_form, &PrinterForm::saved, this, &ReceiptPrinterCard::save);
    connect(m_form, &DeviceForm::probeWanted, this, &ReceiptPrinterCard::probe);
}

void ReceiptPrinterCard::makeCard(QWidget *page)
{
    m_facts.isSpare = isSpare();
    const QString name = isSpare() ? u"spare"_s : u"printer"_s;
    m_card = new DeviceCard{isSpare() ? tr("Autre imprimante") : tr("Imprimante des reçus"), name, page};
    connect(m_card->addButton(tr("Page d’essai"), name + u".test"_s, IconName::Printer), &BigButton::clicked, this,
            &ReceiptPrinterCard::printTestPage);
    if (!isSpare())
        addDrawer(page);
    connect(m_card->addButton(tr("Ses accents"), name + u".codePages"_s, IconName::Receipt), &BigButton::clicked, this,
            &ReceiptPrinterCard::printCodePages);
    connect(m_card->addButton(tr("Son état"), name + u".ask"_s, IconName::Help), &BigButton::clicked, this, &ReceiptPrinterCard::askState);
    connect(m_card->addButton(tr("Régler"), name + u".setUp"_s, IconName::Settings), &BigButton::clicked, this, &ReceiptPrinterCard::ask);
}

void ReceiptPrinterCard::addDrawer(QWidget *page)
{
    m_drawer = new DrawerSetup{m_context, m_bench, page};
    m_reasonSheet = new ReasonSheet{page};
    connect(m_reasonSheet, &ReasonSheet::confirmed, this, &ReceiptPrinterCard::openDrawer);
    connect(m_drawer, &DrawerSetup::saved, this, &ReceiptPrinterCard::settingsSaved);
    connect(m_drawer, &DrawerSetup::saved, this, &ReceiptPrinterCard::changed);
    connect(m_card->addButton(tr("Ouvrir le tiroir"), u"printer.drawer"_s, IconName::Drawer), &BigButton::clicked, this,
            &ReceiptPrinterCard::askDrawer);
    connect(m_card->addButton(tr("Régler le tiroir"), u"printer.drawerSetUp"_s, IconName::Drawer), &BigButton::clicked, this,
            [this] { m_drawer->ask(*m_catalogue, m_settings); });
}

void ReceiptPrinterCard::take(const TillSettings &settings, const std::shared_ptr<const Catalogue> &catalogue)
{
    m_command = CommandId::generate();
    m_catalogue = catalogue;
    const QString before = m_facts.printer + profileKey();
    m_settings = settings;
    m_facts.printer = isSpare() ? settings.sparePrinter : settings.receiptPrinter;
    m_facts.profile = profileName();
    m_facts.drawerPin = settings.drawerPin;
    m_facts.drawerSensor = isSpare() ? QString{} : settings.drawerSensor;
    if (before != m_facts.printer + profileKey())
        m_facts.answer.reset();
    render();
}

void ReceiptPrinterCard::look(const std::vector<FoundPort> &ports, const QStringList &log)
{
    m_ports = ports;
    m_log = linesOfDevice(log, u"printer"_s);
    m_form->setPorts(ports);
    render();
}

void ReceiptPrinterCard::showPrinting(const PrintingState &state)
{
    const PrinterSide &side = isSpare() ? state.spare : state.receipt;
    m_facts.waiting = isSpare() ? 0 : state.waiting; // they are counted together
    m_facts.trouble = side.trouble ? errorSentence(*side.trouble, m_context.language()) : QString{};
    m_facts.paperLow = side.paperLow;
    render();
}

void ReceiptPrinterCard::render()
{
    m_card->render(presentPrinter(m_facts, m_ports, m_log, m_context.language()));
}

QString ReceiptPrinterCard::profileName() const
{
    for (const auto &[key, name] : m_bench.printerProfiles())
        if (key == profileKey())
            return name;
    return profileKey();
}

void ReceiptPrinterCard::ask()
{
    m_form->ask(m_facts.printer, profileKey(), m_bench.printerProfiles());
}

void ReceiptPrinterCard::save(const QString &printer, const QString &profile)
{
    m_context.till
        .call([id = m_command, which = m_which, printer, profile](Workplace &workplace) {
            return PrinterDesk{workplace}.save(id, which, printer, profile);
        })
        .then(this, [this, printer, profile](const Result<> &done) {
            if (done)
                showSaved(printer, profile);
            finish(done, tr("Imprimante enregistrée"), [this, printer, profile] { save(printer, profile); });
            if (!done)
                return;
            m_form->close();
            Q_EMIT settingsSaved();
        });
}

/// At once: the card says no other thing than the sentence beside it.
void ReceiptPrinterCard::showSaved(const QString &printer, const QString &profile)
{
    TillSettings saved = m_settings;
    (isSpare() ? saved.sparePrinter : saved.receiptPrinter) = printer;
    (isSpare() ? saved.sparePrinterProfile : saved.printerProfile) = profile;
    take(saved, m_catalogue);
}

void ReceiptPrinterCard::probe(const QString &host, int port)
{
    callAside([&bench = m_bench, host, port] { return bench.answers(host, port); }).then(m_form, [form = m_form](bool answers) {
        form->showProbe(answers);
    });
}

void ReceiptPrinterCard::printTestPage()
{
    m_context.till.call([id = m_command, which = m_which](Workplace &workplace) { return PrinterDesk{workplace}.printTestPage(id, which); })
        .then(this, [this](const Result<> &done) { finish(done, tr("La page d’essai s’imprime"), [this] { printTestPage(); }); });
}

/// Which line is right says which profile fits.
void ReceiptPrinterCard::printCodePages()
{
    callAside([&bench = m_bench, printer = m_facts.printer, profile = profileKey()] {
        return bench.printCodePages(printer, profile);
    }).then(this, [this](const Result<> &printed) {
        finish(printed, tr("Les tables d’accents s’impriment"), [this] { printCodePages(); });
    });
}

/// One question at a time; the printer takes one connection, so it may be busy with a paper.
void ReceiptPrinterCard::askState()
{
    m_facts.asking = true;
    render();
    callAside([&bench = m_bench, printer = m_facts.printer, profile = profileKey()] {
        return bench.askPrinter(printer, profile);
    }).then(this, [this](const Result<std::optional<PrinterAnswer>> &answer) {
        m_facts.asking = false;
        m_facts.answer = answer;
        render();
        Q_EMIT answered();
    });
}

void ReceiptPrinterCard::askDrawer()
{
    m_reasonSheet->ask({.title = tr("Ouvrir le tiroir"),
                        .subtitle = tr("Chaque ouverture sans vente est notée dans le Z."),
                        .heading = tr("Pour quelle raison ?"),
                        .choices = reasonChipsOf(*m_catalogue, Reason::Kind::Drawer, {}, m_context.language()),
                        .confirm = tr("Ouvrir le tiroir")});
}

void ReceiptPrinterCard::openDrawer(const QString &reason)
{
    m_context.till.call([id = m_command, reason](Workplace &workplace) { return TillDesk{workplace}.openDrawer(id, reason); })
        .then(this,
              [this, reason](const Result<> &done) { finish(done, tr("Le tiroir s’ouvre"), [this, reason] { openDrawer(reason); }); });
}

void ReceiptPrinterCard::finish(const Result<> &done, const QString &sentence, std::function<void()> retry)
{
    if (!done)
        return m_context.navigator.refuse(done.error(), std::move(retry));
    m_context.navigator.toast(sentence, Tone::Positive);
    m_context.navigator.refresh();
    Q_EMIT changed();
}

} // namespace guichet
