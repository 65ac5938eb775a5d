// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/CentreNotes.h"

#include "core/crypto/Crypto.h"
#include "core/ledger/CentreTrouble.h"
#include "core/ledger/Database.h"
#include "core/ledger/MachineState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

namespace name {
const QString url = u"sync.url"_s;
const QString account = u"sync.account"_s;
const QString authority = u"sync.authority"_s; ///< PEM of the only one that is believed; empty: those of the system.
const QString token = u"sync.token"_s;         ///< Its name among the secrets; empty: centreTokenName.
const QString centre = u"sync.centre"_s;       ///< Hex of its public key.
const QString cursor = u"sync.cursor"_s;
const QString documents = u"sync.documents"_s;        ///< Cursor of what others changed.
const QString ownDocuments = u"sync.own_documents"_s; ///< Arrival of the last own change that the centre has.
const QString generation = u"sync.generation"_s;      ///< Of the account's ledger, as the centre last said it.
const QString contact = u"sync.contact"_s;
const QString allotted = u"sync.allotted"_s;                ///< When the centre was last asked for places.
const QString allotmentsHeard = u"sync.allotments_heard"_s; ///< The question whose answer came last.
const QString clock = u"sync.clock"_s;                      ///< Seconds that this one is ahead of the centre's.
const QString unread = u"sync.unread"_s;                    ///< How many, from which cursor, and the version that could not read them.
const QString home = u"sync.home"_s; ///< Revision and number of erased keys up to which the centre has what stays at home.
} // namespace name

const QString &troubleOf(SyncDirection direction)
{
    return direction == SyncDirection::Up ? centretrouble::up : centretrouble::down;
}

/// What somebody has to mend before what comes right by itself, as a line does.
std::optional<ErrorCode> graverOf(std::optional<ErrorCode> up, std::optional<ErrorCode> down)
{
    for (const ErrorCode grave : {ErrorCode::TillReplaced, ErrorCode::TillRevoked, ErrorCode::NotEnrolled, ErrorCode::KeyUnavailable})
        if (up == grave || down == grave)
            return grave;
    return up && (up != ErrorCode::CentreUnreachable || !down) ? up : down;
}

} // namespace

QString tokenNameAt(const QUrl &url, const QString &account)
{
    return centreTokenName + u'-' + toHex(sha256(u"%1|%2"_s.arg(url.toString(), account).toUtf8())).left(16);
}

Result<CentralAddress> KnownCentre::withToken(SecretStore &secrets) const
{
    TRY_LET(token, secrets.read(tokenName));
    CentralAddress whole = address;
    whole.token = token;
    return whole;
}

Result<> CentreNotes::keepCentre(const CentralAddress &address, const EnrolAnswer &answer, const QString &tokenName)
{
    const std::pair<QString, QString> values[] = {{name::url, address.url.toString()},
                                                  {name::account, answer.account},
                                                  {name::authority, QString::fromLatin1(address.authority)},
                                                  {name::token, tokenName},
                                                  {name::centre, toHex(answer.centre.bytes())}};
    for (const auto &[name, value] : values)
        TRY(setMachineState(m_db, name, value));
    return {};
}

Result<bool> CentreNotes::isOf(const EnrolAnswer &answer)
{
    TRY_LET(account, machineState(m_db, name::account));
    TRY_LET(centre, machineState(m_db, name::centre));
    return account == answer.account && centre == toHex(answer.centre.bytes());
}

Result<KnownCentre> CentreNotes::centre()
{
    TRY_LET(url, machineState(m_db, name::url));
    if (url.isEmpty())
        return failure(ErrorCode::NotEnrolled);
    TRY_LET(authority, machineState(m_db, name::authority));
    TRY_LET(token, machineState(m_db, name::token));
    return KnownCentre{.address = {.url = QUrl{url}, .token = {}, .authority = authority.toLatin1()},
                       .tokenName = token.isEmpty() ? centreTokenName : token};
}

Result<bool> CentreNotes::hasSigned(const QString &till, const CentreAnchor &anchor)
{
    TRY_LET(key, machineState(m_db, name::centre));
    const Result<PublicKey> centre = PublicKey::fromBytes(QByteArray::fromHex(key.toLatin1()));
    return centre && centre->verifies(anchorMessage(till, anchor), anchor.signature);
}

Result<> CentreNotes::forget()
{
    TRY(resetCursors());
    for (const QString &note :
         {name::contact, centretrouble::up, centretrouble::down, name::allotted, name::allotmentsHeard, name::clock, name::generation})
        TRY(setMachineState(m_db, note, {}));
    return {};
}

Result<CentreNotes::Cursors> CentreNotes::cursors()
{
    TRY_LET(facts, machineState(m_db, name::cursor));
    TRY_LET(documents, machineState(m_db, name::documents));
    TRY_LET(generation, machineState(m_db, name::generation));
    return Cursors{.facts = facts.toLongLong(), .documents = documents.toLongLong(), .generation = generation};
}

Result<> CentreNotes::moveTo(const Cursors &cursors)
{
    TRY(setMachineState(m_db, name::cursor, QString::number(cursors.facts)));
    return setMachineState(m_db, name::documents, QString::number(cursors.documents));
}

Result<> CentreNotes::keepGeneration(const QString &generation)
{
    return setMachineState(m_db, name::generation, generation);
}

Result<qint64> CentreNotes::sentDocuments()
{
    TRY_LET(arrival, machineState(m_db, name::ownDocuments));
    return arrival.toLongLong();
}

Result<> CentreNotes::noteSentDocuments(qint64 arrival)
{
    return setMachineState(m_db, name::ownDocuments, QString::number(arrival));
}

Result<QString> CentreNotes::sentHome()
{
    return machineState(m_db, name::home);
}

Result<> CentreNotes::noteSentHome(const QString &mark)
{
    return setMachineState(m_db, name::home, mark);
}

Result<> CentreNotes::resetCursors()
{
    for (const QString &cursor : {name::cursor, name::documents, name::ownDocuments})
        TRY(setMachineState(m_db, cursor, u"0"_s));
    for (const QString &mark : {name::unread, name::home})
        TRY(setMachineState(m_db, mark, {}));
    return {};
}

Result<CentreNotes::Unread> CentreNotes::unread()
{
    TRY_LET(text, machineState(m_db, name::unread));
    const QStringList words = text.split(u' ');
    return Unread{.count = words.value(0).toInt(), .from = words.value(1).toLongLong(), .version = words.value(2)};
}

Result<> CentreNotes::noteUnread(int count, const QString &version)
{
    if (count == 0)
        return {};
    TRY_LET(known, unread());
    TRY_LET(cursor, machineState(m_db, name::documents));
    const qint64 from = known.count > 0 ? known.from : cursor.toLongLong();
    return setMachineState(m_db, name::unread, u"%1 %2 %3"_s.arg(known.count + count).arg(from).arg(version));
}

Result<> CentreNotes::goBackToUnread(const QString &version)
{
    TRY_LET(missed, unread());
    if (missed.count == 0 || missed.version == version)
        return {};
    return inTransaction(m_db, [&]() -> Result<> { // what is known already is passed over
        TRY(setMachineState(m_db, name::documents, QString::number(missed.from)));
        return setMachineState(m_db, name::unread, {});
    });
}

Result<QDateTime> CentreNotes::allottedAt()
{
    TRY_LET(at, machineState(m_db, name::allotted));
    return fromRfc3339(at);
}

Result<> CentreNotes::noteAllotted(const QDateTime &now)
{
    return setMachineState(m_db, name::allotted, toRfc3339(now));
}

Result<QString> CentreNotes::allotmentsHeard()
{
    return machineState(m_db, name::allotmentsHeard);
}

Result<> CentreNotes::noteAllotmentsHeard(const QString &question)
{
    return setMachineState(m_db, name::allotmentsHeard, question);
}

Result<> CentreNotes::noteContact(const QDateTime &now)
{
    return setMachineState(m_db, name::contact, toRfc3339(now));
}

/// Answers tell the time in whole seconds: one more or less is not written down each time.
Result<> CentreNotes::noteClock(std::chrono::seconds ahead)
{
    TRY_LET(known, machineState(m_db, name::clock));
    const bool isSame = !known.isEmpty() && std::abs(known.toLongLong() - ahead.count()) <= 1;
    return isSame ? Result<>{} : setMachineState(m_db, name::clock, QString::number(ahead.count()));
}

Result<std::optional<ErrorCode>> CentreNotes::trouble(SyncDirection direction)
{
    TRY_LET(text, machineState(m_db, troubleOf(direction)));
    return errorCodeNamed(text);
}

Result<std::optional<ErrorCode>> CentreNotes::gravestTrouble()
{
    TRY_LET(up, trouble(SyncDirection::Up));
    TRY_LET(down, trouble(SyncDirection::Down));
    return graverOf(up, down);
}

Result<> CentreNotes::noteTrouble(SyncDirection direction, ErrorCode code)
{
    TRY_LET(known, trouble(direction));
    TRY_LET(replaced, isReplaced()); // it stays so, whatever else is
    return replaced || known == code ? Result<>{} : setMachineState(m_db, troubleOf(direction), codeName(code));
}

Result<> CentreNotes::endTrouble(SyncDirection direction, std::optional<ErrorCode> only)
{
    TRY_LET(known, trouble(direction));
    const bool isOver = known && known != ErrorCode::TillReplaced && (!only || known == only);
    return isOver ? setMachineState(m_db, troubleOf(direction), {}) : Result<>{};
}

Result<bool> CentreNotes::isReplaced()
{
    return isTillReplaced(m_db);
}

Result<CentreState> CentreNotes::state()
{
    CentreState state;
    TRY_LET(url, machineState(m_db, name::url));
    state.enrolled = !url.isEmpty();
    state.server = QUrl{url}.host();
    TRY_LET(account, machineState(m_db, name::account));
    state.account = account;
    TRY_LET(contact, machineState(m_db, name::contact));
    state.lastContact = fromRfc3339(contact);
    TRY_LET(gravest, gravestTrouble());
    state.trouble = gravest;
    TRY_LET(clock, machineState(m_db, name::clock));
    state.clockAhead = std::chrono::seconds{clock.toLongLong()};
    TRY_LET(missed, unread());
    state.unread = missed.count;
    return state;
}

} // namespace guichet
