// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/BackOffice.h"

#include "core/base/Csv.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/StockStore.h"
#include "core/usecases/CsvImport.h"
#include "core/usecases/DocumentWriter.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QSet>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

Right rightFor(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::User: return Right::EditUsers;
    case DocumentKind::Settings:
    case DocumentKind::Attraction: return Right::EditSettings;
    case DocumentKind::VatRates: return Right::EditVat;
    default: return Right::EditCatalogue;
    }
}

DocumentWriter writerFor(const Workplace &workplace, const Actor &actor)
{
    return {workplace.db(), workplace.journal(), *workplace.catalogue, {actor.user, workplace.now()}};
}

/// A change of people or settings is a technical event (JET 130, 270).
Result<> recordChange(const Workplace &workplace, DocumentKind kind, const QString &key, const Actor &actor)
{
    if (kind == DocumentKind::User)
        TRY(workplace.journal().appendTechnical(TechnicalEvent::RightsChanged, {{u"user"_s, key}}, actor));
    if (kind == DocumentKind::Settings || kind == DocumentKind::Attraction || kind == DocumentKind::VatRates)
        TRY(workplace.journal().appendTechnical(TechnicalEvent::SettingsChanged, {{u"kind"_s, documentKindName(kind)}}, actor));
    return {};
}

struct ImportRows
{
    QStringList columns;
    std::vector<QStringList> rows;
};

constexpr int firstRow = 2; ///< After the heading.

/// The columns that name a document of a kind; none: there is only one.
QStringList keyColumns(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::SlotCapacity: return {u"pool"_s, u"date"_s};
    case DocumentKind::Settings: return {u"tillKey"_s};
    case DocumentKind::Attraction:
    case DocumentKind::Calendar:
    case DocumentKind::VatRates: return {};
    default: return {u"key"_s};
    }
}

Result<> checkHeading(DocumentKind kind, const QStringList &columns)
{
    for (const QString &key : keyColumns(kind))
        if (!columns.contains(key))
            return failure(ErrorCode::InvalidInput, u"the first row names the columns; `%1` is one"_s.arg(key), {key, u"missing"_s});
    for (const QString &column : columns)
        if (!column.isEmpty() && columns.count(column) > 1)
            return failure(ErrorCode::InvalidInput, u"column %1 twice"_s.arg(column), {column, u"twice"_s});
    return {};
}

Result<ImportRows> readRows(DocumentKind kind, const QByteArray &csv)
{
    TRY_LET(rows, parseCsv(csv));
    ImportRows result{.columns = rows.empty() ? QStringList{} : rows.front(), .rows = {}};
    for (QString &column : result.columns)
        column = column.trimmed();
    TRY(checkHeading(kind, result.columns));
    result.rows.assign(rows.begin() + 1, rows.end());
    return result;
}

void count(ImportOutcome &outcome, DocumentWriter::Effect effect)
{
    switch (effect) {
    case DocumentWriter::Effect::Added: ++outcome.added; return;
    case DocumentWriter::Effect::Changed: ++outcome.changed; return;
    case DocumentWriter::Effect::Unchanged: ++outcome.unchanged; return;
    }
}

/// What a row does not name stays as it is; texts are merged by language.
QJsonObject onTopOf(const QJsonObject &before, const QJsonObject &row)
{
    QJsonObject merged = before;
    for (auto field = row.begin(); field != row.end(); ++field) {
        const bool texts = field->isObject() && before[field.key()].isObject();
        if (texts)
            merged[field.key()] = onTopOf(before[field.key()].toObject(), field->toObject());
        else
            merged[field.key()] = *field;
    }
    return merged;
}

/// One import: the rows of a file, one after the other.
class Import
{
public:
    Import(Workplace &workplace, const Actor &actor, DocumentKind kind, bool apply)
        : m_workplace{workplace}, m_actor{actor}, m_kind{kind}, m_apply{apply}, m_writer{writerFor(workplace, actor)}
    {}

    Result<DocumentWriter::Effect> row(const QStringList &columns, const QStringList &cells)
    {
        TRY_LET(row, documentFromRow(columns, cells));
        const QString key = documentKey(m_kind, row);
        if (!key.isEmpty() && m_keys.contains(key))
            return failure(ErrorCode::DuplicateKey, u"twice in this file"_s, {key});
        m_keys.insert(key);
        TRY_LET(before, DocumentStore{m_workplace.db()}.get(m_kind, key));
        return put(before ? onTopOf(before->body, row) : row);
    }

    Result<> finish()
    {
        if (!m_apply)
            return {};
        TRY(m_writer.openStock(m_actor, m_workplace.businessToday()));
        return m_workplace.documentsChanged();
    }

private:
    Result<DocumentWriter::Effect> put(const QJsonObject &document)
    {
        if (!m_apply)
            return m_writer.check(m_kind, document);
        TRY_LET(written, m_writer.write(m_kind, document));
        if (written.effect != DocumentWriter::Effect::Unchanged)
            TRY(recordChange(m_workplace, m_kind, documentKey(m_kind, document), m_actor));
        return written.effect;
    }

    Workplace &m_workplace;
    const Actor &m_actor;
    DocumentKind m_kind;
    bool m_apply;
    DocumentWriter m_writer;
    QSet<QString> m_keys;
};

/// Whether an error concerns one row; any other stops the import.
bool isOfRow(const Error &error)
{
    return !isStorageFailure(error.code) && error.code != ErrorCode::DatabaseBusy;
}

Result<ImportOutcome> importRows(Import &import, const ImportRows &table)
{
    ImportOutcome outcome;
    for (int row = firstRow; const QStringList &cells : table.rows) {
        const Result<DocumentWriter::Effect> effect = import.row(table.columns, cells);
        if (effect)
            count(outcome, *effect);
        else if (isOfRow(effect.error()))
            outcome.refused.push_back({row, effect.error()});
        else
            return std::unexpected(effect.error());
        ++row;
    }
    TRY(import.finish());
    return outcome;
}

QJsonObject outcomeJson(const ImportOutcome &outcome)
{
    QJsonArray refused;
    for (const ImportOutcome::Refusal &refusal : outcome.refused)
        refused.append(QJsonObject{{u"row"_s, refusal.row},
                                   {u"code"_s, static_cast<int>(refusal.error.code)},
                                   {u"detail"_s, refusal.error.detail},
                                   {u"values"_s, QJsonArray::fromStringList(refusal.error.values)}});
    return {{u"added"_s, outcome.added}, {u"changed"_s, outcome.changed}, {u"unchanged"_s, outcome.unchanged}, {u"refused"_s, refused}};
}

ImportOutcome outcomeFromJson(const QJsonObject &object)
{
    ImportOutcome outcome{
        .added = object[u"added"].toInt(), .changed = object[u"changed"].toInt(), .unchanged = object[u"unchanged"].toInt(), .refused = {}};
    for (const QJsonValue &value : object[u"refused"].toArray())
        outcome.refused.push_back({value[u"row"].toInt(),
                                   {.code = static_cast<ErrorCode>(value[u"code"].toInt()),
                                    .detail = value[u"detail"].toString(),
                                    .values = value[u"values"].toVariant().toStringList()}});
    return outcome;
}

/// What is put away in training stays: documents have no overlay (decisions 16).
Result<> checkNotTraining(const Workplace &workplace)
{
    if (workplace.training)
        return failure(ErrorCode::TrainingActive, u"documents are real"_s);
    return {};
}

} // namespace

Result<qint64> BackOffice::put(const CommandId &id, DocumentKind kind, const QJsonObject &document)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(actor, Staff{m_workplace}.authorise(rightFor(kind)));
        TRY(checkNotTraining(m_workplace));
        DocumentWriter writer = writerFor(m_workplace, actor);
        TRY_LET(written, writer.write(kind, document));
        TRY(writer.openStock(actor, m_workplace.businessToday()));
        TRY(recordChange(m_workplace, kind, documentKey(kind, document), actor));
        if (kind != DocumentKind::Product)
            TRY(m_workplace.documentsChanged());
        return QJsonObject{{u"revision"_s, QString::number(written.revision)}};
    }));
    return answer[u"revision"_s].toString().toLongLong();
}

Result<ImportOutcome> BackOffice::importCsv(const CommandId &id, DocumentKind kind, const QByteArray &csv, bool apply)
{
    TRY_LET(answer, m_workplace.once(apply ? id : CommandId{}, [&]() -> Result<QJsonObject> {
        TRY_LET(actor, Staff{m_workplace}.authorise(rightFor(kind)));
        TRY(checkNotTraining(m_workplace));
        TRY_LET(table, readRows(kind, csv));
        Import import{m_workplace, actor, kind, apply};
        TRY_LET(outcome, importRows(import, table));
        return outcomeJson(outcome);
    }));
    return outcomeFromJson(answer);
}

Result<QByteArray> BackOffice::exportCsv(DocumentKind kind) const
{
    if (kind == DocumentKind::User || kind == DocumentKind::Customer || kind == DocumentKind::Note)
        return failure(ErrorCode::NotSupported, u"holds persons"_s);
    TRY_LET(permission, Staff{m_workplace}.permissionFor(rightFor(kind)));
    if (permission != Permission::Granted)
        return failure(ErrorCode::NotAllowed);
    TRY_LET(documents, DocumentStore{m_workplace.db()}.list(kind));
    std::vector<QJsonObject> bodies;
    for (const Document &document : documents)
        if (document.key != establishmentKey) // each till's settings say it too
            bodies.push_back(document.body);
    return writeCsv(rowsFromDocuments(bodies));
}

Result<std::vector<ProductHit>> BackOffice::searchProducts(const QString &text, int limit) const
{
    return ProductStore{m_workplace.db()}.search(text, limit);
}

Result<std::vector<ProductHit>> BackOffice::productsOfGroup(const QString &group, int offset, int limit) const
{
    return ProductStore{m_workplace.db()}.ofGroup(group, offset, limit);
}

Result<ProductHit> BackOffice::product(const QString &keyOrCode) const
{
    const ProductStore products{m_workplace.db()};
    TRY_LET(byKey, products.byKey(keyOrCode));
    TRY_LET(byCode, products.byBarcode(keyOrCode));
    if (!byKey && !byCode)
        return failure(ErrorCode::NotFound, u"no such product"_s, {keyOrCode});
    const Product &product = byKey ? *byKey : *byCode;
    TRY_LET(stock, StockStore{m_workplace.db()}.level(product.key));
    return ProductHit{product, stock};
}

Result<> BackOffice::createProduct(const CommandId &id, const Product &product)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(existing, ProductStore{m_workplace.db()}.byKey(product.key));
        if (existing)
            return failure(ErrorCode::DuplicateKey, u"product key"_s, {product.key, existing->name.french()});
        TRY(put({}, DocumentKind::Product, toJson(product)));
        return {};
    });
}

Result<> BackOffice::saveSettings(const CommandId &id, const TillSettings &settings)
{
    TRY(put(id, DocumentKind::Settings, toJson(settings)));
    return {};
}

Result<> BackOffice::setPin(const CommandId &id, const QString &user, const QString &pin)
{
    TRY_LET(found, DocumentStore{m_workplace.db()}.user(user));
    if (!found)
        return failure(ErrorCode::NotFound, u"no such user"_s, {user});
    return addUser(id, *found, pin);
}

Result<> BackOffice::addUser(const CommandId &id, const User &user, const QString &pin)
{
    if (!isValidPin(pin))
        return failure(ErrorCode::PinInvalid);
    QJsonObject document = toJson(user);
    document[u"pin"_s] = pin;
    TRY(put(id, DocumentKind::User, document));
    return {};
}

} // namespace guichet
