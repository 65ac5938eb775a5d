// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <QStringList>
#include <expected>
#include <optional>

namespace guichet {

/// Why something was refused or failed. Each code has one sentence for the cashier (ui/format/ErrorText.cpp) and one name for scripts
/// (codeName()).
enum class ErrorCode {
#define GUICHET_ERROR(Name, name) Name,
#include "core/base/ErrorCodes.def"
#undef GUICHET_ERROR
};

/// A refusal or a failure. A refused command changes nothing.
struct Error
{
    ErrorCode code;
    QString detail = {};     ///< For the log, English, never shown to the cashier.
    QStringList values = {}; ///< What the sentence names, already formatted for people: an amount, a title, a time.

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T = void>
using Result = std::expected<T, Error>;

/// The stable name of a code for scripts: `cart_empty`.
QLatin1String codeName(ErrorCode code);
/// The code that is called so.
std::optional<ErrorCode> errorCodeNamed(const QString &name);
/// Whether the ledger itself cannot be read or written, whatever was asked of it; trying again is of no use before somebody looks.
bool isStorageFailure(ErrorCode code);

inline std::unexpected<Error> failure(ErrorCode code, QString detail = {}, QStringList values = {})
{
    return std::unexpected(Error{code, std::move(detail), std::move(values)});
}

} // namespace guichet

#define GUICHET_CONCAT_(a, b) a##b
#define GUICHET_CONCAT(a, b) GUICHET_CONCAT_(a, b)

/// Leaves the function with the error of `expression`, if it is one.
#define TRY(expression)                                                                                                                    \
    if (auto GUICHET_CONCAT(tried_, __LINE__) = (expression); !GUICHET_CONCAT(tried_, __LINE__))                                           \
    return std::unexpected(std::move(GUICHET_CONCAT(tried_, __LINE__)).error())

/// Declares `name` with the value of `expression`, or leaves with its error: `TRY_LET(cart, carts.load(id));`.
#define TRY_LET(name, expression)                                                                                                          \
    auto GUICHET_CONCAT(result_, __LINE__) = (expression);                                                                                 \
    if (!GUICHET_CONCAT(result_, __LINE__))                                                                                                \
        return std::unexpected(std::move(GUICHET_CONCAT(result_, __LINE__)).error());                                                      \
    auto name = std::move(*GUICHET_CONCAT(result_, __LINE__))
