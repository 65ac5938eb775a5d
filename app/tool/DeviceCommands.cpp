// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Commands.h"
#include "core/usecases/DeskDevices.h"
#include "core/usecases/Workplace.h"

/// The devices on the desk: what is set is asked or changed; they are used by the window.
namespace guichet::commands {

using namespace Qt::StringLiterals;

namespace {

/// Saves the settings of the field `settings` when it is there; the answer holds them as they are then.
template <typename Settings>
Result<QJsonObject> settle(ScriptSession &session, JsonReader &fields, Result<Settings> (DeskDevices::*current)() const,
                           Result<Settings> (*read)(const QJsonObject &))
{
    const bool isChange = fields.has(u"settings"_s);
    const QJsonObject wanted = fields.object(u"settings"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    DeskDevices devices{*workplace};
    if (isChange) {
        TRY_LET(settings, read(wanted));
        TRY(devices.save(session.commandId(), settings));
    }
    TRY_LET(settings, (devices.*current)());
    return QJsonObject{{u"settings"_s, toJson(settings)}};
}

} // namespace

Result<QJsonObject> scanner(ScriptSession &session, JsonReader &fields)
{
    return settle(session, fields, &DeskDevices::scanner, scannerSettingsFromJson);
}

Result<QJsonObject> display(ScriptSession &session, JsonReader &fields)
{
    return settle(session, fields, &DeskDevices::display, displaySettingsFromJson);
}

Result<QJsonObject> labelPrinter(ScriptSession &session, JsonReader &fields)
{
    return settle(session, fields, &DeskDevices::labelPrinter, labelPrinterSettingsFromJson);
}

} // namespace guichet::commands
