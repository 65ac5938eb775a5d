// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Papers.h"

#include "core/ledger/DocumentStore.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

LocalizedText tillName(const Workplace &workplace)
{
    const TillProfile *till = workplace.catalogue->till(workplace.settings.tillKey);
    return till ? till->name : LocalizedText{workplace.settings.tillKey};
}

QString userName(const Workplace &workplace, const QString &key)
{
    if (key.isEmpty())
        return {};
    const Result<std::optional<User>> user = DocumentStore{workplace.db()}.user(key);
    return user && *user ? (*user)->displayName : key;
}

/// Several managers may have approved on one cart.
QString approverNames(const Workplace &workplace, const QString &keys)
{
    QStringList names;
    for (const QString &key : keys.split(u' ', Qt::SkipEmptyParts))
        names << userName(workplace, key);
    return names.join(u", "_s);
}

} // namespace

ReceiptContext receiptContext(const Workplace &workplace, const Fact &fact, Language language)
{
    ReceiptContext context;
    context.attraction = workplace.attraction;
    context.tillName = tillName(workplace);
    context.operatorName = userName(workplace, fact.body.actor.user);
    context.approverName = approverNames(workplace, fact.body.actor.approver);
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
        context.userNames[total.user] = userName(workplace, total.user);
    for (const QString &key : {report.openedBy, report.closedBy})
        context.userNames[key] = userName(workplace, key);
    const Result<std::optional<Document>> note = DocumentStore{workplace.db()}.get(DocumentKind::Note, zNoteKey(report.zNumber()));
    if (report.kind == Report::Kind::Z && note && *note)
        context.comment = (*note)->body[u"text"_s].toString();
    return context;
}

} // namespace guichet
