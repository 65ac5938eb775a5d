// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DemoHistory.h"

#include "core/ledger/DocumentStore.h"
#include "core/ledger/FactFeed.h"
#include "core/usecases/DemoDays.h"
#include "core/usecases/DemoPhone.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/Workplace.h"

#include <QTemporaryDir>
#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostDaysOfOthers = demoBookingLead; // all that they have booked is still to come
constexpr int factsAtOnce = 500;

/// In the morning, when nobody has sold yet.
QDateTime beforeOpening(QDate date)
{
    return {date, QTime{8, 0}, brussels()};
}

/// Another till of the demo with its past, in a folder of its own. The stock is opened by ours.
Result<> makeOtherTill(const QString &folder, const QString &key, QDate from, QDate today)
{
    SimulatedClock clock{beforeOpening(from)};
    TillCreation creation;
    creation.demo = true;
    creation.tillName = key;
    creation.secretStore = u"file"_s;
    creation.opensStock = false;
    TRY(createTill(folder, creation, clock));
    TRY_LET(workplace, Workplace::open({.dataFolder = folder, .clock = &clock}));
    return writeDemoDays(*workplace, clock, from, today);
}

/// Who booked there: the one kind of document that a day's work adds and all tills share.
Result<> takeCustomers(Database &from, Database &to)
{
    const DocumentStore theirs{from};
    TRY_LET(customers, theirs.list(DocumentKind::Customer));
    for (const Document &customer : customers) {
        TRY_LET(past, theirs.history(customer.kind, customer.key));
        TRY(DocumentStore{to}.put(customer.kind, customer.body, {past.front().user, past.front().at}));
    }
    return {};
}

Result<> receiveAll(Journal &journal, const std::vector<StoredBytes> &facts)
{
    for (const StoredBytes &stored : facts) {
        TRY_LET(fact, factFromBytes(stored.body, stored.content, stored.hash, stored.signature));
        TRY(journal.receive(fact));
    }
    return {};
}

/// All that another till has written, as if a centre had brought it: its key first, then who its dossiers name, then its facts.
Result<> receiveTill(Workplace &here, const QString &file)
{
    TRY_LET(there, Database::open(file, {.access = DatabaseOptions::Access::ReadOnly}));
    TRY_LET(chains, Journal::chains(*there));
    ChainIdentity chain = chains.front();
    chain.own = false;
    TRY(inTransaction(here.db(), [&]() -> Result<> {
        TRY(Journal::registerChain(here.db(), chain));
        return takeCustomers(*there, here.db());
    }));
    for (qint64 number = 0;;) {
        TRY_LET(facts, ownFactsAfter(*there, chain, number, factsAtOnce));
        if (facts.empty())
            return {};
        TRY(inTransaction(here.db(), [&] { return receiveAll(here.journal(), facts); }));
        number += static_cast<qint64>(facts.size());
    }
}

/// Each with a key of its own, which goes with its folder (decisions 15).
Result<> receiveOtherTills(Workplace &here, QDate from, QDate today)
{
    for (const TillProfile &till : here.catalogue->tills) {
        if (till.key == here.settings.tillKey)
            continue;
        const QTemporaryDir place;
        if (!place.isValid())
            return failure(ErrorCode::FileFailed, place.errorString(), {place.path()});
        const DataFolder folder{place.filePath(till.key)};
        TRY(makeOtherTill(folder.path(), till.key, from, today));
        TRY(receiveTill(here, folder.ledgerFile()));
    }
    return {};
}

} // namespace

Result<> writeDemoHistory(const QString &dataFolder, int days, const QDateTime &now, SecretStore *keychain)
{
    const QDate today = businessDateAt(now, usualDayStart); // the demo has no other
    SimulatedClock clock{beforeOpening(today.addDays(-days))};
    TRY_LET(workplace, Workplace::open({.dataFolder = dataFolder, .clock = &clock, .terminal = nullptr, .keychain = keychain}));
    TRY(writeDemoDays(*workplace, clock, today.addDays(-days), today));
    return receiveOtherTills(*workplace, today.addDays(-std::min(days, mostDaysOfOthers)), today);
}

} // namespace guichet
