// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentState.h"
#include "ui/widgets/BigButton.h"

namespace guichet {

/// The keys under the cart while paying: FAIRE UN DEVIS and VALIDER LA VENTE (PAY-1). Object names `quote`, `validate`.
class PaymentFoot : public QWidget
{
    Q_OBJECT

public:
    explicit PaymentFoot(QWidget *parent = nullptr);
    void render(const PaymentFootState &state);

Q_SIGNALS:
    void quoteWanted();
    void validateWanted();

private:
    BigButton *m_quote;
    BigButton *m_validate;
};

} // namespace guichet
