// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/FactFields.h"

#include "core/base/EnumNames.h"

namespace guichet {
namespace {

constexpr EnumNames<LineKind, 4> lineKinds{{"resource"_L1, "supplement"_L1, "product"_L1, "gift"_L1}};
constexpr EnumNames<PriceChangeKind, 4> changeKinds{{"promotion"_L1, "code"_L1, "free"_L1, "price"_L1}};

template <typename Enum>
bool put(const std::optional<Enum> &found, Enum &value)
{
    if (found)
        value = *found;
    return found.has_value();
}

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
    return put(vatCodeFromLetter(name), value);
}

bool enumNamed(const QString &name, LineKind &value)
{
    return put(lineKinds.valueOf(name), value);
}

bool enumNamed(const QString &name, PriceChangeKind &value)
{
    return put(changeKinds.valueOf(name), value);
}

bool enumNamed(const QString &name, PaymentType &value)
{
    return put(paymentTypeFromName(name), value);
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
