// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/EventNotes.h"

#include "core/base/Clock.h"
#include "core/base/JsonReader.h"
#include "core/ledger/PrivateFile.h"

#include <QJsonDocument>
#include <QUuid>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const DataFolder &folder, const QString &id)
{
    return QDir{folder.path()}.filePath(u"event-%1.json"_s.arg(id));
}

Result<NotedEvent> readNote(const QString &file)
{
    TRY_LET(bytes, readPrivateFile(file));
    JsonReader reader{QJsonDocument::fromJson(bytes).object(), u"event"_s};
    NotedEvent noted{.id = reader.requiredString(u"id"_s), .details = reader.object(u"details"_s)};
    const auto event = technicalEventFromName(reader.requiredString(u"event"_s));
    TRY(reader.finish());
    if (!event)
        return failure(ErrorCode::InvalidInput, file);
    noted.event = *event;
    return noted;
}

} // namespace

Result<> noteEvent(const DataFolder &folder, TechnicalEvent event, const QDateTime &at, QJsonObject details)
{
    const QString id = makeUuidV7().toString(QUuid::WithoutBraces);
    details.insert(u"at"_s, toRfc3339(at));
    const QJsonObject note{{u"id"_s, id}, {u"event"_s, technicalEventName(event)}, {u"details"_s, details}};
    return writePrivateFile(fileOf(folder, id), QJsonDocument{note}.toJson());
}

std::vector<NotedEvent> notedEvents(const DataFolder &folder)
{
    const QDir dir{folder.path()};
    std::vector<NotedEvent> all;
    for (const QString &name : dir.entryList({u"event-*.json"_s}, QDir::Files, QDir::Name))
        if (auto noted = readNote(dir.filePath(name)))
            all.push_back(*std::move(noted));
    return all;
}

void forgetNotedEvent(const DataFolder &folder, const NotedEvent &noted)
{
    QFile::remove(fileOf(folder, noted.id));
}

} // namespace guichet
