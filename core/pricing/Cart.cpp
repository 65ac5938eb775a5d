// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/Cart.h"

#include <algorithm>

namespace guichet {

bool Cart::hasTickets() const
{
    return std::ranges::any_of(lines, [](const CartLine &line) { return line.kind == LineKind::Resource; });
}

CartLine *Cart::line(const Id<CartLine> &wanted)
{
    const auto found = std::ranges::find(lines, wanted, &CartLine::id);
    return found == lines.end() ? nullptr : &*found;
}

const CartLine *Cart::line(const Id<CartLine> &wanted) const
{
    const auto found = std::ranges::find(lines, wanted, &CartLine::id);
    return found == lines.end() ? nullptr : &*found;
}

} // namespace guichet
