// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DossierPapers.h"

#include "core/base/Absence.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/receipt/OrderPaper.h"
#include "core/reports/Report.h"
#include "core/usecases/CardSlips.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// Who is named: anybody on an order or a quote, on a receipt only a company, which needs it for its books (belgium.md §2.2).
Result<QStringList> customerLines(const Workplace &workplace, const QString &key, bool companiesOnly)
{
    if (key.isEmpty())
        return QStringList{};
    TRY_LET(client, DocumentStore{workplace.db()}.customer(key));
    if (!client || (companiesOnly && !client->isCompany()))
        return QStringList{};
    QStringList lines{client->company, (client->firstName + u' ' + client->name).trimmed(), client->address, client->vatNumber};
    lines.removeAll(QString{});
    return lines;
}

/// What is left on the gift value that paid, as it stands right after the sale. A copy printed later is silent: it cannot
/// know what was left then.
Result<QMap<QString, Money>> giftBalances(const Workplace &workplace, const SaleContent &content)
{
    QStringList codes;
    for (const Tender &tender : content.tenders)
        codes.append(tender.payment.giftCode);
    codes.removeAll(QString{});
    QMap<QString, Money> balances;
    for (const QString &code : codes) {
        TRY_LET(gift, foundOrNone(GiftStore{workplace.db()}.balance(code, workplace.businessToday()), ErrorCode::GiftUnknown));
        if (gift) // none: of training
            balances.insert(code, gift->balance);
    }
    return balances;
}

Result<Paper> withSlips(const Workplace &workplace, Paper paper, const std::vector<Payment> &payments)
{
    TRY(appendCardSlips(workplace, payments, paper));
    return paper;
}

std::vector<Payment> paymentsOf(const std::vector<Tender> &tenders)
{
    std::vector<Payment> payments;
    for (const Tender &tender : tenders)
        payments.push_back(tender.payment);
    return payments;
}

Result<Paper> salePaper(Workplace &workplace, const Fact &fact, int copy)
{
    TRY_LET(content, saleContentFromJson(fact.content));
    ReceiptContext context = receiptContext(workplace, fact, content.language);
    context.copy = copy;
    if (copy == 0) {
        TRY_LET(balances, giftBalances(workplace, content));
        context.giftBalances = balances;
    }
    TRY_LET(customer, customerLines(workplace, content.customer, fact.body.type == FactType::Sale));
    context.customer = customer;
    if (fact.body.type == FactType::Sale)
        return withSlips(workplace, receiptPaper(context, content), paymentsOf(content.tenders));
    if (fact.body.type == FactType::Quote)
        return quotePaper(context, content);
    TRY_LET(recorded, PaymentStore{workplace.db()}.ofDossier(content.dossier));
    std::vector<Payment> payments;
    for (const RecordedPayment &payment : recorded)
        payments.push_back(payment.payment);
    return withSlips(workplace, orderPaper(context, content, payments), payments);
}

/// A refund speaks the language of the sale that it takes back and names its receipt, when that is known here.
Result<ReceiptContext> refundContext(const Workplace &workplace, const Fact &fact, const RefundContent &content)
{
    TRY_LET(sale, foundOrNone(workplace.journal().fact(content.sale)));
    if (!sale)
        return receiptContext(workplace, fact);
    TRY_LET(sold, saleContentFromJson(sale->content));
    ReceiptContext context = receiptContext(workplace, fact, sold.language);
    context.originalReceipt = documentNumberText(sale->body.document);
    return context;
}

Result<Paper> takenBackPaper(Workplace &workplace, const Fact &fact, int copy)
{
    TRY_LET(content, refundContentFromJson(fact.content));
    TRY_LET(context, refundContext(workplace, fact, content));
    context.copy = copy;
    if (const Reason *reason = workplace.catalogue->reason(Reason::Kind::Refund, content.reason))
        context.reason = reason->name;
    return withSlips(workplace, refundPaper(context, content), content.payments);
}

/// What a PAYMENT or ADVANCE fact says by itself: its payments are filled in from those that are recorded.
struct MoneyOfDossier
{
    Id<Dossier> dossier;
    std::vector<Id<Payment>> payments;
    DepositStatement statement;
};

Result<MoneyOfDossier> moneyOf(const Fact &fact)
{
    MoneyOfDossier money;
    if (fact.body.type == FactType::Advance) {
        TRY_LET(content, advanceContentFromJson(fact.content));
        money.dossier = content.dossier;
        money.payments = content.payments;
        money.statement.dossierNumber = content.dossierNumber;
        money.statement.vat = content.vat;
        return money;
    }
    TRY_LET(content, paymentContentFromJson(fact.content));
    money.dossier = content.payment.dossier;
    money.payments = {content.payment.id};
    money.statement.dossierNumber = content.dossierNumber;
    money.statement.purpose = content.purpose;
    money.statement.vat = content.vat;
    return money;
}

/// Its own payments, and what had been paid before the first of them.
Result<> addPayments(const Workplace &workplace, MoneyOfDossier &money)
{
    TRY_LET(recorded, PaymentStore{workplace.db()}.ofDossier(money.dossier));
    for (const RecordedPayment &known : recorded)
        if (std::ranges::count(money.payments, known.payment.id) > 0)
            money.statement.payments.push_back(known.payment);
        else if (money.statement.payments.empty())
            money.statement.paidBefore += known.payment.amount;
    return {};
}

Result<Paper> moneyPaper(Workplace &workplace, const Fact &fact, int copy)
{
    TRY_LET(money, moneyOf(fact));
    TRY(addPayments(workplace, money));
    TRY_LET(position, DossierStore{workplace.db()}.position(money.dossier));
    TRY_LET(ordered, workplace.journal().fact(position));
    TRY_LET(order, saleContentFromJson(ordered.content));
    DepositStatement &statement = money.statement;
    statement.orderTotal = order.total;
    statement.dueOn = order.dueOn;
    statement.structuredCommunication = order.structuredCommunication;
    ReceiptContext context = receiptContext(workplace, fact, order.language);
    context.copy = copy;
    TRY_LET(customer, customerLines(workplace, order.customer, false));
    context.customer = customer;
    return withSlips(workplace, depositPaper(context, statement), statement.payments);
}

} // namespace

Result<Paper> documentPaper(Workplace &workplace, const Fact &fact, int copy)
{
    switch (fact.body.type) {
    case FactType::Sale:
    case FactType::Order:
    case FactType::Quote: return salePaper(workplace, fact, copy);
    case FactType::Refund: return takenBackPaper(workplace, fact, copy);
    case FactType::Payment:
    case FactType::Advance:
        if (!fact.body.document.isNull())
            return moneyPaper(workplace, fact, copy);
        break;
    case FactType::ZReport: {
        TRY_LET(report, reportFromJson(fact.content));
        ReportContext context = reportContext(workplace, report);
        context.copy = copy;
        return reportPaper(context, report);
    }
    default: break;
    }
    return failure(ErrorCode::NotSupported, u"%1 is no printed document"_s.arg(factTypeName(fact.body.type)));
}

} // namespace guichet
