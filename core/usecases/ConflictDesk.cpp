// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/ConflictDesk.h"

#include "core/ledger/CentreTrouble.h"
#include "core/ledger/OveruseOf.h"
#include "core/people/UserRise.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillNames.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Who may decide what stands: as who may change it.
Right deciding(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::User: return Right::EditUsers;
    case DocumentKind::Settings:
    case DocumentKind::Attraction: return Right::EditSettings;
    case DocumentKind::VatRates: return Right::EditVat;
    default: return Right::EditCatalogue;
    }
}

QString nameField(DocumentKind kind)
{
    return kind == DocumentKind::User ? u"displayName"_s : u"name"_s;
}

QJsonValue standingValue(const std::optional<Document> &document, const QString &field)
{
    if (!document)
        return QJsonValue::Undefined;
    return field == archivedField ? QJsonValue{document->archived} : document->body.value(field);
}

/// A lost value that takes the last administrator away is not said again.
Result<> checkAdministrators(Database &db)
{
    TRY_LET(users, DocumentStore{db}.users());
    const bool isLeft = std::ranges::any_of(users, [](const User &user) { return canAdminister(UserStanding{.user = user}); });
    if (!isLeft)
        return failure(ErrorCode::InvalidInput, u"role: the last administrator"_s, {u"role"_s, u"last administrator"_s});
    return {};
}

} // namespace

Result<Overuse> ConflictDesk::overuse() const
{
    return overuseOf(m_workplace.db(), *m_workplace.catalogue, m_workplace.businessToday());
}

Result<std::vector<ConflictDesk::Conflict>> ConflictDesk::all() const
{
    TRY_LET(lost, LostValues{m_workplace.db()}.all());
    std::vector<Conflict> conflicts;
    for (LostValue &value : lost) {
        TRY_LET(document, DocumentStore{m_workplace.db()}.get(value.kind, value.key));
        const QJsonValue name = document ? document->body.value(nameField(value.kind)) : QJsonValue{};
        const LocalizedText title = name.isObject() ? LocalizedText::fromJson(name.toObject()) : LocalizedText{name.toString()};
        const QString origin = value.lost.stamp.origin;
        TRY_LET(till, tillNameOf(m_workplace, origin));
        const QJsonValue standing = standingValue(document, value.lost.field);
        conflicts.push_back(
            {.value = std::move(value), .title = title, .standing = standing, .till = till, .mine = origin == m_workplace.tillUid()});
        if (title.isEmpty())
            conflicts.back().title = conflicts.back().value.key;
    }
    return conflicts;
}

Result<> ConflictDesk::restore(const CommandId &id, const LostValue &value)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(replaced, isTillReplaced(m_workplace.db()));
        if (replaced) // nothing but facts leaves it any more
            return failure(ErrorCode::TillReplaced, u"a value put back"_s, {ownTillName(m_workplace).french(), u"value"_s});
        TRY_LET(actor, Staff{m_workplace}.authorise(deciding(value.kind)));
        TRY(LostValues{m_workplace.db()}.restore(value, {.user = actor.user, .at = m_workplace.now()}));
        if (value.kind == DocumentKind::User) {
            TRY(checkAdministrators(m_workplace.db()));
            TRY(m_workplace.journal().appendTechnical(TechnicalEvent::RightsChanged, {{u"user"_s, value.key}}, actor));
        }
        return m_workplace.documentsChanged();
    });
}

Result<> ConflictDesk::dismiss(const CommandId &id, const LostValue &value)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(deciding(value.kind)));
        return LostValues{m_workplace.db()}.dismiss(value);
    });
}

} // namespace guichet
