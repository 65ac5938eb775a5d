// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace guichet {

/// What a terminal says of the card and of itself (hardware.md §2). Never a whole card number: belgium.md §8.1.
struct CardDetails
{
    QString brand;     ///< As the terminal writes it: `Bancontact`.
    QString maskedPan; ///< At most the last four digits are readable.
    QString entry;     ///< chip, contactless, mobile, magstripe, manual; empty: not said.
    QString terminalId;
    QString merchantId;
    QString receiptNumber; ///< The terminal's own.
    QDateTime at;          ///< When the terminal says that it was; null: not said.
    friend bool operator==(const CardDetails &, const CardDetails &) = default;
};

} // namespace guichet
