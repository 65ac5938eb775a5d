// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/pricing/Cart.h"

namespace guichet {

/// A payment on the cart in progress.
struct LaidPayment
{
    Payment payment = {};      ///< Certain: as its fact says. Otherwise worked out again by settled() whenever the cart changes.
    Money face = {};           ///< Not certain: what was handed over, or the face value of the paper.
    bool certain = false;      ///< A PAYMENT fact holds it (decisions 3): card and gift value. Cash and paper become certain at validation.
    bool paper = false;        ///< Not certain: may exceed what is due; the rest is not returned (belgium.md §1, row 11).
    Id<Payment> reverses = {}; ///< The certain payment that this one gives back.
    friend bool operator==(const LaidPayment &, const LaidPayment &) = default;
};

/// The cart in progress with what belongs to it: working state, kept as one JSON text, survives a power cut.
struct WorkingCart
{
    Cart cart;
    std::vector<LaidPayment> payments;
    QString collecting;        ///< Dossier whose balance is collected; empty: an ordinary sale.
    QString quote;             ///< Dossier number of the quote that is sold; empty: none.
    Money paidBefore;          ///< Collecting: what earlier advances cover.
    Money cashBefore;          ///< Collecting: cash among them, for the cash limit and the rounding over all cash of the sale.
    QString approver;          ///< Who approved something on it: recorded with the sale (ACC-2).
    QStringList forcedLines;   ///< Ids of lines sold past capacity or cut-off with a reason (SELL-4).
    bool capacityLost = false; ///< Was parked for more than 15 minutes: its places are asked again, paid or not (SELL-7).
    friend bool operator==(const WorkingCart &, const WorkingCart &) = default;

    bool isUntouched() const;        ///< Nothing on it, nothing paid, nothing collected.
    bool hasCertainPayments() const; ///< Their sum is not zero.
    Money certainAmount() const;
    Money givenBack(const Id<Payment> &payment) const; ///< Of that payment, so far; positive.
    bool isReversed(const Id<Payment> &payment) const; ///< Whole.
};

/// The text that is kept, and back.
QString keptText(const WorkingCart &working);
Result<WorkingCart> workingCartFromText(const QString &text);

/// The cart in progress with the text of which it was read or written last: comparing the text is much quicker than reading it again.
struct RememberedCart
{
    QString text;
    WorkingCart working;
};

/// What decides how payments settle a total.
struct SettlementRules
{
    Money total = {};
    bool companyBuyer = false;    ///< No cash rounding (belgium.md §1, row 13).
    bool roundAllTenders = false; ///< Setting: every means of payment is rounded (row 14).
};

/// The payments in the order in which they were made, the uncertain ones worked out for this total (decisions 5): amount, rounding, excess,
/// change.
std::vector<Payment> settled(const WorkingCart &working, const SettlementRules &rules);
/// Total of the amounts, earlier advances included.
Money paidAmount(const WorkingCart &working, const std::vector<Payment> &payments);
/// What settles the rest in cash: rounded over all cash of the sale.
Money cashThatSettles(const WorkingCart &working, const SettlementRules &rules);
/// The rounding that a payment of all that is due settles when every tender is rounded; zero otherwise.
Money roundingOfAnyTender(const SettlementRules &rules, Money due);

} // namespace guichet
