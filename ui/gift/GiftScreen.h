// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CommandId.h"
#include "ui/gift/GiftState.h"
#include "ui/shell/Screen.h"

class QLineEdit;

namespace guichet {

class AmountField;
class AmountLabel;
class BigButton;
class PageHead;
class ReasonSheet;
class SearchField;
class TextLabel;

/// Gift vouchers and cards: what is left on one, a new one into the cart, a recharge, blocking (PAY-9).
class GiftScreen : public Screen
{
    Q_OBJECT

public:
    explicit GiftScreen(const ScreenContext &context, QWidget *parent = nullptr);
    /// `subject`: the code of a card or voucher.
    void enter(const QString &subject) override;
    bool takeScan(const QString &code) override;
    bool goBack() override;

private:
    QWidget *makeFound();
    QWidget *makeSale();
    void look(const QString &code);
    void takeUnknown(const QString &code, const Error &error);
    void forget();
    void render();
    void add();
    void askBlock();
    void block(const QString &reason);

    ScreenContext m_context;
    GiftInput m_input;
    CommandId m_command;
    SearchField *m_code;
    QWidget *m_found;
    QWidget *m_hint;
    TextLabel *m_title;
    TextLabel *m_status;
    AmountLabel *m_balance;
    BigButton *m_block;
    TextLabel *m_addTitle;
    ChipRow *m_kinds;
    ChipRow *m_amounts;
    QLineEdit *m_newCode;
    AmountField *m_amount;
    BigButton *m_add;
    ReasonSheet *m_reasonSheet;
};

} // namespace guichet
