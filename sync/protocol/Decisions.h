// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/OnlineDecisions.h"

#include <QJsonObject>

/// What is asked of the centre before a sale and answered at once, as JSON (docs/protocol/openapi.yaml). Readers refuse what they do not
/// know (InvalidInput). Codes stand in the path.
namespace guichet {

namespace protocol {
inline constexpr int mostPlaces = 200;              ///< Lines of one hold.
inline constexpr int mostHolds = 100;               ///< Of one till at once.
inline constexpr qint64 lastTurn = qint64{1} << 52; ///< Of the questions of one till: a number that JSON holds.
inline constexpr int mostAllotments = 2000;         ///< Of one till.
inline constexpr int longestCode = 200;
inline constexpr std::chrono::minutes holdLasts{15};
inline constexpr std::chrono::hours allotmentLasts{2};            ///< As the till counts it.
inline constexpr std::chrono::minutes allotmentKept{2 * 60 + 15}; ///< By the centre: never shorter than the till believes.
} // namespace protocol

/// `POST /v1/allotments`: asks for them anew. Each question has an id of its own; `heard` is that of the last one whose answer the till
/// has, so that the centre knows in how many places the till still believes.
struct AllotmentsAsked
{
    QString question = {}; ///< Empty: nobody believes in what was told before.
    QString heard = {};    ///< Empty: none.
};

/// What a till may sell without a line until then, all of it.
struct AllotmentsAnswer
{
    std::vector<Allotment> allotments;
    QDateTime until;
};

QJsonObject toJson(const PlaceHold &hold);
Result<PlaceHold> placeHoldFromJson(const QJsonObject &object);
QJsonObject toJson(const HoldAnswer &answer);
Result<HoldAnswer> holdAnswerFromJson(const QJsonObject &object);
QJsonObject toJson(const GiftDebit &debit);
Result<GiftDebit> giftDebitFromJson(const QString &code, const QJsonObject &object);
QJsonObject toJson(const GiftDecision &decision);
Result<GiftDecision> giftDecisionFromJson(const QJsonObject &object);
QJsonObject toJson(const CodeUse &use);
Result<CodeUse> codeUseFromJson(const QString &code, const QJsonObject &object);
QJsonObject toJson(const CodeDecision &decision);
Result<CodeDecision> codeDecisionFromJson(const QJsonObject &object);
QJsonObject toJson(const AllotmentsAsked &asked);
Result<AllotmentsAsked> allotmentsAskedFromJson(const QJsonObject &object);
QJsonObject toJson(const AllotmentsAnswer &answer);
Result<AllotmentsAnswer> allotmentsAnswerFromJson(const QJsonObject &object);

} // namespace guichet
