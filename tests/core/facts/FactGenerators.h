// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/facts/Contents.h"
#include "tests/support/Property.h"

/// Arbitrary values of facts for RapidCheck, defaults and extremes often among them.
namespace guichet {

template <typename Entity>
Id<Entity> anyId()
{
    const QUuid uuid{*rc::gen::arbitrary<uint>(), *rc::gen::arbitrary<ushort>(), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1};
    return *Id<Entity>::fromString(uuid.toString());
}

template <typename Entity>
Id<Entity> anyIdOrNone()
{
    return *rc::gen::arbitrary<bool>() ? anyId<Entity>() : Id<Entity>{};
}

inline int anyCount()
{
    return *rc::gen::oneOf(rc::gen::inRange(-3, 4), rc::gen::arbitrary<int>());
}

inline bool anyFlag()
{
    return *rc::gen::arbitrary<bool>();
}

inline Money anyAmount()
{
    return *rc::gen::oneOf(rc::gen::just(Money{}), anyMoney());
}

inline QString anyText()
{
    static const QStringList texts{{},
                                   QStringLiteral("adulte"),
                                   QStringLiteral("Œuf à 2 €"),
                                   QStringLiteral("\"\\\n\u0001"),
                                   QStringLiteral("🎟 ticket"),
                                   QString{200, u'x'},
                                   QStringLiteral(" ")};
    return texts[*rc::gen::inRange<qsizetype>(0, texts.size())];
}

inline QString anyKey()
{
    return anyText() + QStringLiteral("k");
}

inline LocalizedText anyTitle()
{
    LocalizedText title;
    for (const Language language : {Language::French, Language::Dutch, Language::English, Language::German})
        title.set(language, anyText());
    return title;
}

template <typename Enum>
Enum anyOf(Enum last)
{
    return static_cast<Enum>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}

inline QDate anyDate()
{
    return QDate{2020, 2, 28}.addDays(*rc::gen::inRange(0, 4000));
}

inline QDate anyDateOrNone()
{
    return anyFlag() ? anyDate() : QDate{};
}

inline QDateTime anyInstant()
{
    const qint64 start = QDateTime{{2026, 1, 1}, {}, brussels()}.toMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(start + *rc::gen::inRange<qint64>(0, 400LL * 86'400'000), brussels());
}

inline QDateTime anyInstantOrNone()
{
    return anyFlag() ? anyInstant() : QDateTime{};
}

template <typename Make>
auto several(Make make)
{
    std::vector<decltype(make())> values;
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count)
        values.push_back(make());
    return values;
}

inline VatRate anyRate()
{
    return {anyOf(VatCode::X), BasisPoints{*rc::gen::element<qint64>(0, 600, 1200, 2100)}};
}

inline VatAmount anyVat()
{
    const Money total = anyAmount();
    const VatSplit split{.base = total - Money::fromCents(17), .vat = Money::fromCents(17)};
    return {.rate = anyRate(), .base = split.base, .vat = split.vat, .total = total};
}

inline PriceChange anyChange()
{
    return {.kind = anyOf(PriceChangeKind::Manual),
            .key = anyText(),
            .title = anyTitle(),
            .amount = anyAmount(),
            .units = anyCount(),
            .approver = anyText()};
}

inline NamedDiscount anyDiscount()
{
    return {.kind = anyOf(PriceChangeKind::Manual), .key = anyText(), .title = anyTitle(), .amount = anyAmount()};
}

inline Visit anyVisit()
{
    return {anyDateOrNone(), anyFlag() ? QTime{*rc::gen::inRange(0, 24), *rc::gen::inRange(0, 60)} : QTime{}};
}

inline PricedLine anyPricedLine()
{
    PricedLine line;
    line.id = anyId<CartLine>();
    line.kind = anyOf(LineKind::GiftValue);
    line.formula = anyText();
    line.formulaTitle = anyTitle();
    line.item = anyText();
    line.title = anyTitle();
    line.group = anyText();
    line.category = anyText();
    line.visit = anyVisit();
    line.durationMinutes = anyCount();
    line.quantity = anyCount();
    line.persons = anyCount();
    line.grams = anyCount();
    line.barcode = anyText();
    line.giftCode = anyText();
    line.unitPrice = anyAmount();
    line.priceRule = anyText();
    line.gross = anyAmount();
    line.changes = several(anyChange);
    line.net = anyAmount();
    line.vat = anyRate();
    return line;
}

inline SaleLine anySaleLine()
{
    return {.priced = anyPricedLine(),
            .freeUnits = anyCount(),
            .freeReason = anyText(),
            .forceReason = anyText(),
            .forceApprover = anyText(),
            .refundedUnits = 0};
}

inline Payment anyPayment()
{
    Payment payment;
    payment.id = anyId<Payment>();
    payment.dossier = anyIdOrNone<Dossier>();
    payment.method = anyText();
    payment.type = anyOf(PaymentType::Other);
    payment.methodTitle = anyTitle();
    payment.amount = anyAmount();
    payment.rounding = anyAmount();
    payment.excess = anyAmount();
    payment.tip = anyAmount();
    payment.tendered = anyAmount();
    payment.change = anyAmount();
    payment.reference = anyText();
    payment.giftCode = anyText();
    payment.intent = anyIdOrNone<PaymentIntent>();
    payment.at = anyInstantOrNone();
    return payment;
}

inline FactPosition anyPosition()
{
    return {.till = anyText(), .incarnation = anyCount(), .number = anyCount()};
}

inline DocumentNumber anyDocument()
{
    return {.series = anyKey(), .number = anyCount()};
}

} // namespace guichet
