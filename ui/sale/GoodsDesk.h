// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/BackOffice.h"
#include "ui/sale/CartModel.h"
#include "ui/sale/GoodsState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class NewProductSheet;
class WeightSheet;

/// Goods into the cart: by a tap, after a weighing, or created first because nobody knows their code (SELL-2). GUI thread.
class GoodsDesk : public QObject
{
    Q_OBJECT

public:
    /// `surroundings`: what the sale knows at the moment.
    GoodsDesk(const ScreenContext &context, CartModel &cart, QWidget *host, std::function<SaleContext()> surroundings);

    /// Adds so many; asks for the weight of what is weighed.
    void add(const QString &product, int quantity);
    void askWeight(const QString &product);
    /// Says that a code is unknown; whoever may, can create its product there.
    void sayUnknown(const Error &error);

private:
    WeightSheet &weightSheet();
    NewProductSheet &newSheet();
    void offerCreation(const QString &sentence, const QString &code);
    void create(const NewProduct &input);

    ScreenContext m_context;
    CartModel &m_cart;
    std::function<SaleContext()> m_surroundings;
    QWidget *m_host;
    WeightSheet *m_weightSheet = nullptr; ///< Both are made when they are first wanted.
    NewProductSheet *m_newSheet = nullptr;
    CommandId m_createId; ///< Of the sheet that is open: once is once.
};

} // namespace guichet
