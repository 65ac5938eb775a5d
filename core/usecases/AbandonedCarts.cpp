// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/AbandonedCarts.h"

#include "core/ledger/WorkingStore.h"
#include "core/usecases/Workplace.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guichet {

using namespace Qt::StringLiterals;

Result<AbandonedCarts> abandonedCarts(const WorkingStore &store)
{
    TRY_LET(kept, store.value(workingvalue::abandoned));
    const QJsonObject object = QJsonDocument::fromJson(kept.toUtf8()).object();
    return AbandonedCarts{.count = object.value(u"count").toInt(), .total = Money::fromCents(object.value(u"cents").toInteger())};
}

Result<> countAbandonedCart(WorkingStore &store, Money total)
{
    TRY_LET(before, abandonedCarts(store));
    const QJsonObject object{{u"count"_s, before.count + 1}, {u"cents"_s, (before.total + total).cents()}};
    return store.setValue(workingvalue::abandoned, QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact)));
}

Result<> forgetAbandonedCarts(WorkingStore &store)
{
    return store.setValue(workingvalue::abandoned, {});
}

} // namespace guichet
