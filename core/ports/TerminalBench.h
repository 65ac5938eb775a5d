// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Call.h"
#include "core/base/Error.h"

#include <QStringList>
#include <optional>

namespace guichet {

/// What the page of devices does with the card terminal of the settings (HW-5). GUI thread.
class TerminalBench
{
public:
    virtual ~TerminalBench() = default;
    /// Why the settings do not do; none: the terminal can be asked. Says nothing of whether it answers.
    virtual std::optional<Error> trouble() const = 0;
    /// Whether it could take a payment now, in its own words.
    virtual Call<Result<QString>> diagnose() = 0;
    /// Puts the secret of a kind of terminal where secrets are (SecretStore).
    virtual Call<Result<>> keepSecret(const QString &kind, const QString &secret) = 0;
    /// The settings have changed: takes them, at the end of the payment that runs.
    virtual Call<void> reload() = 0;
    virtual QStringList lastErrors() const = 0; ///< Newest last, with their time.
    virtual QString log() const = 0;            ///< What till and terminal said, card data masked.
};

} // namespace guichet
