// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <optional>
#include <vector>

namespace guichet {

/// How long a field is: by its number, or as it says itself (hardware.md §6.1).
struct ZvtFieldForm
{
    enum class Length { Fixed, LlVar, LllVar, Tlv };
    quint8 number = 0; ///< The BMP.
    Length length = Length::Fixed;
    qsizetype bytes = 0; ///< Of a fixed one.
};

/// The form of a BMP, from the whole list of PA00P015. None: there is no such BMP.
std::optional<ZvtFieldForm> zvtFieldForm(quint8 number);

/// One field; what it holds looks into the bytes that were read.
struct ZvtField
{
    quint8 number = 0;
    QByteArrayView value = {};
};

struct ZvtFields
{
    std::vector<ZvtField> all;
    QByteArrayView unread = {}; ///< From the first unknown BMP on: nobody knows how long it is.

    /// The first one with that number; none when it is not there.
    std::optional<QByteArrayView> value(quint8 number) const;
};

/// The fields of a message. DeviceAnswerInvalid: one is cut off, or its length is no length. The bytes outlive the result.
Result<ZvtFields> zvtFieldsFrom(QByteArrayView bytes);

/// A field as it stands in a message. `value` fits the form of the BMP, which exists.
QByteArray zvtField(quint8 number, const QByteArray &value);

} // namespace guichet
