// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stock/StockState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Stock)
};

Tone levelTone(const ProductHit &hit)
{
    return hit.stock < 0 ? Tone::Danger : hit.stock <= hit.product.alertStock ? Tone::Warning : Tone::Normal;
}

} // namespace

QString stockQuantity(qint64 quantity, bool byWeight)
{
    const QString sign = quantity < 0 ? u"−"_s : QString{};
    const qint64 size = std::abs(quantity);
    if (!byWeight)
        return sign + QString::number(size);
    return sign + u"%1,%2 kg"_s.arg(size / 1000).arg(size % 1000, 3, 10, QChar{u'0'});
}

QString movementWord(StockMovementKind kind)
{
    switch (kind) {
    case StockMovementKind::Opening: return Words::tr("Stock de départ");
    case StockMovementKind::Sale: return Words::tr("Vente");
    case StockMovementKind::Return: return Words::tr("Retour");
    case StockMovementKind::Restock: return Words::tr("Réassort");
    case StockMovementKind::Withdrawal: return Words::tr("Prélèvement");
    case StockMovementKind::Inventory: return Words::tr("Inventaire");
    case StockMovementKind::Breakage: return Words::tr("Casse");
    case StockMovementKind::Transfer: return Words::tr("Transfert");
    }
    Q_UNREACHABLE();
}

QString stockListWords(bool reorder, const QString &searched)
{
    if (reorder)
        return Words::tr("Rien à commander : tout est au-dessus de son seuil.");
    return searched.isEmpty() ? Words::tr("Tapez un mot, une référence ou un code, ou scannez l’article.")
                              : Words::tr("Rien trouvé pour « %1 ».").arg(searched);
}

std::vector<TableRow> presentStockRows(const std::vector<ProductHit> &hits, Language language)
{
    std::vector<TableRow> rows;
    for (const ProductHit &hit : hits)
        rows.push_back(
            {.id = hit.product.key,
             .cells = {hit.product.name.in(language), hit.product.reference, stockQuantity(hit.product.alertStock, hit.product.byWeight),
                       stockQuantity(hit.stock, hit.product.byWeight)},
             .cellTones = {Tone::Normal, Tone::Muted, Tone::Muted, levelTone(hit)}});
    return rows;
}

StockCardState presentStockCard(const StockCard &card, Language language)
{
    const Product &product = card.hit.product;
    StockCardState state;
    state.title = product.name.in(language);
    state.subtitle = (QStringList{product.reference} + product.barcodes).join(u" · "_s);
    state.level = stockQuantity(card.hit.stock, product.byWeight);
    state.levelTone = levelTone(card.hit);
    if (card.hit.stock < 0)
        state.levelNote = Words::tr("sous zéro : un inventaire remettra le compte juste");
    else if (card.hit.stock <= product.alertStock)
        state.levelNote = Words::tr("à commander : seuil d’alerte %1").arg(stockQuantity(product.alertStock, product.byWeight));
    else
        state.levelNote = Words::tr("en stock");
    for (const StockMovement &movement : card.movements) {
        const QString plus = movement.quantity > 0 ? u"+"_s : QString{};
        state.movements.push_back(
            {.id = {},
             .cells = {movement.at.toString(u"dd/MM/yy HH:mm"_s), movementWord(movement.kind),
                       card.userNames.value(movement.user, movement.user), plus + stockQuantity(movement.quantity, product.byWeight)},
             .cellTones = {Tone::Muted, Tone::Normal, Tone::Muted, movement.quantity < 0 ? Tone::Warning : Tone::Positive}});
    }
    return state;
}

} // namespace guichet
