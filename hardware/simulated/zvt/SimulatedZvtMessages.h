// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/zvt/SimulatedZvtBook.h"

#include <QStringList>

namespace guichet {

/// What a simulated ZVT terminal writes (hardware.md §6.3), with a Bancontact card in it.
class SimulatedZvtMessages
{
public:
    /// The settings outlive it.
    explicit SimulatedZvtMessages(const SimulatedZvtSettings &settings) : m_settings{settings} {}

    ZvtApdu registered() const;
    ZvtApdu status(const SimulatedZvtBook::Decision &decision) const;
    ZvtApdu aborted() const; ///< A status information without a transaction.
    static ZvtApdu failure(quint8 result);
    /// `shown`: words for the display; empty: none.
    ZvtApdu intermediate(quint8 code, const QString &shown) const;
    ZvtApdu state(quint8 code) const;
    static ZvtApdu clock(const QDateTime &now);
    /// The slips of a transaction: text blocks, or print lines for a till that does not take those.
    std::vector<ZvtApdu> slips(const SimulatedZvtBook::Decision &decision, bool asBlocks) const;
    std::vector<ZvtApdu> report(const QString &title, bool asBlocks) const;

private:
    enum class Reader : char { Merchant = 1, Customer = 2, Administration = 3 };
    QByteArray written(const QString &text) const;
    std::vector<ZvtApdu> printed(Reader reader, const QStringList &lines, bool asBlocks) const;
    QByteArray container(const SimulatedZvtBook::Decision &decision) const;

    const SimulatedZvtSettings &m_settings;
};

} // namespace guichet
