// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Answers.h"
#include "app/tool/Commands.h"
#include "core/base/WholeFile.h"
#include "core/usecases/ErasureDesk.h"
#include "core/usecases/StockDesk.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/Workplace.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestImport = 64LL << 20;

/// The size that a file says is not believed: one that grows, or a device, has none.
Result<QByteArray> readImport(const QString &path)
{
    const QFileInfo info{path};
    if (info.exists() && !info.isFile())
        return failure(ErrorCode::InvalidInput, u"file: not a file: "_s + path, {u"file"_s, u"not a file"_s});
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, file.errorString(), {path});
    const QByteArray bytes = file.read(largestImport + 1);
    if (bytes.size() > largestImport)
        return failure(ErrorCode::InvalidInput, u"file: larger than 64 MiB: "_s + path, {u"file"_s, u"too large"_s});
    return bytes;
}

Result<DocumentKind> readKind(JsonReader &fields)
{
    const QString name = fields.requiredString(u"kind"_s, 40);
    const std::optional<DocumentKind> kind = documentKindFromName(name);
    if (!kind)
        return failure(ErrorCode::InvalidInput, u"unknown kind: %1"_s.arg(name), {name});
    return *kind;
}

QJsonObject hitJson(const ProductHit &hit)
{
    return {{u"product"_s, hit.product.key},         {u"name"_s, hit.product.name.french()},
            {u"reference"_s, hit.product.reference}, {u"barcodes"_s, QJsonArray::fromStringList(hit.product.barcodes)},
            {u"price"_s, hit.product.price.cents()}, {u"stock"_s, hit.stock}};
}

/// ISO 8601 durations of days, hours, minutes and seconds: PT90M, P1DT2H.
std::optional<std::chrono::seconds> parseDuration(const QString &text)
{
    static const QRegularExpression shape{u"^P(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})S)?)?$"_s};
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch() || text.size() < 3)
        return std::nullopt;
    const auto part = [&match](int index) { return match.captured(index).toLongLong(); };
    return std::chrono::seconds{part(1) * 86'400 + part(2) * 3'600 + part(3) * 60 + part(4)};
}

/// What a desk knows of a moment: `2026-11-23` is the end of that day, `2026-11-23T10:00:00+01:00` that moment.
template <typename OnDay, typename AtInstant>
std::invoke_result_t<OnDay, QDate> knownThen(const QString &at, OnDay onDay, AtInstant atInstant)
{
    const QDate day = QDate::fromString(at, Qt::ISODate);
    if (day.isValid() && day.toString(Qt::ISODate) == at)
        return onDay(day);
    const QDateTime instant = fromRfc3339(at);
    if (!instant.isValid())
        return failure(ErrorCode::InvalidInput, u"at: neither a date nor an instant"_s, {u"at"_s, u"not a date or an instant"_s});
    return atInstant(instant);
}

Result<QJsonObject> writtenTo(const QString &path, const QByteArray &bytes)
{
    TRY(writeWholeFile(path, bytes));
    return QJsonObject{{u"file"_s, path}};
}

Result<QJsonObject> exportStock(ScriptSession &session, JsonReader &fields)
{
    const QString path = fields.requiredString(u"file"_s, 4096);
    const QString at = fields.requiredString(u"at"_s, 40);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    const StockDesk desk{*workplace};
    TRY_LET(csv, knownThen(at, [&](QDate day) { return desk.csvOn(day); }, [&](const QDateTime &then) { return desk.csvAt(then); }));
    return writtenTo(path, csv);
}

Result<QJsonObject> moveStock(ScriptSession &session, StockDesk &desk, const QString &product, const QJsonObject &move)
{
    JsonReader reader{move, u"move"_s};
    const auto kind = stockMovementKindFromName(reader.requiredString(u"kind"_s, 40));
    const qint64 quantity = reader.requiredInteger(u"quantity"_s, -100'000'000, 100'000'000);
    const QString reason = reader.string(u"reason"_s);
    TRY(reader.finish());
    if (!kind)
        return failure(ErrorCode::InvalidInput, u"move.kind"_s);
    TRY_LET(level, desk.move(session.commandId(), product, *kind, quantity, reason));
    return QJsonObject{{u"quantity"_s, level}};
}

TillCreation readCreation(JsonReader &fields)
{
    TillCreation creation;
    creation.demo = fields.boolean(u"demo"_s, false);
    creation.historyDays = fields.smallInteger(u"history"_s, 0, 0, 800);
    creation.attraction = fields.object(u"attraction"_s);
    creation.tillName = fields.string(u"till"_s, {}, 60);
    creation.administrator = fields.string(u"administrator"_s, {}, 100);
    creation.administratorEmail = fields.string(u"email"_s, {}, 200);
    creation.pin = fields.string(u"pin"_s, {}, 20);
    creation.secretStore = fields.string(u"secretStore"_s, {}, 20);
    return creation;
}

} // namespace

Result<QJsonObject> create(ScriptSession &session, JsonReader &fields)
{
    const TillCreation creation = readCreation(fields);
    TRY(fields.finish());
    session.closeWorkplace();
    TRY_LET(created, createTill(session.dataFolder(), creation, session.clock(), session.keychain()));
    return QJsonObject{{u"till"_s, created.tillUid}, {u"fingerprint"_s, created.keyFingerprint}, {u"secretStore"_s, created.secretStore}};
}

Result<QJsonObject> import(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(kind, readKind(fields));
    const QString file = fields.requiredString(u"file"_s, 4096);
    const bool apply = fields.boolean(u"apply"_s, false);
    TRY(fields.finish());
    TRY_LET(bytes, readImport(file));
    TRY_LET(workplace, session.workplace());
    TRY_LET(outcome, BackOffice{*workplace}.importCsv(session.commandId(), kind, bytes, apply));
    return importJson(outcome);
}

Result<QJsonObject> exportCsv(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(kind, readKind(fields));
    const QString path = fields.requiredString(u"file"_s, 4096);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(csv, BackOffice{*workplace}.exportCsv(kind));
    return writtenTo(path, csv);
}

Result<QJsonObject> put(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(kind, readKind(fields));
    const QJsonObject document = fields.object(u"document"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(revision, BackOffice{*workplace}.put(session.commandId(), kind, document));
    return QJsonObject{{u"key"_s, document[u"key"_s].toString()}, {u"revision"_s, QString::number(revision)}};
}

Result<QJsonObject> erase(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(kind, readKind(fields));
    const QString key = fields.requiredString(u"key"_s, 100);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(ErasureDesk{*workplace}.erase(session.commandId(), kind, key));
    return QJsonObject{{u"key"_s, key}};
}

Result<QJsonObject> clock(ScriptSession &session, JsonReader &fields)
{
    const QString advance = fields.string(u"advance"_s, {}, 40);
    const QString now = fields.string(u"now"_s, {}, 40);
    TRY(fields.finish());
    SimulatedClock *simulated = session.simulatedClock();
    if (!simulated)
        return failure(ErrorCode::NotSupported, u"started without --clock"_s);
    const std::optional<std::chrono::seconds> step = advance.isEmpty() ? std::nullopt : parseDuration(advance);
    const QDateTime instant = now.isEmpty() ? QDateTime{} : fromRfc3339(now);
    if (!step && !instant.isValid())
        return failure(ErrorCode::InvalidInput, u"advance: ISO 8601 duration, or now: RFC 3339 instant"_s);
    if (step)
        simulated->advance(*step);
    else
        simulated->set(instant);
    return QJsonObject{{u"now"_s, toRfc3339(simulated->now())}};
}

Result<QJsonObject> stock(ScriptSession &session, JsonReader &fields)
{
    if (fields.has(u"file"_s))
        return exportStock(session, fields);
    const QString product = fields.requiredString(u"product"_s, 100);
    const QString at = fields.string(u"at"_s, {}, 40);
    const QJsonObject move = fields.object(u"move"_s);
    if (fields.has(u"at"_s) && fields.has(u"move"_s))
        fields.refuse(u"at"_s, u"not with move"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    StockDesk desk{*workplace};
    if (!move.isEmpty())
        return moveStock(session, desk, product, move);
    const auto level = !fields.has(u"at"_s) ? desk.level(product)
                                            : knownThen(
                                                  at, [&](QDate day) { return desk.levelOn(product, day); },
                                                  [&](const QDateTime &then) { return desk.levelAt(product, then); });
    TRY(level);
    return QJsonObject{{u"quantity"_s, *level}};
}

Result<QJsonObject> products(ScriptSession &session, JsonReader &fields)
{
    const QString text = fields.string(u"text"_s, {}, 200);
    const int limit = fields.smallInteger(u"limit"_s, 30, 1, 1000);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(hits, BackOffice{*workplace}.searchProducts(text, limit));
    QJsonArray array;
    for (const ProductHit &hit : hits)
        array.append(hitJson(hit));
    return QJsonObject{{u"products"_s, array}};
}

} // namespace guichet::commands
