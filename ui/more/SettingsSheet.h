// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/TillSettings.h"
#include "ui/widgets/Sheet.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace guichet {

class ScaleCodes;
class TextLabel;

/// The short form of the settings of this till. *ENREGISTRER* sends them, or says at the field what is missing and sends nothing; leaving
/// changes nothing.
class SettingsSheet : public Sheet
{
    Q_OBJECT

public:
    explicit SettingsSheet(QWidget *host);
    void ask(const TillSettings &settings);

Q_SIGNALS:
    void saved(const guichet::TillSettings &settings);

private:
    QWidget *makeScreenCard();
    QWidget *makePaperCard();
    QWidget *makeDayCard();
    QWidget *makeGiftCard();
    QWidget *makeScaleCard();
    void showPrinter();
    void save();
    bool lacksPlace() const;
    QWidget *refuseWrongField();
    TillSettings settings() const;

    TillSettings m_before;
    QComboBox *m_darkMode;
    QComboBox *m_lock;
    QCheckBox *m_sounds;
    QCheckBox *m_blindCount;
    QCheckBox *m_askOrigin;
    QCheckBox *m_oneTicket;
    QCheckBox *m_admissionTickets;
    QComboBox *m_columns;
    QComboBox *m_printerKind;
    QComboBox *m_giftValidity;
    QCheckBox *m_giftRest;
    ScaleCodes *m_scaleCodes;
    QLineEdit *m_printer;
    TextLabel *m_printerRefusal;
};

} // namespace guichet
