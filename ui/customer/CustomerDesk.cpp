// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerDesk.h"

#include "core/usecases/Workplace.h"

#include <chrono>

namespace guichet {

CustomerDesk::CustomerDesk(TillThread &till, CartModel &cart, Language language, QObject *parent)
    : QObject{parent}, m_till{till}, m_cart{cart}, m_language{language}
{
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(std::chrono::seconds{30});
    connect(&m_farewell, &QTimer::timeout, this, &CustomerDesk::takeCart);
    connect(&m_cart, &CartModel::changed, this, &CustomerDesk::takeCart);
}

void CustomerDesk::setWelcome(const QString &welcome)
{
    m_till.call([](Workplace &workplace) { return workplace.attraction; }).then(this, [this, welcome](const Attraction &attraction) {
        m_attraction = attraction;
        m_welcome = welcome.isEmpty() ? attraction.legalName : welcome;
        takeCart();
    });
}

void CustomerDesk::setLanguage(Language language)
{
    m_language = language;
    takeCart();
}

/// The empty cart after a sale is not the next customer yet.
void CustomerDesk::takeCart()
{
    const CustomerState state = presentCustomer(m_cart.view(), m_cart.freshLine(), m_welcome, m_language);
    if (m_farewell.isActive() && state.totalLabel.isEmpty())
        return;
    m_farewell.stop();
    show(state);
}

void CustomerDesk::takeSale(const SaleOutcome &outcome)
{
    m_farewell.start();
    show(presentFarewell(outcome, m_attraction));
}

void CustomerDesk::showTest()
{
    m_farewell.start();
    show(presentCustomerTest());
}

void CustomerDesk::show(const CustomerState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT changed(state);
}

} // namespace guichet
