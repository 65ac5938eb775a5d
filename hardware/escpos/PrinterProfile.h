// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QString>
#include <vector>

namespace guichet {

/// A character table that our encoder knows. The number by which a printer selects it differs from model to model.
enum class CharacterSet { Wpc1252, Cp858, Cp850, Cp437, Iso8859_15 };

struct CodePage
{
    CharacterSet set = CharacterSet::Wpc1252;
    int number = 16; ///< n of `1B 74 n`.
    friend bool operator==(const CodePage &, const CodePage &) = default;
};

/// How a printer takes pictures: `1D 76 30`; `1B 2A`, for old and impact models; not at all: then what needs one prints as text.
enum class PictureCommand { None, Raster, Columns };

enum class PaperCutter { None, Partial, Full, FeedAndPartial };

/// What a model of receipt printer can do and how it wants to be told (hardware.md §7). Data: profiles.json holds those that we ship,
/// `printers.json` in the folder of a till those that its technician adds.
struct PrinterProfile
{
    QString key;
    QString name;
    int columns = 48;                ///< Characters of font A in a line.
    int dots = 576;                  ///< Width that can be printed.
    int lineDots = 30;               ///< Height of a line of text.
    std::vector<CodePage> codePages; ///< In order of preference; at least one.
    bool cancelKanji = true;         ///< `1C 2E`: without it bytes ≥ 80h print as Chinese on many clones.
    bool nativeQr = false;           ///< `1D 28 6B`; else QR codes go as raster, which always prints.
    bool nativeBarcodes = false;     ///< `1D 6B`; else bar codes go as pictures.
    bool utf8 = false;               ///< `1C 28 43`: takes any character as UTF-8 and needs no code page. New models only.
    PictureCommand pictures = PictureCommand::Raster;
    PaperCutter cutter = PaperCutter::FeedAndPartial;
    int feedBeforeCut = 4; ///< Lines; the cutter sits above the print head.
    int drawerPin = 0;     ///< 0: pin 2, 1: pin 5.
    int drawerOnMs = 50;   ///< Multiples of 2, less than drawerOffMs.
    int drawerOffMs = 500;
    bool drawerRealTime = false;  ///< `10 14`: opens while a job waits for paper. Else `1B 70`, in its turn.
    bool repliesToStatus = false; ///< Answers `10 04 n` and `1D 72 01`. Many do not; then a job counts as printed once it is taken.
    friend bool operator==(const PrinterProfile &, const PrinterProfile &) = default;
};

/// All profiles that are shipped, the generic 80 mm printer first.
const std::vector<PrinterProfile> &printerProfiles();
/// Those of a technician's file, a list in the form of profiles.json; none when there is no such file. InvalidInput says what does not do:
/// no list, a profile that is refused, a key that is there already. Reads the file.
Result<std::vector<PrinterProfile>> ownPrinterProfiles(const QString &file);
/// A shipped one, else one of the technician's file, if one is named. NotFound names the key; errors of the file.
Result<PrinterProfile> printerProfile(const QString &key, const QString &file = {});
/// InvalidInput: unknown field, wrong type, no code page, out of range.
Result<PrinterProfile> printerProfileFromJson(const QJsonObject &object);

} // namespace guichet
