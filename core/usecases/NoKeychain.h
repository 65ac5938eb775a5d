// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/SecretStore.h"

namespace guichet {

/// Where no keychain was given: nothing can be read from it, and a new till keeps its secret in a file.
class NoKeychain final : public SecretStore
{
public:
    QString name() const override { return QStringLiteral("none"); }
    Result<QByteArray> read(const QString &) override { return failure(ErrorCode::KeyUnavailable, QStringLiteral("no keychain")); }
    Result<> write(const QString &, const QByteArray &) override
    {
        return failure(ErrorCode::KeyUnavailable, QStringLiteral("no keychain"));
    }
    Result<> remove(const QString &) override { return failure(ErrorCode::KeyUnavailable, QStringLiteral("no keychain")); }
};

} // namespace guichet
