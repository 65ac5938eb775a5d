// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"
#include "core/till/TillSettings.h"
#include "ui/devices/DrawerState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class DrawerSheet;

/// Finds out, with the person at the drawer, by which pin it opens and what its contact says, and keeps that in the settings (HW-1). Each
/// opening is recorded as one without a sale. GUI thread.
class DrawerSetup : public QObject
{
    Q_OBJECT

public:
    /// The sheet is a child of the page, which outlives this; so does the bench.
    DrawerSetup(const ScreenContext &context, DeviceBench &bench, QWidget *page);
    void ask(const Catalogue &catalogue, const TillSettings &settings);

Q_SIGNALS:
    void saved();

private:
    void tryPin(int pin, const QString &reason);
    void takeAnswer(bool hasOpened);
    void listen();
    void save();
    void step(DrawerFacts::Step step);

    ScreenContext m_context;
    DeviceBench &m_bench;
    TillSettings m_settings;
    DrawerFacts m_facts;
    DrawerSheet *m_sheet;
};

} // namespace guichet
