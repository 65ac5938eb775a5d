// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/BackOffice.h"

#include "core/base/Csv.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/StockStore.h"
#include "core/usecases/CsvImport.h"
#include "core/usecases/DocumentWriter.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

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

Result<ImportRows> readRows(const QByteArray &csv)
{
    TRY_LET(rows, parseCsv(csv));
    if (rows.empty() || !rows.front().contains(u"key"_s))
        return failure(ErrorCode::InvalidInput, u"the first row names the columns; `key` is one"_s, {u"key"_s});
    ImportRows result{.columns = rows.front(), .rows = {}};
    for (QString &column : result.columns)
        column = column.trimmed();
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

Result<DocumentWriter::Effect> importRow(DocumentWriter &writer, DocumentKind kind, const QStringList &columns, const QStringList &row,
                                         bool apply)
{
    TRY_LET(document, documentFromRow(columns, row));
    if (!apply)
        return writer.check(kind, document);
    TRY_LET(written, writer.write(kind, document));
    return written.effect;
}

/// Whether an error concerns one row; any other stops the import.
bool isOfRow(const Error &error)
{
    return error.code != ErrorCode::DatabaseFailed && error.code != ErrorCode::DatabaseBusy && error.code != ErrorCode::DiskFull &&
           error.code != ErrorCode::DatabaseCorrupt && error.code != ErrorCode::FolderReadOnly;
}

} // namespace

Result<qint64> BackOffice::put(const CommandId &id, DocumentKind kind, const QJsonObject &document)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(actor, Staff{m_workplace}.authorise(rightFor(kind)));
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
    TRY_LET(table, readRows(csv));
    ImportOutcome outcome;
    TRY(m_workplace.onceDone(apply ? id : CommandId{}, [&]() -> Result<> {
        TRY_LET(actor, Staff{m_workplace}.authorise(rightFor(kind)));
        DocumentWriter writer = writerFor(m_workplace, actor);
        for (int row = 1; const QStringList &cells : table.rows) {
            const Result<DocumentWriter::Effect> effect = importRow(writer, kind, table.columns, cells, apply);
            if (effect)
                count(outcome, *effect);
            else if (isOfRow(effect.error()))
                outcome.refused.push_back({row, effect.error()});
            else
                return std::unexpected(effect.error());
            ++row;
        }
        if (!apply)
            return {};
        TRY(writer.openStock(actor, m_workplace.businessToday()));
        return m_workplace.documentsChanged();
    }));
    return outcome;
}

Result<QByteArray> BackOffice::exportCsv(DocumentKind kind) const
{
    if (kind == DocumentKind::User || kind == DocumentKind::Customer || kind == DocumentKind::Note)
        return failure(ErrorCode::NotSupported, u"holds persons"_s);
    TRY_LET(documents, DocumentStore{m_workplace.db()}.list(kind));
    std::vector<QJsonObject> bodies;
    for (const Document &document : documents)
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
    TRY_LET(existing, ProductStore{m_workplace.db()}.byKey(product.key));
    if (existing)
        return failure(ErrorCode::DuplicateKey, u"product key"_s, {product.key, existing->name.french()});
    TRY(put(id, DocumentKind::Product, toJson(product)));
    return {};
}

Result<> BackOffice::saveSettings(const CommandId &id, const TillSettings &settings)
{
    TRY(put(id, DocumentKind::Settings, toJson(settings)));
    return {};
}

Result<> BackOffice::saveAttraction(const CommandId &id, const Attraction &attraction)
{
    TRY(put(id, DocumentKind::Attraction, toJson(attraction)));
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
