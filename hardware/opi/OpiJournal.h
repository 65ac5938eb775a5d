// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"
#include "hardware/opi/OpiXml.h"

#include <QJsonObject>
#include <optional>

namespace guichet {

/// The electronic ticket that a terminal sends before its answer (E-Journal, hardware.md §4.4). When the answer is lost it is what a person
/// gets to see.
struct OpiJournal
{
    qint64 requestId = -1;       ///< Of channel 0; −1: not said.
    std::optional<Money> amount; ///< None: not said, or not in euros.
    QString approvalCode;
    QString result; ///< TransactionResultText.
    QString reference;
    QString at;
    QString terminalId;
    QString brand;
    friend bool operator==(const OpiJournal &, const OpiJournal &) = default;

    /// The bank has said yes.
    bool isApproval() const { return !approvalCode.isEmpty() && amount.has_value(); }
    QJsonObject toJson() const;
    static OpiJournal fromJson(const QJsonObject &object);
};

/// From an Output element that holds the ticket as elements or as the text of an XML document. None: it holds no transaction.
std::optional<OpiJournal> opiJournalFrom(const OpiElement &output);

} // namespace guichet
