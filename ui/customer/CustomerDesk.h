// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customer/CustomerState.h"
#include "ui/sale/CartModel.h"

#include <QTimer>

namespace guichet {

/// Keeps what the customer sees after the cart: each line as it comes, the total, then the change and thanks until the next customer or
/// for half a minute. GUI thread.
class CustomerDesk : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    CustomerDesk(TillThread &till, CartModel &cart, Language language, QObject *parent = nullptr);
    /// Empty: the name of the attraction.
    void setWelcome(const QString &welcome);
    /// What is shown from now on is in this language.
    void setLanguage(Language language);
    /// The end of a sale is shown.
    void takeSale(const SaleOutcome &outcome);
    /// A text that shows whether the display works, until the next line or for half a minute.
    void showTest();

Q_SIGNALS:
    void changed(const guichet::CustomerState &state);

private:
    void takeCart();
    void show(const CustomerState &state);

    TillThread &m_till;
    CartModel &m_cart;
    Language m_language;
    QString m_welcome;
    Attraction m_attraction;
    CustomerState m_state;
    QTimer m_farewell; ///< Runs while the end of the last sale is shown.
};

} // namespace guichet
