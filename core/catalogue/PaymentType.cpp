// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EnumNames.h"
#include "core/catalogue/Catalogue.h"

namespace guichet {

using namespace Qt::StringLiterals;

static constexpr EnumNames<PaymentType, 13> paymentTypes{{"CASH"_L1, "CARD_DEBIT"_L1, "CARD_CREDIT"_L1, "CARD_OTHER"_L1, "CHEQUE_MEAL"_L1,
                                                          "CHEQUE_OTHER"_L1, "APP"_L1, "ONLINE"_L1, "CUSTOMER_CREDIT"_L1,
                                                          "VOUCHER_STORE"_L1, "VOUCHER_OTHER"_L1, "TRANSFER"_L1, "OTHER"_L1}};

QString paymentTypeName(PaymentType type)
{
    return paymentTypes.nameOf(type);
}

std::optional<PaymentType> paymentTypeFromName(const QString &name)
{
    return paymentTypes.valueOf(name);
}

bool PaymentMethod::isPaper() const
{
    const bool cheque = type == PaymentType::ChequeMeal || type == PaymentType::ChequeOther;
    return !usesTerminal && (cheque || type == PaymentType::VoucherOther);
}

} // namespace guichet
