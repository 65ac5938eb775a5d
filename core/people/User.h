// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <QDateTime>
#include <QJsonObject>
#include <chrono>
#include <optional>

namespace guichet {

/// *Vendeur*, *utilisateur*, *administrateur* (ACC-2).
enum class Role { Seller, Manager, Administrator };

/// Who works at the till. A document; facts carry its key only.
struct User
{
    QString key; ///< Stable, no person's data: `u1`, …
    QString email;
    QString displayName;
    Language language = Language::French;
    Role role = Role::Seller;
    QString pinHash; ///< Argon2id, libsodium's encoded form.
    bool active = true;
    friend bool operator==(const User &, const User &) = default;
};

/// What a person may do (decisions 18).
enum class Right {
    OpenSession,
    Sell,
    Park,
    CollectBalance,
    SellGift,
    RedeemGift,
    ReprintLast,
    LateClosing, ///< Vendeur alone.
    GiveFree,
    ChangePrice,
    Refund,
    Cancel,
    ChangeDossier,
    MoveCash,
    OpenDrawer,
    ForceCapacity,
    CorrectPayment, ///< Vendeur with a manager's PIN.
    ReportX,
    ReportZ,
    Reprint,
    MoveStock,
    EditCatalogue,
    EraseCustomer,
    ResolvePayment,
    RefundGift,
    BlockGift,
    Training, ///< Utilisateur.
    EditUsers,
    EditSettings,
    EditVat,
    ManageKeys,
    OpenReplaced ///< Administrateur.
};

enum class Permission { Granted, WithApproval, Denied };
/// The table of decisions 18.
Permission permission(Role role, Right right);
/// The name of a right that can be approved on the spot: `refund`, `open_drawer`; empty for the others.
QString approvalName(Right right);

/// Who does it, and who approved it on the spot (both keys are recorded).
struct Actor
{
    QString user;
    Role role = Role::Seller;
    QString approver; ///< Keys of those who approved, parted by spaces; empty: no approval was needed.
    friend bool operator==(const Actor &, const Actor &) = default;
};

/// 4 to 8 digits.
bool isValidPin(const QString &pin);
/// How long a user is locked out after so many wrong tries in a row: none before the fifth, then 30 s doubling up to 15 min (ACC-2).
std::chrono::seconds lockOutAfter(int wrongTries);

QString roleName(Role role); ///< seller, manager, administrator.
std::optional<Role> roleFromName(const QString &name);
QJsonObject toJson(const User &user);
Result<User> userFromJson(const QJsonObject &document);

} // namespace guichet
