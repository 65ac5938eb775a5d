// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/TillSecrets.h"
#include "app/tool/Commands.h"
#include "core/usecases/ConflictDesk.h"
#include "core/usecases/NoKeychain.h"
#include "core/usecases/Staff.h"
#include "core/usecases/UserDesk.h"
#include "core/usecases/Workplace.h"
#include "sync/client/Enrolment.h"
#include "sync/client/Replacement.h"

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
    if (state.usersToConfirm > 0)
        answer[u"usersToConfirm"_s] = state.usersToConfirm;
    if (state.clockAhead.count() != 0)
        answer[u"clockAhead"_s] = static_cast<qint64>(state.clockAhead.count());
    if (state.unread > 0)
        answer[u"unread"_s] = state.unread;
    if (state.found > 0) {
        answer[u"found"_s] = state.found;
        answer[u"foundSales"_s] = state.foundSales;
        answer[u"foundAmount"_s] = state.foundAmount.cents();
    }
    if (state.trouble)
        answer[u"trouble"_s] = QString{codeName(*state.trouble)};
    TRY_LET(anchor, ledger.chains().anchor());
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

/// Of a PIN nobody sees even the hash.
QJsonObject conflictJson(const ConflictDesk::Conflict &conflict)
{
    const LostField &lost = conflict.value.lost;
    QJsonObject object{{u"kind"_s, documentKindName(conflict.value.kind)},
                       {u"key"_s, conflict.value.key},
                       {u"field"_s, lost.field},
                       {u"mine"_s, conflict.mine}};
    if (lost.field != u"pinHash") {
        object[u"value"_s] = lost.value;
        object[u"standing"_s] = conflict.standing;
    }
    if (!conflict.till.isEmpty())
        object[u"till"_s] = conflict.till.french();
    return object;
}

/// Nothing of what nothing was sold beyond.
QJsonObject overuseJson(const Overuse &overuse)
{
    QJsonArray codes;
    for (const OverusedCode &code : overuse.codes)
        codes.append(QJsonObject{{u"code"_s, code.code}, {u"used"_s, code.used}, {u"limit"_s, code.limit}});
    QJsonArray visits;
    for (const OversoldVisit &visit : overuse.visits)
        visits.append(QJsonObject{{u"pool"_s, visit.pool.french()},
                                  {u"date"_s, visit.visit.date.toString(Qt::ISODate)},
                                  {u"slot"_s, visit.visit.slot.toString(u"HH:mm"_s)},
                                  {u"sold"_s, visit.sold},
                                  {u"capacity"_s, visit.capacity}});
    QJsonObject object;
    for (const auto &[name, list] : {std::pair{u"overusedCodes"_s, codes}, std::pair{u"oversold"_s, visits}})
        if (!list.isEmpty())
            object[name] = list;
    return object;
}

QJsonObject waitingJson(const UserDesk::Waiting &waiting)
{
    const UserRise &rise = waiting.rise;
    QJsonObject object{{u"user"_s, waiting.value.key},     {u"name"_s, waiting.name}, {u"role"_s, roleName(rise.to)},
                       {u"till"_s, waiting.till.french()}, {u"by"_s, waiting.by},     {u"at"_s, toRfc3339(waiting.value.at)}};
    if (!rise.isNew)
        object[u"roleHere"_s] = roleName(rise.from);
    for (const auto &[name, is] : {std::pair{u"new"_s, rise.isNew}, std::pair{u"comesBack"_s, rise.comesBack},
                                   std::pair{u"newPin"_s, rise.hasNewPin}, std::pair{u"lastAdministrator"_s, rise.isLastAdministrator}})
        if (is)
            object[name] = true;
    return object;
}

/// What waits of the user that `user` names by key.
Result<WaitingUser> readWaitingUser(UserDesk &desk, JsonReader &fields)
{
    const QString key = fields.requiredString(u"user"_s, 64);
    TRY(fields.finish());
    TRY_LET(all, desk.all());
    const auto wanted = std::ranges::find_if(all, [&](const UserDesk::Waiting &waiting) { return waiting.value.key == key; });
    if (wanted == all.end())
        return failure(ErrorCode::NotFound, u"nothing of this user waits"_s, {printable(key)});
    return wanted->value;
}

/// Where a centre is and the code that it gave: `url` and `code`, or `invitation`, the text of its QR.
Result<CentreInvitation> readWhere(JsonReader &fields)
{
    const QString invitation = fields.string(u"invitation"_s, {}, 500);
    if (!invitation.isEmpty())
        return readInvitation(invitation);
    const QString address = fields.requiredString(u"url"_s, 500);
    const QString code = plainCentreCode(fields.requiredString(u"code"_s, 64));
    TRY_LET(url, centralUrl(address));
    if (!isCentreCode(code))
        return failure(ErrorCode::InvalidInput, u"no code of a centre"_s, {u"code"_s});
    return CentreInvitation{.url = url, .code = code};
}

} // namespace

Result<QJsonObject> enrol(ScriptSession &session, JsonReader &fields)
{
    const Result<CentreInvitation> invited = readWhere(fields);
    const QByteArray authority = fields.string(u"authority"_s, {}, 20'000).toLatin1();
    const bool mayMove = fields.boolean(u"move"_s, false);
    TRY(fields.finish());
    TRY_LET(where, invited);
    TRY_LET(workplace, session.workplace());
    TRY_LET(actor, Staff{*workplace}.authorise(Right::EditSettings));
    TillSecrets secrets{session.dataFolder(), session.keychain()};
    HandLedger access{*workplace};
    const TillEnrolment wanted{.address = {.url = where.url, .token = {}, .authority = authority},
                               .code = where.code,
                               .profile = workplace->settings.tillKey,
                               .change = {.user = actor.user, .at = workplace->now()},
                               .mayMove = mayMove};
    TRY(enrolTill(access, wanted, secrets));
    TRY(session.noteCentre());
    return stateAnswer(access.ledger());
}

Result<QJsonObject> replace(ScriptSession &session, JsonReader &fields)
{
    TillReplacement wanted;
    const Result<CentreInvitation> invited = readWhere(fields);
    wanted.address.authority = fields.string(u"authority"_s, {}, 20'000).toLatin1();
    wanted.administrator = fields.string(u"administrator"_s, {}, 60);
    wanted.pin = fields.string(u"pin"_s, {}, 8);
    wanted.preferFile = fields.string(u"secretStore"_s, {}, 20) == u"file" || !session.keychain();
    TRY(fields.finish());
    TRY_LET(where, invited);
    wanted.address.url = where.url;
    wanted.code = where.code;
    session.closeWorkplace();
    NoKeychain absent;
    TillSecrets secrets{session.dataFolder(), session.keychain()};
    const ReplacementHooks hooks{
        .keepToken = [&](const TillIdentity &till, const QByteArray &token) { return secrets.writeFor(till, centreTokenName, token); }};
    SecretStore &keychain = session.keychain() ? *session.keychain() : absent;
    TRY_LET(replaced, replaceTill(session.dataFolder(), wanted, session.clock(), keychain, hooks));
    return QJsonObject{{u"account"_s, replaced.account},
                       {u"code"_s, replaced.tillCode},
                       {u"till"_s, replaced.tillName},
                       {u"incarnation"_s, replaced.incarnation},
                       {u"lastKnownFact"_s, replaced.lastNumber},
                       {u"fingerprint"_s, replaced.fingerprint}};
}

Result<QJsonObject> sync(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TillSecrets secrets{session.dataFolder(), session.keychain()};
    HandLedger access{*workplace};
    TRY_LET(centre, access.ledger().notes().centre());
    TRY_LET(address, centre.withToken(secrets));
    CentralClient client{address};
    Exchange exchange{client, access, workplace->clock};
    TRY_LET(sent, exchange.push());
    TRY_LET(received, exchange.pullAll());
    TRY(session.noteCentre());
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
        answer.append(conflictJson(conflict));
    TRY_LET(overuse, ConflictDesk{*workplace}.overuse());
    QJsonObject said = overuseJson(overuse);
    said[u"conflicts"_s] = answer;
    return said;
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

Result<QJsonObject> waitingUsers(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(all, UserDesk{*workplace}.all());
    QJsonArray answer;
    for (const UserDesk::Waiting &waiting : all)
        answer.append(waitingJson(waiting));
    return QJsonObject{{u"users"_s, answer}};
}

Result<QJsonObject> confirmUser(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    UserDesk desk{*workplace};
    TRY_LET(waiting, readWaitingUser(desk, fields));
    TRY(desk.confirm(session.commandId(), waiting));
    return QJsonObject{};
}

Result<QJsonObject> refuseUser(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    UserDesk desk{*workplace};
    TRY_LET(waiting, readWaitingUser(desk, fields));
    TRY(desk.refuse(session.commandId(), waiting));
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
