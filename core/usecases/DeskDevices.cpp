// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DeskDevices.h"

#include "core/ledger/WorkingStore.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <QJsonDocument>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// In WorkingStore.
const QString scannerName = u"scanner"_s;
const QString displayName = u"display"_s;
const QString labelPrinterName = u"labelPrinter"_s;

/// What was kept under a name, else the defaults.
template <typename Settings>
Result<Settings> kept(const Workplace &workplace, const QString &name, Result<Settings> (*read)(const QJsonObject &))
{
    TRY_LET(text, WorkingStore{workplace.db()}.value(name));
    return read(QJsonDocument::fromJson(text.toUtf8()).object());
}

Result<> keep(Workplace &workplace, const CommandId &id, const QString &name, const QJsonObject &settings)
{
    return workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(actor, Staff{workplace}.authorise(Right::EditSettings));
        TRY(workplace.journal().appendTechnical(TechnicalEvent::SettingsChanged, {{u"kind"_s, name}}, actor));
        return WorkingStore{workplace.db()}.setValue(name, QString::fromUtf8(QJsonDocument{settings}.toJson(QJsonDocument::Compact)));
    });
}

} // namespace

Result<ScannerSettings> DeskDevices::scanner() const
{
    return kept(m_workplace, scannerName, scannerSettingsFromJson);
}

Result<> DeskDevices::save(const CommandId &id, const ScannerSettings &settings)
{
    TRY(scannerSettingsFromJson(toJson(settings)));
    return keep(m_workplace, id, scannerName, toJson(settings));
}

Result<DisplaySettings> DeskDevices::display() const
{
    return kept(m_workplace, displayName, displaySettingsFromJson);
}

Result<> DeskDevices::save(const CommandId &id, const DisplaySettings &settings)
{
    TRY(displaySettingsFromJson(toJson(settings)));
    return keep(m_workplace, id, displayName, toJson(settings));
}

Result<LabelPrinterSettings> DeskDevices::labelPrinter() const
{
    return kept(m_workplace, labelPrinterName, labelPrinterSettingsFromJson);
}

Result<> DeskDevices::save(const CommandId &id, const LabelPrinterSettings &settings)
{
    TRY(labelPrinterSettingsFromJson(toJson(settings)));
    return keep(m_workplace, id, labelPrinterName, toJson(settings));
}

} // namespace guichet
