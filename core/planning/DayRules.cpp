// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/DayRules.h"

#include "core/base/Clock.h"
#include "core/pricing/Pricing.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

bool isSoldThrough(Channel channel, bool soldAtTill, bool soldOnline)
{
    return channel == Channel::Online ? soldOnline : soldAtTill;
}

/// Shelves can be kept to some tills (CAT-5); what stands on them is sold there only.
bool isOnShelf(const Formula &formula, const Catalogue &catalogue, const SalePoint &point)
{
    const Group *group = catalogue.group(formula.group);
    return !group || point.till.isEmpty() || group->tills.isEmpty() || group->tills.contains(point.till);
}

bool isItemSold(const QString &key, bool supplement, const Catalogue &catalogue, Channel channel)
{
    if (supplement) {
        const Supplement *extra = catalogue.supplement(key);
        return extra && isSoldThrough(channel, extra->soldAtTill, extra->soldOnline);
    }
    const Resource *resource = catalogue.resource(key);
    return resource && isSoldThrough(channel, resource->soldAtTill, resource->soldOnline);
}

} // namespace

std::optional<Error> dayRefusal(const Formula &formula, QDate date, const QDateTime &now, const Catalogue &catalogue,
                                const SalePoint &point)
{
    const QDate today = businessDateAt(now, point.dayStartsAtHour);
    const QStringList title{formula.name.french()};
    if (!isSoldThrough(point.channel, formula.soldAtTill, formula.soldOnline) || !isOnShelf(formula, catalogue, point))
        return Error{ErrorCode::NotSoldHere, u"not on this till or channel"_s, title};
    if (!formula.published.contains(today))
        return Error{ErrorCode::NotPublished, u"outside the publication window"_s, title};
    if (!date.isValid() || date < today || !formula.valid.contains(date))
        return Error{ErrorCode::DateNotValid, u"outside the validity window or past"_s, title};
    if (!formula.weekdays.contains(date.dayOfWeek()))
        return Error{ErrorCode::WeekdayNotSold, u"not on this weekday"_s, title};
    if (const OpeningHours hours = openingHours(catalogue.calendar, date, formula.audience); !hours.open)
        return Error{ErrorCode::Closed, u"closed by the calendar"_s,
                     hours.closureReason.isEmpty() ? QStringList{} : QStringList{hours.closureReason}};
    if (const StopSale *stop = stopFor(catalogue, formula.key, {date, {}}, {}))
        return stopRefusal(*stop, formula.name);
    return std::nullopt;
}

std::optional<Error> itemRefusal(const Formula &formula, const OfferedItem *item, const AddRequest &request, const Catalogue &catalogue,
                                 const SalePoint &point)
{
    if (!item)
        return Error{ErrorCode::NotFound, u"not offered by this formula"_s, {request.item}};
    const LocalizedText title = itemTitle(catalogue, request.item, request.supplement);
    if (!isItemSold(request.item, request.supplement, catalogue, point.channel))
        return Error{ErrorCode::NotSoldHere, u"item not on this channel"_s, {title.french()}};
    if (!priceRuleFor(*item, formula, request.visit.date))
        return Error{ErrorCode::NoPrice, u"no price rule applies"_s, {title.french()}};
    if (const StopSale *stop = stopFor(catalogue, formula.key, request.visit, request.item))
        return stopRefusal(*stop, title);
    return std::nullopt;
}

LocalizedText itemTitle(const Catalogue &catalogue, const QString &key, bool supplement)
{
    const Resource *resource = supplement ? nullptr : catalogue.resource(key);
    const Supplement *extra = supplement ? catalogue.supplement(key) : nullptr;
    return resource ? resource->name : extra ? extra->name : LocalizedText{key};
}

QString visitTitle(const Formula &formula, const Visit &visit)
{
    return visit.slot.isValid() ? formula.name.french() + u", "_s + visit.slot.toString(u"HH:mm"_s) : formula.name.french();
}

const StopSale *stopFor(const Catalogue &catalogue, const QString &formula, const Visit &visit, const QString &item)
{
    const auto hits = [&](const StopSale &stop) {
        return stop.dates.contains(visit.date) && (stop.formula.isEmpty() || stop.formula == formula) &&
               (stop.resource.isEmpty() || stop.resource == item) && (stop.slot.isNull() || stop.slot == visit.slot);
    };
    const auto found = std::ranges::find_if(catalogue.stopSales, hits);
    return found == catalogue.stopSales.end() ? nullptr : &*found;
}

Error stopRefusal(const StopSale &stop, const LocalizedText &title)
{
    return Error{ErrorCode::StopSale, u"stop-sale "_s + stop.key, {stop.reason.isEmpty() ? title.french() : stop.reason}};
}

} // namespace guichet
