// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/StockDesk.h"

#include "core/facts/Contents.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/StockStore.h"
#include "core/pricing/VisitStart.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestMovement = 100'000'000;

Result<Product> knownProduct(const Workplace &workplace, const QString &key)
{
    TRY_LET(product, ProductStore{workplace.db()}.byKey(key));
    if (!product)
        return failure(ErrorCode::NotFound, u"no such product"_s, {key});
    return *product;
}

/// What a movement adds to the level.
qint64 signedQuantity(StockMovementKind kind, qint64 quantity, qint64 level)
{
    switch (kind) {
    case StockMovementKind::Withdrawal:
    case StockMovementKind::Breakage:
    case StockMovementKind::Sale: return -quantity;
    case StockMovementKind::Inventory: return quantity - level;
    case StockMovementKind::Opening:
    case StockMovementKind::Return:
    case StockMovementKind::Restock:
    case StockMovementKind::Transfer: return quantity;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<qint64> StockDesk::level(const QString &product) const
{
    TRY(knownProduct(m_workplace, product));
    return StockStore{m_workplace.db()}.level(product);
}

Result<qint64> StockDesk::levelAt(const QString &product, const QDateTime &at) const
{
    TRY(knownProduct(m_workplace, product));
    return StockStore{m_workplace.db()}.levelAt(product, at);
}

Result<qint64> StockDesk::levelOn(const QString &product, QDate day) const
{
    const QDateTime next = brusselsInstant(day.addDays(1), {m_workplace.settings.businessDayStartsAtHour, 0});
    return levelAt(product, next.addMSecs(-1));
}

Result<qint64> StockDesk::move(const CommandId &id, const QString &product, StockMovementKind kind, qint64 quantity)
{
    TRY(m_workplace.onceDone(id, [&]() -> Result<> {
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive);
        const bool mayBeNegative = kind == StockMovementKind::Transfer;
        if (quantity > largestMovement || quantity < (mayBeNegative ? -largestMovement : 0))
            return failure(ErrorCode::QuantityInvalid, u"stock movement"_s);
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::MoveStock));
        TRY_LET(before, level(product));
        const StockMovement movement{.id = Id<StockMovement>::generate(),
                                     .product = product,
                                     .kind = kind,
                                     .quantity = signedQuantity(kind, quantity, before),
                                     .user = actor.user,
                                     .at = m_workplace.now()};
        FactDraft draft;
        draft.type = FactType::StockMoved;
        draft.actor = actor;
        draft.businessDate = m_workplace.businessToday();
        draft.content = toJson(StockContent{{movement}});
        TRY(m_workplace.journal().append(draft));
        return {};
    }));
    return level(product);
}

Result<std::vector<StockMovement>> StockDesk::movements(const QString &product, int limit) const
{
    return StockStore{m_workplace.db()}.movements(product, limit);
}

Result<std::vector<ProductHit>> StockDesk::toReorder() const
{
    return ProductStore{m_workplace.db()}.toReorder();
}

} // namespace guichet
