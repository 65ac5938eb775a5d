// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EnumNames.h"
#include "core/facts/FactFields.h"

/// Stock, visitors, sessions, cash, copies, technical events.
namespace guichet {
namespace {

constexpr EnumNames<CashMovementKind, 3> cashMovements{{"in"_L1, "out"_L1, "drop"_L1}};

} // namespace

QString enumName(StockMovementKind value)
{
    return stockMovementKindName(value);
}

QString enumName(CashMovementKind value)
{
    return cashMovements.nameOf(value);
}

QString enumName(TechnicalEvent value)
{
    return technicalEventName(value);
}

bool enumNamed(const QString &name, StockMovementKind &value)
{
    return putEnum(stockMovementKindFromName(name), value);
}

bool enumNamed(const QString &name, CashMovementKind &value)
{
    return putEnum(cashMovements.valueOf(name), value);
}

bool enumNamed(const QString &name, TechnicalEvent &value)
{
    return putEnum(technicalEventFromName(name), value);
}

template <typename Fields>
void describe(Fields &fields, Described<StockMovement> auto &movement)
{
    fields.required("id"_L1, movement.id);
    fields.required("product"_L1, movement.product);
    fields.required("kind"_L1, movement.kind);
    fields.required("qty"_L1, movement.quantity);
    fields.optional("user"_L1, movement.user);
    fields.optional("at"_L1, movement.at);
}

template <typename Fields>
void describe(Fields &fields, Described<StockContent> auto &content)
{
    fields.required("movements"_L1, content.movements);
}

template <typename Fields>
void describe(Fields &fields, Described<VisitorsContent::Row> auto &row)
{
    describe(fields, row.origin);
    fields.required("persons"_L1, row.persons);
}

template <typename Fields>
void describe(Fields &fields, Described<VisitorsContent> auto &content)
{
    fields.required("rows"_L1, content.rows);
}

template <typename Fields>
void describe(Fields &fields, Described<SessionOpenedContent> auto &content)
{
    fields.required("session"_L1, content.session);
    fields.required("expected_float"_L1, content.expectedFloat);
    fields.required("counted_float"_L1, content.countedFloat);
    fields.optional("count"_L1, content.count);
}

template <typename Fields>
void describe(Fields &fields, Described<CashMovedContent> auto &content)
{
    fields.required("kind"_L1, content.kind);
    fields.required("amount"_L1, content.amount);
    fields.optional("reason"_L1, content.reason);
}

template <typename Fields>
void describe(Fields &fields, Described<DrawerOpenedContent> auto &content)
{
    fields.required("reason"_L1, content.reason);
}

template <typename Fields>
void describe(Fields &fields, Described<CopyContent> auto &content)
{
    fields.required("document"_L1, content.document);
    fields.required("copy"_L1, content.copy);
}

template <typename Fields>
void describe(Fields &fields, Described<TechnicalContent> auto &content)
{
    fields.required("event"_L1, content.event);
    int jet = jetCode(content.event);
    fields.optional("jet"_L1, jet);
    fields.check("jet"_L1, jet == jetCode(content.event), "is not that of the event"_L1);
    fields.optional("details"_L1, content.details);
}

QJsonObject toJson(const StockContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const VisitorsContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const SessionOpenedContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const CashMovedContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const DrawerOpenedContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const CopyContent &content)
{
    return writeFields(content);
}

QJsonObject toJson(const TechnicalContent &content)
{
    return writeFields(content);
}

Result<StockContent> stockContentFromJson(const QJsonObject &object)
{
    return readFields<StockContent>(object);
}

Result<VisitorsContent> visitorsContentFromJson(const QJsonObject &object)
{
    return readFields<VisitorsContent>(object);
}

Result<SessionOpenedContent> sessionOpenedContentFromJson(const QJsonObject &object)
{
    return readFields<SessionOpenedContent>(object);
}

Result<CashMovedContent> cashMovedContentFromJson(const QJsonObject &object)
{
    return readFields<CashMovedContent>(object);
}

Result<DrawerOpenedContent> drawerOpenedContentFromJson(const QJsonObject &object)
{
    return readFields<DrawerOpenedContent>(object);
}

Result<CopyContent> copyContentFromJson(const QJsonObject &object)
{
    return readFields<CopyContent>(object);
}

Result<TechnicalContent> technicalContentFromJson(const QJsonObject &object)
{
    return readFields<TechnicalContent>(object);
}

} // namespace guichet
