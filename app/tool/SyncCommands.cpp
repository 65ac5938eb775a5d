// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/TillSecrets.h"
#include "app/tool/Commands.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"
#include "sync/client/Exchange.h"

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

/// A script has one thread: the ledger is at hand.
class HandLedger final : public LedgerAccess
{
public:
    explicit HandLedger(Workplace &workplace) : m_ledger{*workplace.ledger} {}
    Result<> run(const std::function<Result<>(SyncLedger &)> &work) override { return work(m_ledger); }
    SyncLedger &ledger() { return m_ledger; }

private:
    SyncLedger m_ledger;
};

Result<QJsonObject> stateAnswer(SyncLedger &ledger)
{
    TRY_LET(state, ledger.state());
    QJsonObject answer{{u"enrolled"_s, state.enrolled}, {u"account"_s, state.account}, {u"waiting"_s, state.waiting}};
    if (state.lastContact.isValid())
        answer[u"lastContact"_s] = toRfc3339(state.lastContact);
    if (state.trouble)
        answer[u"trouble"_s] = QString{codeName(*state.trouble)};
    TRY_LET(anchor, ledger.anchor());
    if (anchor)
        answer[u"anchor"_s] = u"%1:%2"_s.arg(anchor->number).arg(toHex(anchor->hash));
    return answer;
}

} // namespace

Result<QJsonObject> enrol(ScriptSession &session, JsonReader &fields)
{
    const QString address = fields.requiredString(u"url"_s, 500);
    const QString code = fields.requiredString(u"code"_s, 64);
    TRY(fields.finish());
    TRY_LET(url, centralUrl(address));
    TRY_LET(workplace, session.workplace());
    TRY_LET(actor, Staff{*workplace}.authorise(Right::EditSettings));
    TillSecrets secrets{session.dataFolder(), session.keychain()};
    SyncLedger ledger{*workplace->ledger};
    TRY_LET(request, ledger.enrolment(code));
    CentralClient client{{.url = url, .token = {}}};
    TRY_LET(answer, client.enrol(request));
    TRY(secrets.write(centreTokenName, answer.token));
    TRY(ledger.keepEnrolment(url, answer, workplace->settings.tillKey, {.user = actor.user, .at = workplace->now()}));
    TRY(workplace->documentsChanged());
    return stateAnswer(ledger);
}

Result<QJsonObject> sync(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TillSecrets secrets{session.dataFolder(), session.keychain()};
    HandLedger access{*workplace};
    TRY_LET(url, access.ledger().url());
    TRY_LET(token, secrets.read(centreTokenName));
    CentralClient client{{.url = url, .token = token}};
    Exchange exchange{client, access, workplace->clock};
    TRY_LET(sent, exchange.push());
    TRY_LET(received, exchange.pullAll());
    TRY_LET(answer, stateAnswer(access.ledger()));
    answer[u"sent"_s] = sent;
    answer[u"received"_s] = received;
    return answer;
}

Result<QJsonObject> syncState(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    SyncLedger ledger{*workplace->ledger};
    return stateAnswer(ledger);
}

} // namespace guichet::commands
