// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labelling/LabelsScreen.h"

#include "core/base/Call.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/DeskDevices.h"
#include "core/usecases/LabelDesk.h"
#include "ui/labelling/LabelsOutput.h"
#include "ui/labelling/LabelsPicker.h"
#include "ui/labelling/PrintSheet.h"
#include "ui/labels/paintLabelSheets.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/PdfSheet.h"

#include <QBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int goodsFound = 200;

std::vector<TableRow> foundRows(const std::vector<ProductHit> &hits, Language language)
{
    std::vector<TableRow> rows;
    for (const ProductHit &hit : hits)
        rows.push_back({.id = hit.product.key,
                        .cells = {hit.product.name.in(language), hit.product.reference},
                        .cellTones = {Tone::Normal, Tone::Muted}});
    return rows;
}

} // namespace

LabelsScreen::LabelsScreen(const ScreenContext &context, DeviceBench &bench, QWidget *parent)
    : Screen{parent}, m_context{context}, m_bench{bench}, m_picker{new LabelsPicker{this}}, m_output{new LabelsOutput{this}},
      m_pdfSheet{new PdfSheet{m_context.navigator, this}}, m_printSheet{new PrintSheet{this}}
{
    setObjectName(u"labels"_s);
    auto *head = new PageHead{tr("Étiquettes"), this};
    head->setSubtitle(tr("Le nom, le prix et le code-barres de chaque article"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(m_picker, 1);
    columns->addWidget(m_output, 1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(head);
    layout->addLayout(columns, 1);
    connectParts();
    m_picker->setFound({});
    render();
}

void LabelsScreen::connectParts()
{
    connect(m_picker, &LabelsPicker::searchWanted, this, &LabelsScreen::askFound);
    connect(m_picker, &LabelsPicker::added, this, [this](const QString &product) { add(product, false); });
    connect(m_picker, &LabelsPicker::allAdded, this, [this] {
        QStringList products;
        for (const ProductHit &hit : m_found)
            products << hit.product.key;
        addAll(products);
    });
    connect(m_picker, &LabelsPicker::selected, this,
            [this](const QString &product) { change([product](LabelsFacts &facts) { facts.selected = product; }); });
    connect(m_picker, &LabelsPicker::copiesChanged, this, &LabelsScreen::changeCopies);
    connect(m_picker, &LabelsPicker::removed, this, &LabelsScreen::removeSelected);
    connect(m_picker, &LabelsPicker::cleared, this, [this] { change([](LabelsFacts &facts) { facts.lines.clear(); }); });
    connect(m_picker, &LabelsPicker::codesWanted, this, &LabelsScreen::giveCodes);
    connect(m_output, &LabelsOutput::wayChosen, this, [this](LabelWay way) { change([way](LabelsFacts &facts) { facts.way = way; }); });
    connect(m_output, &LabelsOutput::formatChosen, this, [this](const QString &format) {
        change([format](LabelsFacts &facts) {
            facts.format = format;
            facts.start = 0;
        });
    });
    connect(m_output, &LabelsOutput::startChosen, this,
            [this](int start) { change([start](LabelsFacts &facts) { facts.start = start; }); });
    connect(m_output, &LabelsOutput::pageTurned, this, [this](int by) { change([by](LabelsFacts &facts) { facts.page += by; }); });
    connect(m_output, &LabelsOutput::pdfWanted, this, &LabelsScreen::savePdf);
    connect(m_output, &LabelsOutput::printWanted, this, &LabelsScreen::askSystemPrinter);
    connect(m_output, &LabelsOutput::rollWanted, this, &LabelsScreen::printRoll);
    connect(m_output, &LabelsOutput::printerWanted, this, [this] { m_context.navigator.go(Place::Devices, u"labels"_s); });
    connect(m_printSheet, &PrintSheet::confirmed, this, &LabelsScreen::printSheets);
}

void LabelsScreen::enter(const QString &subject)
{
    askPrinter();
    m_picker->focusSearch();
    if (!subject.isEmpty())
        addAll(subject.split(u'\n', Qt::SkipEmptyParts));
}

bool LabelsScreen::takeScan(const QString &code)
{
    add(code, true);
    return true;
}

/// An open sheet first; then to the goods.
bool LabelsScreen::goBack()
{
    if (!closeOpenSheet(*this))
        m_context.navigator.go(Place::Stock);
    return true;
}

void LabelsScreen::askPrinter()
{
    m_context.till.call([](Workplace &workplace) { return DeskDevices{workplace}.labelPrinter(); })
        .then(this, [this](const Result<LabelPrinterSettings> &settings) {
            if (!settings)
                return m_context.navigator.refuse(settings.error());
            change([&settings](LabelsFacts &facts) { facts.printer = *settings; });
        });
}

void LabelsScreen::askFound()
{
    const int number = ++m_askNumber;
    m_context.till
        .call([text = m_picker->searched()](Workplace &workplace) -> Result<std::vector<ProductHit>> {
            if (text.isEmpty())
                return std::vector<ProductHit>{};
            return BackOffice{workplace}.searchProducts(text, goodsFound);
        })
        .then(this, [this, number](const Result<std::vector<ProductHit>> &hits) {
            if (number != m_askNumber)
                return;
            if (!hits)
                return m_context.navigator.refuse(hits.error());
            m_found = *hits;
            m_picker->setFound(foundRows(m_found, m_context.language()));
        });
}

/// On the ledger thread.
Result<LabelsScreen::FoundLabel> LabelsScreen::labelOf(Workplace &workplace, const QString &keyOrCode)
{
    TRY_LET(hit, BackOffice{workplace}.product(keyOrCode));
    TRY_LET(label, LabelDesk{workplace}.label(hit.product.key));
    return FoundLabel{.product = hit.product.key, .label = std::move(label)};
}

void LabelsScreen::add(const QString &keyOrCode, bool scanned)
{
    m_context.till.call([keyOrCode](Workplace &workplace) { return labelOf(workplace, keyOrCode); })
        .then(this, [this, scanned](const Result<FoundLabel> &found) {
            if (scanned || !found)
                m_context.sounds.play(found ? Sound::ScanAccepted : Sound::ScanUnknown);
            if (!found)
                return m_context.navigator.refuse(found.error());
            change([&found](LabelsFacts &facts) { addLabel(facts, found->product, found->label); });
        });
}

void LabelsScreen::addAll(const QStringList &products)
{
    m_context.till
        .call([products](Workplace &workplace) -> Result<std::vector<FoundLabel>> {
            std::vector<FoundLabel> labels;
            for (const QString &product : products) {
                TRY_LET(found, labelOf(workplace, product));
                labels.push_back(std::move(found));
            }
            return labels;
        })
        .then(this, [this](const Result<std::vector<FoundLabel>> &labels) {
            if (!labels)
                return m_context.navigator.refuse(labels.error());
            change([&labels](LabelsFacts &facts) {
                for (const FoundLabel &found : *labels)
                    addLabel(facts, found.product, found.label);
            });
        });
}

/// A command for each product: approved by a manager, it goes on where it was refused.
void LabelsScreen::giveCodes()
{
    QStringList lacking;
    for (const LabelLine &line : m_facts.lines)
        if (line.label.barcode.isEmpty())
            lacking << line.product;
    m_context.till
        .call([lacking](Workplace &workplace) -> Result<std::vector<FoundLabel>> {
            std::vector<FoundLabel> labels;
            for (const QString &product : lacking) {
                TRY(LabelDesk{workplace}.giveBarcode(CommandId::generate(), product));
                TRY_LET(found, labelOf(workplace, product));
                labels.push_back(std::move(found));
            }
            return labels;
        })
        .then(this, [this](const Result<std::vector<FoundLabel>> &labels) {
            if (!labels)
                return m_context.navigator.refuse(labels.error(), [this] { giveCodes(); });
            takeLabels(*labels);
            m_context.navigator.toast(tr("Codes-barres créés"), Tone::Positive);
        });
}

void LabelsScreen::takeLabels(const std::vector<FoundLabel> &labels)
{
    change([&labels](LabelsFacts &facts) {
        for (const FoundLabel &found : labels)
            for (LabelLine &line : facts.lines)
                if (line.product == found.product)
                    line.label = found.label;
    });
}

void LabelsScreen::changeCopies(int copies)
{
    change([copies](LabelsFacts &facts) {
        for (LabelLine &line : facts.lines)
            if (line.product == facts.selected)
                line.copies = copies;
    });
}

void LabelsScreen::removeSelected()
{
    change([](LabelsFacts &facts) {
        std::erase_if(facts.lines, [&facts](const LabelLine &line) { return line.product == facts.selected; });
        facts.selected = facts.lines.empty() ? QString{} : facts.lines.back().product;
    });
}

void LabelsScreen::savePdf()
{
    m_pdfSheet->ask(tr("Étiquettes %1").arg(m_context.clock.now().toString(u"yyyy-MM-dd"_s)),
                    [sheets = labelSheets(m_facts)](const QString &path) { return saveLabelSheets(sheets, path); });
}

void LabelsScreen::askSystemPrinter()
{
    m_printSheet->ask(presentLabels(m_facts, m_context.language()).summary);
    callAside([&bench = m_bench] { return bench.systemPrinters(); }).then(this, [this](const QStringList &printers) {
        m_printSheet->setPrinters(printers);
    });
}

void LabelsScreen::printSheets(const QString &systemPrinter)
{
    m_printSheet->close();
    change([](LabelsFacts &facts) { facts.isBusy = true; });
    callAside([&bench = m_bench, systemPrinter, sheets = labelSheets(m_facts)] {
        return bench.printSheets(systemPrinter, sheets);
    }).then(this, [this](const Result<> &done) { finish(done); });
}

void LabelsScreen::printRoll()
{
    change([](LabelsFacts &facts) { facts.isBusy = true; });
    callAside([&bench = m_bench, printer = m_facts.printer, batches = labelBatches(m_facts)] {
        return bench.printLabels(printer, batches);
    }).then(this, [this](const Result<> &done) { finish(done); });
}

void LabelsScreen::finish(const Result<> &done)
{
    change([](LabelsFacts &facts) { facts.isBusy = false; });
    if (!done)
        return m_context.navigator.refuse(done.error());
    m_context.navigator.toast(tr("Étiquettes envoyées à l’imprimante"), Tone::Positive);
}

void LabelsScreen::change(const std::function<void(LabelsFacts &)> &work)
{
    work(m_facts);
    const LabelSheets sheets = labelSheets(m_facts);
    const int pages = sheetCount(sheets.format, static_cast<int>(sheets.labels.size()), sheets.start);
    m_facts.page = std::clamp(m_facts.page, 0, std::max(0, pages - 1));
    render();
}

void LabelsScreen::render()
{
    const LabelsState state = presentLabels(m_facts, m_context.language());
    m_picker->render(state);
    m_output->render(state, m_facts);
}

} // namespace guichet
