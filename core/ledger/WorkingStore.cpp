// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/WorkingStore.h"

#include "core/ledger/Columns.h"

#include <QJsonArray>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql upsertCart = R"(
INSERT INTO cart (id, place, name, at, units, total_cents, paid_cents, body)
VALUES (:id, :place, :name, :at, :units, :total_cents, :paid_cents, :body)
ON CONFLICT (place, id) DO UPDATE SET name = excluded.name, at = excluded.at, units = excluded.units, total_cents = excluded.total_cents,
    paid_cents = excluded.paid_cents, body = excluded.body)";
constexpr Sql selectCarts = R"(
SELECT id, name, at, units, total_cents, paid_cents, body FROM cart WHERE place = :place ORDER BY at, id)";
constexpr Sql selectCart = R"(
SELECT id, name, at, units, total_cents, paid_cents, body FROM cart WHERE place = :place AND id = :id)";
constexpr Sql selectAllCarts = R"(SELECT id, name, at, units, total_cents, paid_cents, body, place FROM cart ORDER BY place, id)";
constexpr Sql deleteOtherCarts = R"(DELETE FROM cart WHERE place = :place AND id <> :id)";
constexpr Sql deleteCart = R"(DELETE FROM cart WHERE place = :place AND id = :id)";
constexpr Sql deleteCarts = R"(DELETE FROM cart WHERE place = :place)";

constexpr Sql selectAnswer = R"(SELECT answer FROM command_answer WHERE id = :id)";
constexpr Sql insertAnswer = R"(INSERT INTO command_answer (id, at, answer) VALUES (:id, :at, :answer))";
constexpr Sql deleteAnswers = R"(DELETE FROM command_answer WHERE at < :at)";

constexpr Sql selectLockOut = R"(SELECT wrong_tries, until FROM lock_out WHERE actor = :actor)";
constexpr Sql upsertLockOut = R"(
INSERT INTO lock_out (actor, wrong_tries, until) VALUES (:actor, :wrong_tries, :until)
ON CONFLICT (actor) DO UPDATE SET wrong_tries = excluded.wrong_tries, until = excluded.until)";
constexpr Sql deleteLockOut = R"(DELETE FROM lock_out WHERE actor = :actor)";

constexpr Sql insertJob = R"(
INSERT INTO print_job (id, state, printer, attempts, last_error, at, paper)
VALUES (:id, :state, :printer, :attempts, :last_error, :at, :paper))";
constexpr Sql changeJob = R"(
UPDATE print_job SET state = :state, printer = :printer, attempts = :attempts, last_error = :last_error WHERE id = :id)";
constexpr Sql selectJob = R"(SELECT id, state, printer, attempts, last_error, at, paper FROM print_job WHERE id = :id)";
constexpr Sql selectOpen = R"(
SELECT id, state, printer, attempts, last_error, at, paper FROM print_job WHERE state IN ('waiting', 'sending', 'doubtful')
ORDER BY at, id LIMIT 10000)";
constexpr Sql selectNext = R"(
SELECT id, state, printer, attempts, last_error, at, paper FROM print_job
WHERE state IN ('waiting', 'sending', 'doubtful') AND state = 'waiting' AND printer = :printer ORDER BY at, id LIMIT 1)";
constexpr Sql countOpen = R"(SELECT COUNT(*) FROM print_job WHERE state IN ('waiting', 'sending', 'doubtful'))";
constexpr Sql countDoubtful = R"(SELECT COUNT(*) FROM print_job WHERE state IN ('waiting', 'sending', 'doubtful') AND state = 'doubtful')";
constexpr Sql doubtSending = R"(
UPDATE print_job SET state = 'doubtful' WHERE state IN ('waiting', 'sending', 'doubtful') AND state = 'sending')";
constexpr Sql deleteOldJobs = R"(DELETE FROM print_job WHERE state IN ('printed', 'discarded') AND at < :at)";

// Whether a text stands in another, as both engines say it.
constexpr Sql deleteJobsWith = R"(DELETE FROM print_job WHERE state <> 'sending' AND REPLACE(paper, :text, '') <> paper)";
constexpr Sql emptyJobsWith = R"(UPDATE print_job SET paper = :paper WHERE REPLACE(paper, :text, '') <> paper)";

constexpr Sql selectValue = R"(SELECT value FROM working_value WHERE name = :name)";
constexpr Sql upsertValue = R"(
INSERT INTO working_value (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value)";
constexpr Sql deleteValue = R"(DELETE FROM working_value WHERE name = :name)";

QString currentPlace(bool overlay)
{
    return overlay ? u"training"_s : u"current"_s;
}

QString parkedPlace(bool overlay)
{
    return overlay ? u"training_parked"_s : u"parked"_s;
}

KeptCart cartOf(const Row &row)
{
    return {.id = row.id<Cart>(0),
            .name = row.text(1),
            .at = row.dateTime(2),
            .units = row.smallInteger(3),
            .total = row.money(4),
            .paid = row.money(5),
            .body = row.text(6)};
}

Result<> putCart(Database &db, const QString &place, const KeptCart &cart)
{
    return runQuery(db, upsertCart,
                    {{":id", cart.id},
                     {":place", place},
                     {":name", cart.name},
                     {":at", cart.at},
                     {":units", cart.units},
                     {":total_cents", cart.total},
                     {":paid_cents", cart.paid},
                     {":body", cart.body}});
}

/// The text of a cart without whom it is for and what was written on its lines; empty: it is of another dossier. The rest of the text is
/// the use case's.
QString withoutClient(const QString &text, const Id<Dossier> &dossier)
{
    QJsonObject body = jsonObject(text);
    QJsonObject cart = body[u"cart"_s].toObject();
    if (cart[u"dossier"_s].toString() != dossier.toString())
        return {};
    QJsonArray lines;
    for (const QJsonValue &value : cart[u"lines"_s].toArray()) {
        QJsonObject line = value.toObject();
        line.remove(u"comment"_s);
        lines.append(line);
    }
    cart[u"lines"_s] = lines;
    cart[u"client"_s] = QJsonObject{{u"language"_s, cart[u"client"_s].toObject()[u"language"_s]}};
    cart.remove(u"parkedName"_s);
    body[u"cart"_s] = cart;
    return jsonText(body);
}

QString stateColumn(PrintJob::State state)
{
    switch (state) {
    case PrintJob::State::Waiting: return u"waiting"_s;
    case PrintJob::State::Sending: return u"sending"_s;
    case PrintJob::State::Doubtful: return u"doubtful"_s;
    case PrintJob::State::Printed: return u"printed"_s;
    case PrintJob::State::Discarded: return u"discarded"_s;
    }
    Q_UNREACHABLE();
}

QString printerColumn(PrintJob::Printer printer)
{
    return printer == PrintJob::Printer::Spare ? u"spare"_s : u"receipt"_s;
}

/// The value of which `text` is the column; never a guess: a job that is taken for waiting would be printed.
template <typename Value>
Result<Value> fromColumn(const QString &text, std::initializer_list<Value> all, QString (*column)(Value))
{
    for (const Value value : all)
        if (column(value) == text)
            return value;
    return failure(ErrorCode::DatabaseCorrupt, u"print job: "_s + text);
}

Result<PrintJob> jobOf(const Row &row)
{
    using enum PrintJob::State;
    TRY_LET(state, fromColumn(row.text(1), {Waiting, Sending, Doubtful, Printed, Discarded}, stateColumn));
    TRY_LET(printer, fromColumn(row.text(2), {PrintJob::Printer::Receipt, PrintJob::Printer::Spare}, printerColumn));
    return PrintJob{.id = row.text(0),
                    .paper = paperFromJson(jsonObject(row.text(6))),
                    .state = state,
                    .printer = printer,
                    .attempts = row.smallInteger(3),
                    .lastError = row.text(4),
                    .at = row.dateTime(5)};
}

Result<std::vector<PrintJob>> jobsOf(Database &db, Sql sql, Bindings bindings = {})
{
    std::vector<PrintJob> jobs;
    TRY(forEachRow(db, sql, bindings, [&](const Row &row) -> Result<> {
        TRY_LET(job, jobOf(row));
        jobs.push_back(std::move(job));
        return {};
    }));
    return jobs;
}

Result<std::optional<PrintJob>> firstJob(Database &db, Sql sql, Bindings bindings)
{
    TRY_LET(jobs, jobsOf(db, sql, bindings));
    return jobs.empty() ? std::optional<PrintJob>{} : std::move(jobs.front());
}

} // namespace

Result<std::optional<KeptCart>> WorkingStore::currentCart(bool overlay) const
{
    return firstRow(m_db, selectCarts, {{":place", currentPlace(overlay)}}, cartOf);
}

Result<> WorkingStore::keepCart(const KeptCart &cart, bool overlay)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY(runQuery(m_db, deleteOtherCarts, {{":place", currentPlace(overlay)}, {":id", cart.id}}));
        return putCart(m_db, currentPlace(overlay), cart);
    });
}

Result<> WorkingStore::dropCart(bool overlay)
{
    return runQuery(m_db, deleteCarts, {{":place", currentPlace(overlay)}});
}

Result<> WorkingStore::park(const KeptCart &cart, bool overlay)
{
    return putCart(m_db, parkedPlace(overlay), cart);
}

Result<std::vector<KeptCart>> WorkingStore::parked(bool overlay) const
{
    return allRows(m_db, selectCarts, {{":place", parkedPlace(overlay)}}, cartOf);
}

Result<KeptCart> WorkingStore::unpark(const Id<Cart> &id, bool overlay)
{
    return inTransaction(m_db, [&]() -> Result<KeptCart> {
        const QString place = parkedPlace(overlay);
        TRY_LET(cart, firstRow(m_db, selectCart, {{":place", place}, {":id", id}}, cartOf));
        if (!cart)
            return failure(ErrorCode::NotFound, u"parked cart "_s + id.toString());
        TRY(runQuery(m_db, deleteCart, {{":place", place}, {":id", id}}));
        return *cart;
    });
}

Result<> WorkingStore::forgetClientOf(const Id<Dossier> &dossier)
{
    TRY_LET(all, allRows(m_db, selectAllCarts, {}, [](const Row &row) { return std::pair{row.text(7), cartOf(row)}; }));
    for (auto &[place, cart] : all) {
        const QString body = withoutClient(cart.body, dossier);
        if (body.isEmpty())
            continue;
        cart.body = body;
        if (!cart.name.isEmpty())
            cart.name = cart.at.toString(u"HH:mm"_s);
        TRY(putCart(m_db, place, cart));
    }
    return {};
}

Result<> WorkingStore::dropOverlay()
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY(runQuery(m_db, deleteCarts, {{":place", currentPlace(true)}}));
        return runQuery(m_db, deleteCarts, {{":place", parkedPlace(true)}});
    });
}

Result<std::optional<QJsonObject>> WorkingStore::answer(const Id<Command> &id) const
{
    return firstRow(m_db, selectAnswer, {{":id", id}}, [](const Row &row) { return jsonObject(row.text(0)); });
}

Result<> WorkingStore::remember(const Id<Command> &id, const QJsonObject &answer, const QDateTime &at)
{
    return runQuery(m_db, insertAnswer, {{":id", id}, {":at", at.toUTC()}, {":answer", jsonText(answer)}});
}

Result<> WorkingStore::forgetAnswersBefore(const QDateTime &at)
{
    return runQuery(m_db, deleteAnswers, {{":at", at.toUTC()}});
}

Result<LockOut> WorkingStore::lockOut(const QString &user) const
{
    TRY_LET(found, firstRow(m_db, selectLockOut, {{":actor", user}},
                            [](const Row &row) { return LockOut{.wrongTries = row.smallInteger(0), .until = row.dateTime(1)}; }));
    return found.value_or(LockOut{});
}

Result<> WorkingStore::setLockOut(const QString &user, const LockOut &lockOut)
{
    if (lockOut.wrongTries == 0)
        return runQuery(m_db, deleteLockOut, {{":actor", user}});
    return runQuery(m_db, upsertLockOut, {{":actor", user}, {":wrong_tries", lockOut.wrongTries}, {":until", lockOut.until}});
}

Result<> WorkingStore::putJob(const PrintJob &job)
{
    return runQuery(m_db, insertJob,
                    {{":id", job.id},
                     {":state", stateColumn(job.state)},
                     {":printer", printerColumn(job.printer)},
                     {":attempts", job.attempts},
                     {":last_error", job.lastError},
                     {":at", job.at},
                     {":paper", jsonText(toJson(job.paper))}});
}

Result<> WorkingStore::updateJob(const PrintJob &job)
{
    TRY_LET(changed, runQueryCounting(m_db, changeJob,
                                      {{":id", job.id},
                                       {":state", stateColumn(job.state)},
                                       {":printer", printerColumn(job.printer)},
                                       {":attempts", job.attempts},
                                       {":last_error", job.lastError}}));
    if (changed == 0)
        return failure(ErrorCode::NotFound, u"print job "_s + job.id);
    return {};
}

Result<PrintJob> WorkingStore::job(const QString &id) const
{
    TRY_LET(found, firstJob(m_db, selectJob, {{":id", id}}));
    if (!found)
        return failure(ErrorCode::NotFound, u"print job "_s + id);
    return *found;
}

Result<std::vector<PrintJob>> WorkingStore::openJobs() const
{
    return jobsOf(m_db, selectOpen);
}

Result<int> WorkingStore::openJobCount() const
{
    TRY_LET(count, selectInteger(m_db, countOpen));
    return static_cast<int>(count);
}

Result<int> WorkingStore::doubtfulJobCount() const
{
    TRY_LET(count, selectInteger(m_db, countDoubtful));
    return static_cast<int>(count);
}

Result<std::optional<PrintJob>> WorkingStore::nextJob(PrintJob::Printer printer) const
{
    return firstJob(m_db, selectNext, {{":printer", printerColumn(printer)}});
}

Result<> WorkingStore::doubtSendingJobs()
{
    return runQuery(m_db, doubtSending);
}

Result<> WorkingStore::forgetJobsBefore(const QDateTime &at)
{
    return runQuery(m_db, deleteOldJobs, {{":at", at}});
}

Result<> WorkingStore::forgetJobsOf(const QString &dossierNumber)
{
    const QString text = u'"' + dossierNumber + u'"'; // a text of its own in the JSON of the paper
    TRY(runQuery(m_db, deleteJobsWith, {{":text", text}}));
    return runQuery(m_db, emptyJobsWith, {{":text", text}, {":paper", jsonText(toJson(Paper{}))}});
}

Result<QString> WorkingStore::value(const QString &name) const
{
    return selectText(m_db, selectValue, {{":name", name}});
}

Result<> WorkingStore::setValue(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return runQuery(m_db, deleteValue, {{":name", name}});
    return runQuery(m_db, upsertValue, {{":name", name}, {":value", value}});
}

} // namespace guichet
