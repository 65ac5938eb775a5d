// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/TillSecrets.h"
#include "app/tool/Commands.h"
#include "core/usecases/ConflictDesk.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"
#include "sync/client/Exchange.h"

#include <QJsonArray>
#include <algorithm>

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

/// A script has one thread: the ledger is at hand.
class HandLedger final : public LedgerAccess
{
public:
    explicit HandLedger(Workplace &workplace) : m_workplace{workplace}, m_ledger{*workplace.ledger} {}
    Result<> run(const std::function<Result<>(SyncLedger &)> &work) override
    {
        const Result<> done = work(m_ledger);
        return done && m_ledger.tookDocuments() ? m_workplace.documentsChanged() : done;
    }
    SyncLedger &ledger() { return m_ledger; }

private:
    Workplace &m_workplace;
    SyncLedger m_ledger;
};

Result<QJsonObject> stateAnswer(SyncLedger &ledger)
{
    TRY_LET(state, ledger.state());
    QJsonObject answer{{u"enrolled"_s, state.enrolled}, {u"account"_s, state.account}, {u"waiting"_s, state.waiting}};
    if (state.lastContact.isValid())
        answer[u"lastContact"_s] = toRfc3339(state.lastContact);
    if (state.overruled > 0)
        answer[u"overruled"_s] = state.overruled;
    if (state.clockAhead)
        answer[u"clockAhead"_s] = true;
    if (state.unread > 0)
        answer[u"unread"_s] = state.unread;
    if (state.trouble)
        answer[u"trouble"_s] = QString{codeName(*state.trouble)};
    TRY_LET(anchor, ledger.anchor());
    if (anchor)
        answer[u"anchor"_s] = u"%1:%2"_s.arg(anchor->number).arg(toHex(anchor->hash));
    return answer;
}

/// The lost value that `kind`, `key` and `field` name; of several the newest.
Result<LostValue> readLostValue(ConflictDesk &desk, JsonReader &fields)
{
    const QString kind = fields.requiredString(u"kind"_s, 40);
    const QString key = fields.requiredString(u"key"_s, 200);
    const QString field = fields.requiredString(u"field"_s, 200);
    TRY(fields.finish());
    TRY_LET(all, desk.all());
    const auto wanted = std::ranges::find_if(all, [&](const ConflictDesk::Conflict &conflict) {
        return documentKindName(conflict.value.kind) == kind && conflict.value.key == key && conflict.value.lost.field == field;
    });
    if (wanted == all.end())
        return failure(ErrorCode::NotFound, u"no such conflict"_s, {key});
    return wanted->value;
}

} // namespace

Result<QJsonObject> enrol(ScriptSession &session, JsonReader &fields)
{
    const QString address = fields.requiredString(u"url"_s, 500);
    const QString code = fields.requiredString(u"code"_s, 64);
    const QByteArray authority = fields.string(u"authority"_s, {}, 20'000).toLatin1();
    TRY(fields.finish());
    TRY_LET(url, centralUrl(address));
    TRY_LET(workplace, session.workplace());
    TRY_LET(actor, Staff{*workplace}.authorise(Right::EditSettings));
    TillSecrets secrets{session.dataFolder(), session.keychain()};
    SyncLedger ledger{*workplace->ledger};
    TRY_LET(request, ledger.enrolment(code));
    CentralClient client{{.url = url, .token = {}, .authority = authority}};
    TRY_LET(answer, client.enrol(request));
    TRY(secrets.write(centreTokenName, answer.token));
    TRY(ledger.keepEnrolment(url, answer, workplace->settings.tillKey, {.user = actor.user, .at = workplace->now()}));
    TRY(ledger.pin(authority));
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
    TRY_LET(authority, access.ledger().authority());
    CentralClient client{{.url = url, .token = token, .authority = authority}};
    Exchange exchange{client, access, workplace->clock};
    TRY_LET(sent, exchange.push());
    TRY_LET(received, exchange.pullAll());
    TRY_LET(answer, stateAnswer(access.ledger()));
    answer[u"sent"_s] = sent;
    answer[u"received"_s] = received;
    return answer;
}

Result<QJsonObject> conflicts(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(all, ConflictDesk{*workplace}.all());
    QJsonArray answer;
    for (const ConflictDesk::Conflict &conflict : all)
        answer.append(QJsonObject{{u"kind"_s, documentKindName(conflict.value.kind)},
                                  {u"key"_s, conflict.value.key},
                                  {u"field"_s, conflict.value.lost.field},
                                  {u"value"_s, conflict.value.lost.value},
                                  {u"mine"_s, conflict.mine}});
    return QJsonObject{{u"conflicts"_s, answer}};
}

Result<QJsonObject> restoreValue(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    ConflictDesk desk{*workplace};
    TRY_LET(value, readLostValue(desk, fields));
    TRY(desk.restore(session.commandId(), value));
    return QJsonObject{};
}

Result<QJsonObject> dismissValue(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    ConflictDesk desk{*workplace};
    TRY_LET(value, readLostValue(desk, fields));
    TRY(desk.dismiss(session.commandId(), value));
    return QJsonObject{};
}

Result<QJsonObject> syncState(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    SyncLedger ledger{*workplace->ledger};
    return stateAnswer(ledger);
}

} // namespace guichet::commands
