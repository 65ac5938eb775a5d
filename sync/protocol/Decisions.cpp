// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Decisions.h"

#include "core/base/Clock.h"
#include "core/base/JsonReader.h"
#include "core/catalogue/CatalogueFields.h"
#include "core/payment/Payment.h"

#include <QJsonArray>
#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int longestId = 100;

Id<Dossier> readDossier(JsonReader &reader, const QString &field)
{
    const auto id = Id<Dossier>::fromString(reader.requiredString(field, longestId));
    if (!id)
        reader.refuse(field, u"not an id"_s);
    return id.value_or(Id<Dossier>{});
}

QDateTime readInstant(JsonReader &reader, const QString &field)
{
    const QString text = reader.string(field, {}, longestId);
    const QDateTime instant = text.isEmpty() ? QDateTime{} : fromRfc3339(text);
    if (!text.isEmpty() && !instant.isValid())
        reader.refuse(field, u"not an instant"_s);
    return instant;
}

void insertInstant(QJsonObject &json, const QString &field, const QDateTime &instant)
{
    if (instant.isValid())
        json[field] = toRfc3339(instant);
}

QJsonArray allotmentsJson(const std::vector<Allotment> &allotments)
{
    QJsonArray array;
    for (const Allotment &one : allotments) {
        QJsonObject json{{u"pool"_s, one.pool}, {u"date"_s, fields::dateJson(one.visit.date)}, {u"units"_s, one.units}};
        fields::insertPresent(json, u"slot"_s, fields::timeJson(one.visit.slot));
        array.append(json);
    }
    return array;
}

Result<Allotment> allotmentFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    Allotment allotment;
    allotment.pool = reader.requiredString(u"pool"_s, 200);
    allotment.visit = {.date = reader.date(u"date"_s), .slot = reader.time(u"slot"_s)};
    allotment.units = static_cast<int>(reader.requiredInteger(u"units"_s, 0, 1'000'000));
    if (!allotment.visit.date.isValid())
        reader.refuse(u"date"_s, u"missing"_s);
    TRY(reader.finish());
    return allotment;
}

Result<std::vector<Allotment>> readAllotments(const QJsonArray &array)
{
    if (array.size() > protocol::mostAllotments)
        return failure(ErrorCode::InvalidInput, u"too many allotments"_s, {u"allotments"_s, u"too large"_s});
    std::vector<Allotment> allotments;
    for (const QJsonValue &value : array) {
        TRY_LET(one, allotmentFromJson(value.toObject()));
        allotments.push_back(std::move(one));
    }
    return allotments;
}

Result<std::vector<VisitPlaces>> readPlaces(const QJsonArray &array)
{
    if (array.size() > protocol::mostPlaces)
        return failure(ErrorCode::InvalidInput, u"too many places"_s, {u"places"_s, u"too large"_s});
    std::vector<VisitPlaces> places;
    for (const QJsonValue &value : array) {
        TRY_LET(one, visitPlacesFromJson(value.toObject()));
        places.push_back(std::move(one));
    }
    return places;
}

const QString turnField = u"turn"_s;

qint64 readTurn(JsonReader &reader)
{
    return reader.integer(turnField, 0, 0, protocol::lastTurn);
}

/// Only why a card as such cannot pay.
std::optional<ErrorCode> readRefusal(JsonReader &reader)
{
    const QString name = reader.string(u"refused"_s, {}, 40);
    for (const ErrorCode code : {ErrorCode::GiftBlocked, ErrorCode::GiftExpired, ErrorCode::GiftUnknown})
        if (name == codeName(code))
            return code;
    if (!name.isEmpty())
        reader.refuse(u"refused"_s, u"not a refusal"_s);
    return std::nullopt;
}

} // namespace

QJsonObject toJson(const PlaceHold &hold)
{
    QJsonArray places;
    for (const VisitPlaces &one : hold.places)
        places.append(toJson(one));
    QJsonObject json{{u"id"_s, hold.id.toString()}, {u"places"_s, places}};
    if (hold.turn > 0)
        json[turnField] = hold.turn;
    return json;
}

Result<PlaceHold> placeHoldFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    PlaceHold hold;
    hold.id = readDossier(reader, u"id"_s);
    TRY_LET(places, readPlaces(reader.array(u"places"_s)));
    hold.places = std::move(places);
    hold.turn = readTurn(reader);
    TRY(reader.finish());
    return hold;
}

QJsonObject toJson(const HoldAnswer &answer)
{
    QJsonArray granted;
    for (const int units : answer.granted)
        granted.append(units);
    QJsonObject json{{u"granted"_s, granted}};
    insertInstant(json, u"until"_s, answer.until);
    return json;
}

Result<HoldAnswer> holdAnswerFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    HoldAnswer answer;
    const QJsonArray granted = reader.array(u"granted"_s);
    for (const QJsonValue &units : granted)
        answer.granted.push_back(units.toInt(-1));
    if (granted.size() > protocol::mostPlaces || std::ranges::any_of(answer.granted, [](int units) { return units < 0; }))
        reader.refuse(u"granted"_s, u"not units"_s);
    answer.until = readInstant(reader, u"until"_s);
    TRY(reader.finish());
    return answer;
}

QJsonObject toJson(const GiftDebit &debit)
{
    return {{u"id"_s, debit.id}, {u"amount"_s, debit.amount.cents()}, {u"dossier"_s, debit.dossier.toString()}};
}

Result<GiftDebit> giftDebitFromJson(const QString &code, const QJsonObject &object)
{
    JsonReader reader{object};
    GiftDebit debit;
    debit.code = normalisedCode(code);
    debit.id = reader.requiredString(u"id"_s, longestId);
    debit.amount = Money::fromCents(reader.requiredInteger(u"amount"_s, 0, largestAmount.cents()));
    debit.dossier = readDossier(reader, u"dossier"_s);
    TRY(reader.finish());
    return debit;
}

QJsonObject toJson(const GiftDecision &decision)
{
    QJsonObject json{{u"approved"_s, decision.approved}, {u"available"_s, decision.available.cents()}};
    if (decision.refusal)
        json[u"refused"_s] = QString{codeName(*decision.refusal)};
    return json;
}

Result<GiftDecision> giftDecisionFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    GiftDecision decision;
    decision.approved = reader.boolean(u"approved"_s, false);
    const qint64 most = largestAmount.cents();
    decision.available = Money::fromCents(reader.integer(u"available"_s, 0, -1000 * most, 1000 * most));
    decision.refusal = readRefusal(reader);
    TRY(reader.finish());
    return decision;
}

QJsonObject toJson(const CodeUse &use)
{
    QJsonObject json{{u"dossier"_s, use.dossier.toString()}, {u"wanted"_s, use.wanted}};
    if (use.turn > 0)
        json[turnField] = use.turn;
    return json;
}

Result<CodeUse> codeUseFromJson(const QString &code, const QJsonObject &object)
{
    JsonReader reader{object};
    const CodeUse use{
        .code = code, .dossier = readDossier(reader, u"dossier"_s), .wanted = reader.boolean(u"wanted"_s, true), .turn = readTurn(reader)};
    TRY(reader.finish());
    return use;
}

QJsonObject toJson(const CodeDecision &decision)
{
    return {{u"granted"_s, decision.granted}};
}

Result<CodeDecision> codeDecisionFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    const CodeDecision decision{.granted = reader.boolean(u"granted"_s, false)};
    TRY(reader.finish());
    return decision;
}

QJsonObject toJson(const AllotmentsAsked &asked)
{
    QJsonObject json;
    if (!asked.question.isEmpty())
        json[u"question"_s] = asked.question;
    if (!asked.heard.isEmpty())
        json[u"heard"_s] = asked.heard;
    return json;
}

Result<AllotmentsAsked> allotmentsAskedFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    AllotmentsAsked asked;
    asked.question = reader.string(u"question"_s, {}, longestId);
    asked.heard = reader.string(u"heard"_s, {}, longestId);
    TRY(reader.finish());
    return asked;
}

QJsonObject toJson(const AllotmentsAnswer &answer)
{
    QJsonObject json{{u"allotments"_s, allotmentsJson(answer.allotments)}};
    insertInstant(json, u"until"_s, answer.until);
    return json;
}

Result<AllotmentsAnswer> allotmentsAnswerFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    AllotmentsAnswer answer;
    TRY_LET(allotments, readAllotments(reader.array(u"allotments"_s)));
    answer.allotments = std::move(allotments);
    answer.until = readInstant(reader, u"until"_s);
    TRY(reader.finish());
    return answer;
}

} // namespace guichet
