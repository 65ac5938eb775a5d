// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AllotmentRecall.h"

#include "core/ledger/MachineState.h"

#include <QJsonDocument>
#include <chrono>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const QString recalledName = u"allotments.recalled"_s; ///< In the machine state.
constexpr std::chrono::seconds recallLasts = 5min;

QString nameOf(const Allotment &slot)
{
    const Visit &visit = slot.visit;
    return QStringList{slot.pool, visit.date.toString(Qt::ISODate), visit.slot.toString(u"HH:mm"_s)}.join(u'|');
}

} // namespace

Result<AllotmentRecall> AllotmentRecall::read(Database &ledger, const QDateTime &now)
{
    TRY_LET(text, machineState(ledger, recalledName));
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    AllotmentRecall recall;
    for (auto one = all.begin(); one != all.end(); ++one)
        if (one->toInteger() > now.toMSecsSinceEpoch())
            recall.m_untilMs.insert(one.key(), *one);
    return recall;
}

bool AllotmentRecall::concerns(const Allotment &slot) const
{
    return m_untilMs.contains(nameOf(slot));
}

Result<> AllotmentRecall::begin(Database &ledger, const std::vector<Allotment> &lent, const QDateTime &now)
{
    for (const Allotment &slot : lent)
        m_untilMs.insert(nameOf(slot), now.addSecs(recallLasts.count()).toMSecsSinceEpoch());
    return setMachineState(ledger, recalledName, QString::fromUtf8(QJsonDocument{m_untilMs}.toJson(QJsonDocument::Compact)));
}

} // namespace guichet
