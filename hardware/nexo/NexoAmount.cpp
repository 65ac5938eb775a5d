// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoAmount.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr QChar amountOpens{0xE000}; // of the private use area: stands in no text of ours
constexpr QChar amountCloses{0xE001};

bool isOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// The end of the string that opens at `at`; escapes are skipped.
qsizetype endOfString(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\')
            ++at;
    return std::min(at + 1, json.size());
}

qsizetype endOfNumber(const QByteArray &json, qsizetype at)
{
    while (at < json.size() && isOfNumber(json[at]))
        ++at;
    return at;
}

/// The same JSON with quotes around each number. What is no JSON stays none.
QByteArray withQuotedNumbers(const QByteArray &json)
{
    QByteArray quoted;
    quoted.reserve(json.size() + json.size() / 8);
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        const bool number = (c >= '0' && c <= '9') || c == '-';
        const qsizetype end = c == '"' ? endOfString(json, at) : number ? endOfNumber(json, at) : at + 1;
        const QByteArrayView token = QByteArrayView{json}.sliced(at, end - at);
        if (number)
            quoted.append('"').append(token).append('"');
        else
            quoted.append(token);
        at = end;
    }
    return quoted;
}

} // namespace

QString nexoAmountText(Money amount)
{
    const qint64 cents = amount.absolute().cents();
    return u"%1%2.%3"_s.arg(amount.isNegative() ? u"-"_s : QString{}).arg(cents / 100).arg(cents % 100, 2, 10, QChar{u'0'});
}

std::optional<Money> nexoAmountFrom(const QString &digits)
{
    static const QRegularExpression form{u"^(-?)([0-9]{1,8})(?:\\.([0-9]{1,2})0{0,18})?$"_s};
    const auto match = form.match(digits);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 cents = match.captured(2).toLongLong() * 100 + match.captured(3).leftJustified(2, QChar{u'0'}).toLongLong();
    if (cents > largestAmount.cents())
        return std::nullopt;
    return Money::fromCents(match.captured(1).isEmpty() ? cents : -cents);
}

QJsonValue nexoAmount(Money amount)
{
    return QString{amountOpens + nexoAmountText(amount) + amountCloses};
}

QByteArray writeNexoJson(const QJsonObject &object)
{
    QByteArray json = QJsonDocument{object}.toJson(QJsonDocument::Compact);
    json.replace(QString{u'"' + QString{amountOpens}}.toUtf8(), ""_ba);
    json.replace(QString{amountCloses + QString{u'"'}}.toUtf8(), ""_ba);
    return json;
}

std::optional<QJsonObject> readNexoJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(withQuotedNumbers(json));
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

} // namespace guichet
