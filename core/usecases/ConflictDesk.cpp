// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/ConflictDesk.h"

#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

namespace guichet {

using namespace Qt::StringLiterals;

Result<std::vector<ConflictDesk::Conflict>> ConflictDesk::all() const
{
    TRY_LET(lost, LostValues{m_workplace.db()}.all());
    std::vector<Conflict> conflicts;
    for (LostValue &value : lost) {
        TRY_LET(document, DocumentStore{m_workplace.db()}.get(value.kind, value.key));
        const QJsonValue name = document ? document->body.value(u"name"_s) : QJsonValue{};
        const LocalizedText title = name.isObject() ? LocalizedText::fromJson(name.toObject()) : LocalizedText{name.toString()};
        const bool mine = value.lost.stamp.origin == m_workplace.tillUid();
        conflicts.push_back({.value = std::move(value), .title = title, .mine = mine});
        if (title.isEmpty())
            conflicts.back().title = conflicts.back().value.key;
    }
    return conflicts;
}

Result<> ConflictDesk::restore(const CommandId &id, const LostValue &value)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::EditCatalogue));
        TRY(LostValues{m_workplace.db()}.restore(value, {.user = actor.user, .at = m_workplace.now()}));
        return m_workplace.documentsChanged();
    });
}

Result<> ConflictDesk::dismiss(const CommandId &id, const LostValue &value)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(Staff{m_workplace}.authorise(Right::EditCatalogue));
        return LostValues{m_workplace.db()}.dismiss(value);
    });
}

} // namespace guichet
