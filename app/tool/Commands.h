// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/ScriptSession.h"

/// The commands of guichet-tool scripts, one function each; docs/tool.md says what each takes and answers.
namespace guichet::commands {

// Making and filling a till (OfficeCommands.cpp)
Result<QJsonObject> create(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> import(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> exportCsv(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> put(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> erase(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> clock(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> stock(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> products(ScriptSession &session, JsonReader &fields);

// People and the day (DeskCommands.cpp)
Result<QJsonObject> login(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> logout(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> approve(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> open(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> state(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> drawer(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> cash(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> x(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> z(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> training(ScriptSession &session, JsonReader &fields);

// The cart (CartCommands.cpp)
Result<QJsonObject> add(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> scan(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> quantity(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> remove(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> move(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> giveFree(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> price(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> comment(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> promo(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> client(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> park(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> recall(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> parked(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> cart(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> clear(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> shelf(ScriptSession &session, JsonReader &fields);

// Money (PaymentCommands.cpp)
Result<QJsonObject> pay(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> reverse(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> unpay(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> terminal(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> payAt(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> scanner(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> display(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> labelPrinter(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> barcode(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> labels(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> askTerminal(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> resolve(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> intents(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> gift(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> collect(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> validate(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> quote(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> last(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> origin(ScriptSession &session, JsonReader &fields);

// Dossiers and paper (DossierCommands.cpp)
Result<QJsonObject> dossier(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> search(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> refund(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> cancel(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> correct(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> checkIn(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> reprint(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> receipt(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> jobs(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> printJobs(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> decideJob(ScriptSession &session, JsonReader &fields);

// The centre (SyncCommands.cpp)
Result<QJsonObject> enrol(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> replace(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> sync(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> syncState(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> conflicts(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> restoreValue(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> dismissValue(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> waitingUsers(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> confirmUser(ScriptSession &session, JsonReader &fields);
Result<QJsonObject> refuseUser(ScriptSession &session, JsonReader &fields);

/// Reads a required amount in cents within ±largestAmount.
Money requiredMoney(JsonReader &fields, const QString &field);
std::optional<Money> optionalMoney(JsonReader &fields, const QString &field);

} // namespace guichet::commands
