// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <optional>

namespace guichet {

/// What was looked for, or nothing when the answer is that there is none (`absent`). Any other error stays one: a till that cannot read
/// does not know that there is none.
template <typename T>
Result<std::optional<T>> foundOrNone(Result<T> looked, ErrorCode absent = ErrorCode::NotFound)
{
    if (looked)
        return std::optional<T>{std::move(*looked)};
    if (looked.error().code == absent)
        return std::optional<T>{};
    return std::unexpected(std::move(looked).error());
}

} // namespace guichet
