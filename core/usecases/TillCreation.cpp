// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillCreation.h"

#include "core/ledger/Ledger.h"
#include "core/ledger/TillProjector.h"
#include "core/ledger/WorkingStore.h"
#include "core/till/Attraction.h"
#include "core/usecases/DemoAttraction.h"
#include "core/usecases/DemoHistory.h"
#include "core/usecases/DocumentWriter.h"
#include "core/usecases/NoKeychain.h"
#include "core/usecases/Workplace.h"

#include <QDir>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// Key of a till from its name: `Caisse 1` → `caisse-1`.
QString keyFrom(const QString &name)
{
    return searchWords(name).join(u'-').left(40);
}

Result<> checkCreation(const TillCreation &creation)
{
    if (creation.demo)
        return {};
    TRY(attractionFromJson(creation.attraction));
    if (keyFrom(creation.tillName).isEmpty())
        return failure(ErrorCode::InvalidInput, u"till: a name"_s, {u"till"_s});
    if (creation.administrator.trimmed().isEmpty() || hasForbiddenCharacters(creation.administrator))
        return failure(ErrorCode::InvalidInput, u"administrator: a name"_s, {u"administrator"_s});
    if (!isValidPin(creation.pin))
        return failure(ErrorCode::PinInvalid);
    return {};
}

/// The documents of a new till that is no demo: what every attraction needs to sell on the first day.
Result<DocumentBundle> realDocuments(const TillCreation &creation)
{
    TRY_LET(bundle, loadBundle(u":/demo/defaults.json"_s));
    bundle.tillKey = keyFrom(creation.tillName);
    bundle.documents.push_back({DocumentKind::Attraction, creation.attraction});
    bundle.documents.push_back({DocumentKind::Settings, {{u"tillKey"_s, bundle.tillKey}}});
    bundle.documents.push_back(
        {DocumentKind::TillProfile, {{u"key"_s, bundle.tillKey}, {u"name"_s, QJsonObject{{u"fr"_s, creation.tillName}}}}});
    bundle.documents.push_back({DocumentKind::User,
                                {{u"key"_s, u"u1"_s},
                                 {u"displayName"_s, creation.administrator},
                                 {u"email"_s, creation.administratorEmail},
                                 {u"role"_s, roleName(Role::Administrator)},
                                 {u"pin"_s, creation.pin}}});
    return bundle;
}

/// What the documents of a bundle name, they name among themselves, in any order.
Result<Catalogue> catalogueOf(const DocumentBundle &bundle)
{
    Catalogue catalogue;
    for (const auto &[kind, document] : bundle.documents)
        if (const auto added = addDocument(catalogue, kind, document); !added && added.error().code != ErrorCode::NotSupported)
            return std::unexpected(added.error());
    return catalogue;
}

/// The hour at which the day of a new till begins: its settings say so from the start.
Result<int> dayStartIn(const DocumentBundle &bundle)
{
    for (const auto &[kind, document] : bundle.documents)
        if (kind == DocumentKind::Settings && document[u"tillKey"_s] == bundle.tillKey) {
            TRY_LET(settings, tillSettingsFromJson(document));
            return settings.businessDayStartsAtHour;
        }
    return usualDayStart;
}

/// In the transaction of the creation.
Result<> writeBundle(Ledger &ledger, const DocumentBundle &bundle, bool opensStock, const Clock &clock)
{
    TRY_LET(catalogue, catalogueOf(bundle));
    TRY_LET(dayStart, dayStartIn(bundle));
    ledger.journal().setDayStart(dayStart);
    DocumentWriter writer{ledger.database(), ledger.journal(), std::move(catalogue), {u""_s, clock.now()}};
    for (const auto &[kind, document] : bundle.documents)
        if (const auto written = writer.write(kind, document); !written)
            return failure(written.error().code,
                           documentKindName(kind) + u' ' + document[u"key"_s].toString() + u": "_s + written.error().detail,
                           written.error().values);
    if (opensStock)
        TRY(writer.openStock({}, ledger.journal().businessDate(clock.now())));
    return WorkingStore{ledger.database()}.setValue(workingvalue::tillKey, bundle.tillKey);
}

/// The past of a demo, written by the till itself; a till with half a past goes again.
Result<> writePast(const QString &dataFolder, int days, const QDateTime &now, SecretStore *keychain, bool isNewFolder)
{
    const auto written = writeDemoHistory(dataFolder, days, now, keychain);
    if (written)
        return {};
    TRY(Ledger::takeBack(dataFolder));
    if (isNewFolder)
        QDir{}.rmdir(dataFolder);
    return written;
}

} // namespace

Result<CreatedTill> createTill(const QString &dataFolder, const TillCreation &creation, const Clock &clock, SecretStore *keychain)
{
    TRY(checkCreation(creation));
    TRY_LET(bundle, creation.demo ? demoDocuments(creation.tillName) : realDocuments(creation));
    NoKeychain absent;
    TillProjector projector;
    const bool isNewFolder = !QDir{dataFolder}.exists();
    const SimulatedClock past{clock.now().addDays(-creation.historyDays - 1)};
    const bool withHistory = creation.demo && creation.historyDays > 0;
    const Clock &founding = withHistory ? static_cast<const Clock &>(past) : clock;
    const bool preferFile = !keychain || creation.secretStore == u"file";
    const LedgerNeeds needs{.projector = projector, .clock = founding, .keychain = keychain ? *keychain : absent, .preferFile = preferFile};
    TRY_LET(ledger,
            Ledger::create(dataFolder, needs, [&](Ledger &made) { return writeBundle(made, bundle, creation.opensStock, founding); }));
    const TillIdentity identity = ledger->identity();
    ledger.reset();
    if (withHistory)
        TRY(writePast(dataFolder, creation.historyDays, clock.now(), keychain, isNewFolder));
    return CreatedTill{
        .tillUid = identity.till, .keyFingerprint = identity.current().key.fingerprint(), .secretStore = identity.secretStore};
}

} // namespace guichet
