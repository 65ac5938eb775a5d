// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Integrity.h"

#include "core/ledger/ChainWalk.h"
#include "core/ledger/Engine.h"
#include "core/ledger/LastHead.h"
#include "core/ledger/MachineState.h"

#include <QRegularExpression>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString verifiedPointName = u"verified_point"_s; ///< `incarnation/number:hash`
const QString defectName = u"defect"_s;

/// Where the last check stopped, if it was in this chain; else its beginning.
Result<WalkPoint> lastPoint(Database &db, const ChainIdentity &chain, CheckDepth depth)
{
    WalkPoint point = startOf(chain);
    TRY_LET(text, machineState(db, verifiedPointName));
    const QStringList parts = text.split(QRegularExpression{u"[/:]"_s});
    if (depth == CheckDepth::Everything || parts.size() != 3 || parts[0].toLongLong() != chain.incarnation)
        return point;
    point.number = parts[1].toLongLong();
    point.hash = QByteArray::fromHex(parts[2].toLatin1());
    return point;
}

Result<> checkFile(Database &db, CheckDepth depth)
{
    TRY_LET(version, engine::schemaVersion(db));
    if (version == 0)
        return failure(ErrorCode::DatabaseCorrupt, u"the ledger file is empty"_s);
    const auto check = depth == CheckDepth::Everything ? engine::DamageCheck::Thorough : engine::DamageCheck::Quick;
    TRY_LET(damage, engine::damage(db, check));
    if (!damage.isEmpty())
        return failure(ErrorCode::DatabaseCorrupt, damage);
    return {};
}

Result<IntegrityFinding> check(const DataFolder &folder, const TillIdentity &identity, CheckDepth depth)
{
    TRY_LET(db, Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly}));
    TRY(checkFile(*db, depth));
    TRY_LET(chain, ownChain(*db, identity));
    TRY_LET(point, lastPoint(*db, chain, depth));
    TRY_LET(defect, walkChain(*db, chain, point, WalkDepth::Chain, 1));
    IntegrityFinding finding{.defect = {}, .incarnation = chain.incarnation, .verifiedTo = point.number, .hash = point.hash};
    if (defect) {
        finding.defect = u"fact %1: %2"_s.arg(defect->position.number).arg(defect->what);
        finding.defectAt = defect->position.number;
    }
    // What still waits for its signature is not verified yet.
    if (point.pending > 0)
        finding.verifiedTo = 0;
    return finding;
}

} // namespace

Result<IntegrityFinding> checkIntegrity(const DataFolder &folder, const TillIdentity &identity, CheckDepth depth)
{
    auto finding = check(folder, identity, depth);
    const bool isDamage =
        !finding && (finding.error().code == ErrorCode::DatabaseCorrupt || finding.error().code == ErrorCode::ChainBroken);
    return isDamage ? IntegrityFinding{.defect = finding.error().detail} : finding;
}

Result<> recordFinding(Ledger &ledger, const IntegrityFinding &finding)
{
    if (!finding.isSound())
        ledger.trouble().defect = finding.defect;
    return inTransaction(ledger.database(), [&]() -> Result<> {
        Database &db = ledger.database();
        if (finding.isSound()) {
            if (finding.verifiedTo > 0)
                TRY(setMachineState(db, verifiedPointName,
                                    u"%1/%2:%3"_s.arg(finding.incarnation).arg(finding.verifiedTo).arg(toHex(finding.hash))));
            return {};
        }
        TRY_LET(known, machineState(db, defectName));
        if (known == finding.defect)
            return {};
        TRY(setMachineState(db, defectName, finding.defect));
        const QJsonObject where = finding.defectAt > 0 ? QJsonObject{{u"fact"_s, finding.defectAt}} : QJsonObject{};
        TRY(ledger.journal().appendTechnical(TechnicalEvent::IntegrityDefect, where));
        return {};
    });
}

} // namespace guichet
