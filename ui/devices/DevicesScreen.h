// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PrintingState.h"
#include "core/till/DisplaySettings.h"
#include "core/till/ScannerSettings.h"
#include "core/usecases/CommandId.h"
#include "ui/devices/DevicesState.h"
#include "ui/shell/Screen.h"

#include <QTimer>

class QGridLayout;
class QPlainTextEdit;

namespace guichet {

class DeskCards;
class DeviceCard;
class LogSheet;
class PageHead;
class ReceiptPrinterCard;
class TerminalForm;
struct Catalogue;

/// *Réglages › Périphériques* (HW-5): a card for each device with its state, one test button, the last errors and its form; what devices
/// said. While the page is shown, what is plugged in or out is seen within two seconds; the devices themselves are reached anew at each
/// use.
class DevicesScreen : public Screen
{
    Q_OBJECT

public:
    /// The bench outlives it.
    DevicesScreen(const ScreenContext &context, DeviceBench &bench, QWidget *parent = nullptr);
    void enter(const QString &subject) override; ///< `terminal`, `printer`, `spare`, `scanner`, `display` or `labels` opens that form.
    bool takeScan(const QString &code) override; ///< Shows it on the scanner's card.
    bool goBack() override;
    /// From the print worker.
    void showPrinting(const PrintingState &state);

Q_SIGNALS:
    void settingsSaved();     ///< A device is another.
    void displayTestWanted(); ///< The customer is to see a test text.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Asked
    {
        TillSettings settings;
        TerminalSettings terminal;
        ScannerSettings scanner;
        DisplaySettings display;
        LabelPrinterSettings labels;
        int doubts = 0;
        std::shared_ptr<const Catalogue> catalogue;
    };
    /// What only the bench knows.
    struct Seen
    {
        std::vector<FoundPort> ports;
        QStringList log;
        bool secretKept = false;
    };
    static Result<Asked> ask(Workplace &workplace);
    void makeCards(QGridLayout &grid);
    QWidget *makeLogCard();
    void connectSheets();
    void take(const Asked &asked, const QString &subject);
    void look();
    void render();

    void askTerminal();
    void saveTerminal(const TerminalSettings &settings, const QByteArray &secret);
    void probeTerminal(const QString &host, int port);
    void useTerminal(const TerminalSettings &settings);
    void tryTerminal();
    void askTotals();
    void askDoubts();
    void exportLog(const QString &path);
    void finish(const Result<> &done, const QString &sentence, std::function<void()> retry);

    ScreenContext m_context;
    DeviceBench &m_bench;
    CommandId m_command;
    TerminalFacts m_terminal;
    QStringList m_named; ///< The ports of the settings.
    Seen m_seen;
    bool m_looking = false;
    QTimer m_ports;
    PageHead *m_head;
    DeviceCard *m_terminalCard = nullptr;
    ReceiptPrinterCard *m_printer;
    ReceiptPrinterCard *m_spare;
    DeskCards *m_desk;
    QPlainTextEdit *m_log = nullptr;
    TerminalForm *m_terminalForm;
    LogSheet *m_logSheet;
};

} // namespace guichet
