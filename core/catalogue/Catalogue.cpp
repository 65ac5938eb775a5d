// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Catalogue.h"

#include <algorithm>

namespace guichet {
namespace {

template <typename Thing>
const Thing *findKey(const std::vector<Thing> &things, const QString &key)
{
    const auto found = std::ranges::find(things, key, &Thing::key);
    return found == things.end() ? nullptr : &*found;
}

template <typename Thing>
const Thing *findKey(const QMap<QString, Thing> &things, const QString &key)
{
    const auto found = things.constFind(key);
    return found == things.constEnd() ? nullptr : &*found;
}

template <typename Thing>
void sortByOrder(std::vector<Thing> &things)
{
    std::ranges::stable_sort(things, [](const Thing &a, const Thing &b) { return std::tie(a.order, a.key) < std::tie(b.order, b.key); });
}

template <typename Thing>
void sortByKey(std::vector<Thing> &things)
{
    std::ranges::stable_sort(things, {}, &Thing::key);
}

} // namespace

const Formula *Catalogue::formula(const QString &key) const
{
    return findKey(formulas, key);
}

const Resource *Catalogue::resource(const QString &key) const
{
    return findKey(resources, key);
}

const Supplement *Catalogue::supplement(const QString &key) const
{
    return findKey(supplements, key);
}

const Pool *Catalogue::pool(const QString &key) const
{
    return findKey(pools, key);
}

const Group *Catalogue::group(const QString &key) const
{
    return findKey(groups, key);
}

const PaymentMethod *Catalogue::paymentMethod(const QString &key) const
{
    return findKey(paymentMethods, key);
}

const PromoCode *Catalogue::promoCode(const QString &typedCode) const
{
    const QString wanted = normalisedCode(typedCode);
    if (wanted.isEmpty())
        return nullptr;
    const auto found = std::ranges::find_if(promoCodes, [&](const PromoCode &code) { return normalisedCode(code.code) == wanted; });
    return found == promoCodes.end() ? nullptr : &*found;
}

const Reason *Catalogue::reason(Reason::Kind kind, const QString &key) const
{
    const auto found = std::ranges::find_if(reasons, [&](const Reason &reason) { return reason.kind == kind && reason.key == key; });
    return found == reasons.end() ? nullptr : &*found;
}

const TillProfile *Catalogue::till(const QString &key) const
{
    return findKey(tills, key);
}

LocalizedText Catalogue::tillName(const QString &key) const
{
    const TillProfile *profile = till(key);
    return profile ? profile->name : LocalizedText{key};
}

void Catalogue::sort()
{
    sortByOrder(groups);
    sortByOrder(formulas);
    sortByOrder(paymentMethods);
    std::ranges::stable_sort(
        reasons, [](const Reason &a, const Reason &b) { return std::tie(a.kind, a.order, a.key) < std::tie(b.kind, b.order, b.key); });
    sortByKey(promotions);
    sortByKey(promoCodes);
    sortByKey(stopSales);
    sortByKey(tills);
    std::ranges::stable_sort(slotCapacities, [](const SlotCapacity &a, const SlotCapacity &b) {
        return std::tie(a.pool, a.date, a.slot) < std::tie(b.pool, b.date, b.slot);
    });
}

} // namespace guichet
