// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoText.h"

#include "core/base/Text.h"
#include "hardware/nexo/NexoAmount.h"

#include <QUrlQuery>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 100;

/// `AdditionalResponse` is url-encoded, or the base64 of JSON: for people only.
QString additionalWords(const QString &additional)
{
    const QUrlQuery query{QString{additional}.replace(u'+', u' ')};
    for (const QString &key : {u"refusalReason"_s, u"message"_s})
        if (query.hasQueryItem(key))
            return printable(query.queryItemValue(key, QUrl::FullyDecoded)).left(longestText);
    const QJsonObject object = readNexoJson(QByteArray::fromBase64(additional.toLatin1())).value_or(QJsonObject{});
    return nexoFirstTextAt(object, {u"additionalData.refusalReason", u"refusalReason", u"additionalData.message", u"message"});
}

} // namespace

QString nexoTextAt(const QJsonObject &object, QStringView path)
{
    QJsonValue value = object;
    for (const QStringView name : path.split(u'.'))
        value = value.toObject().value(name);
    return printable(value.toString()).left(longestText);
}

QString nexoFirstTextAt(const QJsonObject &object, std::initializer_list<QStringView> paths)
{
    for (const QStringView path : paths)
        if (const QString text = nexoTextAt(object, path); !text.isEmpty())
            return text;
    return {};
}

QString nexoWords(const QJsonObject &response)
{
    const QStringList words{nexoFirstTextAt(response, {u"Response.ErrorCondition", u"Response.Result"}),
                            additionalWords(response.value(u"Response"_s).toObject().value(u"AdditionalResponse"_s).toString())};
    return words.last().isEmpty() ? words.first() : words.join(u": "_s);
}

} // namespace guichet
