// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalDesk.h"

#include "core/ledger/WorkingStore.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <QJsonDocument>
#include <algorithm>

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

Result<> TerminalDesk::save(const CommandId &id, const TerminalSettings &settings)
{
    TRY(terminalSettingsFromJson(toJson(settings)));
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::EditSettings));
        TRY_LET(open, Checkout{m_workplace}.openIntents());
        if (!open.empty())
            return failure(ErrorCode::IntentPending, u"a payment has no answer yet"_s);
        TRY(m_workplace.journal().appendTechnical(TechnicalEvent::SettingsChanged,
                                                  {{u"kind"_s, u"terminal"_s}, {u"terminal"_s, settings.kind}}, actor));
        return WorkingStore{m_workplace.db()}.setValue(settingsName,
                                                       QString::fromUtf8(QJsonDocument{toJson(settings)}.toJson(QJsonDocument::Compact)));
    });
}

Result<bool> TerminalDesk::hasDoubt(const QString &terminal) const
{
    TRY_LET(open, Checkout{m_workplace}.openIntents());
    return std::ranges::any_of(
        open, [&](const PaymentIntent &intent) { return intent.state == IntentState::Unknown && intent.terminal == terminal; });
}

} // namespace guichet
