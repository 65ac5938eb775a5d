// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/GoodsState.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

class AmountField;
class TextLabel;

/// What a product weighs, in grams on a keypad, and what that costs. Object names: `weight.value`, `weight.confirm`, `pad.7`.
class WeightSheet : public Sheet
{
    Q_OBJECT

public:
    explicit WeightSheet(QWidget *host);
    void ask(const Product &product, Language language);

Q_SIGNALS:
    void confirmed(const QString &product, qint64 grams);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void press(PadKey key);
    void render();
    void confirm();

    Product m_product;
    Language m_language = Language::French;
    QString m_typed;
    TextLabel *m_weight;
    BigButton *m_confirm;
};

/// *Créer ce produit* (SELL-2): name, price, VAT, department; the code is filled in. Stays open until the till has taken it. Object names:
/// `product.name`, `product.price`, `product.create`, `chip.A`, `chip.<group>`.
class NewProductSheet : public Sheet
{
    Q_OBJECT

public:
    explicit NewProductSheet(QWidget *host);
    void ask(const QString &code, const SaleContext &context);

Q_SIGNALS:
    void confirmed(const guichet::NewProduct &product);

private:
    void buildLeft(QVBoxLayout *layout);
    void buildRight(QVBoxLayout *layout);
    void render();

    NewProduct m_input;
    SaleContext m_context;
    QLineEdit *m_name;
    AmountField *m_price;
    Keypad *m_keypad;
    ChipRow *m_vat;
    ChipRow *m_groups;
    BigButton *m_create;
};

} // namespace guichet
