// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Papers.h"

#include "core/ledger/DocumentStore.h"
#include "core/usecases/AnchorOfZ.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillNames.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

ReceiptContext receiptContext(const Workplace &workplace, const Fact &fact, Language language)
{
    ReceiptContext context;
    context.attraction = workplace.attraction;
    context.tillName = ownTillName(workplace);
    context.operatorName = namesOf(workplace, fact.body.actor.user);
    context.approverName = namesOf(workplace, fact.body.actor.approver);
    context.body = fact.body;
    context.hash = fact.hash;
    context.language = language;
    context.training = fact.body.label == EventLabel::T;
    return context;
}

QString zNoteKey(const ZNumber &z)
{
    return u"z:"_s + z.toString();
}

QString cardSlipNoteKey(const Id<PaymentIntent> &intent)
{
    return u"slip:"_s + intent.toString();
}

QString cashNoteKey(const FactPosition &movement)
{
    const QString number = QString::number(movement.number);
    return u"cash:"_s + (movement.incarnation == 1 ? number : u"%1-%2"_s.arg(movement.incarnation).arg(number));
}

ReportContext reportContext(const Workplace &workplace, const Report &report)
{
    ReportContext context;
    context.attraction = workplace.attraction;
    context.printedAt = workplace.now();
    for (const UserTotal &total : report.users)
        context.userNames[total.user] = namesOf(workplace, total.user);
    for (const QString &key : {report.openedBy, report.closedBy})
        context.userNames[key] = namesOf(workplace, key);
    if (report.kind != Report::Kind::Z)
        return context;
    context.anchor = anchorOfZ(workplace, report.zNumber());
    const Result<std::optional<Document>> note = DocumentStore{workplace.db()}.get(DocumentKind::Note, zNoteKey(report.zNumber()));
    if (note && *note)
        context.comment = (*note)->body[u"text"_s].toString();
    return context;
}

} // namespace guichet
