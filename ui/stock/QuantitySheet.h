// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Keypad.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

/// What a QuantitySheet asks.
struct QuantityQuestion
{
    QString title;
    QString subtitle;
    QString label;
    QString unit; ///< `pièces`, `grammes`.
    bool zeroAllowed = false;
    QString confirm;
};

/// Asks for a whole number on a keypad.
class QuantitySheet : public Sheet
{
    Q_OBJECT

public:
    explicit QuantitySheet(QWidget *host);
    void ask(const QuantityQuestion &question);

Q_SIGNALS:
    void confirmed(qint64 quantity);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void press(PadKey key);
    void render();
    void confirm();

    QuantityQuestion m_question;
    QString m_typed;
    TextLabel *m_label;
    TextLabel *m_value;
    BigButton *m_confirm;
};

} // namespace guichet
