// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/DossierDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/dossiers/DossiersScreen.h"
#include "ui/widgets/DataTable.h"

/// What the tests of the page of dossiers and of its refunds share.
namespace guichet {

using namespace Qt::StringLiterals;

inline DossierDetail detailOf(PageDesk &desk, const QString &number)
{
    return *desk.ask([number](Workplace &workplace) { return DossierDesk{workplace}.detail(number); });
}

inline int rows(PageDesk &desk, const QString &table)
{
    auto *found = desk.findChild<DataTable *>(table);
    REQUIRE(found);
    return found->count();
}

/// An order with a deposit in cash, or none.
inline QString orderToday(PageDesk &desk, Money deposit = {})
{
    return desk.ask([deposit](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.add(CommandId::generate(), {.formula = u"grotte"_s,
                                                     .date = {},
                                                     .slot = {},
                                                     .units = {{u"adulte"_s, 2}},
                                                     .supplements = {},
                                                     .force = Force::None,
                                                     .forceReason = {}}));
        ValidateRequest request;
        request.paymentToCome = true;
        request.deposit = deposit;
        if (deposit.isPositive())
            REQUIRE(checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = deposit, .reference = {}, .giftCode = {}}));
        request.dueOn = workplace.businessToday().addDays(10);
        request.expectedMethod = u"transfer"_s;
        const Result<SaleOutcome> outcome = checkout.validate(CommandId::generate(), request);
        REQUIRE(outcome);
        return outcome->dossierNumber;
    });
}

} // namespace guichet
