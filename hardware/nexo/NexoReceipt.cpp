// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoReceipt.h"

#include "core/base/Text.h"
#include "hardware/records/maskCardData.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 200;
constexpr int longestLine = 200;

/// One url-encoded text, taken apart; one without keys is its own name.
struct Field
{
    QString name;
    QString value;
};

QString decoded(const QString &text)
{
    return printable(QUrl::fromPercentEncoding(QString{text}.replace(u'+', u' ').toUtf8())).left(longestLine);
}

Field fieldOf(const QString &text)
{
    const QUrlQuery query{text};
    if (!query.hasQueryItem(u"name"_s) && !query.hasQueryItem(u"value"_s) && !query.hasQueryItem(u"key"_s))
        return {.name = decoded(text), .value = {}};
    return {.name = decoded(query.queryItemValue(u"name"_s, QUrl::FullyEncoded)),
            .value = decoded(query.queryItemValue(u"value"_s, QUrl::FullyEncoded))};
}

QStringList linesOf(const Field &field, int columns)
{
    const qsizetype gap = columns - field.name.size() - field.value.size();
    if (field.value.isEmpty())
        return {field.name};
    if (gap < 1 && !field.name.isEmpty())
        return {field.name, field.value.rightJustified(columns)};
    return {field.name + QString(std::max<qsizetype>(gap, 0), u' ') + field.value};
}

/// Texts up to the one that ends its line belong together.
QStringList slipOf(const QJsonArray &texts, int columns)
{
    QStringList lines;
    QString begun;
    for (const QJsonValue value : texts) {
        const QJsonObject text = value.toObject();
        QStringList made = linesOf(fieldOf(text.value(u"Text"_s).toString()), columns);
        made.first().prepend(begun);
        begun = text.value(u"EndOfLineFlag"_s).toBool(true) ? QString{} : made.takeLast();
        lines += made;
        if (lines.size() + 1 >= mostLines || begun.size() > longestLine)
            break;
    }
    if (!begun.isEmpty())
        lines.push_back(begun.left(longestLine));
    for (QString &line : lines)
        line = maskCardData(line);
    return lines;
}

} // namespace

NexoSlips nexoSlipsFromJson(const QJsonArray &receipts, int columns)
{
    NexoSlips slips;
    for (const QJsonValue value : receipts) {
        const QJsonObject receipt = value.toObject();
        const QString kind = receipt.value(u"DocumentQualifier"_s).toString();
        const QStringList lines = slipOf(receipt.value(u"OutputContent"_s).toObject().value(u"OutputText"_s).toArray(), columns);
        if (kind == u"CashierReceipt")
            slips.merchant = lines;
        if (kind == u"CustomerReceipt")
            slips.customer = lines;
        slips.signatureRequired = slips.signatureRequired || receipt.value(u"RequiredSignatureFlag"_s).toBool();
    }
    return slips;
}

} // namespace guichet
