// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace guichet {

/// The few fields of a body by which a chain is followed, as written: read without building the whole, since a chain of a million facts is
/// to be proven at the speed of its signatures. Views into the bytes they were read from.
struct BodyFields
{
    QByteArrayView till;
    QByteArrayView incarnation;
    QByteArrayView number;
    QByteArrayView contentHash;  ///< Lower-case hex.
    QByteArrayView previousHash; ///< Lower-case hex.
};

/// Nullopt when the bytes are no JSON object without white space, as canonical JSON is.
std::optional<BodyFields> readBodyFields(const QByteArray &body);

} // namespace guichet
