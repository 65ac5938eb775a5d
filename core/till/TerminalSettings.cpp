// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/TerminalSettings.h"

#include "core/base/JsonReader.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int highestPort = 65'535;
constexpr int longestPath = 1'000;
constexpr int longestCertificate = 20'000;

void readNexo(JsonReader &reader, TerminalSettings &settings)
{
    settings.poiId = reader.string(u"poiId"_s, settings.poiId, 60);
    settings.isLive = reader.boolean(u"isLive"_s, settings.isLive);
    settings.keyIdentifier = reader.string(u"keyIdentifier"_s, settings.keyIdentifier, 200);
    settings.keyVersion = reader.smallInteger(u"keyVersion"_s, settings.keyVersion, 1, 1'000'000);
    settings.rootPem = reader.string(u"rootPem"_s, settings.rootPem, longestCertificate);
}

} // namespace

const QStringList &terminalKinds()
{
    static const QStringList kinds{u"manual"_s, u"nexo"_s, u"opi-nl"_s, u"opi-de"_s, u"zvt-tcp"_s, u"zvt-serial"_s, u"plugin"_s};
    return kinds;
}

QString terminalName(const QString &kind)
{
    return kind.section(u'-', 0, 0);
}

QString terminalSecretKey(const QString &kind)
{
    const QString name = terminalName(kind);
    const bool hasSecret = name == u"nexo" || name == u"zvt" || name == u"plugin";
    return hasSecret ? u"terminal-"_s + name : QString{};
}

QJsonObject toJson(const TerminalSettings &settings)
{
    return {{u"kind"_s, settings.kind},
            {u"address"_s, settings.address},
            {u"port"_s, settings.port},
            {u"tillPort"_s, settings.tillPort},
            {u"baud"_s, settings.baud},
            {u"tillId"_s, settings.tillId},
            {u"clerk"_s, settings.clerk},
            {u"poiId"_s, settings.poiId},
            {u"isLive"_s, settings.isLive},
            {u"keyIdentifier"_s, settings.keyIdentifier},
            {u"keyVersion"_s, settings.keyVersion},
            {u"rootPem"_s, settings.rootPem},
            {u"library"_s, settings.library},
            {u"options"_s, settings.options},
            {u"endsDay"_s, settings.endsDay}};
}

Result<TerminalSettings> terminalSettingsFromJson(const QJsonObject &object)
{
    JsonReader reader{object, u"terminal"_s};
    TerminalSettings settings;
    settings.kind = reader.string(u"kind"_s, settings.kind, 20);
    if (!terminalKinds().contains(settings.kind))
        reader.refuse(u"kind"_s, u"not one of "_s + terminalKinds().join(u", "_s));
    settings.address = reader.string(u"address"_s, settings.address, 253);
    settings.port = reader.smallInteger(u"port"_s, settings.port, 0, highestPort);
    settings.tillPort = reader.smallInteger(u"tillPort"_s, settings.tillPort, 0, highestPort);
    settings.baud = reader.smallInteger(u"baud"_s, settings.baud, 300, 921'600);
    settings.tillId = reader.string(u"tillId"_s, settings.tillId, 32);
    settings.clerk = reader.string(u"clerk"_s, settings.clerk, 20);
    settings.library = reader.string(u"library"_s, settings.library, longestPath);
    settings.options = reader.string(u"options"_s, settings.options, longestPath);
    settings.endsDay = reader.boolean(u"endsDay"_s, settings.endsDay);
    readNexo(reader, settings);
    TRY(reader.finish());
    return settings;
}

} // namespace guichet
