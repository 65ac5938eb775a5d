// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace guichet {

/// A limit as the blocking calls of Qt's devices take it: milliseconds.
inline int qtLimit(std::chrono::milliseconds limit)
{
    return static_cast<int>(limit.count());
}

} // namespace guichet
