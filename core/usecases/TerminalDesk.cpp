// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TerminalDesk.h"

#include "core/ledger/PaymentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/reports/Report.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <tuple>

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
};

QString textOf(const KeptTotals &kept)
{
    QJsonArray rows;
    for (const NamedTotal &row : kept.rows)
        rows.append(QJsonObject{{u"brand"_s, row.key}, {u"count"_s, row.count}, {u"amount"_s, row.amount.cents()}});
    const QJsonObject object{{u"session"_s, kept.session.toString()}, {u"ended"_s, kept.ended}, {u"rows"_s, rows}};
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

KeptTotals keptTotalsFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    KeptTotals kept{.session = Id<TillSession>::fromString(object[u"session"_s].toString()).value_or(Id<TillSession>{}),
                    .ended = object[u"ended"_s].toBool(),
                    .rows = {}};
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
    return terminalSettingsFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

/// In the caller's transaction.
Result<> TerminalDesk::record(const TerminalSettings &settings)
{
    TRY_LET(actor, Staff{m_workplace}.authorise(Right::EditSettings));
    TRY_LET(open, Checkout{m_workplace}.openIntents());
    if (!open.empty())
        return failure(ErrorCode::IntentPending, u"a payment has no answer yet"_s);
    TRY(m_workplace.journal().appendTechnical(TechnicalEvent::SettingsChanged, {{u"kind"_s, u"terminal"_s}, {u"terminal"_s, settings.kind}},
                                              actor));
    return WorkingStore{m_workplace.db()}.setValue(settingsName,
                                                   QString::fromUtf8(QJsonDocument{toJson(settings)}.toJson(QJsonDocument::Compact)));
}

Result<> TerminalDesk::save(const CommandId &id, const TerminalSettings &settings, const QByteArray &secret, SecretStore &secrets)
{
    TRY(terminalSettingsFromJson(toJson(settings)));
    const QString key = terminalSecretKey(settings.kind);
    if (key.isEmpty() || secret.isEmpty())
        return m_workplace.onceDone(id, [&] { return record(settings); });
    TRY_LET(before, keptTerminalSecret(settings.kind, secrets));
    const Result<> saved = m_workplace.onceDone(id, [&]() -> Result<> {
        TRY(record(settings));
        return secrets.write(key, secret); // last of what can fail but the commit
    });
    if (!saved)
        std::ignore = secrets.write(key, before); // the settings of before need the secret of before
    return saved;
}

Result<QByteArray> keptTerminalSecret(const QString &kind, SecretStore &secrets)
{
    const QString key = terminalSecretKey(kind);
    if (key.isEmpty())
        return QByteArray{};
    auto secret = secrets.read(key);
    if (!secret && secret.error().code == ErrorCode::NotFound)
        return QByteArray{};
    return secret;
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
    KeptTotals kept{.session = session.id, .ended = ended, .rows = {}};
    for (const TerminalTotals::Row &row : totals.rows)
        if (kept.rows.size() < mostBrands)
            kept.rows.push_back({.key = printable(row.brand).left(60), .title = {}, .count = row.count, .amount = row.amount});
    return inTransaction(m_workplace.db(), [&] { return WorkingStore{m_workplace.db()}.setValue(totalsName, textOf(kept)); });
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
