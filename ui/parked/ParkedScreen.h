// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "ui/shell/Screen.h"
#include "ui/widgets/TileGrid.h"

namespace guichet {

class PageHead;

/// A tile for each parked cart, the oldest first; what is already paid stands out. A pure function.
std::vector<TileSection> presentParked(const std::vector<ParkedCart> &carts, QDate today, Language language = Language::French);

/// The carts that were put aside; a tap brings one back to the sale (SELL-7).
class ParkedScreen : public Screen
{
    Q_OBJECT

public:
    explicit ParkedScreen(const ScreenContext &context, QWidget *parent = nullptr);
    void enter(const QString &subject) override;

private:
    void recall(const QString &cart);

    ScreenContext m_context;
    CommandId m_command;
    PageHead *m_head;
    TileGrid *m_grid;
};

} // namespace guichet
