// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentFoot.h"

#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

PaymentFoot::PaymentFoot(QWidget *parent)
    : QWidget{parent}, m_quote{new BigButton{tr("FAIRE UN DEVIS"), BigButton::Kind::Normal, this}},
      m_validate{new BigButton{tr("VALIDER LA VENTE"), BigButton::Kind::Primary, this}}
{
    m_quote->setObjectName(u"quote"_s);
    m_validate->setObjectName(u"validate"_s);
    m_validate->setKey(QKeySequence{Qt::Key_F12});
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_quote);
    layout->addWidget(m_validate);
    connect(m_quote, &BigButton::clicked, this, &PaymentFoot::quoteWanted);
    connect(m_validate, &BigButton::clicked, this, &PaymentFoot::validateWanted);
}

void PaymentFoot::render(const PaymentFootState &state)
{
    m_validate->setText(state.validateText);
    m_validate->setEnabled(state.canValidate);
    m_quote->setEnabled(state.canQuote);
}

} // namespace guichet
