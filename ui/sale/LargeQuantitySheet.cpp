// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/LargeQuantitySheet.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int questionWidth = 640;

} // namespace

LargeQuantitySheet::LargeQuantitySheet(QWidget *host)
    : Sheet{host}, m_confirm{addButton({}, BigButton::Kind::Primary, u"quantity.confirm"_s)}
{
    setObjectName(u"largeQuantitySheet"_s);
    setContentWidth(questionWidth);
    connect(m_confirm, &BigButton::clicked, this, [this] {
        close();
        m_then();
    });
}

void LargeQuantitySheet::ask(int quantity, std::function<void()> then)
{
    m_then = std::move(then);
    setTitle(tr("%1 d’un coup ?").arg(quantity));
    setSubtitle(tr("C’est beaucoup, et rien n’est encore changé au panier. Un code se tape dans le champ de recherche."));
    m_confirm->setText(tr("Oui, %1").arg(quantity));
    open();
}

} // namespace guichet
