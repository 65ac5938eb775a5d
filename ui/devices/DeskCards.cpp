// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeskCards.h"

#include "core/base/Call.h"
#include "core/usecases/DeskDevices.h"
#include "ui/devices/DeskForms.h"
#include "ui/devices/DeviceCard.h"
#include "ui/format/ErrorText.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString testBarcode = u"2900000000001"_s; // of no till: counters begin with 1

} // namespace

DeskCards::DeskCards(const ScreenContext &context, DeviceBench &bench, QWidget *page)
    : QObject{page}, m_context{context}, m_bench{bench}, m_scannerForm{new ScannerForm{page}}, m_displayForm{new DisplayForm{page}},
      m_labelsForm{new LabelPrinterForm{page}}
{
    makeCards(page);
    connect(m_scannerForm, &ScannerForm::saved, this, [this](const ScannerSettings &settings) { save(settings, m_scannerForm); });
    connect(m_displayForm, &DisplayForm::saved, this, [this](const DisplaySettings &settings) { save(settings, m_displayForm); });
    connect(m_labelsForm, &LabelPrinterForm::saved, this, [this](const LabelPrinterSettings &settings) { save(settings, m_labelsForm); });
    connect(m_labelsForm, &DeviceForm::probeWanted, this, &DeskCards::probe);
}

void DeskCards::makeCards(QWidget *page)
{
    m_scannerCard = new DeviceCard{tr("Scanner"), u"scanner"_s, page};
    connect(m_scannerCard->addButton(tr("Essayer"), u"scanner.test"_s, IconName::Check), &BigButton::clicked, this, &DeskCards::tryScanner);
    connect(m_scannerCard->addButton(tr("Régler"), u"scanner.setUp"_s, IconName::Settings), &BigButton::clicked, this,
            &DeskCards::askScanner);
    m_displayCard = new DeviceCard{tr("Afficheur client"), u"display"_s, page};
    connect(m_displayCard->addButton(tr("Essayer"), u"display.test"_s, IconName::Check), &BigButton::clicked, this,
            &DeskCards::displayTestWanted);
    connect(m_displayCard->addButton(tr("Régler"), u"display.setUp"_s, IconName::Settings), &BigButton::clicked, this,
            &DeskCards::askDisplay);
    m_labelsCard = new DeviceCard{tr("Imprimante d’étiquettes"), u"labels"_s, page};
    connect(m_labelsCard->addButton(tr("Étiquette d’essai"), u"labels.test"_s, IconName::Check), &BigButton::clicked, this,
            &DeskCards::tryLabelPrinter);
    connect(m_labelsCard->addButton(tr("Régler"), u"labels.setUp"_s, IconName::Settings), &BigButton::clicked, this,
            &DeskCards::askLabelPrinter);
}

void DeskCards::take(const ScannerSettings &scanner, const DisplaySettings &display, const LabelPrinterSettings &labels)
{
    m_command = CommandId::generate();
    m_scanner.settings = scanner;
    m_display = display;
    m_labels = labels;
    render();
}

void DeskCards::look(const std::vector<FoundPort> &ports, const QStringList &log)
{
    m_ports = ports;
    m_log = log;
    m_scannerForm->setPorts(ports);
    m_displayForm->setPorts(ports);
    m_labelsForm->setPorts(ports);
    render();
}

void DeskCards::render()
{
    const Language language = m_context.language();
    m_scannerCard->render(presentScanner(m_scanner, m_ports, linesOfDevice(m_log, u"scanner"_s), language));
    m_displayCard->render(presentDisplay(m_display, m_ports, linesOfDevice(m_log, u"display"_s), language));
    m_labelsCard->render(presentLabelPrinter(m_labels, m_ports, linesOfDevice(m_log, u"labels"_s), language));
}

void DeskCards::takeScan(const QString &code)
{
    m_scanner.trying = false;
    m_scanner.lastCode = code;
    render();
}

void DeskCards::tryScanner()
{
    m_scanner.trying = true;
    render();
}

void DeskCards::askScanner()
{
    m_scannerForm->ask(m_scanner.settings);
}

void DeskCards::askDisplay()
{
    m_displayForm->ask(m_display);
}

void DeskCards::askLabelPrinter()
{
    m_labelsForm->ask(m_labels);
}

void DeskCards::tryLabelPrinter()
{
    const LabelBatch one{.label = {.title = tr("Étiquette d’essai"), .price = u"0,00 €"_s, .barcode = testBarcode}};
    callAside([&bench = m_bench, settings = m_labels, one] {
        return bench.printLabels(settings, {one});
    }).then(this, [this](const Result<> &printed) {
        if (!printed)
            return m_context.navigator.refuse(printed.error());
        m_context.navigator.toast(tr("L’étiquette d’essai est partie"), Tone::Positive);
    });
}

void DeskCards::probe(const QString &host, int port)
{
    callAside([&bench = m_bench, host, port] { return bench.answers(host, port); }).then(m_labelsForm, [form = m_labelsForm](bool answers) {
        form->showProbe(answers);
    });
}

void DeskCards::show(const ScannerSettings &settings)
{
    take(settings, m_display, m_labels);
}

void DeskCards::show(const DisplaySettings &settings)
{
    take(m_scanner.settings, settings, m_labels);
}

void DeskCards::show(const LabelPrinterSettings &settings)
{
    take(m_scanner.settings, m_display, settings);
}

template <typename Settings>
void DeskCards::save(const Settings &settings, DeviceForm *form)
{
    m_context.till.call([id = m_command, settings](Workplace &workplace) { return DeskDevices{workplace}.save(id, settings); })
        .then(this, [this, settings, form](const Result<> &done) {
            if (!done && done.error().code == ErrorCode::InvalidInput)
                return form->showRefusal(errorSentence(done.error(), m_context.language()));
            if (!done)
                return m_context.navigator.refuse(done.error(), [this, settings, form] { save(settings, form); });
            show(settings); // at once: a card says no other thing than the sentence beside it
            form->close();
            m_context.navigator.toast(tr("Réglages enregistrés"), Tone::Positive);
            Q_EMIT settingsSaved();
        });
}

} // namespace guichet
