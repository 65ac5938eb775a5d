// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DocumentReferences.h"

#include "core/ledger/ProductStore.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

std::unexpected<Error> missing(const QString &what, const QString &key)
{
    return failure(ErrorCode::NotFound, u"no such %1: %2"_s.arg(what, key), {key});
}

/// Every key that is given is known.
template <typename Known>
Result<> checkAll(const QStringList &keys, const QString &what, Known isKnown)
{
    for (const QString &key : keys)
        if (!key.isEmpty() && !isKnown(key))
            return missing(what, key);
    return {};
}

} // namespace

Result<> DocumentReferences::check(const Catalogue &single) const
{
    TRY(checkOffers(single));
    TRY(checkReductions(single));
    return checkHouse(single);
}

Result<> DocumentReferences::check(const Product &product) const
{
    return checkGroups({product.group});
}

Result<> DocumentReferences::check(const TillSettings &settings) const
{
    return checkTills({settings.tillKey});
}

Result<> DocumentReferences::checkOffers(const Catalogue &single) const
{
    for (const Formula &formula : single.formulas)
        TRY(checkFormula(formula));
    for (const SlotCapacity &capacity : single.slotCapacities)
        TRY(checkPools({{.pool = capacity.pool}}));
    for (const StopSale &stop : single.stopSales) {
        TRY(checkFormulas({stop.formula}));
        TRY(checkTickets({stop.resource}));
    }
    return {};
}

Result<> DocumentReferences::checkReductions(const Catalogue &single) const
{
    for (const Promotion &promotion : single.promotions)
        TRY(checkFormulas(promotion.formulas));
    for (const PromoCode &code : single.promoCodes) {
        TRY(checkFormulas(code.formulas));
        TRY(checkTickets(code.resources));
        TRY(checkGroups(code.productGroups));
        TRY(checkProducts(code.products));
    }
    return {};
}

Result<> DocumentReferences::checkHouse(const Catalogue &single) const
{
    for (const Group &group : single.groups)
        TRY(checkTills(group.tills));
    for (const PaymentMethod &method : single.paymentMethods)
        TRY(checkTills(method.tills));
    for (const TillProfile &till : single.tills)
        TRY(checkGroups(till.groups));
    return {};
}

Result<> DocumentReferences::checkFormula(const Formula &formula) const
{
    TRY(checkGroups({formula.group}));
    TRY(checkPools(formula.pools));
    for (const OfferedItem &item : formula.resources)
        TRY(checkItem(item, false));
    for (const OfferedItem &item : formula.supplements)
        TRY(checkItem(item, true));
    return {};
}

Result<> DocumentReferences::checkItem(const OfferedItem &item, bool supplement) const
{
    const bool known = supplement ? m_catalogue.supplement(item.key) != nullptr : m_catalogue.resource(item.key) != nullptr;
    if (!known)
        return missing(supplement ? u"supplement"_s : u"resource"_s, item.key);
    return checkPools(item.pools);
}

Result<> DocumentReferences::checkPools(const std::vector<PoolUse> &uses) const
{
    for (const PoolUse &use : uses)
        if (!m_catalogue.pool(use.pool))
            return missing(u"pool"_s, use.pool);
    return {};
}

Result<> DocumentReferences::checkGroups(const QStringList &keys) const
{
    return checkAll(keys, u"group"_s, [&](const QString &key) { return m_catalogue.group(key) != nullptr; });
}

Result<> DocumentReferences::checkTills(const QStringList &keys) const
{
    return checkAll(keys, u"till"_s, [&](const QString &key) { return m_catalogue.till(key) != nullptr; });
}

Result<> DocumentReferences::checkFormulas(const QStringList &keys) const
{
    return checkAll(keys, u"formula"_s, [&](const QString &key) { return m_catalogue.formula(key) != nullptr; });
}

Result<> DocumentReferences::checkTickets(const QStringList &keys) const
{
    return checkAll(keys, u"resource"_s, [&](const QString &key) { return m_catalogue.resource(key) || m_catalogue.supplement(key); });
}

Result<> DocumentReferences::checkProducts(const QStringList &keys) const
{
    const ProductStore products{m_db};
    for (const QString &key : keys) {
        TRY_LET(product, products.byKey(key));
        if (!product)
            return missing(u"product"_s, key);
    }
    return {};
}

} // namespace guichet
