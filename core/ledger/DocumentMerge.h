// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/catalogue/CatalogueJson.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <compare>
#include <functional>
#include <vector>

/// Documents that several ledgers change, merged field by field: the later clock wins, the loser is kept (decisions 24). Pure.
namespace guichet {

/// When a field was set, and by which till. The later one stands; of two at the same instant that of the larger name.
struct FieldStamp
{
    qint64 hlc = 0; ///< 0: never.
    QString origin = {};
    friend auto operator<=>(const FieldStamp &a, const FieldStamp &b)
    {
        return a.hlc != b.hlc ? a.hlc <=> b.hlc : QString::compare(a.origin, b.origin) <=> 0;
    }
    friend bool operator==(const FieldStamp &, const FieldStamp &) = default;
};

/// A top-level field as somebody set it.
struct FieldChange
{
    QJsonValue value{QJsonValue::Undefined}; ///< Undefined: taken away.
    FieldStamp over = {};                    ///< What its author saw there.
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// The name under which a change says that a document was archived, or taken back.
inline const QString archivedField = QStringLiteral("@archived");

/// What one person did to one document, as it goes from ledger to ledger.
struct SharedChange
{
    DocumentKind kind = DocumentKind::Formula;
    QString key;
    FieldStamp stamp;
    QMap<QString, FieldChange> fields;
    bool erased = false; ///< A person asked to be forgotten: no fields, and nothing comes after it.
    QString user;        ///< Key.
    QDateTime at;
    friend bool operator==(const SharedChange &, const SharedChange &) = default;
};

/// A document with who set each of its fields last.
struct SharedDocument
{
    QJsonObject body;
    bool archived = false;
    QMap<QString, FieldStamp> stamps;
    friend bool operator==(const SharedDocument &, const SharedDocument &) = default;
};

/// A value that somebody set, not knowing of the one that won.
struct LostField
{
    QString field;
    QJsonValue value;
    FieldStamp stamp;
    FieldStamp winner;
    friend bool operator==(const LostField &, const LostField &) = default;
};

/// What the changes of a document come to.
struct FoldedDocument
{
    SharedDocument document;
    std::vector<SharedChange> passedOver = {}; ///< With them there would be no document that can be read.
};
using IsReadable = std::function<bool(const QJsonObject &body)>;

/// The fields of a kind that say something only together, this one included: one takes the place of another, bounds it, or says what it
/// means. A change that sets one sets them all, so that they win or lose together.
QStringList fieldsWith(DocumentKind kind, const QString &field);
/// The fields of a kind that are of one machine alone: they neither leave it nor come from elsewhere (docs/decisions/0032).
QStringList ownFields(DocumentKind kind);
QJsonObject withoutOwnFields(DocumentKind kind, QJsonObject body);
/// Undefined: the document has none.
QJsonValue fieldValue(const SharedDocument &document, const QString &field);
/// What differs between two states of a document, as a change over `before`.
QMap<QString, FieldChange> fieldChanges(DocumentKind kind, const SharedDocument &before, const QJsonObject &after, bool archived);
/// Takes a change that was not taken before, field by field. Returns what lost.
std::vector<LostField> mergeChange(SharedDocument &document, const SharedChange &change);
/// Takes a change that is later than all in `folded`, or passes it over.
void addChange(FoldedDocument &folded, const SharedChange &change, const IsReadable &isReadable);
/// All changes of a document in the order of their clocks: in whatever order ledgers take them, their documents become the same.
FoldedDocument foldChanges(std::vector<SharedChange> changes, const IsReadable &isReadable);

QJsonObject toJson(const SharedChange &change);
Result<SharedChange> sharedChangeFromJson(const QJsonObject &object);
QJsonObject stampsToJson(const QMap<QString, FieldStamp> &stamps);
QMap<QString, FieldStamp> stampsFromJson(const QJsonObject &object);

} // namespace guichet
