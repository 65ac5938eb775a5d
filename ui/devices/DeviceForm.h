// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/PrintJob.h"
#include "ui/devices/DevicesState.h"
#include "ui/widgets/Sheet.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace guichet {

class ChipRow;
class TextLabel;

/// The form of a device over its page: fields with their labels in two columns, those that the chosen kind has; the ports that are plugged
/// in as chips; *VÉRIFIER L’ADRESSE*; what is refused, in words. *ENREGISTRER* sends; leaving changes nothing.
class DeviceForm : public Sheet
{
    Q_OBJECT

public:
    explicit DeviceForm(QWidget *host);
    /// What is plugged in now: offered where the kind wants a port.
    void setPorts(const std::vector<FoundPort> &ports);
    void showRefusal(const QString &sentence);
    /// What the probe of an address found.
    void showProbe(bool answers);

Q_SIGNALS:
    void probeWanted(const QString &host, int port);

protected:
    QComboBox *addChoice(const QString &label, const QString &objectName, const std::vector<std::pair<QString, QString>> &options);
    QLineEdit *addField(const QString &label, const QString &objectName, int longest);
    QCheckBox *addCheck(const QString &label, const QString &objectName);
    /// Shows these fields, in this order, and hides the others.
    void layOut(const std::vector<QWidget *> &fields);
    /// Which ports are offered, and into which field one goes; none: no port is wanted.
    void offerPorts(std::optional<FoundPort::Kind> kind, QLineEdit *field);
    void offerProbe(bool offered) { m_probe->setVisible(offered); }
    /// Host and port of the form as it stands; port 0: none was typed.
    virtual std::pair<QString, int> probedPlace() const = 0;

private:
    struct Field
    {
        QWidget *editor;
        QWidget *whole; ///< With its label.
    };
    QWidget *addLabelled(const QString &label, QWidget *editor);
    void renderPorts();
    void probe();

    QGridLayout *m_grid;
    std::vector<Field> m_fields;
    ChipRow *m_chips;
    TextLabel *m_chipsTitle;
    TextLabel *m_words;
    BigButton *m_probe;
    std::vector<FoundPort> m_ports;
    std::optional<FoundPort::Kind> m_wanted;
    QLineEdit *m_portField = nullptr;
};

/// How the till reaches its card terminal (HW-3).
class TerminalForm : public DeviceForm
{
    Q_OBJECT

public:
    explicit TerminalForm(QWidget *host);
    void ask(const TerminalSettings &settings, bool secretKept);

Q_SIGNALS:
    /// An empty secret: the one that is kept stays.
    void saved(const guichet::TerminalSettings &settings, const QByteArray &secret);

private:
    void makeFields();
    void showFields();
    TerminalSettings settings() const;
    std::pair<QString, int> probedPlace() const override;

    TerminalSettings m_before;
    bool m_secretKept = false;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_library = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_baud = nullptr;
    QLineEdit *m_tillPort = nullptr;
    QLineEdit *m_noticePort = nullptr;
    QLineEdit *m_options = nullptr;
    QLineEdit *m_poiId = nullptr;
    QLineEdit *m_tillId = nullptr;
    QLineEdit *m_clerk = nullptr;
    QLineEdit *m_keyIdentifier = nullptr;
    QLineEdit *m_keyVersion = nullptr;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_root = nullptr;
    QCheckBox *m_isLive = nullptr;
    QCheckBox *m_endsDay = nullptr;
};

/// Where receipts go, or how the spare printer is reached, which may be none (HW-1).
class PrinterForm : public DeviceForm
{
    Q_OBJECT

public:
    PrinterForm(PrintJob::Printer which, QWidget *host);
    void ask(const QString &printer, const QString &profile, const std::vector<std::pair<QString, QString>> &profiles);

Q_SIGNALS:
    /// As in the settings.
    void saved(const QString &printer, const QString &profile);

private:
    void showFields();
    void save();
    std::pair<QString, int> probedPlace() const override;

    bool m_isSpare;
    QComboBox *m_way;
    QLineEdit *m_place;
    QComboBox *m_flow;
    QComboBox *m_profile;
};

} // namespace guichet
