// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PaymentFacts.h"

#include "core/usecases/Workplace.h"

namespace guichet {

using namespace Qt::StringLiterals;

std::vector<BodyPayment> bodyPayments(const std::vector<Payment> &payments)
{
    std::vector<BodyPayment> rows;
    for (const Payment &payment : payments)
        rows.push_back({payment.method, payment.type, payment.amount, payment.rounding});
    return rows;
}

Result<Fact> appendPayment(Workplace &workplace, const SessionRecord &session, const Actor &actor, const PaymentContent &content,
                           PaymentPaper paper)
{
    FactDraft draft = workplace.draft(FactType::Payment, EventLabel::None, actor, session);
    draft.label = EventLabel::None; // Money is real, also when a terminal answers late and somebody practises (decisions 16).
    draft.content = toJson(content);
    draft.vat = content.vat;
    draft.payments = bodyPayments({content.payment});
    if (paper == PaymentPaper::Own)
        draft.series = u"R"_s;
    return workplace.journal().append(draft);
}

} // namespace guichet
