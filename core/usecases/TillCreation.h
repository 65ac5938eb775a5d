// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/ports/SecretStore.h"

#include <QJsonObject>

namespace guichet {

/// What makes a till (ACC-8, short form): the demo attraction, or a real one.
struct TillCreation
{
    bool demo = false;
    int historyDays = 0;    ///< Demo only: a deterministic past of so many days.
    QJsonObject attraction; ///< Checked as a document of kind Attraction.
    QString tillName;       ///< Shown on screen and paper; the demo: key of one of its tills, `accueil` when empty.
    QString administrator;  ///< Display name.
    QString administratorEmail;
    QString pin;
    QString secretStore;    ///< `keychain` or `file`; empty: the keychain, or a file where there is none (decisions 14).
    bool opensStock = true; ///< False: another till of the account has counted what was there at the beginning.
};

struct CreatedTill
{
    QString tillUid;
    QString keyFingerprint;
    QString secretStore; ///< Which one keeps the secret.
};

/// Makes a till in an empty or missing folder: ledger, signing key, documents. TillExists when there is one; on any error the folder is
/// left as it was. `keychain` null: the secret goes to a file.
Result<CreatedTill> createTill(const QString &dataFolder, const TillCreation &creation, const Clock &clock,
                               SecretStore *keychain = nullptr);

} // namespace guichet
