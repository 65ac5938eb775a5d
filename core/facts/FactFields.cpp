// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/FactFields.h"

#include "core/base/EnumNames.h"

namespace guichet {
namespace {

constexpr EnumNames<LineKind, 4> lineKinds{{"resource"_L1, "supplement"_L1, "product"_L1, "gift"_L1}};
constexpr EnumNames<PriceChangeKind, 4> changeKinds{{"promotion"_L1, "code"_L1, "free"_L1, "price"_L1}};

} // namespace

QString enumName(VatCode value)
{
    return vatCodeLetter(value);
}

QString enumName(LineKind value)
{
    return lineKinds.nameOf(value);
}

QString enumName(PriceChangeKind value)
{
    return changeKinds.nameOf(value);
}

QString enumName(PaymentType value)
{
    return paymentTypeName(value);
}

QString enumName(Language value)
{
    return languageCode(value);
}

bool enumNamed(const QString &name, VatCode &value)
{
    return putEnum(vatCodeFromLetter(name), value);
}

bool enumNamed(const QString &name, LineKind &value)
{
    return putEnum(lineKinds.valueOf(name), value);
}

bool enumNamed(const QString &name, PriceChangeKind &value)
{
    return putEnum(changeKinds.valueOf(name), value);
}

bool enumNamed(const QString &name, PaymentType &value)
{
    return putEnum(paymentTypeFromName(name), value);
}

bool enumNamed(const QString &name, Language &value)
{
    value = languageFromCode(name);
    return languageCode(value) == name;
}

QJsonValue writtenValue(const CashCount &count)
{
    return count.toJson();
}

QString readValue(const QJsonValue &json, CashCount &count)
{
    const auto read = CashCount::fromJson(json.toObject());
    if (!json.isObject() || !read)
        return u"not a count of denominations"_s;
    count = *read;
    return count.toJson() == json.toObject() ? QString{} : u"spells out its default"_s;
}

} // namespace guichet
