// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/DeskState.h"
#include "ui/devices/DeviceForm.h"

namespace guichet {

/// How a scanner is heard (HW-2).
class ScannerForm : public DeviceForm
{
    Q_OBJECT

public:
    explicit ScannerForm(QWidget *host);
    void ask(const ScannerSettings &settings);

Q_SIGNALS:
    void saved(const guichet::ScannerSettings &settings);

private:
    void showFields();
    ScannerSettings settings() const;
    std::pair<QString, int> probedPlace() const override { return {}; }

    ScannerSettings m_before;
    QComboBox *m_way;
    QLineEdit *m_port;
    QLineEdit *m_baud;
    QLineEdit *m_usb;
    QComboBox *m_keyboard;
    QLineEdit *m_prefix;
    QLineEdit *m_gap;
    QCheckBox *m_endsBySilence;
};

/// Where labels of a roll come out (CAT-7).
class LabelPrinterForm : public DeviceForm
{
    Q_OBJECT

public:
    explicit LabelPrinterForm(QWidget *host);
    void ask(const LabelPrinterSettings &settings);

Q_SIGNALS:
    void saved(const guichet::LabelPrinterSettings &settings);

private:
    void showFields();
    void save();
    std::pair<QString, int> probedPlace() const override;

    QComboBox *m_way;
    QLineEdit *m_place;
    QComboBox *m_flow;
    QComboBox *m_roll;
};

/// What the customer sees (HW-4, SELL-10).
class DisplayForm : public DeviceForm
{
    Q_OBJECT

public:
    explicit DisplayForm(QWidget *host);
    void ask(const DisplaySettings &settings);

Q_SIGNALS:
    void saved(const guichet::DisplaySettings &settings);

private:
    void showFields();
    DisplaySettings settings() const;
    std::pair<QString, int> probedPlace() const override { return {}; }

    QComboBox *m_kind;
    QLineEdit *m_port;
    QLineEdit *m_baud;
    QComboBox *m_characters;
    QLineEdit *m_welcome;
    QCheckBox *m_secondScreen;
};

} // namespace guichet
