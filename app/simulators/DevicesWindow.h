// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulators/DeviceDesk.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLayout;
class QScrollArea;

namespace guichet {

/// The simulated devices on a desk: paper that prints, switches, a scanner, a customer display, a panel per terminal. Says the lines of
/// DeviceDesk. GUI thread.
class DevicesWindow : public QWidget
{
    Q_OBJECT

public:
    /// The desk outlives it.
    explicit DevicesWindow(DeviceDesk &desk, QWidget *parent = nullptr);
    /// Switches the printer on at port 9100, or at a free one, the scanner and the display under their usual names. Each terminal has its
    /// own button.
    void start();

private:
    QLayout *makeDesks();
    QWidget *makeSwitches();
    QWidget *makeScanner();
    QWidget *makeDisplay();
    QWidget *makeTerminal(const QString &kind);
    QWidget *makeFaults(const QString &kind);
    void addSwitch(QBoxLayout *layout, const QString &text, const QString &on, const QString &off);
    void say(const QString &line);
    void order(const QString &kind, const QString &words);
    void refresh();
    void refreshPaper();
    void refreshDesk();

    DeviceDesk &m_desk;
    QLabel *m_paper;
    QScrollArea *m_scroll;
    QLabel *m_address;
    QLabel *m_scannerAddress;
    QLabel *m_displayAddress;
    QLabel *m_glass; ///< What the customer reads.
    QLabel *m_last;  ///< What a line answered that was refused.
    std::map<QString, QLabel *> m_terminals;
    QTimer m_timer;
    quint64 m_version = 0;
};

} // namespace guichet
