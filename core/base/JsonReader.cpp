// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"

#include "core/base/CanonicalJson.h"
#include "core/base/Text.h"

namespace guichet {

JsonReader::JsonReader(QJsonObject object, QString path) : m_object{std::move(object)}, m_path{std::move(path)} {}

/// The value of `field`, Undefined when absent or null. Remembers that it was asked for.
QJsonValue JsonReader::take(const QString &field)
{
    if (!m_known.contains(field))
        m_known.push_back(field);
    const QJsonValue value = m_object.value(field);
    return value.isNull() ? QJsonValue{QJsonValue::Undefined} : value;
}

bool JsonReader::has(const QString &field) const
{
    const QJsonValue value = m_object.value(field);
    return !value.isUndefined() && !value.isNull();
}

void JsonReader::refuse(const QString &field, const QString &why)
{
    const QString name = m_path.isEmpty() ? field : m_path + u'.' + field;
    if (m_refused.contains(name))
        return;
    m_refused.push_back(name);
    const QString words = name + QStringLiteral(": ") + why;
    if (m_error)
        m_error->detail += QStringLiteral("; ") + words;
    else
        m_error = Error{ErrorCode::InvalidInput, words, {name, why}};
}

QString JsonReader::string(const QString &field, const QString &fallback, int maxLength)
{
    const QJsonValue value = take(field);
    if (value.isUndefined())
        return fallback;
    const QString text = value.toString();
    if (!value.isString())
        refuse(field, QStringLiteral("not a text"));
    else if (text.size() > maxLength)
        refuse(field, QStringLiteral("longer than %1 characters").arg(maxLength));
    else if (hasForbiddenCharacters(text))
        refuse(field, QStringLiteral("forbidden characters"));
    else
        return text;
    return fallback;
}

QString JsonReader::requiredString(const QString &field, int maxLength)
{
    const QString text = string(field, {}, maxLength);
    if (text.isEmpty())
        refuse(field, QStringLiteral("missing"));
    return text;
}

std::optional<qint64> JsonReader::optionalInteger(const QString &field, qint64 minimum, qint64 maximum)
{
    const QJsonValue value = take(field);
    if (value.isUndefined())
        return std::nullopt;
    const qint64 number = value.toInteger(largestJsonInteger + 1);
    if (!value.isDouble() || number > largestJsonInteger || number < -largestJsonInteger)
        refuse(field, QStringLiteral("not a whole number"));
    else if (number < minimum || number > maximum)
        refuse(field, QStringLiteral("not between %1 and %2").arg(minimum).arg(maximum));
    else
        return number;
    return std::nullopt;
}

qint64 JsonReader::integer(const QString &field, qint64 fallback, qint64 minimum, qint64 maximum)
{
    return optionalInteger(field, minimum, maximum).value_or(fallback);
}

int JsonReader::smallInteger(const QString &field, int fallback, int minimum, int maximum)
{
    return static_cast<int>(integer(field, fallback, minimum, maximum));
}

qint64 JsonReader::requiredInteger(const QString &field, qint64 minimum, qint64 maximum)
{
    const std::optional<qint64> number = optionalInteger(field, minimum, maximum);
    if (!number)
        refuse(field, QStringLiteral("missing"));
    return number.value_or(minimum);
}

std::optional<bool> JsonReader::optionalBoolean(const QString &field)
{
    return has(field) ? std::optional{boolean(field, false)} : std::nullopt;
}

bool JsonReader::boolean(const QString &field, bool fallback)
{
    const QJsonValue value = take(field);
    if (!value.isUndefined() && !value.isBool())
        refuse(field, QStringLiteral("not true or false"));
    return value.toBool(fallback);
}

QDate JsonReader::date(const QString &field)
{
    if (!take(field).isUndefined()) {
        const QString text = string(field);
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (date.isValid() && date.toString(Qt::ISODate) == text)
            return date;
        refuse(field, QStringLiteral("not a date YYYY-MM-DD"));
    }
    return {};
}

QTime JsonReader::time(const QString &field)
{
    if (!take(field).isUndefined()) {
        const QString text = string(field);
        const QString shape = QStringLiteral("HH:mm");
        const QTime time = QTime::fromString(text, shape);
        if (time.isValid() && time.toString(shape) == text)
            return time;
        refuse(field, QStringLiteral("not a time HH:MM"));
    }
    return {};
}

QJsonObject JsonReader::object(const QString &field)
{
    const QJsonValue value = take(field);
    if (!value.isUndefined() && !value.isObject())
        refuse(field, QStringLiteral("not an object"));
    return value.toObject();
}

QJsonArray JsonReader::array(const QString &field)
{
    const QJsonValue value = take(field);
    if (!value.isUndefined() && !value.isArray())
        refuse(field, QStringLiteral("not a list"));
    return value.toArray();
}

QJsonValue JsonReader::value(const QString &field)
{
    return take(field);
}

QStringList JsonReader::strings(const QString &field)
{
    QStringList texts;
    for (const QJsonValue value : array(field)) {
        if (!value.isString() || hasForbiddenCharacters(value.toString())) {
            refuse(field, QStringLiteral("not a list of texts"));
            return {};
        }
        texts.push_back(value.toString());
    }
    return texts;
}

Result<> JsonReader::finish() const
{
    if (m_error)
        return std::unexpected(*m_error);
    for (const QString &field : m_object.keys()) {
        if (m_known.contains(field))
            continue;
        const QString name = m_path.isEmpty() ? field : m_path + u'.' + field;
        return failure(ErrorCode::InvalidInput, name + QStringLiteral(": unknown field"), {name, QStringLiteral("unknown field")});
    }
    return {};
}

} // namespace guichet
