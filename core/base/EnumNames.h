// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <array>
#include <optional>

namespace guichet {

/// The stable names of an enum whose values count up from 0, in that order: one table, read both ways.
template <typename Enum, size_t Count>
struct EnumNames
{
    std::array<QLatin1String, Count> names;

    QLatin1String nameOf(Enum value) const { return names[static_cast<size_t>(value)]; }
    /// nullopt when no value has that name; the case counts.
    std::optional<Enum> valueOf(const QString &name) const
    {
        for (size_t i = 0; i < Count; ++i)
            if (names[i] == name)
                return static_cast<Enum>(i);
        return std::nullopt;
    }
};

/// Keeps what a name was found to mean: whether it meant anything. `value` stays as it is when not.
template <typename Enum>
bool putEnum(const std::optional<Enum> &found, Enum &value)
{
    value = found.value_or(value);
    return found.has_value();
}

} // namespace guichet
