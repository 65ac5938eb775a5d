// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/ledger/Ledger.h"
#include "core/ledger/SessionStore.h"
#include "core/ledger/TillProjector.h"
#include "core/people/User.h"
#include "core/ports/PaymentTerminal.h"
#include "core/receipt/Paper.h"
#include "core/till/Attraction.h"
#include "core/till/CentreState.h"
#include "core/till/TillSettings.h"
#include "core/usecases/CommandId.h"

#include <functional>
#include <memory>

namespace guichet {

struct RememberedCart;

/// What a workplace needs from outside; all outlive it.
struct WorkplaceOptions
{
    QString dataFolder = {};
    const Clock *clock = nullptr;
    PaymentTerminal *terminal = nullptr; ///< None: card payments are refused (TerminalUnavailable).
    SecretStore *keychain = nullptr;     ///< None: only tills whose secret is in a file can be unlocked.
};

/// The approval of a manager for the next command that needs one, once. It lapses, so that nobody finds it lying about; a refused command
/// gives it back for the same right alone.
struct Approval
{
    User by;
    QDateTime until;
    std::optional<Right> right; ///< None: no command has asked for it yet.
};

/// What all use cases share: the ledger of one till, its documents as loaded, who works at it. On the ledger thread, which opens it.
struct Workplace
{
    /// Opens the till of the folder and records the start. Errors as Ledger::open().
    static Result<std::unique_ptr<Workplace>> open(const WorkplaceOptions &options);
    /// Records the stop.
    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    Database &db() const { return ledger->database(); }
    Journal &journal() const { return ledger->journal(); }
    const QString &tillUid() const { return journal().identity().till; }
    QDateTime now() const { return clock.now(); }
    /// The accounting date of now (decisions 19); a running session keeps its own.
    QDate businessToday() const { return businessDateAt(now(), settings.businessDayStartsAtHour); }

    // Documents, as loaded. Immutable catalogue: may be shared with another thread.
    std::shared_ptr<const Catalogue> catalogue;
    TillSettings settings;
    Attraction attraction;
    /// Loads them again; call it after every change of a document, in the same transaction.
    Result<> documentsChanged();

    // Who works here. The session of a person ends with the program.
    std::optional<User> user;
    std::optional<Approval> approval; ///< Pending (Staff::approve()).
    std::optional<Right> approved;    ///< What the running command has spent it on.
    bool training = false;            ///< *Mode école*; survives a restart (decisions 16).
    bool interrupted = false;         ///< The run before this one was cut off: the till says so (FIS-5).
    qint64 trainingFrom = 0;          ///< The number in the series F of the first document since it was entered.

    PaymentTerminal *const terminal;

    /// The cart in progress as it was read or kept last; never empty. For CartWork alone.
    const std::unique_ptr<RememberedCart> lastCart;

    /// The open session of this till; none: it is closed. Errors: the ledger cannot be read.
    Result<std::optional<SessionRecord>> sessionIfOpen() const;
    /// The same; SessionNotOpen.
    Result<SessionRecord> openSession() const;
    /// A draft of a fact in `session`: its id, its business date, the actor; label T in training.
    FactDraft draft(FactType type, EventLabel label, const Actor &actor, const SessionRecord &session) const;

    /// Once is once: runs `effect` and remembers its answer under `id` in one transaction. The same id again gives that answer without any
    /// effect. A null id is not remembered. On an error everything is as before, loaded documents included; the pending approval too, but
    /// only for the right that the command asked for.
    Result<QJsonObject> once(const CommandId &id, const std::function<Result<QJsonObject>()> &effect);
    /// once() of a command that answers nothing.
    Result<> onceDone(const CommandId &id, const std::function<Result<>()> &effect);
    bool replayed = false; ///< Whether the last once() found its answer remembered.

    /// For scripts: answers kept under their own ids (tool.md). NotFound: not yet.
    Result<QJsonObject> rememberedAnswer(const QString &id) const;
    Result<> rememberAnswer(const QString &id, const QJsonObject &answer);

    /// Waits until the disk has what was committed without waiting (UnsyncedCommits); a failure is shown as that of a command.
    void sync();

    /// Writes into the journal what other programs have noted beside the till (core/ledger/EventNotes.h).
    Result<> recordNotedEvents();

    /// Puts paper in the spool, in the caller's transaction; returns the job.
    Result<QString> spool(const Paper &paper);

    CentreState centre; ///< As the exchange with the centre last said; a till without one is not enrolled.
    const Clock &clock;
    TillProjector projector;
    std::unique_ptr<SecretStore> noKeychain;
    std::unique_ptr<Ledger> ledger;

private:
    /// Only facts open and close sessions: asked again when there is a new one.
    struct KnownSession
    {
        QByteArray head;
        std::optional<SessionRecord> session;
    };
    mutable KnownSession m_knownSession;

    explicit Workplace(const WorkplaceOptions &options);
    Result<> start();
    Result<> staffChanged();
    Result<> recordVersion();
    Result<QJsonObject> runOnce(const CommandId &id, const std::function<Result<QJsonObject>()> &effect);
    void noteStorage(const Result<> &outcome);
    bool m_started = false; ///< The start is in the journal: so will be the stop.
};

/// Names of the small values in WorkingStore::value(); that of the till's own key stands there.
namespace workingvalue {
inline const QString training = QStringLiteral("training");   ///< While training: trainingFrom.
inline const QString visitors = QStringLiteral("visitors");   ///< JSON rows that the Z writes as one VISITORS fact (decisions 21).
inline const QString abandoned = QStringLiteral("abandoned"); ///< AbandonedCarts of the open session.
} // namespace workingvalue

} // namespace guichet
