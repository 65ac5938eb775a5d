// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <ostream>

/// How values of ours read in a failed REQUIRE.
inline std::ostream &operator<<(std::ostream &out, const QString &text)
{
    return out << '"' << text.toStdString() << '"';
}

inline std::ostream &operator<<(std::ostream &out, const QByteArray &bytes)
{
    return out << '"' << bytes.toStdString() << '"';
}

inline std::ostream &operator<<(std::ostream &out, const QDate &date)
{
    return out << date.toString(Qt::ISODate).toStdString();
}

inline std::ostream &operator<<(std::ostream &out, const QDateTime &at)
{
    return out << at.toString(Qt::ISODateWithMs).toStdString();
}

namespace guichet {

inline std::ostream &operator<<(std::ostream &out, Money money)
{
    return out << money.cents() << " cents";
}

inline std::ostream &operator<<(std::ostream &out, ErrorCode code)
{
    return out << codeName(code).data();
}

inline std::ostream &operator<<(std::ostream &out, const Error &error)
{
    return out << error.code << ": " << error.detail.toStdString();
}

template <typename T>
std::ostream &operator<<(std::ostream &out, const Result<T> &result)
{
    return result ? out << "a value" : out << result.error();
}

} // namespace guichet

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
