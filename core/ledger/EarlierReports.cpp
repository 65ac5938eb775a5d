// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/EarlierReports.h"

#include <QVersionNumber>

namespace guichet {

namespace {

/// A figure that is added to Report, and held by reportDifferences(), raises the version of the program and this one.
bool knowsEveryFigure(const QString &softwareVersion)
{
    static const QVersionNumber first{0, 2};
    return QVersionNumber::fromString(softwareVersion) >= first;
}

} // namespace

void EarlierReports::take(const FactBody &body)
{
    m_ended = m_ended || knowsEveryFigure(body.softwareVersion);
    if (!m_ended && body.type == FactType::ZReport)
        m_sessions.insert(body.session);
}

} // namespace guichet
