// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CentreAnchor.h"

#include "core/base/Clock.h"
#include "core/crypto/Crypto.h"
#include "core/ledger/MachineState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

QString anchorName(qint64 incarnation)
{
    return u"sync.anchor.%1"_s.arg(incarnation);
}

/// Beside the anchor, not in it: a program of before reads three words there.
QString anchorTimeName(qint64 incarnation)
{
    return u"sync.anchor_at.%1"_s.arg(incarnation);
}

} // namespace

Result<> keepCentreAnchor(Database &db, const CentreAnchor &anchor, const QDateTime &at)
{
    const QString text = u"%1 %2 %3"_s.arg(anchor.number).arg(toHex(anchor.hash), toHex(anchor.signature));
    TRY(setMachineState(db, anchorName(anchor.incarnation), text));
    return setMachineState(db, anchorTimeName(anchor.incarnation), at.isValid() ? toRfc3339(at) : QString{});
}

Result<> forgetCentreAnchor(Database &db, qint64 incarnation)
{
    TRY(setMachineState(db, anchorName(incarnation), {}));
    return setMachineState(db, anchorTimeName(incarnation), {});
}

Result<std::optional<CentreAnchor>> keptCentreAnchor(Database &db, qint64 incarnation)
{
    TRY_LET(text, machineState(db, anchorName(incarnation)));
    const QStringList words = text.split(u' ');
    if (words.size() != 3)
        return std::nullopt;
    return CentreAnchor{.incarnation = incarnation,
                        .number = words[0].toLongLong(),
                        .hash = QByteArray::fromHex(words[1].toLatin1()),
                        .signature = QByteArray::fromHex(words[2].toLatin1())};
}

Result<QDateTime> centreAnchorGivenAt(Database &db, qint64 incarnation)
{
    TRY_LET(text, machineState(db, anchorTimeName(incarnation)));
    return fromRfc3339(text);
}

} // namespace guichet
