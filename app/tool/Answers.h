// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/BackOffice.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/GiftDesk.h"

#include <QJsonArray>
#include <QJsonObject>

/// Answers of use cases as the JSON of docs/tool.md. Amounts are integers in cents.
namespace guichet {

QJsonArray vatJson(const std::vector<VatAmount> &rows);
QJsonObject lineJson(const PricedLine &line, int position);
QJsonArray discountsJson(const std::vector<NamedDiscount> &discounts);
QJsonObject paymentJson(const Payment &payment);
QJsonArray paymentsJson(const std::vector<Payment> &payments);
QJsonObject cartJson(const CartView &view);
QJsonObject paymentOutcomeJson(const PaymentOutcome &outcome);
QJsonObject saleOutcomeJson(const SaleOutcome &outcome);
QJsonObject dossierRowJson(const DossierRow &row);
QJsonObject dossierDetailJson(const DossierDetail &detail);
QJsonObject refundOutcomeJson(const RefundOutcome &outcome);
QJsonObject giftBalanceJson(const GiftBalance &balance);
QJsonObject importJson(const ImportOutcome &outcome);

} // namespace guichet
