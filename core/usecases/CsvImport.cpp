// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/CsvImport.h"

#include "core/base/Csv.h"
#include "core/money/FormatMoney.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

enum class CellType { Text, Money, Percent, Integer, Boolean, List, Nested };

CellType typeOf(const QString &column)
{
    static const QSet<QString> money{u"price"_s, u"purchasePrice"_s, u"amount"_s, u"fixedPrice"_s};
    static const QSet<QString> integers{u"openingStock"_s, u"alertStock"_s,  u"order"_s,          u"uses"_s,     u"unitsPerUse"_s,
                                        u"stockPerDay"_s,  u"persons"_s,     u"minimumAge"_s,     u"capacity"_s, u"turnaroundMinutes"_s,
                                        u"threshold"_s,    u"weekOfMonth"_s, u"durationMinutes"_s};
    static const QSet<QString> booleans{u"byWeight"_s, u"soldAtTill"_s, u"soldOnline"_s,     u"sellBelowZero"_s, u"archived"_s,
                                        u"flatRate"_s, u"cumulative"_s, u"needsReference"_s, u"restaurant"_s};
    static const QSet<QString> lists{u"barcodes"_s, u"formulas"_s, u"products"_s, u"productGroups"_s, u"tills"_s};
    if (money.contains(column))
        return CellType::Money;
    if (column == u"percent")
        return CellType::Percent;
    if (integers.contains(column))
        return CellType::Integer;
    if (booleans.contains(column))
        return CellType::Boolean;
    if (lists.contains(column))
        return CellType::List;
    return CellType::Text;
}

std::unexpected<Error> wrongCell(const QString &column, const QString &cell)
{
    return failure(ErrorCode::InvalidInput, u"%1: %2"_s.arg(column, cell.left(60)), {column});
}

Result<QJsonValue> readBoolean(const QString &column, const QString &cell)
{
    const QString word = cell.trimmed().toLower();
    if (word == u"oui" || word == u"1" || word == u"true" || word == u"x")
        return QJsonValue{true};
    if (word == u"non" || word == u"0" || word == u"false")
        return QJsonValue{false};
    return wrongCell(column, cell);
}

Result<QJsonValue> readInteger(const QString &column, const QString &cell)
{
    bool ok = false;
    const qint64 value = cell.trimmed().toLongLong(&ok);
    if (!ok)
        return wrongCell(column, cell);
    return QJsonValue{value};
}

Result<QJsonValue> readAmount(const QString &column, const QString &cell)
{
    const std::optional<Money> amount = parseMoney(cell);
    if (!amount)
        return wrongCell(column, cell);
    return QJsonValue{amount->cents()};
}

Result<QJsonValue> readNested(const QString &column, const QString &cell)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(cell.toUtf8(), &error);
    if (document.isArray())
        return QJsonValue{document.array()};
    if (document.isObject())
        return QJsonValue{document.object()};
    return wrongCell(column, cell);
}

Result<QJsonValue> readCell(const QString &column, const QString &cell)
{
    if (cell.startsWith(u'{') || cell.startsWith(u'['))
        return readNested(column, cell);
    switch (typeOf(column)) {
    case CellType::Money:
    case CellType::Percent: return readAmount(column, cell); // 12,5 % is 1250 basis points as 12,50 € is 1250 cents
    case CellType::Integer: return readInteger(column, cell);
    case CellType::Boolean: return readBoolean(column, cell);
    case CellType::List: return QJsonValue{QJsonArray::fromStringList(cell.split(u'|', Qt::SkipEmptyParts))};
    case CellType::Nested:
    case CellType::Text: return QJsonValue{withoutFormulaGuard(cell)};
    }
    Q_UNREACHABLE();
}

QString writeCell(const QString &column, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isBool())
        return value.toBool() ? u"oui"_s : u"non"_s;
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument{value.toObject()}.toJson(QJsonDocument::Compact));
    if (value.isArray() && typeOf(column) != CellType::List)
        return QString::fromUtf8(QJsonDocument{value.toArray()}.toJson(QJsonDocument::Compact));
    if (value.isArray()) {
        QStringList items;
        for (const QJsonValue &item : value.toArray())
            items << item.toString();
        return items.join(u'|');
    }
    if (typeOf(column) == CellType::Money || typeOf(column) == CellType::Percent)
        return formatMoney(Money::fromCents(value.toInteger()), EuroSign::Hidden).remove(QChar{0x202F}).replace(QChar{0x2212}, u'-');
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Texts in languages take a column each.
bool isLocalized(const QString &field)
{
    return field == u"name" || field == u"description" || field == u"comprises";
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
        return failure(ErrorCode::InvalidInput, u"more cells than columns"_s, {cells.value(columns.size())});
    QJsonObject document;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString &column = columns[i];
        if (cells[i].trimmed().isEmpty())
            continue;
        TRY_LET(value, readCell(column, cells[i].trimmed()));
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
            const QStringList names = isLocalized(it.key()) ? it.value().toObject().keys() : QStringList{};
            for (const QString &name : names)
                if (!columns.contains(it.key() + u'.' + name))
                    columns << it.key() + u'.' + name;
            if (names.isEmpty() && !columns.contains(it.key()))
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
