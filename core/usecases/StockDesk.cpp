// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/StockDesk.h"

#include "core/base/Csv.h"
#include "core/base/Text.h"
#include "core/facts/Contents.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/StockStore.h"
#include "core/pricing/VisitStart.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestMovement = 100'000'000;
constexpr qsizetype longestReason = 200;

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
    return levelAt(product, endOf(day));
}

QDateTime StockDesk::endOf(QDate day) const
{
    return brusselsInstant(day.addDays(1), {m_workplace.settings.businessDayStartsAtHour, 0}).addMSecs(-1);
}

Result<QByteArray> StockDesk::csvAt(const QDateTime &at) const
{
    TRY_LET(hits, ProductStore{m_workplace.db()}.all());
    TRY_LET(since, StockStore{m_workplace.db()}.changesAfter(at));
    std::vector<QStringList> rows{{u"key"_s, u"reference"_s, u"name.fr"_s, u"byWeight"_s, u"quantity"_s}};
    for (const ProductHit &hit : hits) {
        const Product &product = hit.product;
        const qint64 quantity = hit.stock - since.value(product.key);
        if (!product.archived || quantity != 0)
            rows.push_back({product.key, product.reference, product.name.in(Language::French), product.byWeight ? u"oui"_s : u"non"_s,
                            QString::number(quantity)});
    }
    return writeCsv(rows);
}

Result<QByteArray> StockDesk::csvOn(QDate day) const
{
    return csvAt(endOf(day));
}

/// Free words are no part of a fact (decisions 11).
Result<> StockDesk::keepReason(const StockMovement &movement, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return {};
    const QJsonObject note{{u"key"_s, stockNoteKey(movement.id)}, {u"text"_s, printable(reason)}};
    TRY(DocumentStore{m_workplace.db()}.put(DocumentKind::Note, note, {movement.user, movement.at}));
    return {};
}

QString stockNoteKey(const Id<StockMovement> &movement)
{
    return u"stock."_s + movement.toString();
}

Result<qint64> StockDesk::move(const CommandId &id, const QString &product, StockMovementKind kind, qint64 quantity, const QString &reason)
{
    TRY(m_workplace.onceDone(id, [&]() -> Result<> {
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive);
        const bool mayBeNegative = kind == StockMovementKind::Transfer;
        if (quantity > largestMovement || quantity < (mayBeNegative ? -largestMovement : 0))
            return failure(ErrorCode::QuantityInvalid, u"stock movement"_s);
        TRY(checkText(reason, u"reason"_s, longestReason));
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
        return keepReason(movement, reason);
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
