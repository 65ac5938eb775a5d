// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Visitors.h"

#include "core/ledger/DocumentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace guichet {
using namespace Qt::StringLiterals;

int personsOf(const SaleContent &content)
{
    int persons = 0;
    for (const SaleLine &line : content.lines)
        persons += line.priced.persons;
    return persons;
}

Result<> tellOrigin(Workplace &workplace, const Fact &sale, const SaleContent &content)
{
    static const QUuid origins{u"0c1f6a0e-77f5-5a3c-8d4e-2b9f3a6c1d58"_s};
    TRY_LET(session, workplace.openSession());
    if (sale.body.session != session.id)
        return failure(ErrorCode::CorrectionRefused, u"of an earlier session"_s, {content.dossierNumber, u"late"_s});
    TRY_LET(client, DocumentStore{workplace.db()}.customer(content.customer));
    const bool atSale = !content.origin.country.isEmpty() || (client && !client->country.isEmpty());
    const auto told = CommandId::fromString(QUuid::createUuidV5(origins, content.dossier.toString()).toString());
    WorkingStore working{workplace.db()};
    TRY_LET(before, working.answer(told.value_or(CommandId{})));
    if (atSale || before)
        return failure(ErrorCode::CorrectionRefused, u"origin known"_s, {content.dossierNumber, u"told"_s});
    return working.remember(told.value_or(CommandId{}), {}, workplace.now());
}

Result<> keepVisitorsForZ(Workplace &workplace, const VisitorsContent::Row &row)
{
    WorkingStore working{workplace.db()};
    TRY_LET(kept, working.value(workingvalue::visitors));
    QJsonArray rows = QJsonDocument::fromJson(kept.toUtf8()).array();
    VisitorsContent content;
    content.rows.push_back(row);
    for (const QJsonValue &value : toJson(content)[u"rows"].toArray())
        rows.append(value);
    return working.setValue(workingvalue::visitors, QString::fromUtf8(QJsonDocument{rows}.toJson(QJsonDocument::Compact)));
}

} // namespace guichet
