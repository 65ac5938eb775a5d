// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/HeldPlaces.h"

#include "core/ledger/AskedHoldStore.h"
#include "core/ledger/CapacityStore.h"
#include "core/ledger/ReservationStore.h"
#include "core/planning/DayRules.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
namespace {

/// Key of the code on the cart, when it may be used so many times only.
QString limitedCode(const Workplace &workplace, const Cart &cart)
{
    const PromoCode *code = cart.promoCode.isEmpty() ? nullptr : workplace.catalogue->promoCode(cart.promoCode);
    return code && code->uses > 0 ? code->key : QString{};
}

std::vector<const CartLine *> linesOfVisits(const Cart &cart)
{
    std::vector<const CartLine *> lines;
    for (const CartLine &line : cart.lines)
        if (line.kind == LineKind::Resource || line.kind == LineKind::Supplement)
            lines.push_back(&line);
    return lines;
}

/// What the centre's last word covers.
PoolUnits unitsGranted(const std::optional<AskedHold> &asked, const Workplace &workplace)
{
    PoolUnits units;
    if (!asked || asked->until <= workplace.now() || asked->granted.size() != asked->answered.size())
        return units;
    for (size_t i = 0; i < asked->granted.size(); ++i) {
        VisitPlaces places = asked->answered[i];
        places.units = asked->granted[i];
        addUnits(units, places, *workplace.catalogue);
    }
    return units;
}

int unitsAt(const PoolUnits &units, const QString &pool, const Visit &visit)
{
    const auto ofPool = units.value(pool);
    const auto known = ofPool.find(visit);
    return known == ofPool.end() ? 0 : known->second;
}

/// Of what the till may sell by itself.
Result<std::optional<KeptAllotment>> ownAllotment(const Workplace &workplace, const QString &pool, const Visit &visit)
{
    return ReservationStore{workplace.db()}.allotment(workplace.tillUid(), pool, visit, workplace.now());
}

/// Tells which lines neither the centre's word nor the allotment covers; pools by intervals have no allotment.
class Cover
{
public:
    Cover(const Workplace &workplace, PoolUnits granted) : m_workplace{workplace}, m_left{std::move(granted)} {}
    /// Takes the places of the next line; false: not all of them are covered.
    Result<bool> take(const VisitPlaces &places)
    {
        bool isCovered = true;
        for (const PoolTake &one :
             poolTakes(places.formula, places.item, places.supplement, places.visit, places.units, *m_workplace.catalogue)) {
            if (m_seen[one.pool][one.visit]++ == 0) {
                TRY_LET(own, ownAllotment(m_workplace, one.pool, one.visit));
                m_left[one.pool][one.visit] += own ? own->left() : 0;
            }
            isCovered = (m_left[one.pool][one.visit] -= one.units) >= 0 && isCovered;
        }
        return isCovered;
    }

private:
    const Workplace &m_workplace;
    PoolUnits m_left;
    PoolUnits m_seen;
};

/// What the till adds to the centre's word, of what it has borrowed. Only the till knows what it has sold of it.
class Borrowed
{
public:
    explicit Borrowed(const Workplace &workplace) : m_workplace{workplace} {}
    /// Takes as many of so many units as it has in all pools of the line; none of what has a stock of its own, which the centre counts.
    Result<int> take(const VisitPlaces &places, int most)
    {
        const std::vector<PoolTake> wanted = takesOf(places, most);
        int fit = wanted.empty() || hasStock(places) ? 0 : most;
        for (const PoolTake &one : wanted) {
            TRY_LET(left, leftAt(one));
            if (left < one.units)
                fit = std::min(fit, left * most / one.units);
        }
        for (const PoolTake &one : takesOf(places, fit))
            m_left[one.pool][one.visit] -= one.units;
        return fit;
    }

private:
    std::vector<PoolTake> takesOf(const VisitPlaces &places, int units) const
    {
        if (units <= 0)
            return {};
        return poolTakes(places.formula, places.item, places.supplement, places.visit, units, *m_workplace.catalogue);
    }
    bool hasStock(const VisitPlaces &places) const
    {
        const Resource *resource = places.supplement ? nullptr : m_workplace.catalogue->resource(places.item);
        const Supplement *extra = places.supplement ? m_workplace.catalogue->supplement(places.item) : nullptr;
        return (resource && resource->stockPerDay < Resource{}.stockPerDay) || (extra && extra->stockPerDay < Supplement{}.stockPerDay);
    }
    Result<int> leftAt(const PoolTake &one)
    {
        auto &ofPool = m_left[one.pool];
        if (const auto known = ofPool.find(one.visit); known != ofPool.end())
            return known->second;
        TRY_LET(own, ownAllotment(m_workplace, one.pool, one.visit));
        return ofPool[one.visit] = own ? own->left() : 0;
    }

    const Workplace &m_workplace;
    PoolUnits m_left;
};

/// Units of each line that the centre has granted, or that the till adds.
Result<std::vector<int>> unitsCovered(const Workplace &workplace, const AskedHold &asked)
{
    Borrowed borrowed{workplace};
    std::vector<int> covered;
    for (size_t i = 0; i < asked.wanted.size(); ++i) {
        const VisitPlaces &places = asked.wanted[i];
        TRY_LET(added, borrowed.take(places, places.forced ? 0 : places.units - asked.granted[i]));
        covered.push_back(asked.granted[i] + added);
    }
    return covered;
}

/// Lines of which the centre has not all.
Result<std::vector<LinePlaces>> soldOut(const Workplace &workplace, const AskedHold &asked, const std::vector<const CartLine *> &lines)
{
    std::vector<LinePlaces> mentioned;
    TRY_LET(covered, unitsCovered(workplace, asked));
    for (size_t i = 0; i < lines.size(); ++i)
        if (!asked.wanted[i].forced && covered[i] < asked.wanted[i].units)
            mentioned.push_back({.line = lines[i]->id, .state = LinePlaces::State::SoldOut, .left = covered[i]});
    return mentioned;
}

Result<std::vector<LinePlaces>> unconfirmed(const Workplace &workplace, const AskedHold &asked, const std::vector<const CartLine *> &lines)
{
    std::vector<LinePlaces> mentioned;
    Cover cover{workplace, unitsGranted(asked, workplace)};
    for (size_t i = 0; i < lines.size(); ++i) {
        TRY_LET(isCovered, cover.take(asked.wanted[i]));
        if (!isCovered)
            mentioned.push_back({.line = lines[i]->id, .state = LinePlaces::State::Unconfirmed, .left = 0});
    }
    return mentioned;
}

} // namespace

bool asksCentre(const Workplace &workplace)
{
    return workplace.centre.enrolled && !workplace.training;
}

Result<> wantPlaces(Workplace &workplace, const WorkingCart &working)
{
    if (!asksCentre(workplace) || !working.collecting.isEmpty())
        return {};
    AskedHoldStore store{workplace.db()};
    TRY_LET(known, store.find(working.cart.dossier));
    AskedHold hold = known.value_or(AskedHold{.dossier = working.cart.dossier});
    std::vector<VisitPlaces> wanted = placesOf(working.cart, working.forcedLines);
    const QString code = limitedCode(workplace, working.cart);
    if (hold.wanted == wanted && hold.code == code)
        return {};
    hold.wanted = std::move(wanted);
    hold.code = code;
    hold.waits = true;
    return store.put(hold);
}

Result<> releasePlaces(Workplace &workplace, const Id<Dossier> &dossier)
{
    AskedHoldStore store{workplace.db()};
    TRY_LET(known, store.find(dossier));
    if (!known)
        return {};
    known->wanted.clear();
    known->code.clear();
    known->waits = true; // also when it was never answered: the question may be under way
    return store.put(*known);
}

Result<> notePlacesSold(Workplace &workplace, const SaleContent &sale)
{
    if (!asksCentre(workplace) || !sale.settles.isNull())
        return {};
    AskedHoldStore asked{workplace.db()};
    TRY_LET(hold, asked.find(sale.dossier));
    const PoolUnits granted = unitsGranted(hold, workplace);
    PoolUnits sold;
    for (const VisitPlaces &places : placesSold(sale))
        addUnits(sold, places, *workplace.catalogue);
    for (auto pool = sold.constBegin(); pool != sold.constEnd(); ++pool)
        for (const auto &[visit, units] : *pool) {
            const int beyond = units - unitsAt(granted, pool.key(), visit);
            TRY_LET(own, ownAllotment(workplace, pool.key(), visit));
            if (!own || beyond <= 0)
                continue;
            own->used += std::min(beyond, own->left());
            TRY(ReservationStore{workplace.db()}.putAllotment(*own));
        }
    return asked.drop(sale.dossier);
}

Result<> returnAllotments(Workplace &workplace)
{
    return ReservationStore{workplace.db()}.dropAllotments(workplace.tillUid());
}

Result<> checkHeld(const Workplace &workplace, const WorkingCart &working)
{
    if (!asksCentre(workplace))
        return {};
    TRY_LET(asked, AskedHoldStore{workplace.db()}.find(working.cart.dossier));
    if (!asked || !asked->isAnswered(workplace.now()))
        return {};
    TRY_LET(covered, unitsCovered(workplace, *asked));
    for (size_t i = 0; i < asked->wanted.size(); ++i) {
        const VisitPlaces &places = asked->wanted[i];
        const int left = covered[i];
        if (places.forced || left >= places.units)
            continue;
        const Formula *formula = workplace.catalogue->formula(places.formula);
        const QString what = formula ? visitTitle(*formula, places.visit) : places.formula;
        return failure(ErrorCode::CapacityFull, QStringLiteral("says the centre"),
                       left > 0 ? QStringList{what, QString::number(left)} : QStringList{what});
    }
    if (!asked->code.isEmpty() && asked->answeredCode == asked->code && !asked->codeGranted)
        return failure(ErrorCode::PromoCodeUsedUp, QStringLiteral("says the centre"), {working.cart.promoCode});
    return {};
}

Result<std::vector<LinePlaces>> placesToMention(const Workplace &workplace, const WorkingCart &working)
{
    if (!asksCentre(workplace) || working.cart.isEmpty())
        return std::vector<LinePlaces>{};
    TRY_LET(asked, AskedHoldStore{workplace.db()}.find(working.cart.dossier));
    const std::vector<const CartLine *> lines = linesOfVisits(working.cart);
    if (!asked || asked->wanted.size() != lines.size())
        return std::vector<LinePlaces>{};
    if (asked->isAnswered(workplace.now()))
        return soldOut(workplace, *asked, lines);
    return asked->failed ? unconfirmed(workplace, *asked, lines) : std::vector<LinePlaces>{};
}

} // namespace guichet
