// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/pricing/Cart.h"
#include "core/receipt/PrintJob.h"

#include <QJsonObject>

namespace guichet {

struct Command;

/// A cart that is kept: in progress or parked. `body` is the use case's own JSON text.
struct KeptCart
{
    Id<Cart> id;
    QString name; ///< Parked under this name.
    QDateTime at;
    int units = 0;
    Money total;
    Money paid;
    QString body;
    friend bool operator==(const KeptCart &, const KeptCart &) = default;
};

/// Wrong PINs in a row of a user (ACC-2).
struct LockOut
{
    int wrongTries = 0;
    QDateTime until = {}; ///< Null: not locked out.
    friend bool operator==(const LockOut &, const LockOut &) = default;
};

/// Working state: survives a power cut, is no fact and no document, is outside rebuild. On the thread of `db`.
class WorkingStore
{
public:
    explicit WorkingStore(Database &db) : m_db{db} {}

    /// The cart in progress; `overlay` true: that of training.
    Result<std::optional<KeptCart>> currentCart(bool overlay = false) const;
    Result<> keepCart(const KeptCart &cart, bool overlay = false);
    Result<> dropCart(bool overlay = false);
    Result<> park(const KeptCart &cart, bool overlay = false);
    Result<std::vector<KeptCart>> parked(bool overlay = false) const; ///< Oldest first.
    /// Takes it out of the parked ones; NotFound.
    Result<KeptCart> unpark(const Id<Cart> &id, bool overlay = false);
    /// Whoever collects or sells this dossier, parked or not, no longer finds in the cart whom it is for, nor what was written on it; a
    /// parked one is called by its time.
    Result<> forgetClientOf(const Id<Dossier> &dossier);
    /// Leaving training: its carts go.
    Result<> dropOverlay();

    /// What a command answered the first time; none: it has not run. Once is once.
    Result<std::optional<QJsonObject>> answer(const Id<Command> &id) const;
    /// In the transaction of the command.
    Result<> remember(const Id<Command> &id, const QJsonObject &answer, const QDateTime &at);
    Result<> forgetAnswersBefore(const QDateTime &at);

    Result<LockOut> lockOut(const QString &user) const;
    Result<> setLockOut(const QString &user, const LockOut &lockOut); ///< Zero tries: removed.

    Result<> putJob(const PrintJob &job);
    Result<> updateJob(const PrintJob &job);        ///< All but its paper and its time. NotFound.
    Result<PrintJob> job(const QString &id) const;  ///< NotFound; DatabaseCorrupt, as all that read jobs: a state that nobody knows.
    Result<std::vector<PrintJob>> openJobs() const; ///< Waiting, sending or doubtful, oldest first.
    Result<int> openJobCount() const;               ///< Without reading a paper.
    Result<int> doubtfulJobCount() const;
    Result<std::optional<PrintJob>> nextJob(PrintJob::Printer printer) const; ///< The oldest that waits for it.
    Result<> doubtSendingJobs();                    ///< At a start: what was being sent when the program ended is doubtful.
    Result<> forgetJobsBefore(const QDateTime &at); ///< Printed and discarded ones.
    /// Those on whose paper this number of a dossier stands by itself, in whatever state. One that is being sent stays, for what its
    /// printer says, without its paper: it is not printed again.
    Result<> forgetJobsOf(const QString &dossierNumber);

    /// A small value by name (training on, who is logged in, cursors); empty: none.
    Result<QString> value(const QString &name) const;
    Result<> setValue(const QString &name, const QString &value);

private:
    Database &m_db;
};

namespace workingvalue {
inline const QString tillKey = QStringLiteral("till_key"); ///< Key of the TillProfile and of the settings of this till.
} // namespace workingvalue

} // namespace guichet
