// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Commands.h"
#include "core/usecases/LabelDesk.h"
#include "core/usecases/Workplace.h"
#include "hardware/labels/printLabels.h"
#include "ui/labels/paintLabelSheets.h"

/// Barcodes and labels of the goods (CAT-7).
namespace guichet::commands {

using namespace Qt::StringLiterals;

namespace {

Result<LabelBatch> wantedFrom(const LabelDesk &desk, const QJsonValue &value)
{
    JsonReader reader{value.toObject(), u"products"_s};
    const QString product = reader.requiredString(u"product"_s, 60);
    const int copies = reader.smallInteger(u"copies"_s, 1, 1, mostCopies);
    TRY(reader.finish());
    TRY_LET(label, desk.label(product));
    return LabelBatch{.label = std::move(label), .copies = copies};
}

Result<std::vector<LabelBatch>> allWanted(const LabelDesk &desk, const QJsonArray &products)
{
    std::vector<LabelBatch> all;
    for (const QJsonValue &value : products) {
        TRY_LET(wanted, wantedFrom(desk, value));
        all.push_back(std::move(wanted));
    }
    return all;
}

Result<> saveSheets(const std::vector<LabelBatch> &all, const QString &format, int start, const QString &path)
{
    TRY_LET(sheet, formatNamed(sheetFormats(), format));
    return saveLabelSheets({.labels = eachLabel(all), .format = sheet, .start = start}, path);
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
    TRY(file.isEmpty() ? printLabels({.printer = printer, .roll = format}, all) : saveSheets(all, format, start, file));
    return QJsonObject{{u"count"_s, labelCount(all)}};
}

} // namespace guichet::commands
