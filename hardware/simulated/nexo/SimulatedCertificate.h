// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace guichet {

/// An authority made for one run and a certificate that it signed. All PEM; nothing touches the disk.
struct SimulatedCertificate
{
    QByteArray root; ///< What a client pins.
    QByteArray leaf;
    QByteArray key; ///< Of the leaf.
};

/// `name`: the common name of the leaf. Internal: OpenSSL refused.
Result<SimulatedCertificate> makeSimulatedCertificate(const QString &name);

} // namespace guichet
