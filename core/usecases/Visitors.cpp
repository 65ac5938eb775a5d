// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Visitors.h"

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
