// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/catalogue/Catalogue.h"
#include "core/catalogue/Product.h"

#include <QJsonObject>

/// Documents of the catalogue as JSON: one pair of functions per kind, the vocabulary of `put`, of imports and of the demo attraction.
/// Every `…FromJson` is a border: wrong types, ranges, unknown fields and forbidden characters are refused (InvalidInput).
namespace guichet {

/// The kinds of documents that make a catalogue.
enum class DocumentKind {
    Resource,
    Supplement,
    Formula,
    Group,
    Pool,
    Promotion,
    PromoCode,
    PaymentMethod,
    Reason,
    StopSale,
    SlotCapacity,
    Calendar,
    VatRates,
    TillProfile,
    Product,
    User,
    Customer,
    Settings,
    Attraction,
    Note
};

QString documentKindName(DocumentKind kind);                           ///< `formula`, `promo_code` …
std::optional<DocumentKind> documentKindFromName(const QString &name); ///< Singular or plural.

QJsonObject toJson(const Resource &);
QJsonObject toJson(const Supplement &);
QJsonObject toJson(const Formula &);
QJsonObject toJson(const Group &);
QJsonObject toJson(const Pool &);
QJsonObject toJson(const Promotion &);
QJsonObject toJson(const PromoCode &);
QJsonObject toJson(const PaymentMethod &);
QJsonObject toJson(const Reason &);
QJsonObject toJson(const StopSale &);
QJsonObject toJson(const SlotCapacity &);
QJsonObject toJson(const TillProfile &);
QJsonObject toJson(const OpeningCalendar &);
QJsonObject toJson(const VatTable &);
QJsonObject toJson(const Product &);

/// Adds one document to `catalogue`, replacing that of the same key. Products, users, customers, settings and notes are refused
/// (NotSupported).
Result<> addDocument(Catalogue &catalogue, DocumentKind kind, const QJsonObject &document);
Result<Product> productFromJson(const QJsonObject &document);

} // namespace guichet
