// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/TerminalSettings.h"

#include "core/base/JsonReader.h"

#include <QRegularExpression>

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
    settings.noticePort = reader.smallInteger(u"noticePort"_s, settings.noticePort, 0, highestPort);
    settings.hasLegacyCertificate = reader.boolean(u"hasLegacyCertificate"_s, settings.hasLegacyCertificate);
}

Result<OpiOptions> opiFromJson(const QJsonObject &object)
{
    JsonReader reader{object, u"terminal.opi"_s};
    OpiOptions opi;
    opi.language = reader.string(u"language"_s, opi.language, 2);
    opi.shift = reader.smallInteger(u"shift"_s, opi.shift, 1, 999);
    opi.customerTicket = reader.string(u"customerTicket"_s, opi.customerTicket, 20);
    opi.merchantTicket = reader.string(u"merchantTicket"_s, opi.merchantTicket, 20);
    opi.printsItself = reader.boolean(u"printsItself"_s, opi.printsItself);
    opi.closesByCloseDay = reader.boolean(u"closesByCloseDay"_s, opi.closesByCloseDay);
    opi.abortsByService = reader.optionalBoolean(u"abortsByService"_s);
    opi.statusByDiagnosis = reader.optionalBoolean(u"statusByDiagnosis"_s);
    TRY(reader.finish());
    return opi;
}

Result<ZvtOptions> zvtFromJson(const QJsonObject &object)
{
    JsonReader reader{object, u"terminal.zvt"_s};
    ZvtOptions zvt;
    zvt.configByte = reader.smallInteger(u"configByte"_s, zvt.configByte, 0, 255);
    zvt.stopBits = reader.smallInteger(u"stopBits"_s, zvt.stopBits, 1, 2);
    zvt.lineWidth = reader.smallInteger(u"lineWidth"_s, zvt.lineWidth, 10, 99);
    zvt.takesPartialApprovals = reader.boolean(u"takesPartialApprovals"_s, zvt.takesPartialApprovals);
    zvt.usesContainers = reader.boolean(u"usesContainers"_s, zvt.usesContainers);
    zvt.namesAmountOfReversal = reader.boolean(u"namesAmountOfReversal"_s, zvt.namesAmountOfReversal);
    TRY(reader.finish());
    return zvt;
}

/// Only what was said: the dialect decides the rest.
QJsonObject toJson(const OpiOptions &opi)
{
    QJsonObject object{{u"language"_s, opi.language},
                       {u"shift"_s, opi.shift},
                       {u"customerTicket"_s, opi.customerTicket},
                       {u"merchantTicket"_s, opi.merchantTicket},
                       {u"printsItself"_s, opi.printsItself},
                       {u"closesByCloseDay"_s, opi.closesByCloseDay}};
    if (opi.abortsByService)
        object.insert(u"abortsByService"_s, *opi.abortsByService);
    if (opi.statusByDiagnosis)
        object.insert(u"statusByDiagnosis"_s, *opi.statusByDiagnosis);
    return object;
}

QJsonObject toJson(const ZvtOptions &zvt)
{
    return {{u"configByte"_s, zvt.configByte},         {u"stopBits"_s, zvt.stopBits},
            {u"lineWidth"_s, zvt.lineWidth},           {u"takesPartialApprovals"_s, zvt.takesPartialApprovals},
            {u"usesContainers"_s, zvt.usesContainers}, {u"namesAmountOfReversal"_s, zvt.namesAmountOfReversal}};
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

Result<> checkTerminal(const TerminalSettings &settings, const QByteArray &secret)
{
    static const QRegularExpression sixDigits{u"\\A[0-9]{6}\\z"_s};
    const bool hasAddress = settings.kind != u"manual" && settings.kind != u"plugin"; // a plug-in has what its vendor wants
    if (hasAddress && settings.address.isEmpty())
        return failure(ErrorCode::InvalidInput, u"terminal address: missing"_s, {u"address"_s, u"missing"_s});
    const bool isPassword = terminalName(settings.kind) == u"zvt" && !secret.isEmpty();
    if (isPassword && !sixDigits.match(QString::fromUtf8(secret)).hasMatch())
        return failure(ErrorCode::InvalidInput, u"terminal password: not six digits"_s, {u"password"_s, u"not six digits"_s});
    return {};
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
            {u"noticePort"_s, settings.noticePort},
            {u"hasLegacyCertificate"_s, settings.hasLegacyCertificate},
            {u"opi"_s, toJson(settings.opi)},
            {u"zvt"_s, toJson(settings.zvt)},
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
    const QJsonObject opi = reader.object(u"opi"_s);
    const QJsonObject zvt = reader.object(u"zvt"_s);
    TRY(reader.finish());
    TRY_LET(opiOptions, opiFromJson(opi));
    TRY_LET(zvtOptions, zvtFromJson(zvt));
    settings.opi = opiOptions;
    settings.zvt = zvtOptions;
    return settings;
}

} // namespace guichet
