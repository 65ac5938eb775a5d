// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/CsvImport.h"

#include "core/base/Csv.h"
#include "core/money/FormatMoney.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

enum class CellType { Text, Money, Percent, Integer, Boolean, List, Nested };

/// What the columns hold that are no texts. A field of one name holds the same in every kind of document.
const QMap<CellType, QSet<QString>> &typedColumns()
{
    static const QMap<CellType, QSet<QString>> columns{
        {CellType::Money, {u"price"_s, u"purchasePrice"_s, u"amount"_s, u"fixedPrice"_s}},
        {CellType::Percent, {u"percent"_s, u"deposit"_s}},
        {CellType::Integer,
         {u"openingStock"_s,
          u"alertStock"_s,
          u"order"_s,
          u"uses"_s,
          u"unitsPerUse"_s,
          u"stockPerDay"_s,
          u"persons"_s,
          u"minimumAge"_s,
          u"capacity"_s,
          u"turnaroundMinutes"_s,
          u"threshold"_s,
          u"weekOfMonth"_s,
          u"durationMinutes"_s,
          u"minimumQuantity"_s,
          u"maximumQuantity"_s,
          u"cutOffTillMinutes"_s,
          u"cutOffOnlineMinutes"_s,
          u"freePerPaying"_s,
          u"receiptColumns"_s,
          u"businessDayStartsAtHour"_s,
          u"drawerPin"_s,
          u"lockAfterIdleSeconds"_s,
          u"giftValidityMonths"_s,
          u"giftOfflineLimitCents"_s,
          u"validYears"_s}},
        {CellType::Boolean,
         {u"byWeight"_s,
          u"soldAtTill"_s,
          u"soldOnline"_s,
          u"sellBelowZero"_s,
          u"archived"_s,
          u"flatRate"_s,
          u"cumulative"_s,
          u"needsReference"_s,
          u"restaurant"_s,
          u"opensDrawer"_s,
          u"givesChange"_s,
          u"usesTerminal"_s,
          u"inPerson"_s,
          u"refundable"_s,
          u"countedAtClosing"_s,
          u"vatLiable"_s,
          u"active"_s,
          u"blindCount"_s,
          u"sceRequired"_s,
          u"roundAllTenders"_s,
          u"sounds"_s,
          u"askOriginAfterSale"_s,
          u"oneTicketForAll"_s,
          u"voucherRestIsNewVoucher"_s,
          u"printAdmissionTickets"_s}},
        {CellType::List, {u"barcodes"_s, u"formulas"_s, u"products"_s, u"productGroups"_s, u"tills"_s, u"groups"_s}},
        {CellType::Nested,
         {u"resources"_s, u"supplements"_s, u"slotPatterns"_s, u"pools"_s, u"published"_s, u"valid"_s, u"weekdays"_s, u"faceValues"_s,
          u"visits"_s, u"visible"_s, u"dates"_s, u"periods"_s, u"closures"_s, u"rates"_s, u"embeddedCodes"_s}},
    };
    return columns;
}

CellType typeOf(const QString &column)
{
    const auto &typed = typedColumns();
    for (auto type = typed.begin(); type != typed.end(); ++type)
        if (type->contains(column))
            return type.key();
    return CellType::Text;
}

std::unexpected<Error> wrongCell(const QString &column, const QString &cell, const QString &why)
{
    return failure(ErrorCode::InvalidInput, u"%1: %2: %3"_s.arg(column, cell.left(60), why), {column, why});
}

Result<QJsonValue> readBoolean(const QString &column, const QString &cell)
{
    const QString word = cell.toLower();
    if (word == u"oui" || word == u"1" || word == u"true" || word == u"x")
        return QJsonValue{true};
    if (word == u"non" || word == u"0" || word == u"false")
        return QJsonValue{false};
    return wrongCell(column, cell, u"not true or false"_s);
}

Result<QJsonValue> readInteger(const QString &column, const QString &cell)
{
    bool ok = false;
    const qint64 value = cell.toLongLong(&ok);
    if (!ok)
        return wrongCell(column, cell, u"not a whole number"_s);
    return QJsonValue{value};
}

Result<QJsonValue> readAmount(const QString &column, const QString &cell)
{
    const std::optional<Money> amount = parseMoney(cell);
    if (!amount)
        return wrongCell(column, cell, u"not an amount"_s);
    return QJsonValue{amount->cents()};
}

Result<QJsonValue> readNested(const QString &column, const QString &cell)
{
    const QJsonDocument document = QJsonDocument::fromJson(cell.toUtf8());
    if (document.isArray())
        return QJsonValue{document.array()};
    if (document.isObject())
        return QJsonValue{document.object()};
    return wrongCell(column, cell, u"not JSON"_s);
}

/// `a|b`, or JSON when an item holds what would be lost.
Result<QJsonValue> readList(const QString &column, const QString &cell)
{
    if (cell.startsWith(u'['))
        return readNested(column, cell);
    return QJsonValue{QJsonArray::fromStringList(cell.split(u'|', Qt::SkipEmptyParts))};
}

/// `cell` as it was before an export defused it.
Result<QJsonValue> readCell(const QString &column, const QString &cell)
{
    const QString plain = cell.trimmed();
    switch (typeOf(column)) {
    case CellType::Money:
    case CellType::Percent: return readAmount(column, plain); // 12,5 % is 1250 basis points as 12,50 € is 1250 cents
    case CellType::Integer: return readInteger(column, plain);
    case CellType::Boolean: return readBoolean(column, plain);
    case CellType::List: return readList(column, plain);
    case CellType::Nested: return readNested(column, plain);
    case CellType::Text: return QJsonValue{plain};
    }
    Q_UNREACHABLE();
}

QString jsonCell(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument{array}.toJson(QJsonDocument::Compact));
}

QString listCell(const QJsonArray &array)
{
    QStringList items;
    for (const QJsonValue &item : array)
        items << item.toString();
    const QString cell = items.join(u'|');
    const bool comesBack = !cell.startsWith(u'[') && cell.trimmed() == cell && cell.split(u'|', Qt::SkipEmptyParts) == items;
    return comesBack || items.isEmpty() ? cell : jsonCell(array);
}

QString numberCell(const QString &column, qint64 value)
{
    const bool inHundredths = typeOf(column) == CellType::Money || typeOf(column) == CellType::Percent;
    if (!inHundredths)
        return QString::number(value);
    return formatMoney(Money::fromCents(value), EuroSign::Hidden).remove(QChar{0x202F}).replace(QChar{0x2212}, u'-');
}

QString writeCell(const QString &column, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? u"oui"_s : u"non"_s;
    case QJsonValue::Double: return numberCell(column, value.toInteger());
    case QJsonValue::String: return value.toString();
    case QJsonValue::Object: return QString::fromUtf8(QJsonDocument{value.toObject()}.toJson(QJsonDocument::Compact));
    case QJsonValue::Array: return typeOf(column) == CellType::List ? listCell(value.toArray()) : jsonCell(value.toArray());
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return {};
}

/// Texts in languages take a column each.
bool isLocalized(const QString &field)
{
    return field == u"name" || field == u"description" || field == u"comprises" || field == u"receiptFooter";
}

QJsonValue fieldOf(const QJsonObject &document, const QString &column)
{
    const qsizetype dot = column.indexOf(u'.');
    return dot < 0 ? document[column] : document[column.left(dot)].toObject()[column.sliced(dot + 1)];
}

} // namespace

Result<QJsonObject> documentFromRow(const QStringList &columns, const QStringList &cells)
{
    if (cells.size() > columns.size())
        return failure(ErrorCode::InvalidInput, u"more cells than columns"_s, {cells.value(columns.size()), u"unknown field"_s});
    QJsonObject document;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString &column = columns[i];
        if (cells[i].trimmed().isEmpty())
            continue;
        TRY_LET(value, readCell(column, withoutFormulaGuard(cells[i])));
        if (const qsizetype dot = column.indexOf(u'.'); dot > 0) {
            QJsonObject texts = document[column.left(dot)].toObject();
            texts[column.sliced(dot + 1)] = value;
            document[column.left(dot)] = texts;
        } else if (isLocalized(column) && value.isString()) {
            document[column] = QJsonObject{{u"fr"_s, value}};
        } else {
            document[column] = value;
        }
    }
    return document;
}

std::vector<QStringList> rowsFromDocuments(const std::vector<QJsonObject> &documents)
{
    QStringList columns{u"key"_s};
    for (const QJsonObject &document : documents)
        for (auto it = document.begin(); it != document.end(); ++it) {
            const bool inLanguages = isLocalized(it.key()) && it->isObject();
            for (const QString &name : inLanguages ? it->toObject().keys() : QStringList{})
                if (!columns.contains(it.key() + u'.' + name))
                    columns << it.key() + u'.' + name;
            if (!inLanguages && !columns.contains(it.key()))
                columns << it.key();
        }
    std::vector<QStringList> rows{columns};
    for (const QJsonObject &document : documents) {
        QStringList row;
        for (const QString &column : columns)
            row << writeCell(column, fieldOf(document, column));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace guichet
