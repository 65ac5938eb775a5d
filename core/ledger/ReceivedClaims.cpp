// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ReceivedClaims.h"

#include "core/facts/HybridClock.h"
#include "core/ledger/Query.h"

#include <QJsonArray>
#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql selectTillOfSession = R"(SELECT till FROM session WHERE id = :id)";
constexpr Sql selectTillOfIntent = R"(SELECT till FROM payment_intent WHERE id = :id)";
constexpr Sql selectKnownPayment = R"(SELECT id FROM payment WHERE id = :id)";
constexpr Sql selectOwnDossier = R"(SELECT number, hlc FROM dossier WHERE id = :id AND till = :till)";

// A cart that is being paid: nobody else knows it before it is recorded as a sale or an order, or its money as an advance.
constexpr Sql countOwnIntents = R"(
SELECT COUNT(*) FROM payment_intent i WHERE i.dossier = :dossier AND i.till = :till
    AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.dossier = i.dossier) AND NOT EXISTS (SELECT 1 FROM advance a WHERE a.dossier = i.dossier))";
constexpr Sql countOwnPayments = R"(
SELECT COUNT(*) FROM payment p WHERE p.dossier = :dossier AND p.till = :till
    AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.dossier = p.dossier) AND NOT EXISTS (SELECT 1 FROM advance a WHERE a.dossier = p.dossier))";

constexpr qint64 mostUnits = 1'000'000;         ///< Persons, places, goods, copies: they are summed as int.
constexpr qint64 mostStock = 1'000'000'000'000; ///< Grams count too.
constexpr qint64 noLimit = qint64{1} << 53;     ///< What canonical JSON has anyway.
constexpr QLatin1StringView countedFields[] = {"qty"_L1, "persons"_L1, "units"_L1, "unit"_L1, "free_units"_L1, "minutes"_L1, "copy"_L1};

std::unexpected<Error> notIts(const Fact &fact, const QString &what)
{
    const FactPosition &at = fact.body.position;
    return failure(ErrorCode::ChainBroken, u"fact %1 of till %2: %3"_s.arg(at.number).arg(at.till, what));
}

/// Reports hold perpetual totals, technical facts whatever happened: neither is summed.
qint64 mostOf(FactType type)
{
    switch (type) {
    case FactType::XReport:
    case FactType::ZReport:
    case FactType::Technical: return noLimit;
    case FactType::StockMoved: return mostStock;
    default: return largestAmount.cents();
    }
}

bool fits(const QJsonValue &value, qint64 most);

bool allFit(const QJsonObject &object, qint64 most)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isCounted = std::ranges::find(countedFields, it.key()) != std::end(countedFields);
        if (!fits(it.value(), isCounted ? std::min(most, mostUnits) : most))
            return false;
    }
    return true;
}

/// Its depth is that of canonical JSON.
bool fits(const QJsonValue &value, qint64 most)
{
    if (value.isDouble())
        return value.toInteger() >= -most && value.toInteger() <= most;
    if (value.isObject())
        return allFit(value.toObject(), most);
    const QJsonArray array = value.toArray();
    return std::ranges::all_of(array, [&](const QJsonValue &one) { return fits(one, most); });
}

bool isSmall(Money money)
{
    return money.absolute() <= largestAmount;
}

Result<> checkNumbers(const Fact &fact)
{
    if (fact.body.hlc > latestHlc)
        return notIts(fact, u"a clock that none follows"_s);
    const qint64 most = mostOf(fact.body.type);
    const auto isSmallRow = [](const VatAmount &row) { return isSmall(row.base) && isSmall(row.vat) && isSmall(row.total); };
    const auto isSmallPayment = [](const BodyPayment &payment) { return isSmall(payment.amount) && isSmall(payment.rounding); };
    const bool isSmallBody = std::ranges::all_of(fact.body.vat, isSmallRow) && std::ranges::all_of(fact.body.payments, isSmallPayment);
    if (most < noLimit && !(isSmallBody && allFit(fact.content, most)))
        return notIts(fact, u"a number that no till writes"_s);
    return {};
}

/// Unknown is nobody's yet.
Result<> checkSession(Database &db, const Fact &fact, const QString &session)
{
    TRY_LET(till, selectText(db, selectTillOfSession, {{":id", session}}));
    if (!till.isEmpty() && till != fact.body.position.till)
        return notIts(fact, u"a session of another till"_s);
    return {};
}

Result<> checkIntent(Database &db, const Fact &fact)
{
    TRY_LET(till, selectText(db, selectTillOfIntent, {{":id", fact.content["id"_L1].toString()}}));
    if (!till.isEmpty() && till != fact.body.position.till)
        return notIts(fact, u"an intent of another till"_s);
    return {};
}

Result<> checkPayment(Database &db, const Fact &fact)
{
    TRY_LET(known, selectText(db, selectKnownPayment, {{":id", fact.content["payment"_L1]["id"_L1].toString()}}));
    if (!known.isEmpty())
        return notIts(fact, u"a payment that is here already"_s);
    return {};
}

Result<> checkCart(Database &db, const QString &ownTill, const Fact &fact, const QString &dossier)
{
    for (const Sql count : {countOwnIntents, countOwnPayments}) {
        TRY_LET(begun, selectInteger(db, count, {{":dossier", dossier}, {":till", ownTill}}));
        if (begun > 0)
            return notIts(fact, u"a cart of this till"_s);
    }
    return {};
}

/// Whoever speaks of a dossier of this till has seen it: its clock is past it. Numbers of this till are counted by its dossiers.
Result<> checkDossier(Database &db, const QString &ownTill, const Fact &fact)
{
    const QString paid = fact.content["payment"_L1]["dossier"_L1].toString();
    const QString dossier = paid.isEmpty() ? fact.content["dossier"_L1].toString() : paid;
    if (dossier.isEmpty())
        return {};
    TRY(checkCart(db, ownTill, fact, dossier));
    const QString number = fact.content["number"_L1].toString();
    bool holds = true;
    TRY(forEachRow(db, selectOwnDossier, {{":id", dossier}, {":till", ownTill}}, [&](const Row &row) {
        const bool isSameNumber = number.isEmpty() || row.text(0).isEmpty() || row.text(0) == number;
        holds = isSameNumber && fact.body.hlc > row.integer(1);
    }));
    return holds ? Result<>{} : notIts(fact, u"a dossier of this till, before it was or under another number"_s);
}

} // namespace

Result<> checkClaims(Database &db, const QString &ownTill, const Fact &fact)
{
    TRY(checkNumbers(fact));
    if (!fact.body.session.isNull())
        TRY(checkSession(db, fact, fact.body.session.toString()));
    switch (fact.body.type) {
    case FactType::SessionOpened: TRY(checkSession(db, fact, fact.content["session"_L1].toString())); break;
    case FactType::Payment: TRY(checkPayment(db, fact)); break;
    case FactType::IntentPersisted:
    case FactType::IntentSent:
    case FactType::IntentResolved: TRY(checkIntent(db, fact)); break;
    default: break;
    }
    return checkDossier(db, ownTill, fact);
}

} // namespace guichet
