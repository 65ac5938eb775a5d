// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/PaymentStore.h"

#include "core/ledger/Columns.h"

#include <QJsonDocument>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql insertPayment = R"(
INSERT INTO payment (session, number, id, till, incarnation, dossier, purpose, method, type, title, amount_cents, rounding_cents, excess_cents,
    tip_cents, tendered_cents, change_cents, reference, gift_code, intent, at, hlc, actor, series, document_number)
VALUES (:session, :number, :id, :till, :incarnation, :dossier, :purpose, :method, :type, :title, :amount_cents, :rounding_cents, :excess_cents,
    :tip_cents, :tendered_cents, :change_cents, :reference, :gift_code, :intent, :at, :hlc, :actor, :series, :document_number))";

constexpr Sql insertAdvance = R"(
INSERT INTO advance (session, incarnation, number, dossier, amount_cents) VALUES (:session, :incarnation, :number, :dossier, :amount_cents))";

constexpr Sql insertCorrection = R"(
INSERT INTO payment_correction (session, incarnation, number, payment, dossier, from_method, from_type, to_method, to_type, to_title, amount_cents,
    rounding_cents, hlc)
VALUES (:session, :incarnation, :number, :payment, :dossier, :from_method, :from_type, :to_method, :to_type, :to_title, :amount_cents, :rounding_cents, :hlc))";

// The latest step of an intent stands, whichever arrives last.
constexpr Sql upsertIntent = R"(
INSERT INTO payment_intent (id, hlc, till, session, dossier, method, terminal, asked_cents, authorised_cents, state, reference, by_person,
    resolved_by, at, terminal_transaction, reverses, undoes, late, confirmed, card)
VALUES (:id, :hlc, :till, :session, :dossier, :method, :terminal, :asked_cents, :authorised_cents, :state, :reference, :by_person,
    :resolved_by, :at, :terminal_transaction, :reverses, :undoes, :late, :confirmed, :card)
ON CONFLICT (id) DO UPDATE SET
    hlc = excluded.hlc, session = excluded.session, authorised_cents = excluded.authorised_cents, state = excluded.state,
    reference = excluded.reference, by_person = excluded.by_person, resolved_by = excluded.resolved_by, at = excluded.at,
    terminal_transaction = excluded.terminal_transaction, reverses = excluded.reverses, undoes = excluded.undoes, late = excluded.late,
    confirmed = excluded.confirmed, card = excluded.card
WHERE excluded.hlc > payment_intent.hlc)";

constexpr Sql selectOfDossier = R"(
SELECT id, dossier, purpose, method, type, title, amount_cents, rounding_cents, excess_cents, tip_cents, tendered_cents, change_cents, reference,
    gift_code, intent, at, session, till, incarnation, number
FROM payment WHERE dossier = :dossier ORDER BY hlc, till, incarnation, number)";

constexpr Sql selectPayment = R"(
SELECT id, dossier, purpose, method, type, title, amount_cents, rounding_cents, excess_cents, tip_cents, tendered_cents, change_cents, reference,
    gift_code, intent, at, session, till, incarnation, number
FROM payment WHERE id = :id)";

constexpr Sql selectUnassigned = R"(
SELECT p.id, p.dossier, p.purpose, p.method, p.type, p.title, p.amount_cents, p.rounding_cents, p.excess_cents, p.tip_cents, p.tendered_cents,
    p.change_cents, p.reference, p.gift_code, p.intent, p.at, p.session, p.till, p.incarnation, p.number
FROM payment p JOIN dossier d ON d.id = p.dossier
WHERE p.session = :session AND p.purpose = 'sale' AND d.sold = 0
    AND NOT EXISTS (SELECT 1 FROM advance a WHERE a.dossier = p.dossier AND a.session = p.session
        AND (a.incarnation > p.incarnation OR a.incarnation = p.incarnation AND a.number > p.number))
ORDER BY p.incarnation, p.number)";

constexpr Sql selectCorrection = R"(
SELECT to_method, to_type, to_title FROM payment_correction WHERE payment = :payment ORDER BY hlc DESC LIMIT 1)";

constexpr Sql selectDossier = R"(SELECT advance_cents, credit_cents, receivable_cents, sold FROM dossier WHERE id = :id)";

constexpr Sql sumAdvancesUsed = R"(
SELECT CAST(COALESCE(SUM(advance_used_cents), 0) AS BIGINT) FROM receipt WHERE dossier = :dossier AND kind = 'sale')";

constexpr Sql sumForSale = R"(
SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) FROM payment WHERE dossier = :dossier AND purpose = 'sale')";

constexpr Sql sumConverted = R"(
SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) FROM advance WHERE dossier = :dossier)";

/// The columns of `payment_intent` from which intentOf() reads.
#define GUICHET_INTENT_COLUMNS                                                                                                             \
    "id, dossier, method, terminal, asked_cents, authorised_cents, state, reference, by_person, resolved_by, at, terminal_transaction, "   \
    "reverses, undoes, late, confirmed, card"

constexpr Sql selectIntent = "SELECT " GUICHET_INTENT_COLUMNS " FROM payment_intent WHERE id = :id";

constexpr Sql selectOpenIntents = "SELECT " GUICHET_INTENT_COLUMNS
                                  " FROM payment_intent WHERE till = :till AND state IN ('persisted', 'sent', 'unknown') ORDER BY hlc, id";

constexpr Sql selectOpenOfDossier =
    "SELECT " GUICHET_INTENT_COLUMNS
    " FROM payment_intent WHERE dossier = :dossier AND state IN ('persisted', 'sent', 'unknown') ORDER BY hlc, id";

// What a person has decided as not approved in this session, and the terminal has not said yet.
constexpr Sql selectUnconfirmed =
    "SELECT " GUICHET_INTENT_COLUMNS " FROM payment_intent WHERE session = :session AND by_person = 1 AND confirmed = 0 AND state IN "
    "('declined', 'not_started') ORDER BY hlc, id";

constexpr Sql countOfTransaction = R"(
SELECT COUNT(*) FROM payment_intent
WHERE dossier = :dossier AND terminal = :terminal AND reverses = :reverses AND state = 'declined')";

constexpr Sql sumCharged = R"(
SELECT COUNT(*), CAST(COALESCE(SUM(authorised_cents), 0) AS BIGINT)
FROM payment_intent WHERE session = :session AND terminal = :terminal AND state = 'approved')";

RecordedPayment paymentOf(const Row &row)
{
    return {.payment = {.id = row.id<Payment>(0),
                        .dossier = row.id<Dossier>(1),
                        .method = row.text(3),
                        .type = paymentTypeFromName(row.text(4)).value_or(PaymentType::Other),
                        .methodTitle = titleFromText(row.text(5)),
                        .amount = row.money(6),
                        .rounding = row.money(7),
                        .excess = row.money(8),
                        .tip = row.money(9),
                        .tendered = row.money(10),
                        .change = row.money(11),
                        .reference = row.text(12),
                        .giftCode = row.text(13),
                        .intent = row.id<PaymentIntent>(14),
                        .at = row.dateTime(15)},
            .purpose = paymentPurposeFromName(row.text(2)).value_or(PaymentPurpose::Sale),
            .session = row.id<TillSession>(16),
            .position = {.till = row.text(17), .incarnation = row.integer(18), .number = row.integer(19)}};
}

CardDetails cardFromText(const QString &text)
{
    return cardDetailsFromJson(QJsonDocument::fromJson(text.toUtf8()).object()).value_or(CardDetails{});
}

/// Empty: nothing is known of the card.
QString cardText(const CardDetails &card)
{
    return card == CardDetails{} ? QString{} : jsonText(toJson(card));
}

PaymentIntent intentOf(const Row &row)
{
    return {.id = row.id<PaymentIntent>(0),
            .dossier = row.id<Dossier>(1),
            .method = row.text(2),
            .terminal = row.text(3),
            .asked = row.money(4),
            .authorised = row.money(5),
            .state = intentStateFromName(row.text(6)).value_or(IntentState::Unknown),
            .reference = row.text(7),
            .resolvedByPerson = row.boolean(8),
            .resolvedBy = row.text(9),
            .at = row.dateTime(10),
            .transaction = row.text(11),
            .reverses = row.text(12),
            .undoes = row.id<PaymentIntent>(13),
            .late = row.boolean(14),
            .confirmed = row.boolean(15),
            .card = cardFromText(row.text(16))};
}

/// The method as it stands after corrections (PAY-8).
Result<> applyCorrection(Database &db, RecordedPayment &recorded)
{
    return forEachRow(db, selectCorrection, {{":payment", recorded.payment.id}}, [&](const Row &row) {
        recorded.payment.method = row.text(0);
        recorded.payment.type = paymentTypeFromName(row.text(1)).value_or(PaymentType::Other);
        recorded.payment.methodTitle = titleFromText(row.text(2));
        recorded.corrected = true;
    });
}

Result<> insertInto(Database &db, const FactBody &body, const PaymentContent &content)
{
    const Payment &payment = content.payment;
    return runQuery(db, insertPayment,
                    {{":session", sessionKey(body)},
                     {":number", body.position.number},
                     {":id", payment.id},
                     {":till", body.position.till},
                     {":incarnation", body.position.incarnation},
                     {":dossier", payment.dossier},
                     {":purpose", paymentPurposeName(content.purpose)},
                     {":method", payment.method},
                     {":type", paymentTypeName(payment.type)},
                     {":title", titleText(payment.methodTitle)},
                     {":amount_cents", payment.amount},
                     {":rounding_cents", payment.rounding},
                     {":excess_cents", payment.excess},
                     {":tip_cents", payment.tip},
                     {":tendered_cents", payment.tendered},
                     {":change_cents", payment.change},
                     {":reference", payment.reference},
                     {":gift_code", payment.giftCode},
                     {":intent", payment.intent},
                     {":at", payment.at.isValid() ? payment.at : body.at},
                     {":hlc", body.hlc},
                     {":actor", body.actor.user},
                     {":series", body.document.series},
                     {":document_number", body.document.number}});
}

} // namespace

Result<std::vector<RecordedPayment>> PaymentStore::ofDossier(const Id<Dossier> &dossier) const
{
    TRY_LET(payments, allRows(m_db, selectOfDossier, {{":dossier", dossier}}, paymentOf));
    for (RecordedPayment &payment : payments)
        TRY(applyCorrection(m_db, payment));
    return payments;
}

Result<RecordedPayment> PaymentStore::payment(const Id<Payment> &id) const
{
    TRY_LET(found, firstRow(m_db, selectPayment, {{":id", id}}, paymentOf));
    if (!found)
        return failure(ErrorCode::NotFound, u"payment "_s + id.toString());
    TRY(applyCorrection(m_db, *found));
    return *found;
}

Result<DossierMoney> PaymentStore::money(const Id<Dossier> &dossier) const
{
    DossierMoney money;
    bool sold = false;
    TRY(forEachRow(m_db, selectDossier, {{":id", dossier}}, [&](const Row &row) {
        money.advances = row.money(0);
        money.credit = row.money(1);
        money.receivablePaid = row.money(2);
        sold = row.integer(3) > 0;
    }));
    TRY_LET(used, selectInteger(m_db, sumAdvancesUsed, {{":dossier", dossier}}));
    money.advancesUsed = Money::fromCents(used);
    if (!sold) {
        TRY_LET(paid, selectInteger(m_db, sumForSale, {{":dossier", dossier}}));
        TRY_LET(converted, selectInteger(m_db, sumConverted, {{":dossier", dossier}}));
        money.unassigned = Money::fromCents(paid - converted);
    }
    TRY_LET(vat, advanceVatOf(m_db, dossier));
    money.advanceVat = std::move(vat);
    return money;
}

Result<std::vector<RecordedPayment>> PaymentStore::unassigned(const Id<TillSession> &session) const
{
    TRY_LET(payments, allRows(m_db, selectUnassigned, {{":session", session}}, paymentOf));
    QHash<Id<Dossier>, Money> sums; // What was reversed is nobody's advance.
    for (const RecordedPayment &recorded : payments)
        sums[recorded.payment.dossier] += recorded.payment.amount;
    std::erase_if(payments, [&](const RecordedPayment &recorded) { return sums.value(recorded.payment.dossier).isZero(); });
    return payments;
}

Result<std::optional<PaymentIntent>> PaymentStore::intent(const Id<PaymentIntent> &id) const
{
    return firstRow(m_db, selectIntent, {{":id", id}}, intentOf);
}

Result<PaymentStore::Charged> PaymentStore::chargedAt(const QString &terminal, const Id<TillSession> &session) const
{
    Charged charged;
    TRY(forEachRow(m_db, sumCharged, {{":session", session}, {":terminal", terminal}}, [&](const Row &row) {
        charged.count = row.smallInteger(0);
        charged.amount = row.money(1);
    }));
    return charged;
}

Result<std::vector<PaymentIntent>> PaymentStore::openIntents(const QString &till) const
{
    return allRows(m_db, selectOpenIntents, {{":till", till}}, intentOf);
}

Result<std::vector<PaymentIntent>> PaymentStore::openIntentsOf(const Id<Dossier> &dossier) const
{
    return allRows(m_db, selectOpenOfDossier, {{":dossier", dossier}}, intentOf);
}

Result<std::vector<PaymentIntent>> PaymentStore::unconfirmed(const Id<TillSession> &session) const
{
    return allRows(m_db, selectUnconfirmed, {{":session", session}}, intentOf);
}

Result<bool> PaymentStore::isReversalRefused(const PaymentIntent &original) const
{
    TRY_LET(refusals,
            selectInteger(m_db, countOfTransaction,
                          {{":dossier", original.dossier}, {":terminal", original.terminal}, {":reverses", original.transaction}}));
    return refusals > 0;
}

Result<> PaymentStore::paid(const Fact &fact)
{
    TRY_LET(content, paymentContentFromJson(fact.content));
    const Payment &payment = content.payment;
    TRY(insertInto(m_db, fact.body, content));
    if (content.purpose == PaymentPurpose::Refund || payment.dossier.isNull())
        return {};
    DossierChange change{.dossier = payment.dossier, .number = content.dossierNumber};
    if (content.purpose == PaymentPurpose::Advance) {
        change.advance = payment.amount;
        TRY(insertVat(m_db, fact.body, u"advance", content.vat));
        TRY(addAdvanceVat(m_db, payment.dossier, content.vat));
    }
    if (content.purpose == PaymentPurpose::Receivable)
        change.receivable = payment.amount;
    return changeDossier(m_db, fact.body, change);
}

Result<> PaymentStore::advanced(const Fact &fact)
{
    TRY_LET(content, advanceContentFromJson(fact.content));
    TRY(runQuery(m_db, insertAdvance,
                 {{":session", sessionKey(fact.body)},
                  {":incarnation", fact.body.position.incarnation},
                  {":number", fact.body.position.number},
                  {":dossier", content.dossier},
                  {":amount_cents", content.amount}}));
    TRY(insertVat(m_db, fact.body, u"advance", content.vat));
    TRY(addAdvanceVat(m_db, content.dossier, content.vat));
    return changeDossier(m_db, fact.body, {.dossier = content.dossier, .number = content.dossierNumber, .advance = content.amount});
}

Result<> PaymentStore::intentMoved(const Fact &fact)
{
    TRY_LET(content, intentContentFromJson(fact.content));
    const PaymentIntent &intent = content.intent;
    return runQuery(m_db, upsertIntent,
                    {{":id", intent.id},
                     {":hlc", fact.body.hlc},
                     {":till", fact.body.position.till},
                     {":session", sessionKey(fact.body)},
                     {":dossier", intent.dossier},
                     {":method", intent.method},
                     {":terminal", intent.terminal},
                     {":asked_cents", intent.asked},
                     {":authorised_cents", intent.authorised},
                     {":state", intentStateName(intent.state)},
                     {":reference", intent.reference},
                     {":by_person", intent.resolvedByPerson},
                     {":resolved_by", intent.resolvedBy},
                     {":at", intent.at.isValid() ? intent.at : fact.body.at},
                     {":terminal_transaction", intent.transaction},
                     {":reverses", intent.reverses},
                     {":undoes", intent.undoes},
                     {":late", intent.late},
                     {":confirmed", intent.confirmed},
                     {":card", cardText(intent.card)}});
}

Result<> PaymentStore::corrected(const Fact &fact)
{
    TRY_LET(content, correctionContentFromJson(fact.content));
    return runQuery(m_db, insertCorrection,
                    {{":session", sessionKey(fact.body)},
                     {":incarnation", fact.body.position.incarnation},
                     {":number", fact.body.position.number},
                     {":payment", content.payment},
                     {":dossier", content.dossier},
                     {":from_method", content.fromMethod},
                     {":from_type", paymentTypeName(content.fromType)},
                     {":to_method", content.toMethod},
                     {":to_type", paymentTypeName(content.toType)},
                     {":to_title", titleText(content.toTitle)},
                     {":amount_cents", content.amount},
                     {":rounding_cents", content.rounding},
                     {":hlc", fact.body.hlc}});
}

} // namespace guichet
