// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/WorkingStore.h"

/// Documents read as what they are: catalogue, attraction, settings, people.
namespace guichet {

using namespace Qt::StringLiterals;

Result<Catalogue> DocumentStore::catalogue() const
{
    Catalogue catalogue;
    for (const DocumentKind kind :
         {DocumentKind::Resource, DocumentKind::Supplement, DocumentKind::Formula, DocumentKind::Group, DocumentKind::Pool,
          DocumentKind::Promotion, DocumentKind::PromoCode, DocumentKind::PaymentMethod, DocumentKind::Reason, DocumentKind::StopSale,
          DocumentKind::SlotCapacity, DocumentKind::Calendar, DocumentKind::VatRates, DocumentKind::TillProfile}) {
        TRY_LET(documents, list(kind));
        for (const Document &document : documents)
            TRY(addDocument(catalogue, kind, document.body));
    }
    catalogue.sort();
    return catalogue;
}

Result<std::optional<Attraction>> DocumentStore::attraction() const
{
    TRY_LET(document, get(DocumentKind::Attraction, documentKey(DocumentKind::Attraction, {})));
    if (!document)
        return std::nullopt;
    TRY_LET(attraction, attractionFromJson(document->body));
    return attraction;
}

Result<std::optional<TillSettings>> DocumentStore::settings(const QString &tillKey) const
{
    TRY_LET(document, get(DocumentKind::Settings, tillKey));
    if (!document)
        return std::nullopt;
    TRY_LET(settings, tillSettingsFromJson(document->body));
    return settings;
}

Result<TillSettings> DocumentStore::ownSettings() const
{
    TRY_LET(tillKey, WorkingStore{m_db}.value(workingvalue::tillKey));
    TillSettings unwritten;
    if (!tillKey.isEmpty())
        unwritten.tillKey = tillKey;
    TRY_LET(written, settings(unwritten.tillKey));
    return written.value_or(unwritten);
}

Result<std::vector<User>> DocumentStore::users() const
{
    TRY_LET(documents, list(DocumentKind::User));
    std::vector<User> users;
    for (const Document &document : documents) {
        TRY_LET(user, userFromJson(document.body));
        users.push_back(std::move(user));
    }
    return users;
}

Result<std::optional<User>> DocumentStore::user(const QString &key) const
{
    TRY_LET(document, get(DocumentKind::User, key));
    if (!document)
        return std::nullopt;
    TRY_LET(user, userFromJson(document->body));
    return user;
}

Result<std::optional<Client>> DocumentStore::customer(const QString &key) const
{
    if (key.isEmpty())
        return std::nullopt;
    TRY_LET(document, get(DocumentKind::Customer, key));
    if (!document)
        return std::nullopt;
    TRY_LET(client, customerFromJson(document->body));
    return client;
}

Result<> DocumentStore::putCustomer(const QString &key, const Client &client, const DocumentChange &change)
{
    TRY(put(DocumentKind::Customer, customerToJson(key, client), change));
    return {};
}

QJsonObject customerToJson(const QString &key, const Client &client)
{
    return {{u"key"_s, key},
            {u"country"_s, client.country},
            {u"postcode"_s, client.postcode},
            {u"province"_s, client.province},
            {u"firstName"_s, client.firstName},
            {u"name"_s, client.name},
            {u"email"_s, client.email},
            {u"telephone"_s, client.telephone},
            {u"address"_s, client.address},
            {u"company"_s, client.company},
            {u"vatNumber"_s, client.vatNumber},
            {u"comment"_s, client.comment},
            {u"internalComment"_s, client.internalComment},
            {u"language"_s, languageCode(client.language)}};
}

Result<Client> customerFromJson(const QJsonObject &document)
{
    JsonReader reader{document, u"customer"_s};
    reader.requiredString(u"key"_s, 100);
    Client client;
    client.country = reader.string(u"country"_s);
    client.postcode = reader.string(u"postcode"_s);
    client.province = reader.string(u"province"_s);
    client.firstName = reader.string(u"firstName"_s);
    client.name = reader.string(u"name"_s);
    client.email = reader.string(u"email"_s);
    client.telephone = reader.string(u"telephone"_s);
    client.address = reader.string(u"address"_s);
    client.company = reader.string(u"company"_s);
    client.vatNumber = reader.string(u"vatNumber"_s);
    client.comment = reader.string(u"comment"_s);
    client.internalComment = reader.string(u"internalComment"_s);
    client.language = languageFromCode(reader.string(u"language"_s));
    TRY(reader.finish());
    return client;
}

} // namespace guichet
