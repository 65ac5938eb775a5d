// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/LabelPrinterSettings.h"

#include "core/base/JsonReader.h"

#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

QJsonObject toJson(const LabelPrinterSettings &settings)
{
    return {{u"printer"_s, settings.printer}, {u"roll"_s, settings.roll}};
}

Result<LabelPrinterSettings> labelPrinterSettingsFromJson(const QJsonObject &object)
{
    static const QRegularExpression line{QRegularExpression::anchoredPattern(u"(tcp|usb|serial):\\S+"_s)};
    JsonReader reader{object, u"labelPrinter"_s};
    LabelPrinterSettings settings;
    settings.printer = reader.string(u"printer"_s, {}, 200);
    settings.roll = reader.string(u"roll"_s, settings.roll, 40);
    if (!settings.printer.isEmpty() && !line.match(settings.printer).hasMatch())
        reader.refuse(u"printer"_s, u"tcp:HOST[:PORT], usb:/dev/… or serial:PORT[:BAUD][:FLOW]"_s);
    if (!formatNamed(rollFormats(), settings.roll))
        reader.refuse(u"roll"_s, u"no such labels"_s);
    TRY(reader.finish());
    return settings;
}

} // namespace guichet
