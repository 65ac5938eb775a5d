// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace guichet {

/// Keeps small secrets outside the ledger: the system keychain, or a 0600 file (SYN-5, decisions 14). Calls may block for seconds.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual QString name() const = 0;                        ///< `keychain` or `file`.
    virtual Result<QByteArray> read(const QString &key) = 0; ///< NotFound: no such secret; KeyUnavailable: out of reach now.
    virtual Result<> write(const QString &key, const QByteArray &secret) = 0;
    virtual Result<> remove(const QString &key) = 0; ///< One that is not there is no error. KeyUnavailable.
};

} // namespace guichet
