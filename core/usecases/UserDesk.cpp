// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/UserDesk.h"

#include "core/ledger/DocumentFeed.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillNames.h"
#include "core/usecases/Workplace.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Documents are real: training has no others (decisions 16).
Result<Actor> administrator(Workplace &workplace)
{
    if (workplace.training)
        return failure(ErrorCode::TrainingActive, u"users are real"_s);
    return Staff{workplace}.authoriseByAdministrator(Right::EditUsers);
}

} // namespace

/// Tills that were founded apart know other people under the same key, and one that came later does not bring its own: a till that never
/// said how it calls him leaves him without a name here.
Result<QString> UserDesk::nameAt(const QString &till, const QString &user) const
{
    TRY_LET(said, DocumentFeed{m_workplace.db()}.lastSaid(DocumentKind::User, user, u"displayName"_s, till));
    return said.toString();
}

Result<UserDesk::Waiting> UserDesk::wordsOf(const WaitingUser &waiting) const
{
    TRY_LET(said, saidOf(waiting));
    TRY_LET(rise, UserAdmission{m_workplace.db()}.rise(waiting));
    TRY_LET(stands, DocumentStore{m_workplace.db()}.user(waiting.key));
    TRY_LET(till, tillNameOf(m_workplace, waiting.origin));
    TRY_LET(by, nameAt(waiting.origin, waiting.by));
    return Waiting{.value = waiting,
                   .rise = rise,
                   .name = said.user.displayName,
                   .standsAs = stands ? stands->displayName : QString{},
                   .till = till,
                   .by = by};
}

Result<std::vector<UserDesk::Waiting>> UserDesk::all() const
{
    TRY_LET(rows, UserAdmission{m_workplace.db()}.waiting());
    std::vector<Waiting> all;
    for (const WaitingUser &waiting : rows) {
        TRY_LET(words, wordsOf(waiting));
        all.push_back(std::move(words));
    }
    return all;
}

Result<> UserDesk::confirm(const CommandId &id, const WaitingUser &waiting)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(actor, administrator(m_workplace));
        TRY(UserAdmission{m_workplace.db()}.confirm(waiting, {.user = actor.approver, .at = m_workplace.now()}));
        TRY(m_workplace.journal().appendTechnical(TechnicalEvent::RightsChanged, {{u"user"_s, waiting.key}}, actor));
        return m_workplace.documentsChanged();
    });
}

Result<> UserDesk::refuse(const CommandId &id, const WaitingUser &waiting)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(administrator(m_workplace));
        return UserAdmission{m_workplace.db()}.refuse(waiting);
    });
}

} // namespace guichet
