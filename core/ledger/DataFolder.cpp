// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DataFolder.h"

#include "core/base/JsonReader.h"
#include "core/ledger/PrivateFile.h"

#include <QJsonDocument>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 manyIncarnations = 100'000;

Result<TillIdentity::Incarnation> incarnationFromJson(const QJsonValue &value)
{
    JsonReader reader{value.toObject(), u"incarnations"_s};
    TillIdentity::Incarnation incarnation;
    incarnation.number = reader.requiredInteger(u"number"_s, 1, manyIncarnations);
    const QString hex = reader.requiredString(u"public_key"_s);
    TRY(reader.finish());
    TRY_LET(bytes, fromHex(hex));
    TRY_LET(key, PublicKey::fromBytes(bytes));
    incarnation.key = key;
    return incarnation;
}

} // namespace

bool DataFolder::hasTill() const
{
    return m_dir.exists(u"identity.json"_s);
}

Result<TillIdentity> readIdentity(const DataFolder &folder)
{
    if (!folder.hasTill())
        return failure(ErrorCode::TillMissing, folder.identityFile());
    return readIdentityFile(folder.identityFile());
}

Result<TillIdentity> readIdentityFile(const QString &file)
{
    TRY_LET(bytes, readPrivateFile(file));
    JsonReader reader{QJsonDocument::fromJson(bytes).object(), u"identity.json"_s};
    TillIdentity identity{.till = reader.requiredString(u"till"_s), .secretStore = reader.requiredString(u"secret_store"_s)};
    const QJsonArray incarnations = reader.array(u"incarnations"_s);
    TRY(reader.finish());
    for (const QJsonValue &value : incarnations) {
        TRY_LET(incarnation, incarnationFromJson(value));
        identity.incarnations.push_back(incarnation);
    }
    if (identity.incarnations.empty())
        return failure(ErrorCode::InvalidInput, u"identity.json names no incarnation"_s);
    return identity;
}

Result<> writeIdentity(const DataFolder &folder, const TillIdentity &identity)
{
    return writeIdentityFile(folder.identityFile(), identity);
}

Result<> writeIdentityFile(const QString &file, const TillIdentity &identity)
{
    QJsonArray incarnations;
    for (const auto &incarnation : identity.incarnations)
        incarnations.append(QJsonObject{
            {u"number"_s, incarnation.number},
            {u"public_key"_s, toHex(incarnation.key.bytes())},
        });
    const QJsonObject object{{u"till"_s, identity.till}, {u"secret_store"_s, identity.secretStore}, {u"incarnations"_s, incarnations}};
    return writePrivateFile(file, QJsonDocument{object}.toJson());
}

} // namespace guichet
