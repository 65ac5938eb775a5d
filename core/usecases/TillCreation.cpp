// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillCreation.h"

#include "core/ledger/Ledger.h"
#include "core/ledger/TillProjector.h"
#include "core/ledger/WorkingStore.h"
#include "core/till/Attraction.h"
#include "core/usecases/DemoAttraction.h"
#include "core/usecases/DemoHistory.h"
#include "core/usecases/DocumentWriter.h"
#include "core/usecases/Workplace.h"

#include <QDir>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// No keychain was given: a file keeps the secret.
class AbsentKeychain final : public SecretStore
{
public:
    QString name() const override { return u"none"_s; }
    Result<QByteArray> read(const QString &) override { return failure(ErrorCode::KeyUnavailable, u"no keychain"_s); }
    Result<> write(const QString &, const QByteArray &) override { return failure(ErrorCode::KeyUnavailable, u"no keychain"_s); }
};

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

Result<> writeBundle(Ledger &ledger, const DocumentBundle &bundle, const Clock &clock)
{
    return inTransaction(ledger.database(), [&]() -> Result<> {
        DocumentWriter writer{ledger.database(), ledger.journal(), {}, {u""_s, clock.now()}};
        for (const auto &[kind, document] : bundle.documents)
            if (const auto written = writer.write(kind, document); !written)
                return failure(written.error().code,
                               documentKindName(kind) + u' ' + document[u"key"_s].toString() + u": "_s + written.error().detail,
                               written.error().values);
        TRY(writer.openStock({}, businessDateAt(clock.now())));
        return WorkingStore{ledger.database()}.setValue(workingvalue::tillKey, bundle.tillKey);
    });
}

/// Takes back what a failed creation has left in the folder.
class Undo
{
public:
    explicit Undo(const QString &folder) : m_dir{folder}, m_existed{m_dir.exists()}, m_before{m_dir.entryList(everything)} {}
    ~Undo()
    {
        if (m_done)
            return;
        const QStringList after = m_dir.entryList(everything);
        for (const QString &name : after)
            if (!m_before.contains(name) && !m_dir.remove(name))
                QDir{m_dir.filePath(name)}.removeRecursively();
        if (!m_existed)
            m_dir.rmdir(u"."_s);
    }
    Undo(const Undo &) = delete;
    Undo &operator=(const Undo &) = delete;
    void done() { m_done = true; }

private:
    static constexpr auto everything = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden;
    QDir m_dir;
    bool m_existed;
    QStringList m_before;
    bool m_done = false;
};

} // namespace

Result<CreatedTill> createTill(const QString &dataFolder, const TillCreation &creation, const Clock &clock, SecretStore *keychain)
{
    TRY(checkCreation(creation));
    if (DataFolder{dataFolder}.hasTill())
        return failure(ErrorCode::TillExists, dataFolder, {dataFolder});
    TRY_LET(bundle, creation.demo ? demoDocuments(creation.tillName) : realDocuments(creation));
    AbsentKeychain absent;
    TillProjector projector;
    Undo undo{dataFolder};
    const SimulatedClock past{clock.now().addDays(-creation.historyDays - 1)};
    const bool withHistory = creation.demo && creation.historyDays > 0;
    const Clock &founding = withHistory ? static_cast<const Clock &>(past) : clock;
    const bool preferFile = !keychain || creation.secretStore == u"file";
    TRY_LET(ledger, Ledger::create(
                        dataFolder,
                        {.projector = projector, .clock = founding, .keychain = keychain ? *keychain : absent, .preferFile = preferFile}));
    TRY(writeBundle(*ledger, bundle, founding));
    const TillIdentity identity = ledger->identity();
    ledger.reset();
    if (withHistory)
        TRY(writeDemoHistory(dataFolder, creation.historyDays, clock.now(), keychain));
    undo.done();
    return CreatedTill{
        .tillUid = identity.till, .keyFingerprint = identity.current().key.fingerprint(), .secretStore = identity.secretStore};
}

} // namespace guichet
