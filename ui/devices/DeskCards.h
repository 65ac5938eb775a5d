// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CommandId.h"
#include "ui/devices/DeskState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class DeviceCard;
class DeviceForm;
class DisplayForm;
class LabelPrinterForm;
class ScannerForm;

/// The cards of the scanner, the customer display and the printer of labels on the page *Périphériques*, with their forms and tries (HW-2,
/// HW-4, CAT-7).
class DeskCards : public QObject
{
    Q_OBJECT

public:
    /// Cards and forms are children of the page, which outlives them; so does the bench.
    DeskCards(const ScreenContext &context, DeviceBench &bench, QWidget *page);

    DeviceCard *scannerCard() const { return m_scannerCard; }
    DeviceCard *displayCard() const { return m_displayCard; }
    DeviceCard *labelsCard() const { return m_labelsCard; }
    void take(const ScannerSettings &scanner, const DisplaySettings &display, const LabelPrinterSettings &labels);
    /// What is plugged in and what all devices said.
    void look(const std::vector<FoundPort> &ports, const QStringList &log);
    void takeScan(const QString &code);
    void askScanner();
    void askDisplay();
    void askLabelPrinter();

Q_SIGNALS:
    void settingsSaved();
    void displayTestWanted(); ///< The customer is to see a test text.

private:
    void makeCards(QWidget *page);
    void render();
    void tryScanner();
    void tryLabelPrinter();
    void probe(const QString &host, int port);
    void show(const ScannerSettings &settings);
    void show(const DisplaySettings &settings);
    void show(const LabelPrinterSettings &settings);
    template <typename Settings>
    void save(const Settings &settings, DeviceForm *form);

    ScreenContext m_context;
    DeviceBench &m_bench;
    CommandId m_command = CommandId::generate();
    ScannerFacts m_scanner;
    DisplaySettings m_display;
    LabelPrinterSettings m_labels;
    std::vector<FoundPort> m_ports;
    QStringList m_log;
    DeviceCard *m_scannerCard = nullptr;
    DeviceCard *m_displayCard = nullptr;
    DeviceCard *m_labelsCard = nullptr;
    ScannerForm *m_scannerForm;
    DisplayForm *m_displayForm;
    LabelPrinterForm *m_labelsForm;
};

} // namespace guichet
