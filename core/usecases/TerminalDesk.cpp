// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalDesk.h"

#include "core/ledger/WorkingStore.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <QJsonDocument>
#include <algorithm>
#include <tuple>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString settingsName = u"terminal"_s; // in WorkingStore

} // namespace

Result<TerminalSettings> TerminalDesk::settings() const
{
    TRY_LET(text, WorkingStore{m_workplace.db()}.value(settingsName));
    if (text.isEmpty())
        return TerminalSettings{};
    return terminalSettingsFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

/// In the caller's transaction.
Result<> TerminalDesk::record(const TerminalSettings &settings)
{
    TRY_LET(actor, Staff{m_workplace}.authorise(Right::EditSettings));
    TRY_LET(open, Checkout{m_workplace}.openIntents());
    if (!open.empty())
        return failure(ErrorCode::IntentPending, u"a payment has no answer yet"_s);
    TRY(m_workplace.journal().appendTechnical(TechnicalEvent::SettingsChanged, {{u"kind"_s, u"terminal"_s}, {u"terminal"_s, settings.kind}},
                                              actor));
    return WorkingStore{m_workplace.db()}.setValue(settingsName,
                                                   QString::fromUtf8(QJsonDocument{toJson(settings)}.toJson(QJsonDocument::Compact)));
}

Result<> TerminalDesk::save(const CommandId &id, const TerminalSettings &settings, const QByteArray &secret, SecretStore &secrets)
{
    TRY(terminalSettingsFromJson(toJson(settings)));
    const QString key = terminalSecretKey(settings.kind);
    if (key.isEmpty() || secret.isEmpty())
        return m_workplace.onceDone(id, [&] { return record(settings); });
    TRY_LET(before, keptTerminalSecret(settings.kind, secrets));
    const Result<> saved = m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(record(settings));
        return secrets.write(key, secret); // last of what can fail but the commit
    });
    if (!saved)
        std::ignore = secrets.write(key, before); // the settings of before need the secret of before
    return saved;
}

Result<QByteArray> keptTerminalSecret(const QString &kind, SecretStore &secrets)
{
    const QString key = terminalSecretKey(kind);
    if (key.isEmpty())
        return QByteArray{};
    auto secret = secrets.read(key);
    if (!secret && secret.error().code == ErrorCode::NotFound)
        return QByteArray{};
    return secret;
}

Result<bool> TerminalDesk::hasDoubt(const QString &terminal) const
{
    TRY_LET(open, Checkout{m_workplace}.openIntents());
    return std::ranges::any_of(
        open, [&](const PaymentIntent &intent) { return intent.state == IntentState::Unknown && intent.terminal == terminal; });
}

} // namespace guichet
