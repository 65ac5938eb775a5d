// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/DisplaySettings.h"

#include "core/base/JsonReader.h"
#include "core/till/SerialLine.h"

#include <QRegularExpression>

namespace guichet {

using namespace Qt::StringLiterals;

const QStringList &displayKinds()
{
    static const QStringList kinds{u"none"_s, u"cd5220"_s, u"epson"_s};
    return kinds;
}

const QStringList &displayCharacters()
{
    static const QStringList sets{u"cp437"_s, u"cp858"_s, u"wpc1252"_s};
    return sets;
}

QJsonObject toJson(const DisplaySettings &settings)
{
    return {{u"kind"_s, settings.kind},
            {u"line"_s, settings.line},
            {u"characters"_s, settings.characters},
            {u"secondScreen"_s, settings.secondScreen},
            {u"welcome"_s, settings.welcome}};
}

Result<DisplaySettings> displaySettingsFromJson(const QJsonObject &object)
{
    static const QRegularExpression form{QRegularExpression::anchoredPattern(serialLineForm())};
    JsonReader reader{object, u"display"_s};
    DisplaySettings settings;
    settings.kind = reader.string(u"kind"_s, settings.kind, 20);
    settings.line = reader.string(u"line"_s, {}, 200);
    settings.characters = reader.string(u"characters"_s, settings.characters, 20);
    settings.secondScreen = reader.boolean(u"secondScreen"_s, settings.secondScreen);
    settings.welcome = reader.string(u"welcome"_s, {}, 60);
    if (!displayKinds().contains(settings.kind))
        reader.refuse(u"kind"_s, u"not one of "_s + displayKinds().join(u", "_s));
    if (!displayCharacters().contains(settings.characters))
        reader.refuse(u"characters"_s, u"not one of "_s + displayCharacters().join(u", "_s));
    if (settings.kind == u"none" ? !settings.line.isEmpty() && !form.match(settings.line).hasMatch()
                                 : !form.match(settings.line).hasMatch())
        reader.refuse(u"line"_s, u"serial:PORT[:BAUD]"_s);
    TRY(reader.finish());
    return settings;
}

} // namespace guichet
