// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/CompactJson.h"

#include <algorithm>
#include <limits>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestInteger = (qint64{1} << 53) - 1;

QChar digit(int value)
{
    return QChar{static_cast<char16_t>(u'0' + value)};
}

void appendTwoDigits(QString &text, int value)
{
    text += digit(value / 10 % 10);
    text += digit(value % 10);
}

} // namespace

QString toIsoDate(QDate date)
{
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return {};
    QString text;
    text.reserve(10);
    appendTwoDigits(text, date.year() / 100);
    appendTwoDigits(text, date.year() % 100);
    text += u'-';
    appendTwoDigits(text, date.month());
    text += u'-';
    appendTwoDigits(text, date.day());
    return text;
}

QString toHourMinute(QTime time)
{
    if (!time.isValid())
        return {};
    QString text;
    text.reserve(5);
    appendTwoDigits(text, time.hour());
    text += u':';
    appendTwoDigits(text, time.minute());
    return text;
}

QString FieldReader::fault() const
{
    if (!m_fault.isEmpty())
        return m_fault;
    for (auto it = m_object.begin(); it != m_object.end(); ++it)
        if (std::ranges::find(m_known, it.key()) == m_known.end())
            return it.key().left(40) + u": unknown field"_s;
    return {};
}

QString readInteger(const QJsonValue &json, qint64 minimum, qint64 maximum, qint64 &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = json.toInteger(none);
    if (!json.isDouble() || number == none)
        return u"not a whole number"_s;
    if (number < minimum || number > maximum)
        return u"out of range"_s;
    value = number;
    return {};
}

QString readValue(const QJsonValue &json, int &value)
{
    qint64 number = 0;
    QString fault = readInteger(json, std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), number);
    value = static_cast<int>(number);
    return fault;
}

QString readValue(const QJsonValue &json, qint64 &value)
{
    return readInteger(json, -largestInteger, largestInteger, value);
}

QString readValue(const QJsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool() ? QString{} : u"neither true nor false"_s;
}

QString readValue(const QJsonValue &json, QString &value)
{
    value = json.toString();
    if (!json.isString())
        return u"not a text"_s;
    return hasForbiddenCharacters(value) ? u"forbidden characters"_s : QString{};
}

QString readValue(const QJsonValue &json, Money &value)
{
    qint64 cents = 0;
    QString fault = readInteger(json, -largestInteger, largestInteger, cents);
    value = Money::fromCents(cents);
    return fault;
}

QString readValue(const QJsonValue &json, BasisPoints &value)
{
    qint64 points = 0;
    QString fault = readInteger(json, 0, 10'000, points);
    value = BasisPoints{points};
    return fault;
}

QString readValue(const QJsonValue &json, QDate &value)
{
    value = QDate::fromString(json.toString(), Qt::ISODate);
    return value.isValid() && toIsoDate(value) == json.toString() ? QString{} : u"not a date"_s;
}

QString readValue(const QJsonValue &json, QTime &value)
{
    value = QTime::fromString(json.toString(), Qt::ISODate);
    return value.isValid() && toHourMinute(value) == json.toString() ? QString{} : u"not a time"_s;
}

QString readValue(const QJsonValue &json, QDateTime &value)
{
    value = fromRfc3339(json.toString());
    return value.isValid() && toRfc3339(value) == json.toString() ? QString{} : u"not an instant"_s;
}

QString readValue(const QJsonValue &json, LocalizedText &value)
{
    const QJsonObject texts = json.toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        if (const QString words = it.value().toString(); words.isEmpty() || hasForbiddenCharacters(words))
            return it.key().left(20) + u": not a text"_s;
    value = LocalizedText::fromJson(texts);
    return json.isObject() ? QString{} : u"not texts by language"_s;
}

QString readValue(const QJsonValue &json, QJsonObject &value)
{
    value = json.toObject();
    return json.isObject() ? QString{} : u"not an object"_s;
}

} // namespace guichet
