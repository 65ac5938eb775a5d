// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/StatusLogin.h"

#include "core/base/Clock.h"
#include "core/crypto/Crypto.h"
#include "core/people/User.h"
#include "sync/central/CentralSecrets.h"

namespace guichet {
namespace {

constexpr int bytesOfSession = 32;
constexpr int digitsOfPassword = 16; ///< 80 bits: nobody guesses it, whoever may try.

} // namespace

Result<QString> StatusLogin::newPassword(const QString &account)
{
    const QString password = newSpokenSecret(digitsOfPassword);
    TRY_LET(hash, hashPin(password));
    TRY(m_store.setPassword(account, hash));
    return password;
}

Result<QByteArray> StatusLogin::logIn(const QString &account, const QString &password)
{
    const QDateTime now = m_clock.now();
    TRY_LET(known, m_store.password(account, now));
    if (!known)
        return failure(ErrorCode::PinWrong);
    if (known->isLocked)
        return failure(ErrorCode::LockedOut);
    if (!verifyPin(known->hash, plainSpokenSecret(password))) {
        TRY(m_store.noteWrongTry(account, now));
        return failure(ErrorCode::PinWrong);
    }
    TRY(m_store.forgetWrongTries(account));
    const QByteArray token = randomBytes(bytesOfSession).toHex();
    TRY(m_store.beginSession(account, hashOfSecret(token), now, now + lasts));
    return token;
}

Result<std::optional<CentralAccount>> StatusLogin::accountOf(const QByteArray &token)
{
    return m_store.accountOfSession(hashOfSecret(token), m_clock.now());
}

Result<> StatusLogin::logOut(const QByteArray &token)
{
    return m_store.endSession(hashOfSecret(token));
}

} // namespace guichet
