// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/SalePrinting.h"

#include "core/ledger/GiftStore.h"
#include "core/receipt/AdmissionTicket.h"
#include "core/receipt/Slips.h"
#include "core/usecases/DossierPapers.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Workplace.h"

namespace guichet {

Result<QStringList> printSale(Workplace &workplace, const Fact &fact, const SaleContent &content, const SalePrints &prints)
{
    TRY_LET(receipt, documentPaper(workplace, fact));
    TRY_LET(job, workplace.spool(receipt));
    QStringList jobs{job};
    if (!prints.tickets || !workplace.settings.printAdmissionTickets || !hasAdmissionTickets(content))
        return jobs;
    const TicketSplit split = workplace.settings.oneTicketForAll ? TicketSplit::OneForAll : TicketSplit::OneEach;
    TRY_LET(ticketJob, workplace.spool(admissionTickets(receiptContext(workplace, fact, content.language), content, split)));
    jobs.append(ticketJob);
    return jobs;
}

Result<QStringList> printGifts(Workplace &workplace, const std::vector<Fact> &gifts, Language language)
{
    QStringList jobs;
    for (const Fact &fact : gifts) {
        TRY_LET(gift, giftContentFromJson(fact.content));
        TRY_LET(known, GiftStore{workplace.db()}.balance(gift.code, fact.body.businessDate));
        gift.expiresOn = known.expiresOn;
        TRY_LET(job, workplace.spool(giftSlip(receiptContext(workplace, fact, language), gift, known.balance)));
        jobs.append(job);
    }
    return jobs;
}

Result<QString> printDocument(Workplace &workplace, const Fact &fact, bool opensDrawer)
{
    TRY_LET(paper, documentPaper(workplace, fact));
    paper.openDrawer = paper.openDrawer || opensDrawer;
    return workplace.spool(paper);
}

} // namespace guichet
