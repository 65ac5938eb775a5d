// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "core/receipt/Paper.h"
#include "core/selling/Dossier.h"
#include "core/selling/Refund.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

struct RefundPayment
{
    QString method;
    QString reference;
    QString giftCode;
};

/// Which visits may be let in.
enum class VisitDay { Today, Any };

/// What a refund made.
struct RefundOutcome
{
    FactPosition fact;
    DocumentNumber receipt;
    RefundContent content;
    Id<PaymentIntent> intent;                  ///< Through a terminal.
    IntentState state = IntentState::Approved; ///< Sent: run the charge of `asked`, then finishRefund(). Only this once.
    Money asked;                               ///< Negative: what the terminal gives back.
};

/// Works on dossiers after the sale (PAY-5 to PAY-8, DOS-1 to DOS-5, SELL-9). On the ledger thread.
class DossierDesk
{
public:
    explicit DossierDesk(Workplace &workplace) : m_workplace{workplace} {}

    /// In training the dossiers of training, which can be read, reprinted and refunded; whatever else is refused there (TrainingActive).
    Result<std::vector<DossierRow>> search(const DossierSearch &search) const;
    /// All that search() would find, whatever its limit.
    Result<DossierSum> sum(const DossierSearch &search) const;
    /// By dossier number, receipt number (`R123`), or the code of a ticket.
    Result<DossierDetail> detail(const QString &number) const;
    /// Whole when no lines are named; of an order that is not settled yet, its deposit. The method must be one that the payment allows
    /// (RefundMethodRefused says which).
    Result<RefundOutcome> refund(const CommandId &id, const QString &number, const RefundRequest &request, const RefundPayment &payment);
    /// What refund() would make, before the person decides: which money goes where, and what is taken off what the customer owes. A
    /// payment back to gift value names its card as reference; none: a new card. The reason is not looked at. Errors as refund().
    Result<RefundContent> refundPreview(const QString &number, const RefundRequest &request, const RefundPayment &payment) const;
    /// Records what the terminal answered to a refund; the refund exists once approved. Idempotent by intent.
    Result<RefundOutcome> finishRefund(const Id<PaymentIntent> &intent, const Result<Charge> &answer, const QString &resolvedBy = {});
    /// The receipt of a dossier or of a receipt number as paper, without printing or counting it.
    Result<Paper> receiptPaper(const QString &number) const;
    /// The methods by which it can be given back, the natural one first.
    Result<QStringList> refundMethods(const QString &number) const;
    Result<> cancel(const CommandId &id, const QString &number, const QString &reason);
    Result<> correctMethod(const CommandId &id, const Id<Payment> &payment, const QString &method);
    /// Lets visitors in whose visit is today; of another day only with VisitDay::Any, a manager's right. DateNotValid, AlreadyCheckedIn,
    /// QuantityInvalid (more than are left).
    Result<int> checkIn(const CommandId &id, const QString &code, int quantity, VisitDay day = VisitDay::Today);
    /// Puts a copy in the spool, marked DUPLICATA and counted (FIS-2). Returns the job. A seller copies the last document only.
    Result<QString> reprint(const CommandId &id, const QString &number);
    /// The same copy as paper, for whoever prints it elsewhere.
    Result<Paper> copy(const CommandId &id, const QString &number);

private:
    Workplace &m_workplace;
};

} // namespace guichet
