// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Journal.h"
#include "core/ledger/Ledger.h"
#include "core/ledger/Query.h"

#include <QTemporaryDir>
#include <array>

/// What the tests of the machine room share. The projector is a small one of its own: they test the journal, not the stores.
namespace guichet {

/// Counts facts by type and adds up their turnover: the smallest projection that can be wrong.
class TallyProjector final : public Projector
{
public:
    Result<> apply(Database &db, const Fact &fact) override;
    QStringList projectionTables() const override { return {QStringLiteral("tally")}; }
};

/// A keychain that can be out of reach.
class FakeKeychain final : public SecretStore
{
public:
    QString name() const override { return QStringLiteral("keychain"); }
    Result<QByteArray> read(const QString &key) override;
    Result<> write(const QString &key, const QByteArray &secret) override;
    Result<> remove(const QString &key) override;
    bool reachable = true;

private:
    QHash<QString, QByteArray> m_secrets;
};

QDateTime morning();

/// A sale of one ticket with VAT at 6 %.
FactDraft saleOf(Money total, EventLabel label = EventLabel::N);
FactDraft refundOf(Money total, const FactPosition &sale);

/// A journal in memory.
struct JournalFixture
{
    JournalFixture();
    KeyPair key = KeyPair::generate();
    SimulatedClock clock{morning()};
    TallyProjector projector;
    std::unique_ptr<Database> db;
    ChainIdentity chain;
    std::optional<Journal> journal;

    qint64 facts();
    Fact sell(qint64 cents);
};

/// A till in a folder of its own.
struct FolderFixture
{
    QTemporaryDir directory;
    SimulatedClock clock{morning()};
    TallyProjector projector;
    FakeKeychain keychain;
    QString path = directory.filePath(QStringLiteral("till"));
    DataFolder folder{path};

    LedgerNeeds needs() { return {.projector = projector, .clock = clock, .keychain = keychain}; }
    Result<std::unique_ptr<Ledger>> create() { return Ledger::create(path, needs()); }
    Result<std::unique_ptr<Ledger>> open() { return Ledger::open(path, needs()); }
    /// A till with `count` sales, closed again.
    void sellAndClose(int count);
};

/// Runs SQL on a ledger as an attacker does: triggers dropped first.
void attack(const QString &file, const QStringList &statements);
qint64 countRows(Database &db, const QString &table);
QByteArray bytesOf(const QString &file);
void overwrite(const QString &file, const QByteArray &bytes);

} // namespace guichet
