// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtBmp.h"

#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtTlv.h"

#include <algorithm>
#include <array>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

using Length = ZvtFieldForm::Length;

constexpr ZvtFieldForm fixed(quint8 number, qsizetype bytes)
{
    return {.number = number, .length = Length::Fixed, .bytes = bytes};
}

constexpr ZvtFieldForm llVar(quint8 number)
{
    return {.number = number, .length = Length::LlVar};
}

constexpr ZvtFieldForm lllVar(quint8 number)
{
    return {.number = number, .length = Length::LllVar};
}

/// In ascending order.
constexpr std::array forms{
    fixed(0x01, 1), // timeout
    fixed(0x02, 1), // most status informations
    fixed(0x03, 1), // service byte
    fixed(0x04, 6), // amount
    fixed(0x05, 1), // pump
    ZvtFieldForm{.number = 0x06, .length = Length::Tlv},
    fixed(0x0B, 3),  // trace number
    fixed(0x0C, 3),  // time
    fixed(0x0D, 2),  // date, MMDD
    fixed(0x0E, 2),  // expiry, YYMM
    fixed(0x17, 2),  // card sequence number
    fixed(0x19, 1),  // payment type, or status of the terminal
    llVar(0x22),     // card number
    llVar(0x23),     // track 2
    lllVar(0x24),    // track 3
    fixed(0x27, 1),  // result
    fixed(0x29, 4),  // terminal
    fixed(0x2A, 15), // contract number of the merchant
    llVar(0x2D),     // track 1
    lllVar(0x2E),    // synchronous chip
    fixed(0x37, 3),  // trace number of what is reversed
    fixed(0x3A, 2),  // CVV
    fixed(0x3B, 8),  // approval code
    lllVar(0x3C),    // text
    fixed(0x3D, 3),  // password
    fixed(0x49, 2),  // currency
    llVar(0x4C),     // blocked goods
    lllVar(0x60),    // totals
    fixed(0x70, 4),  // image
    fixed(0x71, 4),
    fixed(0x72, 1),
    fixed(0x73, 1),
    fixed(0x74, 1),
    fixed(0x75, 1),
    fixed(0x87, 2), // receipt number
    fixed(0x88, 3), // turnover number
    fixed(0x8A, 1), // card type
    llVar(0x8B),    // card name
    fixed(0x8C, 1), // card type of the network
    lllVar(0x92),   // offline ec-Cash, in older revisions
    lllVar(0x9A),   // GeldKarte record
    fixed(0xA0, 1), // result of the host
    llVar(0xA7),    // chip data
    fixed(0xAA, 3), // date, YYMMDD
    lllVar(0xAF),   // EF_Info
    fixed(0xBA, 5), // AID parameter
    fixed(0xD0, 1),
    llVar(0xD1), // PIN data
    fixed(0xD2, 1),
    fixed(0xD3, 1),
    fixed(0xE0, 1), // least length of an input
    llVar(0xE1),    // text of an input, eight lines
    llVar(0xE2),
    llVar(0xE3),
    llVar(0xE4),
    llVar(0xE5),
    llVar(0xE6),
    llVar(0xE7),
    llVar(0xE8),
    fixed(0xE9, 1), // most length of an input
    fixed(0xEA, 1),
    fixed(0xEB, 8), // MAC over the texts
    fixed(0xF0, 1), // how long a text is shown
    llVar(0xF1),    // text to show, eight lines
    llVar(0xF2),
    llVar(0xF3),
    llVar(0xF4),
    llVar(0xF5),
    llVar(0xF6),
    llVar(0xF7),
    llVar(0xF8),
    fixed(0xF9, 1),
    fixed(0xFA, 1),
    fixed(0xFB, 1),
    fixed(0xFC, 1),
    fixed(0xFD, 1),
};
static_assert(std::ranges::is_sorted(forms, {}, &ZvtFieldForm::number));

std::unexpected<Error> brokenField(quint8 number, const QString &why)
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"zvt bmp %1: %2"_s.arg(number, 2, 16, QChar{u'0'}).arg(why));
}

/// Where a value begins and how long it is.
Result<ZvtTlvExtent> variableExtent(quint8 number, QByteArrayView bytes, qsizetype digits)
{
    if (bytes.size() < digits)
        return brokenField(number, u"no length"_s);
    ZvtTlvExtent extent{.header = digits, .value = 0};
    for (const char byte : bytes.first(digits)) {
        const int digit = static_cast<quint8>(byte) & 0x0F;
        if ((static_cast<quint8>(byte) & 0xF0) != 0xF0 || digit > 9)
            return brokenField(number, u"no such length"_s);
        extent.value = extent.value * 10 + digit;
    }
    return extent;
}

Result<ZvtTlvExtent> extentOf(const ZvtFieldForm &form, QByteArrayView bytes)
{
    switch (form.length) {
    case Length::Fixed: return ZvtTlvExtent{.header = 0, .value = form.bytes};
    case Length::LlVar: return variableExtent(form.number, bytes, 2);
    case Length::LllVar: return variableExtent(form.number, bytes, 3);
    case Length::Tlv: return zvtTlvExtent(bytes);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<ZvtFieldForm> zvtFieldForm(quint8 number)
{
    const auto found = std::ranges::lower_bound(forms, number, {}, &ZvtFieldForm::number);
    return found != forms.end() && found->number == number ? std::optional{*found} : std::nullopt;
}

std::optional<QByteArrayView> ZvtFields::value(quint8 number) const
{
    const auto found = std::ranges::find(all, number, &ZvtField::number);
    return found == all.end() ? std::nullopt : std::optional{found->value};
}

Result<ZvtFields> zvtFieldsFrom(QByteArrayView bytes)
{
    ZvtFields fields;
    while (!bytes.isEmpty()) {
        const auto number = static_cast<quint8>(bytes.front());
        const auto form = zvtFieldForm(number);
        if (!form) {
            fields.unread = bytes;
            break;
        }
        bytes = bytes.sliced(1);
        TRY_LET(extent, extentOf(*form, bytes));
        if (bytes.size() < extent.header + extent.value)
            return brokenField(number, u"%1 of %2 bytes"_s.arg(bytes.size()).arg(extent.header + extent.value));
        fields.all.push_back({.number = number, .value = bytes.sliced(extent.header, extent.value)});
        bytes = bytes.sliced(extent.header + extent.value);
    }
    return fields;
}

QByteArray zvtField(quint8 number, const QByteArray &value)
{
    const auto form = zvtFieldForm(number);
    Q_ASSERT(form);
    const QByteArray name(1, static_cast<char>(number));
    switch (form->length) {
    case Length::Fixed: return name + value;
    case Length::LlVar: return name + zvtVariableLength(value.size(), 2) + value;
    case Length::LllVar: return name + zvtVariableLength(value.size(), 3) + value;
    case Length::Tlv: return name + zvtTlvLength(value.size()) + value;
    }
    Q_UNREACHABLE();
}

} // namespace guichet
