// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PrintingState.h"
#include "core/receipt/PrintJob.h"
#include "core/till/TillSettings.h"
#include "core/usecases/CommandId.h"
#include "ui/devices/DevicesState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class DeviceCard;
class DrawerSetup;
class PrinterForm;
class ReasonSheet;
struct Catalogue;

/// The card of the receipt printer or of the spare one on the page *Périphériques*, with its form and its tries; the drawer is at the
/// socket of the receipt printer (HW-1, HW-5). GUI thread.
class ReceiptPrinterCard : public QObject
{
    Q_OBJECT

public:
    /// Card and sheets are children of the page, which outlives them; so does the bench.
    ReceiptPrinterCard(const ScreenContext &context, DeviceBench &bench, PrintJob::Printer which, QWidget *page);

    DeviceCard *card() const { return m_card; }
    void take(const TillSettings &settings, const std::shared_ptr<const Catalogue> &catalogue);
    /// What is plugged in and what all devices said.
    void look(const std::vector<FoundPort> &ports, const QStringList &log);
    /// From the print worker.
    void showPrinting(const PrintingState &state);
    void ask();

Q_SIGNALS:
    void settingsSaved();
    void changed();  ///< Something was done: the page is to be asked again.
    void answered(); ///< The printer has said something: the log may have grown.

private:
    void makeCard(QWidget *page);
    void addDrawer(QWidget *page);
    bool isSpare() const { return m_which == PrintJob::Printer::Spare; }
    QString profileKey() const { return isSpare() ? m_settings.sparePrinterProfile : m_settings.printerProfile; }
    void render();
    QString profileName() const;
    void save(const QString &printer, const QString &profile);
    void showSaved(const QString &printer, const QString &profile);
    void probe(const QString &host, int port);
    void printTestPage();
    void printCodePages();
    void askState();
    void askDrawer();
    void openDrawer(const QString &reason);
    void finish(const Result<> &done, const QString &sentence, std::function<void()> retry);

    ScreenContext m_context;
    DeviceBench &m_bench;
    PrintJob::Printer m_which;
    CommandId m_command = CommandId::generate();
    TillSettings m_settings;
    std::shared_ptr<const Catalogue> m_catalogue;
    PrinterFacts m_facts;
    std::vector<FoundPort> m_ports;
    QStringList m_log;
    DeviceCard *m_card = nullptr;
    PrinterForm *m_form;
    DrawerSetup *m_drawer = nullptr; ///< These two: of the receipt printer only.
    ReasonSheet *m_reasonSheet = nullptr;
};

} // namespace guichet
