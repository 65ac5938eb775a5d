// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CommandId.h"
#include "ui/devices/DeskState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class DeviceCard;
class DeviceForm;
class DisplayForm;
class ScannerForm;

/// The scanner's and the customer display's cards of the page *Périphériques*, with their forms and tries (HW-2, HW-4).
class DeskCards : public QObject
{
    Q_OBJECT

public:
    /// Cards and forms are children of the page, which outlives them.
    DeskCards(const ScreenContext &context, QWidget *page);

    DeviceCard *scannerCard() const { return m_scannerCard; }
    DeviceCard *displayCard() const { return m_displayCard; }
    void take(const ScannerSettings &scanner, const DisplaySettings &display);
    /// What is plugged in and what all devices said.
    void look(const std::vector<FoundPort> &ports, const QStringList &log);
    void takeScan(const QString &code);
    void askScanner();
    void askDisplay();

Q_SIGNALS:
    void settingsSaved();
    void displayTestWanted(); ///< The customer is to see a test text.

private:
    void makeCards(QWidget *page);
    void render();
    void tryScanner();
    template <typename Settings>
    void save(const Settings &settings, DeviceForm *form);

    ScreenContext m_context;
    CommandId m_command = CommandId::generate();
    ScannerFacts m_scanner;
    DisplaySettings m_display;
    std::vector<FoundPort> m_ports;
    QStringList m_log;
    DeviceCard *m_scannerCard = nullptr;
    DeviceCard *m_displayCard = nullptr;
    ScannerForm *m_scannerForm;
    DisplayForm *m_displayForm;
};

} // namespace guichet
