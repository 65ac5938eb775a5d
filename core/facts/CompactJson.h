// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/base/Id.h"
#include "core/base/Text.h"
#include "core/money/Money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVarLengthArray>
#include <concepts>
#include <vector>

/// Structs as compact JSON, described once and used both ways. A struct has a function template `describe(fields, value)` that names its
/// fields; with a FieldWriter it writes, with a FieldReader it reads. A field that holds its default is left out; reading refuses what
/// writing would not write: unknown fields, wrong types, other spellings, defaults that are spelt out. Integers, strings and booleans only.
namespace guichet {

/// `Struct`, to be written (const) or read.
template <typename T, typename Struct>
concept Described = std::same_as<std::remove_const_t<T>, Struct>;

QString toIsoDate(QDate date);    ///< `2026-11-23`.
QString toHourMinute(QTime time); ///< `14:30`.

// One pair for each kind of value: writtenValue() and readValue(), which answers with the fault, empty when it could read.

template <std::integral T>
    requires(!std::same_as<T, bool>)
QJsonValue writtenValue(T value)
{
    return qint64{value};
}
inline QJsonValue writtenValue(bool value)
{
    return value;
}
inline QJsonValue writtenValue(const QString &value)
{
    return value;
}
inline QJsonValue writtenValue(Money value)
{
    return value.cents();
}
inline QJsonValue writtenValue(BasisPoints value)
{
    return value.value();
}
inline QJsonValue writtenValue(QDate value)
{
    return toIsoDate(value);
}
inline QJsonValue writtenValue(QTime value)
{
    return toHourMinute(value);
}
inline QJsonValue writtenValue(const QDateTime &value)
{
    return toRfc3339(value);
}
inline QJsonValue writtenValue(const LocalizedText &value)
{
    return value.toJson();
}
inline QJsonValue writtenValue(const QJsonObject &value)
{
    return value;
}
template <typename Entity>
QJsonValue writtenValue(const Id<Entity> &value)
{
    return value.toString();
}

QString readInteger(const QJsonValue &json, qint64 minimum, qint64 maximum, qint64 &value);
QString readValue(const QJsonValue &json, int &value);
QString readValue(const QJsonValue &json, qint64 &value);
QString readValue(const QJsonValue &json, bool &value);
QString readValue(const QJsonValue &json, QString &value);
QString readValue(const QJsonValue &json, Money &value);
QString readValue(const QJsonValue &json, BasisPoints &value);
QString readValue(const QJsonValue &json, QDate &value);
QString readValue(const QJsonValue &json, QTime &value);
QString readValue(const QJsonValue &json, QDateTime &value);
QString readValue(const QJsonValue &json, LocalizedText &value);
QString readValue(const QJsonValue &json, QJsonObject &value);
template <typename Entity>
QString readValue(const QJsonValue &json, Id<Entity> &value)
{
    const auto id = Id<Entity>::fromString(json.toString());
    if (!id || id->toString() != json.toString())
        return QStringLiteral("not an id");
    value = *id;
    return {};
}

/// Builds the object.
class FieldWriter
{
public:
    template <typename T>
    void required(QLatin1String name, const T &value)
    {
        m_object.insert(name, writtenValue(value));
    }
    template <typename T>
    void optional(QLatin1String name, const T &value, const T &fallback = T{})
    {
        if (!(value == fallback))
            required(name, value);
    }
    void check(QLatin1String, bool, QLatin1String) const {}
    const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

/// Reads the object, strictly; keeps the first fault.
class FieldReader
{
public:
    explicit FieldReader(QJsonObject object) : m_object{std::move(object)} {}

    template <typename T>
    void required(QLatin1String name, T &value)
    {
        if (!take(name, value) && m_fault.isEmpty())
            refuse(name, QLatin1String{"missing"});
    }
    template <typename T>
    void optional(QLatin1String name, T &value, const T &fallback = T{})
    {
        if (!take(name, value))
            value = fallback;
        else if (m_fault.isEmpty() && value == fallback)
            refuse(name, QLatin1String{"spells out its default"});
    }
    /// A rule beyond types.
    void check(QLatin1String name, bool holds, QLatin1String rule)
    {
        if (!holds)
            refuse(name, rule);
    }
    /// Empty: everything was read and nothing is left over.
    QString fault() const;

private:
    template <typename T>
    bool take(QLatin1String name, T &value)
    {
        m_known.push_back(name);
        const auto found = m_object.constFind(name);
        if (found == m_object.constEnd())
            return false;
        if (const QString fault = readValue(*found, value); !fault.isEmpty())
            refuse(name, fault);
        return true;
    }
    template <typename Text>
    void refuse(QLatin1String name, const Text &why)
    {
        if (m_fault.isEmpty())
            m_fault = name + QLatin1String{": "} + why;
    }

    QJsonObject m_object;
    QVarLengthArray<QLatin1String, 80> m_known;
    QString m_fault;
};

/// Enums by their names: `enumName(value)` and `enumNamed(name, value)`, found beside the enum's table (FactNames.h).
template <typename E>
concept NamedEnum = std::is_enum_v<E> && requires(E value) { enumName(value); };

template <NamedEnum E>
QJsonValue writtenValue(E value)
{
    return QString{enumName(value)};
}
template <NamedEnum E>
QString readValue(const QJsonValue &json, E &value)
{
    return json.isString() && enumNamed(json.toString(), value) ? QString{} : QStringLiteral("no such name");
}

template <typename T>
QJsonValue writtenValue(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(writtenValue(value));
    return array;
}
template <typename T>
QString readValue(const QJsonValue &json, std::vector<T> &values)
{
    if (!json.isArray())
        return QStringLiteral("not a list");
    const QJsonArray array = json.toArray();
    values.clear();
    values.reserve(static_cast<size_t>(array.size()));
    for (const QJsonValue &item : array)
        if (const QString fault = readValue(item, values.emplace_back()); !fault.isEmpty())
            return QStringLiteral("%1: ").arg(values.size() - 1) + fault;
    return {};
}

template <typename Struct>
concept HasFields = requires(FieldWriter fields, const Struct &value) { describe(fields, value); };

template <HasFields Struct>
QJsonValue writtenValue(const Struct &value)
{
    FieldWriter fields;
    describe(fields, value);
    return fields.object();
}
template <HasFields Struct>
QString readValue(const QJsonValue &json, Struct &value)
{
    if (!json.isObject())
        return QStringLiteral("not an object");
    FieldReader fields{json.toObject()};
    describe(fields, value);
    return fields.fault();
}

/// The whole of `value` as an object.
template <HasFields Struct>
QJsonObject writeFields(const Struct &value)
{
    FieldWriter fields;
    describe(fields, value);
    return fields.object();
}

/// The inverse of writeFields(); InvalidInput names the first field that is wrong.
template <HasFields Struct>
Result<Struct> readFields(const QJsonObject &object)
{
    FieldReader fields{object};
    Struct value;
    describe(fields, value);
    if (const QString fault = fields.fault(); !fault.isEmpty())
        return failure(ErrorCode::InvalidInput, fault);
    return value;
}

} // namespace guichet
