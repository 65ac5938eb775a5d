// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QUuid>
#include <compare>
#include <optional>

namespace guichet {

/// A new UUIDv7: sorts after all that this process made before. Thread-safe.
QUuid makeUuidV7();

/// The identity of an Entity, made by the till before anything is sent, the same in every attempt. Ids of two entities do not mix.
template <typename Entity>
class Id
{
public:
    Id() = default; ///< The null id: isNull().
    static Id generate() { return Id{makeUuidV7()}; }
    /// Accepts `018f…-…` with or without braces; nullopt for anything else.
    static std::optional<Id> fromString(const QString &text)
    {
        const QUuid uuid{text};
        const bool whole = text.size() == 36 || (text.size() == 38 && text.startsWith(u'{')); // Qt ignores what follows
        return uuid.isNull() || !whole ? std::nullopt : std::optional{Id{uuid}};
    }

    QString toString() const { return m_uuid.isNull() ? QString{} : m_uuid.toString(QUuid::WithoutBraces); }
    bool isNull() const { return m_uuid.isNull(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    explicit Id(const QUuid &uuid) : m_uuid{uuid} {}
    QUuid m_uuid;
};

} // namespace guichet
