// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalDesk.h"

#include "core/ledger/PaymentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/reports/Report.h"
#include "core/usecases/CardSlips.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TerminalKeys.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// In WorkingStore.
const QString settingsName = u"terminal"_s;
const QString totalsName = u"terminal_totals"_s;

/// What is kept of the terminal's totals: a TerminalComparison without the till's part.
struct KeptTotals
{
    Id<TillSession> session;
    bool ended = false;
    std::vector<NamedTotal> rows;
    QStringList slip = {};
};

QString textOf(const KeptTotals &kept)
{
    QJsonArray rows;
    for (const NamedTotal &row : kept.rows)
        rows.append(QJsonObject{{u"brand"_s, row.key}, {u"count"_s, row.count}, {u"amount"_s, row.amount.cents()}});
    const QJsonObject object{{u"session"_s, kept.session.toString()},
                             {u"ended"_s, kept.ended},
                             {u"rows"_s, rows},
                             {u"slip"_s, QJsonArray::fromStringList(kept.slip)}};
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

KeptTotals keptTotalsFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    KeptTotals kept{.session = Id<TillSession>::fromString(object[u"session"_s].toString()).value_or(Id<TillSession>{}),
                    .ended = object[u"ended"_s].toBool(),
                    .rows = {}};
    for (const QJsonValue &line : object[u"slip"_s].toArray())
        kept.slip.push_back(line.toString());
    for (const QJsonValue &value : object[u"rows"_s].toArray()) {
        const QString brand = value[u"brand"_s].toString();
        kept.rows.push_back({.key = brand,
                             .title = LocalizedText{brand},
                             .count = static_cast<int>(value[u"count"_s].toInteger()),
                             .amount = Money::fromCents(value[u"amount"_s].toInteger())});
    }
    return kept;
}

/// Of that session; none: the terminal has not given any.
Result<std::optional<KeptTotals>> keptTotals(const Workplace &workplace, const Id<TillSession> &session)
{
    TRY_LET(text, WorkingStore{workplace.db()}.value(totalsName));
    const KeptTotals kept = keptTotalsFrom(text);
    return kept.session == session && !text.isEmpty() ? std::optional{kept} : std::nullopt;
}

constexpr size_t mostBrands = 60;

} // namespace

Result<TerminalSettings> TerminalDesk::settings() const
{
    TRY_LET(text, WorkingStore{m_workplace.db()}.value(settingsName));
    if (text.isEmpty())
        return TerminalSettings{};
    TRY_LET(settings, terminalSettingsFromJson(QJsonDocument::fromJson(text.toUtf8()).object()));
    TRY_LET(key, TerminalKeys(m_workplace.db(), settings.kind).current());
    settings.secretKey = key;
    return settings;
}

Result<Actor> TerminalDesk::mayChange()
{
    TRY_LET(actor, Staff{m_workplace}.authorise(Right::EditSettings));
    TRY_LET(open, Checkout{m_workplace}.openIntents());
    if (!open.empty())
        return failure(ErrorCode::IntentPending, u"a payment has no answer yet"_s);
    return actor;
}

Result<QString> TerminalDesk::addSecretKey(const TerminalSettings &settings)
{
    TRY(terminalSettingsFromJson(toJson(settings)));
    TRY(mayChange());
    return inTransaction(m_workplace.db(), [&] { return TerminalKeys{m_workplace.db(), settings.kind}.add(); });
}

/// In the caller's transaction.
Result<> TerminalDesk::record(const TerminalSettings &settings, const QString &secretKey)
{
    TRY_LET(actor, mayChange());
    if (!secretKey.isEmpty())
        TRY(TerminalKeys(m_workplace.db(), settings.kind).use(secretKey));
    TRY(m_workplace.journal().appendTechnical(TechnicalEvent::SettingsChanged, {{u"kind"_s, u"terminal"_s}, {u"terminal"_s, settings.kind}},
                                              actor));
    return WorkingStore{m_workplace.db()}.setValue(settingsName,
                                                   QString::fromUtf8(QJsonDocument{toJson(settings)}.toJson(QJsonDocument::Compact)));
}

Result<> TerminalDesk::save(const CommandId &id, const TerminalSettings &settings, const QString &secretKey)
{
    TRY(terminalSettingsFromJson(toJson(settings)));
    return m_workplace.onceDone(id, [&] { return record(settings, secretKey); });
}

Result<TerminalDayEnd> TerminalDesk::dayEnd() const
{
    TRY_LET(known, settings());
    if (known.kind == u"manual" || m_workplace.training)
        return TerminalDayEnd{};
    TRY_LET(session, m_workplace.openSession());
    TRY_LET(kept, keptTotals(m_workplace, session.id));
    TRY_LET(doubt, hasDoubt(terminalName(known.kind)));
    return TerminalDayEnd{.asks = !kept || !kept->ended, .ends = known.endsDay && !doubt};
}

Result<> TerminalDesk::keepTotals(const TerminalTotals &totals, bool ended)
{
    TRY_LET(session, m_workplace.openSession());
    TRY_LET(before, keptTotals(m_workplace, session.id));
    if (before && before->ended)
        return {}; // its day is over: what it says later is of another one, and would empty the slip under the Z
    KeptTotals kept{.session = session.id, .ended = ended, .rows = {}, .slip = printableSlip(totals.slip)};
    for (const TerminalTotals::Row &row : totals.rows)
        if (kept.rows.size() < mostBrands)
            kept.rows.push_back({.key = printable(row.brand).left(60), .title = {}, .count = row.count, .amount = row.amount});
    return inTransaction(m_workplace.db(), [&] { return WorkingStore{m_workplace.db()}.setValue(totalsName, textOf(kept)); });
}

Result<QStringList> TerminalDesk::daySlip(const Id<TillSession> &session) const
{
    TRY_LET(kept, keptTotals(m_workplace, session));
    return kept ? kept->slip : QStringList{};
}

Result<std::optional<TerminalComparison>> TerminalDesk::comparison(const Id<TillSession> &session) const
{
    TRY_LET(known, settings());
    if (known.kind == u"manual")
        return std::optional<TerminalComparison>{};
    TerminalComparison compared{.terminal = terminalName(known.kind)};
    TRY_LET(charged, PaymentStore{m_workplace.db()}.chargedAt(compared.terminal, session));
    compared.tillCount = charged.count;
    compared.tillAmount = charged.amount;
    TRY_LET(kept, keptTotals(m_workplace, session));
    if (kept) {
        compared.answered = true;
        compared.dayEnded = kept->ended;
        compared.rows = kept->rows;
    }
    return std::optional{compared};
}

Result<TerminalQuestions> TerminalDesk::questions(const QString &terminal) const
{
    const Checkout checkout{m_workplace};
    TRY_LET(lookUps, checkout.lookUps());
    TerminalQuestions questions;
    for (const PaymentIntent &intent : lookUps) {
        if (intent.terminal != terminal)
            continue;
        questions.doubts = questions.doubts || intent.state == IntentState::Unknown;
        questions.decisions = questions.decisions || !intent.isOpen();
    }
    return questions;
}

Result<bool> TerminalDesk::hasDoubt(const QString &terminal) const
{
    TRY_LET(open, Checkout{m_workplace}.openIntents());
    return std::ranges::any_of(
        open, [&](const PaymentIntent &intent) { return intent.state == IntentState::Unknown && intent.terminal == terminal; });
}

} // namespace guichet
