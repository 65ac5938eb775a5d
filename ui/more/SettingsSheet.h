// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/TillSettings.h"
#include "ui/widgets/Sheet.h"

class QCheckBox;
class QComboBox;

namespace guichet {

class ScaleCodes;

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
    void devicesWanted(); ///< Terminal and printer have a page of their own.

private:
    QWidget *makeScreenCard();
    QWidget *makePaperCard();
    QWidget *makeDayCard();
    QWidget *makeGiftCard();
    QWidget *makeScaleCard();
    void save();
    TillSettings settings() const;

    TillSettings m_before;
    QComboBox *m_language;
    QComboBox *m_darkMode;
    QComboBox *m_lock;
    QCheckBox *m_sounds;
    QComboBox *m_dayStart;
    QCheckBox *m_blindCount;
    QCheckBox *m_roundAll;
    QCheckBox *m_sce;
    QCheckBox *m_askOrigin;
    QCheckBox *m_oneTicket;
    QCheckBox *m_admissionTickets;
    QComboBox *m_columns;
    QComboBox *m_giftValidity;
    QCheckBox *m_giftRest;
    QComboBox *m_giftOffline;
    ScaleCodes *m_scaleCodes;
};

} // namespace guichet
