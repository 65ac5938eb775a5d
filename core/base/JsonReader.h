// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QTime>
#include <functional>
#include <optional>

namespace guichet {

/// Reads the fields of an outside JSON object, once, at the border. The first field of a wrong type, out of range or missing is the error
/// (InvalidInput; values: the field, and why) and makes later reads harmless; its detail names the others that are wrong too. Unknown
/// fields are refused by finish().
class JsonReader
{
public:
    explicit JsonReader(QJsonObject object, QString path = {});

    QString string(const QString &field, const QString &fallback = {}, int maxLength = 2000);
    QString requiredString(const QString &field, int maxLength = 2000);
    /// Whole numbers only: 12.5, "12" and 1e300 are refused.
    qint64 integer(const QString &field, qint64 fallback, qint64 minimum, qint64 maximum);
    int smallInteger(const QString &field, int fallback, int minimum, int maximum); ///< integer() whose range fits an int.
    qint64 requiredInteger(const QString &field, qint64 minimum, qint64 maximum);
    std::optional<qint64> optionalInteger(const QString &field, qint64 minimum, qint64 maximum);
    bool boolean(const QString &field, bool fallback);
    std::optional<bool> optionalBoolean(const QString &field);
    QDate date(const QString &field); ///< `YYYY-MM-DD`; null when absent.
    QTime time(const QString &field); ///< `HH:MM`; null when absent.
    QJsonObject object(const QString &field);
    QJsonArray array(const QString &field);
    QStringList strings(const QString &field);
    QJsonValue value(const QString &field); ///< As it stands, for fields of several types; Undefined when absent.
    bool has(const QString &field) const;

    /// Marks the reading as failed, for rules beyond types.
    void refuse(const QString &field, const QString &why);
    /// The first error, or that of an unknown field, if any.
    Result<> finish() const;
    bool ok() const { return !m_error; }

private:
    QJsonValue take(const QString &field);

    QJsonObject m_object;
    QString m_path;
    QStringList m_known;
    QStringList m_refused;
    std::optional<Error> m_error;
};

} // namespace guichet
