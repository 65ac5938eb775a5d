// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Sheet.h"

#include <functional>

namespace guichet {

/// From here on the cashier is asked: figures of a code that was typed or torn look like a quantity.
inline constexpr int largeQuantity = 100;

/// *250 d’un coup ?*, before so many go to the cart. No key confirms it: the Enter of a torn scan must not. Object name of its button:
/// `quantity.confirm`.
class LargeQuantitySheet : public Sheet
{
    Q_OBJECT

public:
    explicit LargeQuantitySheet(QWidget *host);
    /// `then`: what is done once it is confirmed.
    void ask(int quantity, std::function<void()> then);

private:
    BigButton *m_confirm;
    std::function<void()> m_then;
};

} // namespace guichet
