// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Commands.h"
#include "core/usecases/LabelDesk.h"
#include "core/usecases/Workplace.h"
#include "hardware/labels/zplLabel.h"
#include "ui/labels/LabelPicture.h"

#include <QSaveFile>
#include <algorithm>

/// Barcodes and labels of the goods (CAT-7).
namespace guichet::commands {

using namespace Qt::StringLiterals;

namespace {

struct Wanted
{
    Label label;
    int copies = 1;
};

Result<Wanted> wantedFrom(const LabelDesk &desk, const QJsonValue &value)
{
    JsonReader reader{value.toObject(), u"products"_s};
    const QString product = reader.requiredString(u"product"_s, 60);
    const int copies = reader.smallInteger(u"copies"_s, 1, 1, mostCopies);
    TRY(reader.finish());
    TRY_LET(label, desk.label(product));
    return Wanted{.label = std::move(label), .copies = copies};
}

Result<std::vector<Wanted>> allWanted(const LabelDesk &desk, const QJsonArray &products)
{
    std::vector<Wanted> all;
    for (const QJsonValue &value : products) {
        TRY_LET(wanted, wantedFrom(desk, value));
        all.push_back(std::move(wanted));
    }
    return all;
}

Result<LabelFormat> formatNamed(const std::vector<LabelFormat> &formats, const QString &key)
{
    const auto found = std::ranges::find(formats, key, &LabelFormat::key);
    if (found == formats.end())
        return failure(ErrorCode::InvalidInput, u"format: no such labels"_s, {u"format"_s, key});
    return *found;
}

Result<> saveSheets(const std::vector<Wanted> &all, const QString &format, int start, const QString &path)
{
    TRY_LET(sheet, formatNamed(sheetFormats(), format));
    std::vector<Label> labels;
    for (const Wanted &wanted : all)
        labels.insert(labels.end(), static_cast<size_t>(wanted.copies), wanted.label);
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::FileFailed, file.errorString(), {path});
    TRY(writeLabelSheets(labels, sheet, start, file));
    return file.commit() ? Result<>{} : failure(ErrorCode::FileFailed, file.errorString(), {path});
}

Result<> printRoll(const std::vector<Wanted> &all, const QString &format, const QString &printer)
{
    TRY_LET(roll, formatNamed(rollFormats(), format));
    QByteArray zpl;
    for (const Wanted &wanted : all) {
        TRY_LET(one, zplLabel(wanted.label, roll, wanted.copies));
        zpl += one;
    }
    return printZpl(printer, zpl);
}

} // namespace

Result<QJsonObject> barcode(ScriptSession &session, JsonReader &fields)
{
    const QString product = fields.requiredString(u"product"_s, 60);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(code, LabelDesk{*workplace}.giveBarcode(session.commandId(), product));
    return QJsonObject{{u"barcode"_s, code}};
}

Result<QJsonObject> labels(ScriptSession &session, JsonReader &fields)
{
    const QJsonArray products = fields.array(u"products"_s);
    const QString format = fields.requiredString(u"format"_s, 40);
    const int start = fields.smallInteger(u"start"_s, 0, 0, 1000);
    const QString file = fields.string(u"file"_s, {}, 1000);
    const QString printer = fields.string(u"printer"_s, {}, 200);
    if (file.isEmpty() == printer.isEmpty())
        fields.refuse(u"file"_s, u"a file or a printer"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(all, allWanted(LabelDesk{*workplace}, products));
    TRY(file.isEmpty() ? printRoll(all, format, printer) : saveSheets(all, format, start, file));
    int count = 0;
    for (const Wanted &wanted : all)
        count += wanted.copies;
    return QJsonObject{{u"count"_s, count}};
}

} // namespace guichet::commands
