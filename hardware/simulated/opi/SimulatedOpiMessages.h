// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/opi/OpiMessages.h"
#include "hardware/simulated/opi/SimulatedOpiSettings.h"

#include <QStringList>

namespace guichet {

/// What a till asks, as the terminal reads it.
struct SimulatedOpiRequest
{
    OpiRequest::Element element = OpiRequest::Element::Service;
    QString workstationId;
    QString id;
    QString type;
    bool tillPrints = true; ///< It wants the tickets.
    std::optional<Money> amount;
    QString originalStan;
};
/// None: it is no request.
std::optional<SimulatedOpiRequest> simulatedOpiRequestFrom(const OpiElement &root);

/// A payment as the terminal remembers it.
struct SimulatedOpiRecord
{
    SimulatedOpiRequest request;
    QString overallResult;
    QString stan;
    QString receipt;
    QString approvalCode; ///< Empty: no money moved.
    Money amount;
    QString errorCode;
    QString errorText;
    QDateTime at;
    bool isApproved() const { return !approvalCode.isEmpty(); }
};

/// Writes what a terminal says. In OPI-DE it writes `Authorization` with child elements, in ISO-8859-1: real ones differ that much.
class SimulatedOpiMessages
{
public:
    explicit SimulatedOpiMessages(SimulatedOpiSettings settings) : m_settings{std::move(settings)} {}

    /// An answer without a payment.
    QByteArray answer(const SimulatedOpiRequest &to, const QString &overallResult, const QString &errorText = {}) const;
    /// With that of a payment; `isRepeated`: it says whose.
    QByteArray answer(const SimulatedOpiRequest &to, const SimulatedOpiRecord &record, bool isRepeated) const;
    /// With the rows of a reconciliation.
    QByteArray answer(const SimulatedOpiRequest &to, const std::vector<OpiTotal> &totals) const;

    /// Device requests; `number` counts them within `of`.
    QByteArray output(const SimulatedOpiRequest &of, int number, const QString &target, const QStringList &lines) const;
    QByteArray journal(const SimulatedOpiRequest &of, int number, const SimulatedOpiRecord &record) const;
    QByteArray question(const SimulatedOpiRequest &of, int number, const QString &text) const;

private:
    class Writer;
    SimulatedOpiSettings m_settings;
};

/// The lines of a ticket.
QStringList simulatedOpiTicket(const SimulatedOpiRecord &record, bool isMerchants);

inline constexpr QStringView simulatedOpiBrand = u"Bancontact";

} // namespace guichet
