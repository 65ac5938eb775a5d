// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueJson.h"

#include "core/base/EnumNames.h"
#include "core/catalogue/CatalogueReading.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr EnumNames<DocumentKind, 20> singulars{
    {"resource"_L1,       "supplement"_L1, "formula"_L1,   "group"_L1,         "pool"_L1,       "promotion"_L1, "promo_code"_L1,
     "payment_method"_L1, "reason"_L1,     "stop_sale"_L1, "slot_capacity"_L1, "calendar"_L1,   "vat_rates"_L1, "till_profile"_L1,
     "product"_L1,        "user"_L1,       "customer"_L1,  "settings"_L1,      "attraction"_L1, "note"_L1}};
constexpr EnumNames<DocumentKind, 20> plurals{
    {"resources"_L1,       "supplements"_L1, "formulas"_L1,   "groups"_L1,          "pools"_L1,       "promotions"_L1, "promo_codes"_L1,
     "payment_methods"_L1, "reasons"_L1,     "stop_sales"_L1, "slot_capacities"_L1, "calendars"_L1,   "vat_rates"_L1,  "till_profiles"_L1,
     "products"_L1,        "users"_L1,       "customers"_L1,  "settings"_L1,        "attractions"_L1, "notes"_L1}};

bool isSame(const SlotCapacity &a, const SlotCapacity &b)
{
    return a.pool == b.pool && a.date == b.date && a.slot == b.slot;
}

/// The same reason may stand in several lists.
bool isSame(const Reason &a, const Reason &b)
{
    return a.kind == b.kind && a.key == b.key;
}

template <typename Thing>
bool isSame(const Thing &a, const Thing &b)
{
    return a.key == b.key;
}

template <typename Thing>
void put(std::vector<Thing> &things, const Thing &thing)
{
    const auto same = std::ranges::find_if(things, [&](const Thing &other) { return isSame(other, thing); });
    if (same == things.end())
        things.push_back(thing);
    else
        *same = thing;
}

template <typename Thing>
void put(QMap<QString, Thing> &things, const Thing &thing)
{
    things.insert(thing.key, thing);
}

/// Reads one document and puts it in its place, unless something is wrong with it.
template <typename Place, typename Thing>
Result<> addTo(Place &place, const QJsonObject &document, Thing (*read)(JsonReader &))
{
    JsonReader reader{document};
    const Thing thing = read(reader);
    TRY(reader.finish());
    put(place, thing);
    return {};
}

template <typename Thing>
Result<> set(Thing &place, const QJsonObject &document, Thing (*read)(JsonReader &))
{
    JsonReader reader{document};
    Thing thing = read(reader);
    TRY(reader.finish());
    place = std::move(thing);
    return {};
}

} // namespace

QString documentKindName(DocumentKind kind)
{
    return singulars.nameOf(kind);
}

std::optional<DocumentKind> documentKindFromName(const QString &name)
{
    const std::optional<DocumentKind> kind = singulars.valueOf(name);
    return kind ? kind : plurals.valueOf(name);
}

Result<> addDocument(Catalogue &catalogue, DocumentKind kind, const QJsonObject &document)
{
    switch (kind) {
    case DocumentKind::Resource: return addTo(catalogue.resources, document, reading::resource);
    case DocumentKind::Supplement: return addTo(catalogue.supplements, document, reading::supplement);
    case DocumentKind::Formula: return addTo(catalogue.formulas, document, reading::formula);
    case DocumentKind::Group: return addTo(catalogue.groups, document, reading::group);
    case DocumentKind::Pool: return addTo(catalogue.pools, document, reading::pool);
    case DocumentKind::Promotion: return addTo(catalogue.promotions, document, reading::promotion);
    case DocumentKind::PromoCode: return addTo(catalogue.promoCodes, document, reading::promoCode);
    case DocumentKind::PaymentMethod: return addTo(catalogue.paymentMethods, document, reading::paymentMethod);
    case DocumentKind::Reason: return addTo(catalogue.reasons, document, reading::reason);
    case DocumentKind::StopSale: return addTo(catalogue.stopSales, document, reading::stopSale);
    case DocumentKind::SlotCapacity: return addTo(catalogue.slotCapacities, document, reading::slotCapacity);
    case DocumentKind::TillProfile: return addTo(catalogue.tills, document, reading::tillProfile);
    case DocumentKind::Calendar: return set(catalogue.calendar, document, reading::calendar);
    case DocumentKind::VatRates: return set(catalogue.vatTable, document, reading::vatTable);
    case DocumentKind::Product:
    case DocumentKind::User:
    case DocumentKind::Customer:
    case DocumentKind::Settings:
    case DocumentKind::Attraction:
    case DocumentKind::Note: break;
    }
    return failure(ErrorCode::NotSupported, documentKindName(kind) + u" is not part of the catalogue"_s, {documentKindName(kind)});
}

} // namespace guichet
