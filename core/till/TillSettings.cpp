// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/TillSettings.h"

#include "core/base/JsonReader.h"

#include <QMap>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

using Field = EmbeddedCodeLayout::Field;

const QMap<QString, Field> &codeFields()
{
    static const QMap<QString, Field> fields{{u"price"_s, Field::Price}, {u"weight"_s, Field::Weight}, {u"pieces"_s, Field::Pieces}};
    return fields;
}

QJsonObject layoutToJson(const EmbeddedCodeLayout &layout)
{
    return {{u"prefix"_s, layout.prefix},           {u"itemDigits"_s, layout.itemDigits},         {u"verifier"_s, layout.verifier},
            {u"valueDigits"_s, layout.valueDigits}, {u"field"_s, codeFields().key(layout.field)}, {u"decimals"_s, layout.decimals}};
}

/// A layout fills the 12 digits before the check digit.
bool fillsCode(const EmbeddedCodeLayout &layout)
{
    return layout.prefix.size() + layout.itemDigits + (layout.verifier ? 1 : 0) + layout.valueDigits == 12;
}

QString oneOf(JsonReader &reader, const QString &field, const QString &fallback, const QStringList &allowed)
{
    const QString value = reader.string(field, fallback, 20);
    if (!allowed.contains(value))
        reader.refuse(field, u"not one of "_s + allowed.join(u", "_s));
    return value;
}

Result<EmbeddedCodeLayout> layoutFromJson(const QJsonObject &object)
{
    JsonReader reader{object, u"embeddedCodes"_s};
    EmbeddedCodeLayout layout;
    layout.prefix = reader.string(u"prefix"_s, layout.prefix, 4);
    layout.itemDigits = reader.smallInteger(u"itemDigits"_s, layout.itemDigits, 1, 10);
    layout.verifier = reader.boolean(u"verifier"_s, layout.verifier);
    layout.valueDigits = reader.smallInteger(u"valueDigits"_s, layout.valueDigits, 1, 10);
    layout.field = codeFields().value(oneOf(reader, u"field"_s, u"price"_s, codeFields().keys()), layout.field);
    layout.decimals = reader.smallInteger(u"decimals"_s, layout.decimals, 0, 3);
    if (!fillsCode(layout))
        reader.refuse(u"prefix"_s, u"the parts do not make 12 digits"_s);
    TRY(reader.finish());
    return layout;
}

void readLayouts(JsonReader &reader, TillSettings &settings)
{
    if (!reader.has(u"embeddedCodes"_s))
        return static_cast<void>(reader.array(u"embeddedCodes"_s));
    settings.embeddedCodes.clear();
    for (const QJsonValue &value : reader.array(u"embeddedCodes"_s)) {
        const auto layout = layoutFromJson(value.toObject());
        if (!value.isObject() || !layout)
            return reader.refuse(u"embeddedCodes"_s, layout ? u"not an object"_s : layout.error().detail);
        settings.embeddedCodes.push_back(*layout);
    }
}

bool isPrinterLine(const QString &setting)
{
    const QStringList kinds{u"file:"_s, u"tcp:"_s, u"serial:"_s, u"usb:/"_s};
    return std::ranges::any_of(kinds, [&](const QString &kind) { return setting.startsWith(kind) && setting.size() > kind.size(); });
}

void readPrinting(JsonReader &reader, TillSettings &settings)
{
    settings.receiptPrinter = reader.string(u"receiptPrinter"_s, settings.receiptPrinter, 500);
    if (settings.receiptPrinter != u"screen" && !isPrinterLine(settings.receiptPrinter))
        reader.refuse(u"receiptPrinter"_s, u"neither screen, file:DIR, tcp:HOST, serial:PORT nor usb:NODE"_s);
    settings.sparePrinter = reader.string(u"sparePrinter"_s, settings.sparePrinter, 500);
    if (!settings.sparePrinter.isEmpty() && !isPrinterLine(settings.sparePrinter))
        reader.refuse(u"sparePrinter"_s, u"neither file:DIR, tcp:HOST, serial:PORT nor usb:NODE"_s);
    settings.sparePrinterProfile = reader.string(u"sparePrinterProfile"_s, settings.sparePrinterProfile, 50);
    settings.drawerPin = reader.smallInteger(u"drawerPin"_s, settings.drawerPin, 0, 5);
    if (settings.drawerPin != 0 && settings.drawerPin != 2 && settings.drawerPin != 5)
        reader.refuse(u"drawerPin"_s, u"not 0, 2 or 5"_s);
    settings.drawerSensor = oneOf(reader, u"drawerSensor"_s, settings.drawerSensor, {QString{}, u"high"_s, u"low"_s, u"none"_s});
    settings.receiptColumns = reader.smallInteger(u"receiptColumns"_s, settings.receiptColumns, 24, 96);
    settings.printerProfile = reader.string(u"printerProfile"_s, settings.printerProfile, 50);
    settings.printAdmissionTickets = reader.boolean(u"printAdmissionTickets"_s, settings.printAdmissionTickets);
    settings.oneTicketForAll = reader.boolean(u"oneTicketForAll"_s, settings.oneTicketForAll);
}

void readSelling(JsonReader &reader, TillSettings &settings)
{
    settings.blindCount = reader.boolean(u"blindCount"_s, settings.blindCount);
    settings.sceRequired = reader.boolean(u"sceRequired"_s, settings.sceRequired);
    settings.roundAllTenders = reader.boolean(u"roundAllTenders"_s, settings.roundAllTenders);
    settings.askOriginAfterSale = reader.boolean(u"askOriginAfterSale"_s, settings.askOriginAfterSale);
    settings.voucherRestIsNewVoucher = reader.boolean(u"voucherRestIsNewVoucher"_s, settings.voucherRestIsNewVoucher);
    settings.giftValidityMonths = reader.smallInteger(u"giftValidityMonths"_s, settings.giftValidityMonths, 0, 600);
    settings.giftOfflineLimitCents = reader.smallInteger(u"giftOfflineLimitCents"_s, settings.giftOfflineLimitCents, 0, 100'000'000);
    readLayouts(reader, settings);
}

void readTill(JsonReader &reader, TillSettings &settings)
{
    settings.tillKey = reader.string(u"tillKey"_s, settings.tillKey, 64);
    settings.language =
        languageFromCode(oneOf(reader, u"language"_s, languageCode(settings.language), {u"fr"_s, u"nl"_s, u"en"_s, u"de"_s}));
    settings.businessDayStartsAtHour =
        reader.smallInteger(u"businessDayStartsAtHour"_s, settings.businessDayStartsAtHour, 0, latestDayStart);
    settings.lockAfterIdleSeconds = reader.smallInteger(u"lockAfterIdleSeconds"_s, settings.lockAfterIdleSeconds, 0, 86'400);
    settings.darkMode = oneOf(reader, u"darkMode"_s, settings.darkMode, {u"auto"_s, u"light"_s, u"dark"_s});
    settings.sounds = reader.boolean(u"sounds"_s, settings.sounds);
    settings.secretStore = oneOf(reader, u"secretStore"_s, settings.secretStore, {u"keychain"_s, u"file"_s});
}

} // namespace

QJsonObject toJson(const TillSettings &settings)
{
    QJsonArray layouts;
    for (const EmbeddedCodeLayout &layout : settings.embeddedCodes)
        layouts.append(layoutToJson(layout));
    return {{u"tillKey"_s, settings.tillKey},
            {u"language"_s, languageCode(settings.language)},
            {u"businessDayStartsAtHour"_s, settings.businessDayStartsAtHour},
            {u"lockAfterIdleSeconds"_s, settings.lockAfterIdleSeconds},
            {u"blindCount"_s, settings.blindCount},
            {u"sceRequired"_s, settings.sceRequired},
            {u"roundAllTenders"_s, settings.roundAllTenders},
            {u"askOriginAfterSale"_s, settings.askOriginAfterSale},
            {u"oneTicketForAll"_s, settings.oneTicketForAll},
            {u"voucherRestIsNewVoucher"_s, settings.voucherRestIsNewVoucher},
            {u"giftValidityMonths"_s, settings.giftValidityMonths},
            {u"giftOfflineLimitCents"_s, settings.giftOfflineLimitCents},
            {u"darkMode"_s, settings.darkMode},
            {u"sounds"_s, settings.sounds},
            {u"receiptPrinter"_s, settings.receiptPrinter},
            {u"receiptColumns"_s, settings.receiptColumns},
            {u"printerProfile"_s, settings.printerProfile},
            {u"sparePrinter"_s, settings.sparePrinter},
            {u"sparePrinterProfile"_s, settings.sparePrinterProfile},
            {u"drawerPin"_s, settings.drawerPin},
            {u"drawerSensor"_s, settings.drawerSensor},
            {u"printAdmissionTickets"_s, settings.printAdmissionTickets},
            {u"secretStore"_s, settings.secretStore},
            {u"embeddedCodes"_s, layouts}};
}

Result<TillSettings> tillSettingsFromJson(const QJsonObject &document)
{
    JsonReader reader{document};
    TillSettings settings;
    readTill(reader, settings);
    readSelling(reader, settings);
    readPrinting(reader, settings);
    TRY(reader.finish());
    return settings;
}

} // namespace guichet
