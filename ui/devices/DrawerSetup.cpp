// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DrawerSetup.h"

#include "core/base/Call.h"
#include "core/usecases/PrinterDesk.h"
#include "core/usecases/TillDesk.h"
#include "ui/devices/DrawerSheet.h"
#include "ui/pages/AmountSheet.h"

namespace guichet {

DrawerSetup::DrawerSetup(const ScreenContext &context, DeviceBench &bench, QWidget *page)
    : QObject{page}, m_context{context}, m_bench{bench}, m_sheet{new DrawerSheet{page}}
{
    connect(m_sheet, &DrawerSheet::tried, this, &DrawerSetup::tryPin);
    connect(m_sheet, &DrawerSheet::answered, this, &DrawerSetup::takeAnswer);
    connect(m_sheet, &DrawerSheet::closedByHand, this, &DrawerSetup::listen);
}

void DrawerSetup::ask(const Catalogue &catalogue, const TillSettings &settings)
{
    m_settings = settings;
    m_facts = {};
    m_sheet->render(presentDrawer(m_facts));
    m_sheet->ask(reasonChipsOf(catalogue, Reason::Kind::Drawer, {}, m_context.language()));
}

void DrawerSetup::tryPin(int pin, const QString &reason)
{
    m_facts = {.step = DrawerFacts::Step::Opening, .pin = pin, .openLevel = {}, .sensor = {}};
    m_sheet->render(presentDrawer(m_facts));
    m_context.till
        .call([id = CommandId::generate(), pin, reason](Workplace &workplace) { return TillDesk{workplace}.openDrawer(id, reason, pin); })
        .then(this, [this, pin, reason](const Result<> &done) {
            step(done ? DrawerFacts::Step::Look : DrawerFacts::Step::Choose);
            if (!done)
                return m_context.navigator.refuse(done.error(), [this, pin, reason] { tryPin(pin, reason); });
            m_context.navigator.refresh(); // it is in the spool
        });
}

void DrawerSetup::takeAnswer(bool hasOpened)
{
    if (hasOpened)
        listen();
    else
        step(DrawerFacts::Step::NotThis);
}

/// A printer that cannot be reached, or says nothing, leaves the contact unknown: selling never waits for it.
void DrawerSetup::listen()
{
    step(DrawerFacts::Step::Listen);
    callAside([&bench = m_bench, printer = m_settings.receiptPrinter, profile = m_settings.printerProfile] {
        return bench.askPrinter(printer, profile);
    }).then(this, [this](const Result<std::optional<PrinterAnswer>> &answer) {
        takeDrawerLevel(m_facts, answer && *answer ? std::optional{(*answer)->drawerLevel} : std::nullopt);
        m_sheet->render(presentDrawer(m_facts));
        if (m_facts.step == DrawerFacts::Step::Found)
            save();
    });
}

void DrawerSetup::save()
{
    m_context.till
        .call([id = CommandId::generate(), pin = m_facts.pin, sensor = m_facts.sensor](Workplace &workplace) {
            return PrinterDesk{workplace}.saveDrawer(id, pin, sensor);
        })
        .then(this, [this](const Result<> &done) {
            if (!done)
                return m_context.navigator.refuse(done.error(), [this] { save(); });
            Q_EMIT saved();
        });
}

void DrawerSetup::step(DrawerFacts::Step step)
{
    m_facts.step = step;
    m_sheet->render(presentDrawer(m_facts));
}

} // namespace guichet
