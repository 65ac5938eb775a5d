// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Messages.h"

#include "core/base/Crockford.h"
#include "core/base/JsonReader.h"
#include "core/base/Text.h"
#include "core/ledger/HomeStore.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int hexOfHash = 64;
constexpr int longestGeneration = 64;
constexpr int hexOfSignature = 128;
constexpr qsizetype aroundFact = 256; ///< Names, signature and quotes of a written one.
constexpr qint64 largestNumber = 1LL << 53;
constexpr int mostPages = 100'000; ///< Of a snapshot.

const QString formOfDay = u"ddd, dd MMM yyyy"_s; ///< Of `Mon, 23 Nov 2026 09:00:00 GMT`.
const QString formOfTime = u"hh:mm:ss"_s;

QByteArray hexBytes(JsonReader &reader, const QString &field, int digits)
{
    const QString text = reader.requiredString(field, digits);
    const Result<QByteArray> bytes = fromHex(text);
    if (!bytes || text.size() != digits)
        reader.refuse(field, u"not hex"_s);
    return bytes.value_or(QByteArray{});
}

PublicKey readKey(JsonReader &reader, const QString &field)
{
    return PublicKey::fromBytes(hexBytes(reader, field, hexOfHash)).value_or(PublicKey{});
}

QJsonObject chainJson(const ChainIdentity &chain)
{
    return {{u"till"_s, chain.till},
            {u"incarnation"_s, chain.incarnation},
            {u"key"_s, toHex(chain.key.bytes())},
            {u"previousNumber"_s, chain.previousNumber},
            {u"previousHash"_s, toHex(chain.previousHash)},
            {u"previousNet"_s, chain.previousTotals.net.cents()},
            {u"previousAbsolute"_s, chain.previousTotals.absolute.cents()}};
}

/// Never `own`: whose chain it is says the reader's ledger, not the line.
Result<ChainIdentity> chainFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    ChainIdentity chain;
    chain.till = reader.requiredString(u"till"_s, 64);
    chain.incarnation = reader.requiredInteger(u"incarnation"_s, 1, 10'000);
    chain.key = readKey(reader, u"key"_s);
    chain.previousNumber = reader.integer(u"previousNumber"_s, 0, 0, largestNumber);
    const QString hash = reader.string(u"previousHash"_s, {}, hexOfHash);
    chain.previousHash = fromHex(hash).value_or(QByteArray{});
    chain.previousTotals.net = Money::fromCents(reader.integer(u"previousNet"_s, 0, -largestNumber, largestNumber));
    chain.previousTotals.absolute = Money::fromCents(reader.integer(u"previousAbsolute"_s, 0, 0, largestNumber));
    chain.own = false;
    TRY(reader.finish());
    return chain;
}

/// Of a text in JSON: a control character takes six bytes, a quote or a backslash two.
qsizetype escapedSize(const QByteArray &text)
{
    qsizetype size = text.size();
    for (const char byte : text) {
        if (byte >= 0 && byte < ' ')
            size += 5;
        else if (byte == '"' || byte == '\\')
            ++size;
    }
    return size;
}

QJsonObject factJson(const StoredBytes &fact)
{
    return {{u"body"_s, QString::fromUtf8(fact.body)},
            {u"content"_s, QString::fromUtf8(fact.content)},
            {u"signature"_s, toHex(fact.signature)}};
}

Result<StoredBytes> factOfJson(const QJsonObject &object)
{
    JsonReader reader{object};
    StoredBytes fact;
    fact.body = reader.requiredString(u"body"_s, static_cast<int>(protocol::largestFact)).toUtf8();
    fact.content = reader.requiredString(u"content"_s, static_cast<int>(protocol::largestFact)).toUtf8();
    fact.signature = hexBytes(reader, u"signature"_s, hexOfSignature);
    if (writtenSize(fact) > protocol::largestFact)
        reader.refuse(u"content"_s, u"too large"_s);
    fact.hash = sha256(fact.body);
    TRY(reader.finish());
    return fact;
}

template <typename Value, typename Write>
QJsonArray arrayOf(const std::vector<Value> &values, Write write)
{
    QJsonArray array;
    for (const Value &value : values)
        array.append(write(value));
    return array;
}

template <typename Read>
auto readAll(const QJsonArray &array, Read read) -> Result<std::vector<typename std::invoke_result_t<Read, QJsonObject>::value_type>>
{
    std::vector<typename std::invoke_result_t<Read, QJsonObject>::value_type> values;
    for (const QJsonValue &value : array) {
        TRY_LET(one, read(value.toObject()));
        values.push_back(std::move(one));
    }
    return values;
}

/// The facts of a push or a page: not more than may be sent at once.
Result<std::vector<StoredBytes>> readFacts(const QJsonArray &array)
{
    if (array.size() > protocol::mostFacts)
        return failure(ErrorCode::InvalidInput, u"too many facts"_s, {u"facts"_s, u"too large"_s});
    return readAll(array, factOfJson);
}

Result<std::vector<SharedChange>> readDocuments(const QJsonArray &array)
{
    if (array.size() > protocol::mostDocuments)
        return failure(ErrorCode::InvalidInput, u"too many documents"_s, {u"documents"_s, u"too large"_s});
    TRY_LET(changes, readAll(array, sharedChangeFromJson));
    if (std::ranges::any_of(changes, [](const SharedChange &change) { return writtenSize(change) > protocol::largestFact; }))
        return failure(ErrorCode::InvalidInput, u"a document is too large"_s, {u"documents"_s, u"too large"_s});
    return changes;
}

/// Those of a page: one that this version cannot read is counted, and the others are taken. What is no object at all is no page.
Result<> readPageDocuments(const QJsonArray &array, ChangesPage &page)
{
    if (array.size() > protocol::mostDocuments)
        return failure(ErrorCode::InvalidInput, u"too many documents"_s, {u"documents"_s, u"too large"_s});
    for (const QJsonValue &value : array) {
        if (!value.isObject())
            return failure(ErrorCode::InvalidInput, u"not an object"_s, {u"documents"_s});
        if (Result<SharedChange> change = sharedChangeFromJson(value.toObject()))
            page.documents.push_back(*std::move(change));
        else
            ++page.unread;
    }
    return {};
}

/// A clock has more digits than a JSON number may.
QJsonObject clampedJson(const ClampedChange &clamped)
{
    return {{u"kind"_s, documentKindName(clamped.kind)},
            {u"key"_s, clamped.key},
            {u"hlc"_s, QString::number(clamped.hlc)},
            {u"to"_s, QString::number(clamped.to)}};
}

Result<ClampedChange> clampedFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    const auto kind = documentKindFromName(reader.requiredString(u"kind"_s, 40));
    const ClampedChange clamped{.kind = kind.value_or(DocumentKind::Note),
                                .key = reader.requiredString(u"key"_s, 200),
                                .hlc = reader.requiredString(u"hlc"_s, 20).toLongLong(),
                                .to = reader.requiredString(u"to"_s, 20).toLongLong()};
    if (!kind || clamped.to <= 0 || clamped.to >= clamped.hlc)
        reader.refuse(kind ? u"to"_s : u"kind"_s, u"not a clock that was put back"_s);
    TRY(reader.finish());
    return clamped;
}

QJsonObject documentJson(const SharedChange &change)
{
    return toJson(change);
}

QJsonObject nameJson(const std::pair<DocumentKind, QString> &name)
{
    return {{u"kind"_s, documentKindName(name.first)}, {u"key"_s, name.second}};
}

/// Of a kind that stays at home.
Result<std::pair<DocumentKind, QString>> readName(JsonReader &reader)
{
    const auto kind = documentKindFromName(reader.requiredString(u"kind"_s, 40));
    const QString key = reader.requiredString(u"key"_s, 200);
    if (!kind || !isOfHome(*kind))
        return failure(ErrorCode::InvalidInput, u"not a kind that stays at home"_s, {u"kind"_s});
    return std::pair{*kind, key};
}

Result<std::pair<DocumentKind, QString>> nameFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    TRY_LET(name, readName(reader));
    TRY(reader.finish());
    return name;
}

QJsonObject homeJson(const Document &document)
{
    return {{u"kind"_s, documentKindName(document.kind)},
            {u"key"_s, document.key},
            {u"revision"_s, QString::number(document.revision)},
            {u"archived"_s, document.archived},
            {u"body"_s, document.body}};
}

Result<Document> homeFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    TRY_LET(name, readName(reader));
    Document document{.kind = name.first,
                      .key = name.second,
                      .revision = reader.requiredString(u"revision"_s, 20).toLongLong(),
                      .archived = reader.boolean(u"archived"_s, false),
                      .body = reader.object(u"body"_s)};
    TRY(reader.finish());
    return document;
}

} // namespace

qsizetype writtenSize(const StoredBytes &fact)
{
    return escapedSize(fact.body) + escapedSize(fact.content) + aroundFact;
}

qsizetype writtenSize(const SharedChange &change)
{
    return QJsonDocument{toJson(change)}.toJson(QJsonDocument::Compact).size();
}

QByteArray anchorMessage(const QString &till, const CentreAnchor &anchor)
{
    const QString text = u"TILLA1|%1|%2|%3|%4"_s.arg(till).arg(anchor.incarnation).arg(anchor.number).arg(toHex(anchor.hash));
    return sha256(text.toUtf8());
}

QByteArray enrolMessage(const QString &code, const ChainIdentity &own)
{
    return sha256(u"TILLE1|%1|%2|%3"_s.arg(code, own.till, QString::number(own.incarnation)).toUtf8());
}

QByteArray takeOverMessage(const QString &code, const PublicKey &key)
{
    return sha256(u"TILLT1|%1|%2"_s.arg(code, toHex(key.bytes())).toUtf8());
}

QJsonObject toJson(const EnrolRequest &request)
{
    QJsonObject json{{u"code"_s, request.code}, {u"proof"_s, toHex(request.proof)}};
    if (request.key.isNull())
        json[u"chains"_s] = arrayOf(request.chains, chainJson);
    else
        json[u"key"_s] = toHex(request.key.bytes());
    return json;
}

Result<EnrolRequest> enrolRequestFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    EnrolRequest request;
    request.code = reader.requiredString(u"code"_s, 64);
    TRY_LET(chains, readAll(reader.array(u"chains"_s), chainFromJson));
    request.chains = std::move(chains);
    request.proof = hexBytes(reader, u"proof"_s, hexOfSignature);
    if (reader.has(u"key"_s))
        request.key = readKey(reader, u"key"_s);
    if (request.chains.empty() == request.key.isNull())
        reader.refuse(u"chains"_s, u"missing"_s);
    TRY(reader.finish());
    return request;
}

QJsonObject toJson(const EnrolAnswer &answer)
{
    QJsonObject json{{u"token"_s, QString::fromLatin1(answer.token)},
                     {u"account"_s, answer.account},
                     {u"tillCode"_s, answer.tillCode},
                     {u"tillName"_s, answer.tillName},
                     {u"centre"_s, toHex(answer.centre.bytes())},
                     {u"bringsDocuments"_s, answer.bringsDocuments}};
    if (answer.users == UserManagement::Central) // else a till of an earlier version may still enrol
        json[u"centralUsers"_s] = true;
    if (!answer.chains.empty())
        json[u"chains"_s] = arrayOf(answer.chains, chainJson);
    return json;
}

Result<EnrolAnswer> enrolAnswerFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    EnrolAnswer answer;
    answer.token = reader.requiredString(u"token"_s, 128).toLatin1();
    if (!fromHex(QString::fromLatin1(answer.token)))
        reader.refuse(u"token"_s, u"not hex"_s);
    answer.account = reader.requiredString(u"account"_s, 64);
    answer.tillCode = reader.requiredString(u"tillCode"_s, 2);
    if (answer.tillCode.size() != 2 || !fromCrockford(answer.tillCode))
        reader.refuse(u"tillCode"_s, u"till number"_s);
    answer.tillName = reader.string(u"tillName"_s, {}, 200);
    if (printable(answer.account) != answer.account || printable(answer.tillName) != answer.tillName) // both are shown
        reader.refuse(u"account"_s, u"unprintable"_s);
    answer.centre = readKey(reader, u"centre"_s);
    answer.bringsDocuments = reader.boolean(u"bringsDocuments"_s, true);
    answer.users = reader.boolean(u"centralUsers"_s, false) ? UserManagement::Central : UserManagement::Local;
    TRY_LET(chains, readAll(reader.array(u"chains"_s), chainFromJson));
    answer.chains = std::move(chains);
    TRY(reader.finish());
    return answer;
}

QJsonObject toJson(const CentreAnchor &anchor)
{
    return {{u"incarnation"_s, anchor.incarnation},
            {u"number"_s, anchor.number},
            {u"hash"_s, toHex(anchor.hash)},
            {u"signature"_s, toHex(anchor.signature)}};
}

Result<CentreAnchor> centreAnchorFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    CentreAnchor anchor;
    anchor.incarnation = reader.requiredInteger(u"incarnation"_s, 1, 10'000);
    anchor.number = reader.requiredInteger(u"number"_s, 0, largestNumber);
    anchor.hash = hexBytes(reader, u"hash"_s, hexOfHash);
    anchor.signature = hexBytes(reader, u"signature"_s, hexOfSignature);
    TRY(reader.finish());
    return anchor;
}

QByteArray protocol::dateOf(const QDateTime &now)
{
    const QDateTime there = now.toUTC();
    return (QLocale::c().toString(there.date(), formOfDay) + u' ' + there.time().toString(formOfTime) + u" GMT"_s).toLatin1();
}

QDateTime protocol::timeOfDate(const QByteArray &date)
{
    const QString text = QString::fromLatin1(date);
    const QDate day = QLocale::c().toDate(text.section(u' ', 0, 3), formOfDay);
    const QTime time = QTime::fromString(text.section(u' ', 4, 4), formOfTime);
    const bool isWhole = day.isValid() && time.isValid() && text.section(u' ', 5) == u"GMT";
    return isWhole ? QDateTime{day, time, Qt::UTC} : QDateTime{};
}

QJsonObject toJson(const FactPush &push)
{
    QJsonObject json{{u"facts"_s, arrayOf(push.facts, factJson)}};
    if (push.chain)
        json[u"chain"_s] = chainJson(*push.chain);
    return json;
}

Result<FactPush> factPushFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    FactPush push;
    TRY_LET(facts, readFacts(reader.array(u"facts"_s)));
    push.facts = std::move(facts);
    if (push.facts.empty())
        reader.refuse(u"facts"_s, u"missing"_s);
    if (reader.has(u"chain"_s)) {
        TRY_LET(chain, chainFromJson(reader.object(u"chain"_s)));
        push.chain = chain;
    }
    TRY(reader.finish());
    return push;
}

QJsonObject toJson(const DocumentPush &push)
{
    return {{u"documents"_s, arrayOf(push.changes, documentJson)}};
}

Result<DocumentPush> documentPushFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    DocumentPush push;
    TRY_LET(changes, readDocuments(reader.array(u"documents"_s)));
    push.changes = std::move(changes);
    if (push.changes.empty())
        reader.refuse(u"documents"_s, u"missing"_s);
    TRY(reader.finish());
    return push;
}

QJsonObject toJson(const DocumentReceipt &receipt)
{
    QJsonObject json{{u"taken"_s, receipt.taken}};
    if (!receipt.clamped.empty())
        json[u"clamped"_s] = arrayOf(receipt.clamped, clampedJson);
    return json;
}

Result<DocumentReceipt> documentReceiptFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    DocumentReceipt receipt;
    receipt.taken = reader.smallInteger(u"taken"_s, 0, 0, protocol::mostDocuments);
    TRY_LET(clamped, readAll(reader.array(u"clamped"_s), clampedFromJson));
    receipt.clamped = std::move(clamped);
    TRY(reader.finish());
    return receipt;
}

QJsonObject toJson(const HomePush &push)
{
    return {
        {u"tillKey"_s, push.tillKey}, {u"documents"_s, arrayOf(push.documents, homeJson)}, {u"erased"_s, arrayOf(push.erased, nameJson)}};
}

Result<HomePush> homePushFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    HomePush push;
    push.tillKey = reader.requiredString(u"tillKey"_s, 64);
    const QJsonArray documents = reader.array(u"documents"_s);
    if (documents.size() > protocol::mostDocuments)
        reader.refuse(u"documents"_s, u"too large"_s);
    TRY_LET(changed, readAll(documents, homeFromJson));
    push.documents = std::move(changed);
    TRY_LET(erased, readAll(reader.array(u"erased"_s), nameFromJson));
    push.erased = std::move(erased);
    TRY(reader.finish());
    return push;
}

QJsonObject toJson(const SnapshotPage &page)
{
    QJsonObject json{{u"id"_s, page.id},
                     {u"page"_s, page.page},
                     {u"more"_s, page.more},
                     {u"schema"_s, page.schema},
                     {u"rows"_s, QString::fromLatin1(page.rows.toBase64())}};
    if (!page.signature.isEmpty())
        json[u"signature"_s] = toHex(page.signature);
    return json;
}

Result<SnapshotPage> snapshotPageFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    SnapshotPage page;
    page.id = reader.requiredString(u"id"_s, 64);
    page.page = reader.smallInteger(u"page"_s, 0, 1, mostPages);
    page.more = reader.boolean(u"more"_s, false);
    page.schema = reader.smallInteger(u"schema"_s, 0, 1, 10'000);
    const auto rows = QByteArray::fromBase64Encoding(reader.requiredString(u"rows"_s, static_cast<int>(protocol::largestBody)).toLatin1(),
                                                     QByteArray::AbortOnBase64DecodingErrors);
    if (!rows || (*rows).isEmpty()) // a lone character is base64 of nothing
        reader.refuse(u"rows"_s, u"not base64"_s);
    page.rows = *rows;
    if (!page.more)
        page.signature = hexBytes(reader, u"signature"_s, hexOfSignature);
    TRY(reader.finish());
    return page;
}

QJsonObject toJson(const ChangesPage &page)
{
    QJsonObject json{
        {u"cursor"_s, page.cursor}, {u"documentCursor"_s, page.documentCursor},     {u"documents"_s, arrayOf(page.documents, documentJson)},
        {u"more"_s, page.more},     {u"chains"_s, arrayOf(page.chains, chainJson)}, {u"facts"_s, arrayOf(page.facts, factJson)}};
    if (!page.generation.isEmpty())
        json[u"generation"_s] = page.generation;
    return json;
}

Result<ChangesPage> changesPageFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    ChangesPage page;
    page.cursor = reader.requiredInteger(u"cursor"_s, 0, largestNumber);
    page.documentCursor = reader.integer(u"documentCursor"_s, 0, 0, largestNumber);
    page.more = reader.boolean(u"more"_s, false);
    TRY(readPageDocuments(reader.array(u"documents"_s), page));
    TRY_LET(chains, readAll(reader.array(u"chains"_s), chainFromJson));
    page.chains = std::move(chains);
    TRY_LET(facts, readFacts(reader.array(u"facts"_s)));
    page.facts = std::move(facts);
    page.generation = reader.string(u"generation"_s, {}, longestGeneration);
    TRY(reader.finish());
    return page;
}

} // namespace guichet
