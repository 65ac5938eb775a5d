// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/PrinterProfile.h"

#include "core/base/JsonReader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

static void initProfiles() // Q_INIT_RESOURCE must stand outside of namespaces
{
    Q_INIT_RESOURCE(profiles);
}

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1'000'000;

template <typename Value>
Value oneOf(JsonReader &reader, const QString &field, const QString &name, const std::vector<std::pair<QString, Value>> &names,
            Value fallback)
{
    if (name.isEmpty())
        return fallback;
    for (const auto &[known, value] : names)
        if (known == name)
            return value;
    reader.refuse(field, u"unknown value "_s + name);
    return fallback;
}

Result<CodePage> codePageFromJson(const QJsonObject &object)
{
    JsonReader reader{object, u"code_pages"_s};
    const std::vector<std::pair<QString, CharacterSet>> sets{{u"wpc1252"_s, CharacterSet::Wpc1252},
                                                             {u"cp858"_s, CharacterSet::Cp858},
                                                             {u"cp850"_s, CharacterSet::Cp850},
                                                             {u"cp437"_s, CharacterSet::Cp437},
                                                             {u"iso8859-15"_s, CharacterSet::Iso8859_15}};
    const QString set = reader.requiredString(u"set"_s);
    CodePage page{.set = oneOf(reader, u"set"_s, set, sets, CharacterSet::Wpc1252)};
    page.number = static_cast<int>(reader.requiredInteger(u"number"_s, 0, 255));
    TRY(reader.finish());
    return page;
}

void readDrawer(JsonReader &reader, PrinterProfile &profile)
{
    profile.drawerPin = reader.smallInteger(u"drawer_pin"_s, profile.drawerPin, 0, 1);
    profile.drawerOnMs = reader.smallInteger(u"drawer_on_ms"_s, profile.drawerOnMs, 2, 400);
    profile.drawerOffMs = reader.smallInteger(u"drawer_off_ms"_s, profile.drawerOffMs, 4, 510);
    profile.drawerRealTime = reader.boolean(u"drawer_real_time"_s, profile.drawerRealTime);
    if (profile.drawerOnMs >= profile.drawerOffMs)
        reader.refuse(u"drawer_on_ms"_s, u"must be less than drawer_off_ms"_s);
}

void readPaper(JsonReader &reader, PrinterProfile &profile)
{
    const std::vector<std::pair<QString, PaperCutter>> cutters{{u"none"_s, PaperCutter::None},
                                                               {u"partial"_s, PaperCutter::Partial},
                                                               {u"full"_s, PaperCutter::Full},
                                                               {u"feed_partial"_s, PaperCutter::FeedAndPartial}};
    profile.columns = reader.smallInteger(u"columns"_s, profile.columns, 20, 96);
    profile.dots = reader.smallInteger(u"dots"_s, profile.dots, 160, 1200);
    profile.lineDots = reader.smallInteger(u"line_dots"_s, profile.lineDots, 16, 64);
    const QString cutter = reader.string(u"cutter"_s);
    profile.cutter = oneOf(reader, u"cutter"_s, cutter, cutters, profile.cutter);
    profile.feedBeforeCut = reader.smallInteger(u"feed_before_cut"_s, profile.feedBeforeCut, 0, 20);
}

std::unexpected<Error> fileRefused(const QString &file, const QString &why)
{
    const QString name = QFileInfo{file}.fileName();
    return failure(ErrorCode::InvalidInput, name + u": "_s + why, {name, why});
}

/// Adds a profile whose key nobody has yet.
Result<> addProfile(std::vector<PrinterProfile> &profiles, const QJsonValue &value, const QString &file)
{
    const auto profile = printerProfileFromJson(value.toObject());
    if (!profile)
        return fileRefused(file, value[u"key"].toString() + u' ' + profile.error().detail);
    const auto isTaken = [&](const PrinterProfile &known) { return known.key == profile->key; };
    if (std::ranges::any_of(profiles, isTaken) || std::ranges::any_of(printerProfiles(), isTaken))
        return fileRefused(file, profile->key + u" is there already"_s);
    profiles.push_back(*profile);
    return {};
}

std::vector<PrinterProfile> shippedProfiles()
{
    initProfiles();
    QFile file{u":/guichet/printers/profiles.json"_s};
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    std::vector<PrinterProfile> profiles;
    const QJsonArray array = QJsonDocument::fromJson(opened ? file.readAll() : QByteArray{}).array();
    for (const QJsonValue &value : array)
        if (auto profile = printerProfileFromJson(value.toObject()))
            profiles.push_back(std::move(*profile));
    return profiles;
}

} // namespace

Result<PrinterProfile> printerProfileFromJson(const QJsonObject &object)
{
    JsonReader reader{object, u"printer"_s};
    PrinterProfile profile;
    profile.key = reader.requiredString(u"key"_s, 40);
    profile.name = reader.requiredString(u"name"_s, 80);
    readPaper(reader, profile);
    readDrawer(reader, profile);
    profile.cancelKanji = reader.boolean(u"cancel_kanji"_s, profile.cancelKanji);
    profile.nativeQr = reader.boolean(u"native_qr"_s, profile.nativeQr);
    profile.nativeBarcodes = reader.boolean(u"native_barcodes"_s, profile.nativeBarcodes);
    profile.utf8 = reader.boolean(u"utf8"_s, profile.utf8);
    const std::vector<std::pair<QString, PictureCommand>> pictures{
        {u"none"_s, PictureCommand::None}, {u"raster"_s, PictureCommand::Raster}, {u"columns"_s, PictureCommand::Columns}};
    const QString picture = reader.string(u"pictures"_s);
    profile.pictures = oneOf(reader, u"pictures"_s, picture, pictures, profile.pictures);
    profile.repliesToStatus = reader.boolean(u"replies_to_status"_s, profile.repliesToStatus);
    for (const QJsonValue &value : reader.array(u"code_pages"_s)) {
        const auto page = codePageFromJson(value.toObject());
        TRY(page);
        profile.codePages.push_back(*page);
    }
    if (profile.codePages.empty())
        reader.refuse(u"code_pages"_s, u"at least one is needed"_s);
    TRY(reader.finish());
    return profile;
}

const std::vector<PrinterProfile> &printerProfiles()
{
    static const std::vector<PrinterProfile> profiles = shippedProfiles();
    return profiles;
}

Result<std::vector<PrinterProfile>> ownPrinterProfiles(const QString &path)
{
    std::vector<PrinterProfile> profiles;
    QFile file{path};
    if (!file.exists())
        return profiles;
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly))
        return fileRefused(path, u"cannot be read"_s);
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &wrong);
    if (!document.isArray())
        return fileRefused(path, document.isNull() ? u"%1, at byte %2"_s.arg(wrong.errorString()).arg(wrong.offset) : u"no list"_s);
    for (const QJsonValue &value : document.array())
        TRY(addProfile(profiles, value, path));
    return profiles;
}

Result<PrinterProfile> printerProfile(const QString &key, const QString &file)
{
    std::vector<PrinterProfile> own;
    const auto named = [&](const std::vector<PrinterProfile> &profiles) -> const PrinterProfile * {
        const auto found = std::ranges::find(profiles, key, &PrinterProfile::key);
        return found == profiles.end() ? nullptr : &*found;
    };
    if (const PrinterProfile *shipped = named(printerProfiles()))
        return *shipped;
    if (!file.isEmpty()) {
        TRY_LET(read, ownPrinterProfiles(file));
        own = std::move(read);
    }
    if (const PrinterProfile *found = named(own))
        return *found;
    return failure(ErrorCode::NotFound, u"printer profile "_s + key, {key});
}

} // namespace guichet
